/** `crosscase diff`: what changed in meaning since an older state of a study. */
import { renderTerminal } from '../../output/terminal/index.js';
import { diffStudy, tellChanges } from '../../tasks/diff.js';
import { UserError } from '../../domain/user-error.js';
import type { Terminal } from './terminal.js';

/** As written on the command line. */
export interface DiffFlags {
  format: string;
  lang?: string;
  exitCode?: true;
}

/** Compares, prints the changes, and returns the exit code: 1 for changes only where that is asked for. */
export async function runDiff(
  older: string,
  folder: string,
  { format, lang, exitCode }: DiffFlags,
  terminal: Terminal,
): Promise<number> {
  if (format !== 'text' && format !== 'json')
    throw new UserError(`Unexpected format \`${format}\`, expected one of \`text\`, \`json\``);
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
      : renderTerminal(tellChanges(compared, lang), terminal),
  );
  return exitCode === true && changes.changes.length > 0 ? 1 : 0;
}
