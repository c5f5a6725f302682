/** `crosscase check`: what does not hold in a folder of notes, and with `--fix` what has been mended in it. */
import type { VFile } from 'vfile';
import { checkStudy } from '../../tasks/check.js';
import { isReporter, reporters } from '../reporters/index.js';
import { UserError } from '../../domain/user-error.js';
import type { Terminal } from './terminal.js';

export interface CheckFlags {
  format: string;
  isMending: boolean;
}

/** Checks, prints the messages in a format, and returns the exit code: that of what remains, where something was mended. */
export async function runCheck(
  folder: string,
  { format, isMending }: CheckFlags,
  terminal: Terminal,
): Promise<number> {
  if (!isReporter(format))
    throw new UserError(
      `Unexpected format \`${format}\`, expected one of \`${Object.keys(reporters).join('`, `')}\``,
    );
  // What other programs read is left to the messages.
  const tell = format === 'text' ? terminal.print : terminal.error;
  const files = isMending ? await mend(folder, terminal, tell) : (await checkStudy(folder)).files;
  const { text, errors } = reporters[format](files, { colour: terminal.colour, base: folder });
  if (text !== '') terminal.print(text);
  const mendable = files.flatMap(({ messages }) => messages.filter(({ fix }) => fix)).length;
  if (format === 'text' && !isMending && mendable > 0)
    terminal.print(
      mendable === 1
        ? '1 of these has only one answer: --fix mends it'
        : `${String(mendable)} of these have only one answer: --fix mends them`,
    );
  return errors > 0 ? 1 : 0;
}

async function mend(
  folder: string,
  { colour }: Terminal,
  tell: (text: string) => void,
): Promise<VFile[]> {
  const { mendStudy } = await import('../../tasks/mend.js');
  const { tellMended } = await import('../reporters/mended.js');
  const { files, mended, leftAlone } = await mendStudy(folder);
  tell(`${tellMended(mended, leftAlone, { colour, base: folder })}\n`);
  return files;
}
