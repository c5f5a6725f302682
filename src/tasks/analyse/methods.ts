/** Which methods are asked for, and what they found. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { isMethod, knownMethods, type Method, type Results } from '../../analyse/methods.js';
import type { Watch } from '../../analyse/qca/search/settings.js';
import type { Study } from '../../domain/study.js';
import { hinted, listed } from '../../messages/words.js';
import { nearest } from '../../text/names.js';
import { UserError } from '../../domain/user-error.js';
import type { QcaOptions } from './settings.js';

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
  /** The results that were asked for, by method; none if the data cannot be analysed, and messages say why. */
  results: Results;
  messages: VFileMessage[];
  /** Every file that may have messages. */
  files: VFile[];
}

/** The methods asked for, each once; null for all. Throws a `UserError` for one that is not known. */
export function chooseMethods(asked: string[] | undefined): Method[] | null {
  if (!asked) return null;
  return [...new Set(asked)].map((name) => {
    if (isMethod(name)) return name;
    const hint = hinted(nearest(name, knownMethods));
    throw new UserError(
      `Unexpected method \`${name}\`, expected some of ${listed(knownMethods)}${hint}`,
    );
  });
}

/** What a study needs for a method that not every study has. */
const grounds: { [method: string]: string } = {
  qca: '`conditions:` in its study.md, or a data file (`--data`)',
  agreement: 'ratings of a second coder in its `ratings/`',
};

/** Results by method. Throws a `UserError` for a method that the study gives no ground for, if it was asked for. */
export function resultsOf(found: Results, asked: Method[] | null): Results {
  const known = (asked ?? knownMethods).filter((method) => {
    const hasResult = found[method] !== null;
    if (!hasResult && asked)
      throw new UserError(
        `Unexpected method \`${method}\` for this study, expected ${grounds[method] ?? 'another'}`,
      );
    return hasResult;
  });
  return Object.fromEntries(known.map((method) => [method, found[method]]));
}
