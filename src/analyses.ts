/** Methods by themselves: what a report would say of each, without a report. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { analyse, type Analysis } from './analyse/index.js';
import { isMethod, knownMethods, methods, type Method, type Results } from './analyse/methods.js';
import type { Watch } from './analyse/qca/data.js';
import { read, readTemplates, type Input } from './files.js';
import type { Study } from './model.js';
import { nearest } from './names.js';
import { checkInput } from './pipeline.js';
import { chooseWords } from './report/index.js';
import { readAlone } from './report/results/alone.js';
import { planned, shownPart, tellable, type QcaOptions } from './request/settings.js';
import { UserError } from './user-error.js';

/** What of an analysis is asked for; settings of `qca` are over those of study.md. */
export interface AnalyseOptions extends QcaOptions {
  /** `mill`, `patterns`, `qca`, `agreement`; all that the study gives ground for unless given. */
  methods?: string[];
  /** Told from time to time how far a long search is. */
  watch?: Watch;
}

/** What methods found. */
export interface Analysed {
  study: Study;
  /** Null if the data cannot be analysed; messages say why. */
  analysis: Analysis | null;
  /** The results that were asked for, by method. */
  results: Results;
  messages: VFileMessage[];
  /** Every file that may have messages. */
  files: VFile[];
}

/** Analyses the study in a folder. Throws a `UserError` for a wrong request; what is wrong in the notes is a message. */
export async function analyseStudy(folder: string, options: AnalyseOptions = {}): Promise<Analysed> {
  return analyseInput(await read(folder), options);
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

/** The methods asked for, each once; null for all. Throws a `UserError` for one that is not known. */
export function chooseMethods(asked: string[] | undefined): Method[] | null {
  if (!asked) return null;
  return [...new Set(asked)].map((name) => {
    if (isMethod(name)) return name;
    const meant = nearest(name, knownMethods);
    const hint = meant === null ? '' : `; did you mean \`${meant}\`?`;
    throw new UserError(`Unexpected method \`${name}\`, expected some of \`${knownMethods.join('`, `')}\`${hint}`);
  });
}

/** What a study needs for a method that not every study has. */
const grounds: { [method: string]: string } = {
  qca: '`conditions:` in its study.md, or a data file (`--data`)',
  agreement: 'ratings of a second coder in its `ratings/`',
};

/** Results by method. Throws a `UserError` for a method that the study gives no ground for, if it was asked for. */
export function resultsOf(analysis: Analysis, asked: Method[] | null): Results {
  const known = (asked ?? knownMethods).filter((method) => {
    const hasResult = analysis[methods[method]] !== null;
    if (!hasResult && asked)
      throw new UserError(`Unexpected method \`${method}\` for this study, expected ${grounds[method] ?? 'another'}`);
    return hasResult;
  });
  return Object.fromEntries(known.map((method) => [method, analysis[methods[method]]]));
}

/** The results as the report prints them, in the words of a language; by default the study's. */
export async function tellResults({ study, analysis, results, messages }: Analysed, language = study.protocol.language): Promise<Root> {
  const words = chooseWords(language);
  if (!analysis) return { type: 'root', children: [] };
  const asked = knownMethods.filter((method) => Object.hasOwn(results, method));
  const chinese = String((await readTemplates()).get('locales/zh-CN.xml') ?? '');
  const told = { ...analysis, qca: analysis.qca && tellable(analysis.qca) };
  return readAlone({ study, analysis: told, messages, methods: asked }, { words, language, chinese });
}
