/** The flags of `analyse` for qualitative comparative analysis, and what they ask for. */
import type { Command } from 'commander';
import type { Solution } from '../../analyse/qca/schema.js';
import { UserError } from '../../domain/user-error.js';
import { unknownName } from '../../tasks/analyse/expectations.js';
import type { QcaOptions } from '../../tasks/analyse/settings.js';
import { listOption } from './flags.js';

/** As written on the command line. */
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

/** Adds the flags to a command. */
export function addQcaFlags(command: Command): Command {
  return command
    .optionsGroup('Qualitative comparative analysis, over the settings of study.md:')
    .option('--n-cut <number>', 'cases that a row of the truth table needs')
    .addOption(
      listOption(
        '--incl-cut <list>',
        'inclusion from which a row is positive, and from which it is contradictory: 0.8,0.5',
      ),
    )
    .option('--pri-cut <number>', 'PRI that a positive row needs')
    .addOption(
      listOption(
        '--sol <list>',
        'solutions to show: c (conservative), p (parsimonious), i (intermediate)',
      ),
    )
    .addOption(
      listOption('--expect <list>', 'what is expected to contribute to the outcome: A,~B,C{1}'),
    )
    .option('--negate', 'show the absence of the outcome alone')
    .option('--row-dominance', 'drop prime implicants that another one dominates')
    .option('--all-models', 'all irredundant models, not only those of the fewest terms')
    .option('--include-contradictions', 'contradictory rows may be taken as positive');
}

/** What the flags ask for. Throws a `UserError` for a cut that is no number, or an unknown kind of solution. */
export function readQcaFlags(flags: QcaFlags): QcaOptions {
  const { nCut, inclCut, priCut, sol, expect } = flags;
  return {
    ...(nCut !== undefined && { nCut: readNumber(nCut, 'n-cut') }),
    ...(inclCut && { inclCut: inclCut.map((cut) => readNumber(cut, 'incl-cut')) }),
    ...(priCut !== undefined && { priCut: readNumber(priCut, 'pri-cut') }),
    ...(sol && { solutions: sol.map(readSolution) }),
    ...(flags.rowDominance && { rowDominance: true }),
    ...(flags.allModels && { models: 'irredundant' as const }),
    ...(flags.includeContradictions && { includeContradictions: true }),
    ...(expect && { expect }),
    ...(flags.negate && { negate: true }),
  };
}

function readNumber(written: string, option: string): number {
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

function readSolution(written: string): Solution['kind'] {
  const kind = Object.hasOwn(kinds, written) ? kinds[written] : undefined;
  if (kind) return kind;
  // `complex` is understood, but not recommended.
  const offered = Object.keys(kinds).filter((name) => name !== 'complex');
  throw new UserError(unknownName(written, 'solution', offered));
}
