/** `crosscase check`: what does not hold in a folder of notes, and with `--fix` what has been mended in it. */
import type { VFile } from 'vfile';
import { UserError } from '../../domain/user-error.js';
import type { Declare, ExitCode } from '../command.js';
import { isReporter, reporters } from '../reporters/index.js';
import type { Terminal } from '../terminal.js';
import { languageOption, listOption } from './flags.js';

interface CheckFlags {
  format: string;
  fix?: true;
  checklist?: string[];
  lang?: string;
}

/** Adds `check` to the program. */
export const declareCheck: Declare = (program, terminal, finish) => {
  program
    .command('check')
    .description('say what does not hold in the study in a folder')
    .argument('[folder]', 'folder of case notes', 'cases')
    .option('--format <name>', 'text, json or github', 'text')
    .option('--fix', 'mend what has only one answer, and show the changes')
    .addOption(
      listOption(
        '--checklist <list>',
        'print checklists instead, filled in: yin, srqr, coreq, or the study’s own',
      ),
    )
    .addOption(languageOption('a checklist'))
    .action(async (folder: string, flags: CheckFlags) => {
      finish(await runCheck(folder, flags, terminal));
    });
};

async function runCheck(folder: string, flags: CheckFlags, terminal: Terminal): Promise<ExitCode> {
  const { format, fix: isMending = false, checklist } = flags;
  if (checklist) {
    const { printChecklists } = await import('./checklists.js');
    return printChecklists(folder, { ...flags, names: checklist }, terminal);
  }
  if (!isReporter(format))
    throw new UserError(
      `Unexpected format \`${format}\`, expected one of \`${Object.keys(reporters).join('`, `')}\``,
    );
  // Standard output holds only the messages where another program reads it.
  const tell = format === 'text' ? terminal.print : terminal.error;
  const files = await (isMending ? mend(folder, terminal, tell) : checkOnly(folder));
  const { text, errors } = reporters[format](files, { colour: terminal.colour, base: folder });
  if (text !== '') terminal.print(text);
  if (format === 'text' && !isMending) offerMending(files, terminal);
  return errors > 0 ? 1 : 0;
}

async function checkOnly(folder: string): Promise<VFile[]> {
  const { checkStudy } = await import('../../tasks/check.js');
  return (await checkStudy(folder)).files;
}

async function mend(
  folder: string,
  { colour }: Terminal,
  tell: (text: string) => void,
): Promise<VFile[]> {
  const { mendStudy } = await import('../../tasks/mend.js');
  const { reportMended } = await import('../reporters/mended.js');
  const { files, mended, leftAlone } = await mendStudy(folder);
  tell(`${reportMended(mended, leftAlone, { colour, base: folder })}\n`);
  return files;
}

function offerMending(files: VFile[], terminal: Terminal): void {
  const mendable = files.flatMap(({ messages }) => messages.filter(({ fix }) => fix)).length;
  if (mendable === 0) return;
  terminal.print(
    mendable === 1
      ? '1 of these has only one answer: --fix mends it'
      : `${String(mendable)} of these have only one answer: --fix mends them`,
  );
}
