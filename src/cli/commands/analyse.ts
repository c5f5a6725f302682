/** `crosscase analyse`: methods by themselves, of a folder of notes or of a data file. */
import path from 'node:path';
import { analyseStudy, tellResults } from '../../tasks/analyse/notes.js';
import { renderTerminal } from '../../output/terminal/index.js';
import { reporters } from '../reporters/index.js';
import { calibrationIn } from '../../tasks/analyse/calibrations.js';
import type { Analysed, AnalyseOptions } from '../../tasks/analyse/methods.js';
import { analyseDataFile, type RerunOptions } from '../../tasks/analyse/data-file.js';
import { UserError } from '../../domain/user-error.js';
import { optionsOf, type QcaFlags } from './qca-flags.js';
import { watchOn } from './progress.js';
import type { Terminal } from './terminal.js';

/** As written on the command line. */
export interface AnalyseFlags extends QcaFlags {
  method?: string[];
  format: string;
  lang?: string;
  data?: string;
  outcome?: string;
  conditions?: string[];
  cases?: string;
  calibrate?: string[];
}

/** Analyses, prints the results, and returns the exit code. Messages go to standard error; results are printed where there are any. */
export async function runAnalyse(
  folder: string | undefined,
  flags: AnalyseFlags,
  terminal: Terminal,
): Promise<number> {
  const { format, data, lang } = flags;
  if (format !== 'text' && format !== 'json')
    throw new UserError(`Unexpected format \`${format}\`, expected one of \`text\`, \`json\``);
  refuseMisplaced(folder, flags);
  const options: AnalyseOptions = {
    ...optionsOf(flags),
    ...(flags.method && { methods: flags.method }),
    watch: watchOn(terminal),
  };
  const analysed = await analyseEither(folder ?? 'cases', data, {
    ...options,
    ...dataOptionsOf(flags),
  }).finally(() => {
    terminal.progress('');
  });
  const base = data === undefined ? (folder ?? 'cases') : path.dirname(data);
  const { text, errors } = reporters.text(analysed.files, { colour: terminal.colour, base });
  if (text !== '') terminal.error(text);
  const results = await printed(analysed, { format, lang, terminal });
  if (results !== '') terminal.print(results);
  return errors > 0 ? 1 : 0;
}

function analyseEither(
  folder: string,
  data: string | undefined,
  options: RerunOptions,
): Promise<Analysed> {
  return data === undefined ? analyseStudy(folder, options) : analyseDataFile(data, options);
}

interface Printing {
  format: 'text' | 'json';
  lang: string | undefined;
  terminal: Terminal;
}

async function printed(analysed: Analysed, { format, lang, terminal }: Printing): Promise<string> {
  if (!analysed.analysis) return '';
  if (format === 'json') return JSON.stringify(analysed.results, null, 2);
  return renderTerminal(await tellResults(analysed, lang), terminal);
}

/** Options of a data file, and what says the same in a study. */
const ofData = {
  outcome: '`outcome:` in study.md, and `--negate` for its absence',
  conditions: '`conditions:` in study.md',
  cases: 'the notes themselves',
  calibrate: '`conditions:` in study.md, each with its calibration',
} as const;

function refuseMisplaced(folder: string | undefined, flags: AnalyseFlags): void {
  if (flags.data !== undefined && folder !== undefined)
    throw new UserError(
      `Unexpected folder \`${folder}\` beside \`--data\`, expected either notes or a data file`,
    );
  for (const [option, instead] of Object.entries(ofData)) {
    // Object.entries forgets which keys there are.
    const isGiven = flags[option as keyof typeof ofData] !== undefined;
    if (isGiven && flags.data === undefined)
      throw new UserError(
        `Unexpected \`--${option}\` without \`--data\`, expected ${instead} where a folder of notes is analysed`,
      );
  }
}

function dataOptionsOf({
  outcome,
  conditions,
  cases,
  calibrate,
}: AnalyseFlags): Omit<RerunOptions, keyof AnalyseOptions> {
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
