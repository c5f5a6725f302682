/** `crosscase diff`: what changed in meaning since an older state of a study. */
import { renderTerminal } from '../../output/terminal/index.js';
import { diffStudy, tellChanges } from '../../tasks/diff.js';
import type { Declare, ExitCode } from '../command.js';
import type { Terminal } from '../terminal.js';
import { languageOption, readTextOrJson, textOrJsonOption } from './flags.js';

interface DiffFlags {
  format: string;
  lang?: string;
  exitCode?: true;
}

/** Adds `diff` to the program. */
export const declareDiff: Declare = (program, terminal, finish) => {
  program
    .command('diff')
    .description('say what changed in meaning since an older state of the study')
    .argument(
      '<older>',
      'branch, tag or commit of the study, or another folder (./name where a branch has its name)',
    )
    .argument('[folder]', 'folder of case notes', 'cases')
    .addOption(textOrJsonOption())
    .addOption(languageOption('the words'))
    .option('--exit-code', 'exit with 1 where anything changed')
    .action(async (older: string, folder: string, flags: DiffFlags) => {
      finish(await runDiff({ older, folder }, flags, terminal));
    });
};

async function runDiff(
  { older, folder }: { older: string; folder: string },
  flags: DiffFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const format = readTextOrJson(flags.format);
  terminal.progress(`reading ${older} …`);
  const compared = await diffStudy(older, folder).finally(() => {
    terminal.progress('');
  });
  const { changes, isAlsoRef } = compared;
  if (isAlsoRef)
    terminal.error(
      `\`${older}\` is read as a folder; it is a branch, tag or commit too: \`refs/heads/${older}\` or the like means that`,
    );
  terminal.print(
    format === 'json'
      ? JSON.stringify(changes, null, 2)
      : renderTerminal(tellChanges(compared, flags.lang), terminal),
  );
  return flags.exitCode === true && changes.changes.length > 0 ? 1 : 0;
}
