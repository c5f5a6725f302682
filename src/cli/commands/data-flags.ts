/** The flags of `analyse` for a data file instead of notes, and what they ask for. */
import type { Command } from 'commander';
import { UserError } from '../../domain/user-error.js';
import { calibrationIn } from '../../tasks/analyse/calibrations.js';
import type { RerunOptions } from '../../tasks/analyse/data-file.js';
import type { AnalyseOptions } from '../../tasks/analyse/methods.js';
import { listOption } from './flags.js';

/** As written on the command line. */
export interface DataFlags {
  data?: string;
  outcome?: string;
  conditions?: string[];
  cases?: string;
  calibrate?: string[];
}

/** Adds the flags to a command. */
export function addDataFlags(command: Command): Command {
  return command
    .optionsGroup('A data file instead of notes:')
    .option('--data <file>', 'CSV or TSV, a case a row, the names of columns in the first line')
    .option('--outcome <column>', 'what is to be explained; ~column for its absence')
    .addOption(
      listOption(
        '--conditions <list>',
        'columns of conditions; all other columns of numbers unless given',
      ),
    )
    .option('--cases <column>', 'column that names the cases; the first, unless it holds numbers')
    .option(
      '--calibrate <column=numbers...>',
      'raw numbers to sets: DEV=400,550,900 (anchors), DEV=550,850 (thresholds), DEV=linear:…',
    );
}

/** What the flags ask for. Throws a `UserError` for a calibration that cannot be read. */
export function readDataFlags({
  outcome,
  conditions,
  cases,
  calibrate,
}: DataFlags): Omit<RerunOptions, keyof AnalyseOptions> {
  const written = calibrate
    ?.map(calibrationIn)
    .map(({ column, calibration }) => [column, calibration] as const);
  return {
    ...(outcome !== undefined && { outcome }),
    ...(conditions && { conditions }),
    ...(cases !== undefined && { cases }),
    ...(written && { calibrate: Object.fromEntries(written) }),
  };
}

/** What says the same in a study. */
const equivalents: { [flag in Exclude<keyof DataFlags, 'data'>]: string } = {
  outcome: '`outcome:` in study.md, and `--negate` for its absence',
  conditions: '`conditions:` in study.md',
  cases: 'the notes themselves',
  calibrate: '`conditions:` in study.md, each with its calibration',
};

/** Throws a `UserError` where a folder and a data file are both named, or a flag of data files stands without one. */
export function refuseMisplaced(folder: string | undefined, { data, ...flags }: DataFlags): void {
  if (data !== undefined && folder !== undefined)
    throw new UserError(
      `Unexpected folder \`${folder}\` beside \`--data\`, expected either notes or a data file`,
    );
  if (data !== undefined) return;
  const given: { [flag: string]: unknown } = flags;
  for (const [flag, equivalent] of Object.entries(equivalents)) {
    if (given[flag] === undefined) continue;
    throw new UserError(
      `Unexpected \`--${flag}\` without \`--data\`, expected ${equivalent} where a folder of notes is analysed`,
    );
  }
}
