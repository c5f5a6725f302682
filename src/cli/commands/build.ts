/** `crosscase build`: from a folder of notes to a report. */
import path from 'node:path';
import { realWorld } from '../../world/world.js';
import { buildStudy } from '../../tasks/build.js';
import type { StudyOptions } from '../../tasks/options.js';
import { reporters } from '../reporters/index.js';
import { watchOn } from './progress.js';
import { UserError } from '../../domain/user-error.js';
import type { Terminal } from './terminal.js';

export interface BuildArguments extends StudyOptions {
  out: string;
}

/** Builds, prints a line a file, and returns the exit code. */
export async function runBuild(
  folder: string,
  { out, ...options }: BuildArguments,
  terminal: Terminal,
): Promise<number> {
  terminal.progress(`reading ${folder} …`);
  const date = sourceDate(process.env.SOURCE_DATE_EPOCH);
  const built = await buildStudy(folder, out, {
    ...options,
    ...(date !== null && { date }),
    begin: (format) => {
      terminal.progress(`writing ${format} …`);
    },
    watch: watchOn(terminal),
  }).finally(() => {
    terminal.progress('');
  });
  const { text, errors } = reporters.text(built.files, { colour: terminal.colour, base: folder });
  if (text !== '') terminal.error(text);
  for (const { path: name, bytes, took } of built.outputs) {
    terminal.print(
      `${path.join(out, name)}  ${size(Buffer.byteLength(bytes))}  ${took.toFixed(0)} ms`,
    );
  }
  if (errors === 0) return 0;
  // What protects respondents cannot be switched off.
  const isFixed = built.messages.some(({ fatal, isPrivate }) => fatal === true && isPrivate);
  const way = isFixed ? '' : ', or set the severity of a rule in study.md';
  terminal.error(
    `Nothing was written: mend ${errors === 1 ? 'the error' : `the ${String(errors)} errors`} first${way}.`,
  );
  // Whoever is registered now may stand in what was written before.
  if (isFixed && (await realWorld.isFilled(out)))
    terminal.error(`What \`${out}\` holds is of an earlier build, and was not searched for names.`);
  return 1;
}

/** The day that whoever builds gives, as reproducible-builds.org/specs/source-date-epoch says. */
function sourceDate(seconds: string | undefined): string | null {
  if (seconds === undefined || seconds === '') return null;
  if (!/^\d{1,11}$/.test(seconds))
    throw new UserError(
      `Unexpected SOURCE_DATE_EPOCH \`${seconds}\`, expected whole seconds since 1970`,
    );
  return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}

function size(bytes: number): string {
  return bytes < 1024 ? `${String(bytes)} B` : `${(bytes / 1024).toFixed(1)} kB`;
}
