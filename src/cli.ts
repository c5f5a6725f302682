#!/usr/bin/env node
/** Arguments → command → exit code: 0 well, 1 the content is wrong, 2 the request is wrong. */
import { Command, CommanderError, Option } from 'commander';
import { runBuild } from './commands/build.js';
import { runCheck } from './commands/check.js';
import type { Terminal } from './commands/terminal.js';
import { knownLanguages } from './report/words.js';
import { UserError } from './user-error.js';
import manifest from '../package.json' with { type: 'json' };

const terminal: Terminal = {
  print: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  // Back to the margin, and what stood there taken away.
  progress: (text) => process.stderr.isTTY && process.stderr.write(`\r\u001B[K${text}`),
  colour: process.env.NO_COLOR === undefined && (process.env.FORCE_COLOR !== undefined || process.stdout.isTTY),
};

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
  .addOption(new Option('--format <list>', 'formats, separated by commas: md, html, pdf, docx, svg, json').argParser(list))
  .option('--template <name>', 'template of the report')
  .option('--lang <language>', `language of the report’s words: ${knownLanguages.join(', ')}`)
  .option('--anonymous', 'withhold the authors, for blind review')
  .action(async (folder: string, options: BuildFlags) => {
    const { out, format, template, lang, anonymous } = options;
    process.exitCode = await runBuild(
      folder,
      {
        out,
        ...(format && { formats: format }),
        ...(template && { template }),
        ...(lang && { language: lang }),
        ...(anonymous && { anonymous }),
      },
      terminal,
    );
  });

program
  .command('check')
  .description('say what does not hold in the study in a folder')
  .argument('[folder]', 'folder of case notes', 'cases')
  .option('--format <name>', 'text, json or github', 'text')
  .action(async (folder: string, { format }: { format: string }) => {
    process.exitCode = await runCheck(folder, format, terminal);
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
