/** Methods by themselves: what a report would say of each, without a report. */
import type { Root } from 'mdast';
import { analyse } from '../../analyse/index.js';
import { knownMethods } from '../../analyse/methods.js';
import { realWorld, type World } from '../../world/world.js';
import type { Input } from '../../domain/input.js';
import { checkInput } from '../check.js';
import { chooseWords } from '../../report/index.js';
import { renderAlone } from '../../report/results/alone.js';
import { chooseMethods, resultsOf, type Analysed, type AnalyseOptions } from './methods.js';
import { planned, shownPart, tellable } from './settings.js';

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
  const analysis = analyse(study, options.watch);
  const shown = { ...analysis, qca: analysis.qca && shownPart(analysis.qca, options) };
  return { ...checked, study, analysis: shown, results: resultsOf(shown, asked) };
}

/** The results as the report prints them, in the words of a language; by default the study's. */
export async function tellResults(
  { study, analysis, results, messages }: Analysed,
  language = study.protocol.language,
  world: World = realWorld,
): Promise<Root> {
  const words = chooseWords(language);
  if (!analysis) return { type: 'root', children: [] };
  const asked = knownMethods.filter((method) => Object.hasOwn(results, method));
  const chinese = String((await world.readTemplates()).get('locales/zh-CN.xml') ?? '');
  const told = { ...analysis, qca: analysis.qca && tellable(analysis.qca) };
  return renderAlone(
    { study, analysis: told, messages, methods: asked },
    { words, language, chinese },
  );
}
