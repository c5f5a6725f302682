/** `crosscase check --checklist`: checklists of method and reporting, filled in for a folder of notes. */
import { renderTerminal } from '../../output/terminal/index.js';
import { fillChecklistsOf, tellChecklists } from '../../tasks/checklists.js';
import { UserError } from '../../domain/user-error.js';
import type { Terminal } from './terminal.js';

/** Which checklists are to be printed, and how. */
export interface ChecklistArguments {
  names: string[];
  format: string;
  lang: string | undefined;
}

/** Prints checklists as they are filled in for a study, and nothing else: what is wrong in it is said without `--checklist`. */
export async function runChecklist(
  folder: string,
  { names, format, lang }: ChecklistArguments,
  terminal: Terminal,
): Promise<number> {
  if (format !== 'text' && format !== 'json')
    throw new UserError(
      `Unexpected format \`${format}\` for a checklist, expected one of \`text\`, \`json\``,
    );
  if (names.length === 0)
    throw new UserError(
      'Missing name behind `--checklist`, expected the name of a checklist such as `srqr`',
    );
  const filled = await fillChecklistsOf(folder, names);
  terminal.print(
    format === 'json'
      ? JSON.stringify(filled.checklists, null, 2)
      : renderTerminal(await tellChecklists(filled, lang), terminal),
  );
  return 0;
}
