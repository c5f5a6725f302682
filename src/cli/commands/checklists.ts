/** `crosscase check --checklist`: checklists of method and reporting, filled in for a folder of notes. */
import { UserError } from '../../domain/user-error.js';
import { renderTerminal } from '../../output/terminal/index.js';
import { fillChecklistsOf, tellChecklists } from '../../tasks/checklists.js';
import type { ExitCode } from '../command.js';
import type { Terminal } from '../terminal.js';
import { readTextOrJson } from './flags.js';

interface ChecklistFlags {
  names: string[];
  format: string;
  lang?: string;
}

/** Prints checklists as they are filled in for a study, and no messages: `check` alone prints those. */
export async function printChecklists(
  folder: string,
  flags: ChecklistFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const format = readTextOrJson(flags.format, ' for a checklist');
  if (flags.names.length === 0)
    throw new UserError(
      'Missing name behind `--checklist`, expected the name of a checklist such as `srqr`',
    );
  const filled = await fillChecklistsOf(folder, flags.names);
  terminal.print(
    format === 'json'
      ? JSON.stringify(filled.checklists, null, 2)
      : renderTerminal(await tellChecklists(filled, flags.lang), terminal),
  );
  return 0;
}
