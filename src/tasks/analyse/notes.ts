/** Methods by themselves: what a report would say of each, without a report. */
import type { Root } from 'mdast';
import { analyse } from '../../analyse/index.js';
import { knownMethods, type Results } from '../../analyse/methods.js';
import { realWorld, type World } from '../../world/world.js';
import type { Input } from '../../domain/input.js';
import { checkInput } from '../check.js';
import { chooseWords } from '../../report/index.js';
import { renderAlone } from '../../report/results/alone.js';
import { chooseMethods, resultsOf, type Analysed, type AnalyseOptions } from './methods.js';
import { planned } from './settings.js';
import { shownPart, tellable } from './asked-part.js';

/** Analyses the study in a folder. Throws a `UserError` for a wrong request; what is wrong in the notes is a message. */
export async function analyseStudy(
  folder: string,
  options: AnalyseOptions = {},
  world: World = realWorld,
): Promise<Analysed> {
  return analyseInput(await world.read(folder), options);
}

/** Analyses what has been read. */
export async function analyseInput(input: Input, options: AnalyseOptions = {}): Promise<Analysed> {
  const asked = chooseMethods(options.methods);
  const checked = await checkInput(input);
  const study = planned(checked.study, options);
  const found: Results = analyse(study, { only: asked ?? knownMethods, watch: options.watch });
  const shown = found.qca ? { ...found, qca: shownPart(found.qca, options) } : found;
  return { ...checked, study, results: resultsOf(shown, asked) };
}

/** The results as the report prints them, in the words of a language; by default the study's. */
export async function tellResults(
  { study, results, messages }: Analysed,
  language = study.protocol.language,
  world: World = realWorld,
): Promise<Root> {
  const words = chooseWords(language);
  const analysis = analyse(study, { only: ['order'] });
  const chinese = String((await world.readTemplates()).get('locales/zh-CN.xml') ?? '');
  const told = results.qca ? { ...results, qca: tellable(results.qca) } : results;
  return renderAlone({ study, results: told, analysis, messages }, { words, language, chinese });
}
