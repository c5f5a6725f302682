/** Options of the command line that concern qualitative comparative analysis, as values. */
import type { Solution } from '../../analyse/qca/schema.js';
import { unknownName, type QcaOptions } from '../../tasks/analyse/settings.js';
import { UserError } from '../../domain/user-error.js';

/** As written. */
export interface QcaFlags {
  nCut?: string;
  inclCut?: string[];
  priCut?: string;
  sol?: string[];
  rowDominance?: true;
  allModels?: true;
  includeContradictions?: true;
  expect?: string[];
  negate?: true;
}

/** The options that the flags give. Throws a `UserError` for what is no number, or no kind of solution. */
export function optionsOf(flags: QcaFlags): QcaOptions {
  const { nCut, inclCut, priCut, sol, expect } = flags;
  return {
    ...(nCut !== undefined && { nCut: numberOf(nCut, 'n-cut') }),
    ...(inclCut && { inclCut: inclCut.map((cut) => numberOf(cut, 'incl-cut')) }),
    ...(priCut !== undefined && { priCut: numberOf(priCut, 'pri-cut') }),
    ...(sol && { solutions: sol.map(solutionOf) }),
    ...(flags.rowDominance && { rowDominance: true }),
    ...(flags.allModels && { models: 'irredundant' as const }),
    ...(flags.includeContradictions && { includeContradictions: true }),
    ...(expect && { expect }),
    ...(flags.negate && { negate: true }),
  };
}

function numberOf(written: string, option: string): number {
  const number = written.trim() === '' ? NaN : Number(written);
  if (Number.isFinite(number)) return number;
  throw new UserError(`Unexpected \`${written}\` as ${option}, expected a number`);
}

const kinds: { [name: string]: Solution['kind'] } = {
  c: 'conservative',
  p: 'parsimonious',
  i: 'intermediate',
  conservative: 'conservative',
  complex: 'conservative',
  parsimonious: 'parsimonious',
  intermediate: 'intermediate',
};

function solutionOf(written: string): Solution['kind'] {
  const kind = Object.hasOwn(kinds, written) ? kinds[written] : undefined;
  if (kind) return kind;
  throw new UserError(
    unknownName(written, 'solution', [
      'c',
      'p',
      'i',
      'conservative',
      'parsimonious',
      'intermediate',
    ]),
  );
}
