/** `crosscase check`: what does not hold in a folder of notes. */
import { renderTerminal } from '../output/terminal/index.js';
import { checkStudy } from '../pipeline.js';
import { isReporter, reporters } from '../reporters/index.js';
import { fillChecklistsOf, tellChecklists } from '../request/checklists.js';
import { UserError } from '../user-error.js';
import type { Terminal } from './terminal.js';

/** Checks, prints the messages in a format, and returns the exit code. */
export async function runCheck(folder: string, format: string, terminal: Terminal): Promise<number> {
  if (!isReporter(format))
    throw new UserError(`Unexpected format \`${format}\`, expected one of \`${Object.keys(reporters).join('`, `')}\``);
  const { files } = await checkStudy(folder);
  const { text, errors } = reporters[format](files, { colour: terminal.colour, base: folder });
  if (text !== '') terminal.print(text);
  return errors > 0 ? 1 : 0;
}

/** Which checklists are to be printed, and how. */
export interface ChecklistArguments {
  names: string[];
  format: string;
  lang: string | undefined;
}

/** Prints checklists as they are filled in for a study, and nothing else: what is wrong in it is said without `--checklist`. */
export async function runChecklist(folder: string, { names, format, lang }: ChecklistArguments, terminal: Terminal): Promise<number> {
  if (format !== 'text' && format !== 'json')
    throw new UserError(`Unexpected format \`${format}\` for a checklist, expected one of \`text\`, \`json\``);
  if (names.length === 0) throw new UserError('Missing name behind `--checklist`, expected the name of a checklist such as `srqr`');
  const filled = await fillChecklistsOf(folder, names);
  terminal.print(
    format === 'json' ? JSON.stringify(filled.checklists, null, 2) : renderTerminal(await tellChecklists(filled, lang), terminal),
  );
  return 0;
}
