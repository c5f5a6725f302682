/** `crosscase explain`: one thing of a study, what it rests on, and what rests on it. */
import { renderTerminal } from '../../output/terminal/index.js';
import { explainStudy, printExplained } from '../../tasks/explain.js';
import type { Declare } from '../command.js';
import type { Terminal } from '../terminal.js';
import { languageOption, readTextOrJson, textOrJsonOption } from './flags.js';

interface ExplainFlags {
  format: string;
  lang?: string;
}

/** Adds `explain` to the program. Notes with errors are explained as far as they are understood, so it exits with 0. */
export const declareExplain: Declare = (program, terminal, finish) => {
  program
    .command('explain')
    .description('print one thing of a study: what it rests on, and what rests on it')
    .argument(
      '<what>',
      'a record (D122), finding (F1), entry (chaoyang#leadership), case, source, code, component, proposition or rule',
    )
    .argument('[folder]', 'folder of case notes', 'cases')
    .addOption(textOrJsonOption())
    .addOption(languageOption('the words'))
    .action(async (what: string, folder: string, flags: ExplainFlags) => {
      await runExplain({ what, folder }, flags, terminal);
      finish(0);
    });
};

async function runExplain(
  { what, folder }: { what: string; folder: string },
  flags: ExplainFlags,
  terminal: Terminal,
): Promise<void> {
  const format = readTextOrJson(flags.format);
  const { root, explained } = await explainStudy(folder, what, flags.lang);
  terminal.print(format === 'json' ? printExplained(explained) : renderTerminal(root, terminal));
}
