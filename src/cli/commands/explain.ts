/** `crosscase explain`: one thing of a study, what it rests on, and what rests on it. */
import { renderTerminal } from '../../output/terminal/index.js';
import { explainStudy, printExplained } from '../../tasks/explain.js';
import { UserError } from '../../domain/user-error.js';
import type { Terminal } from './terminal.js';

export interface ExplainFlags {
  format: string;
  lang?: string;
}

/** Prints what a name means, and returns the exit code. Notes with errors are explained as far as they are understood. */
export async function runExplain(
  what: string,
  folder: string,
  { format, lang }: ExplainFlags,
  terminal: Terminal,
): Promise<number> {
  if (format !== 'text' && format !== 'json')
    throw new UserError(`Unexpected format \`${format}\`, expected one of \`text\`, \`json\``);
  const { root, explained } = await explainStudy(folder, what, lang);
  terminal.print(format === 'json' ? printExplained(explained) : renderTerminal(root, terminal));
  return 0;
}
