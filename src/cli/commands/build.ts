/** `crosscase build`: from a folder of notes to a report. */
import path from 'node:path';
import { Option } from 'commander';
import { UserError } from '../../domain/user-error.js';
import { formatNames } from '../../output/formats.js';
import { buildStudy, type BuildPlan } from '../../tasks/build.js';
import type { StudyOptions } from '../../tasks/options.js';
import { realWorld } from '../../world/world.js';
import type { Declare, ExitCode } from '../command.js';
import { reporters } from '../reporters/index.js';
import type { Terminal } from '../terminal.js';
import { languageOption, listOption } from './flags.js';
import { watchSearch } from './progress.js';

interface BuildFlags {
  out: string;
  format?: string[];
  template?: string;
  lang?: string;
  anonymous?: true;
  profile?: 'internal' | 'public';
  since?: string;
}

/** Adds `build` to the program. */
export const declareBuild: Declare = (program, terminal, finish) => {
  program
    .command('build')
    .description('build the report of the study in a folder')
    .argument('[folder]', 'folder of case notes', 'cases')
    .option('--out <folder>', 'folder to write to', 'output')
    .addOption(
      listOption('--format <list>', `formats, separated by commas: ${formatNames.join(', ')}`),
    )
    .option('--template <name>', 'template of the report')
    .addOption(languageOption('the report’s words'))
    .option('--anonymous', 'withhold the authors, for blind review')
    .addOption(
      new Option('--profile <name>', 'for whom the report is').choices(['internal', 'public']),
    )
    .option(
      '--since <state>',
      'print what changed since a branch, tag or commit, or another folder',
    )
    .action(async (folder: string, flags: BuildFlags) => {
      finish(await runBuild(folder, flags, terminal));
    });
};

async function runBuild(folder: string, flags: BuildFlags, terminal: Terminal): Promise<ExitCode> {
  terminal.progress(`reading ${folder} …`);
  const built = await buildStudy(folder, flags.out, {
    ...readBuildFlags(flags),
    begin: (format) => {
      terminal.progress(`writing ${format} …`);
    },
    watch: watchSearch(terminal),
  }).finally(() => {
    terminal.progress('');
  });
  const { text, errors } = reporters.text(built.files, { colour: terminal.colour, base: folder });
  if (text !== '') terminal.error(text);
  for (const { path: name, bytes, took } of built.outputs) {
    terminal.print(
      `${path.join(flags.out, name)}  ${renderSize(Buffer.byteLength(bytes))}  ${took.toFixed(0)} ms`,
    );
  }
  if (errors === 0) return 0;
  await explainRefusal(built, { errors, out: flags.out }, terminal);
  return 1;
}

function readBuildFlags(flags: BuildFlags): StudyOptions {
  const { format, template, lang, anonymous, profile, since } = flags;
  const date = readSourceDate(process.env.SOURCE_DATE_EPOCH);
  return {
    ...(format && { formats: format }),
    ...(template && { template }),
    ...(lang && { language: lang }),
    ...(anonymous && { anonymous }),
    ...(profile && { profile }),
    ...(since !== undefined && { since }),
    ...(date !== null && { date }),
  };
}

/** The day of a build, as reproducible-builds.org/specs/source-date-epoch defines it; null if none is given. */
function readSourceDate(seconds: string | undefined): string | null {
  if (seconds === undefined || seconds === '') return null;
  if (!/^\d{1,11}$/.test(seconds))
    throw new UserError(
      `Unexpected SOURCE_DATE_EPOCH \`${seconds}\`, expected whole seconds since 1970`,
    );
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}

async function explainRefusal(
  { messages }: BuildPlan,
  { errors, out }: { errors: number; out: string },
  terminal: Terminal,
): Promise<void> {
  // The severity of what protects respondents cannot be changed.
  const isFixed = messages.some(({ fatal, isPrivate }) => fatal === true && isPrivate);
  const way = isFixed ? '' : ', or set the severity of a rule in study.md';
  terminal.error(
    `Nothing was written: mend ${errors === 1 ? 'the error' : `the ${String(errors)} errors`} first${way}.`,
  );
  // An earlier build may name someone who has been registered since.
  if (isFixed && (await realWorld.isFilled(out)))
    terminal.error(`What \`${out}\` holds is of an earlier build, and was not searched for names.`);
}

function renderSize(bytes: number): string {
  return bytes < 1024 ? `${String(bytes)} B` : `${(bytes / 1024).toFixed(1)} kB`;
}
