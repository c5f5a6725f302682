/** `crosscase check`: what does not hold in a folder of notes. */
import { checkStudy } from '../pipeline.js';
import { isReporter, reporters } from '../reporters/index.js';
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
