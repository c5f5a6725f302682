#!/usr/bin/env node
/** Arguments → command → exit code: 0 well, 1 the content is wrong, 2 the request is wrong. */
import { Command, CommanderError, Option } from 'commander';
import { runAnalyse, type AnalyseFlags } from './commands/analyse.js';
import { runBuild } from './commands/build.js';
import { runCheck } from './commands/check.js';
import { runChecklist } from './commands/checklist.js';
import { runExplain, type ExplainFlags } from './commands/explain.js';
import { runDiff, type DiffFlags } from './commands/diff.js';
import type { Terminal } from './commands/terminal.js';
import { formatNames } from '../output/formats.js';
import { knownLanguages } from '../report/prose/words.js';
import { UserError } from '../domain/user-error.js';
import manifest from '../../package.json' with { type: 'json' };

const terminal: Terminal = {
  print: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  // Back to the margin, and what stood there taken away.
  progress: (text) => process.stderr.isTTY && process.stderr.write(`\r\u001B[K${text}`),
  colour:
    process.env.NO_COLOR === undefined &&
    (process.env.FORCE_COLOR !== undefined || process.stdout.isTTY),
  // Wide enough in a pipe for a truth table of a few conditions.
  width: (process.stdout.isTTY && process.stdout.columns) || 100,
};

// Whoever reads only the first lines (`| head`) has had enough: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const list = (value: string) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

interface BuildFlags {
  out: string;
  format?: string[];
  template?: string;
  lang?: string;
  anonymous?: true;
  profile?: 'internal' | 'public';
  since?: string;
}

interface CheckFlags {
  format: string;
  fix?: true;
  checklist?: string[];
  lang?: string;
}

const program = new Command('crosscase')
  .description(manifest.description)
  .version(manifest.version)
  .exitOverride()
  .showSuggestionAfterError()
  .showHelpAfterError('(add --help for all options)');

program
  .command('build')
  .description('build the report of the study in a folder')
  .argument('[folder]', 'folder of case notes', 'cases')
  .option('--out <folder>', 'folder to write to', 'output')
  .addOption(
    new Option(
      '--format <list>',
      `formats, separated by commas: ${formatNames.join(', ')}`,
    ).argParser(list),
  )
  .option('--template <name>', 'template of the report')
  .option('--lang <language>', `language of the report’s words: ${knownLanguages.join(', ')}`)
  .option('--anonymous', 'withhold the authors, for blind review')
  .addOption(
    new Option('--profile <name>', 'for whom the report is').choices(['internal', 'public']),
  )
  .option('--since <state>', 'print what changed since a branch, tag or commit, or another folder')
  .action(async (folder: string, options: BuildFlags) => {
    const { out, format, template, lang, anonymous, profile, since } = options;
    process.exitCode = await runBuild(
      folder,
      {
        out,
        ...(format && { formats: format }),
        ...(template && { template }),
        ...(lang && { language: lang }),
        ...(anonymous && { anonymous }),
        ...(profile && { profile }),
        ...(since !== undefined && { since }),
      },
      terminal,
    );
  });

program
  .command('check')
  .description('say what does not hold in the study in a folder')
  .argument('[folder]', 'folder of case notes', 'cases')
  .option('--format <name>', 'text, json or github', 'text')
  .option('--fix', 'mend what has only one answer, and show the changes')
  .addOption(
    new Option(
      '--checklist <list>',
      'print checklists instead, filled in: yin, srqr, coreq, or the study’s own',
    ).argParser(list),
  )
  .option('--lang <language>', `language of a checklist: ${knownLanguages.join(', ')}`)
  .action(async (folder: string, { format, fix, checklist, lang }: CheckFlags) => {
    process.exitCode = await (checklist
      ? runChecklist(folder, { names: checklist, format, lang }, terminal)
      : runCheck(folder, { format, isMending: fix === true }, terminal));
  });

program
  .command('diff')
  .description('say what changed in meaning since an older state of the study')
  .argument(
    '<older>',
    'branch, tag or commit of the study, or another folder (./name where a branch has its name)',
  )
  .argument('[folder]', 'folder of case notes', 'cases')
  .option('--format <name>', 'text or json', 'text')
  .option('--lang <language>', `language of the words: ${knownLanguages.join(', ')}`)
  .option('--exit-code', 'exit with 1 where anything changed')
  .action(async (older: string, folder: string, flags: DiffFlags) => {
    process.exitCode = await runDiff(older, folder, flags, terminal);
  });

const listOption = (flags: string, description: string) =>
  new Option(flags, description).argParser(list);

program
  .command('analyse')
  .description('print what the methods find in a folder of case notes, or in a data file')
  .argument('[folder]', 'folder of case notes; cases unless --data is given')
  .addOption(
    listOption(
      '--method <list>',
      'mill, patterns, qca, agreement; all that there is ground for unless given',
    ),
  )
  .option('--format <name>', 'text or json', 'text')
  .option('--lang <language>', `language of the words: ${knownLanguages.join(', ')}`)
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
  )
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
  .option('--include-contradictions', 'contradictory rows may be taken as positive')
  .action(async (folder: string | undefined, flags: AnalyseFlags) => {
    process.exitCode = await runAnalyse(folder, flags, terminal);
  });

program
  .command('explain')
  .description('print one thing of a study: what it rests on, and what rests on it')
  .argument(
    '<what>',
    'a record (D122), finding (F1), entry (chaoyang#leadership), case, source, code, component, proposition or rule',
  )
  .argument('[folder]', 'folder of case notes', 'cases')
  .option('--format <name>', 'text or json', 'text')
  .option('--lang <language>', `language of the words: ${knownLanguages.join(', ')}`)
  .action(async (what: string, folder: string, flags: ExplainFlags) => {
    process.exitCode = await runExplain(what, folder, flags, terminal);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UserError) {
    terminal.error(error.message);
    process.exitCode = 2;
  } else throw error;
}
