/** The only file that reads or writes a disk. Folders are listed in a fixed order; files are written whole or not at all. */
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { rmSync, type Dirent } from 'node:fs';
import {
  access,
  chmod,
  constants,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { UserError } from '../domain/user-error.js';
import { pathsOfStudy } from './paths.js';
import { isPrivate } from './private.js';

/** The bytes of a file. Throws the system's error if it cannot be read. */
export async function readBytes(file: string): Promise<Buffer> {
  return readFile(file);
}

/** Names in a folder, not in the folders within; null if it cannot be listed. */
export async function listNames(folder: string): Promise<string[] | null> {
  return readdir(folder).catch(() => null);
}

/** Whether a path is a folder with anything in it. */
export async function isFilled(folder: string): Promise<boolean> {
  return ((await listNames(folder)) ?? []).length > 0;
}

/** Paths within a folder of a study's files, sorted, with `/` between names; not those in `private/`. Throws a `UserError` if it cannot be listed. */
export async function listPaths(folder: string): Promise<string[]> {
  const entries = await listEntries(folder).catch((error: unknown) => {
    const code = systemCodeOf(error);
    if (code === 'ENOENT')
      throw new UserError(`No folder \`${folder}\`, expected a folder of case notes`);
    if (code === 'EACCES')
      throw new UserError(`\`${folder}\` cannot be read, expected the right to read it`);
    if (code === 'ENOTDIR')
      throw new UserError(`\`${folder}\` is a file, expected a folder of case notes`);
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile());
  return pathsOfStudy(
    files.map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    ),
  );
}

/** All entries below a folder. `private/` is not even opened. */
async function listEntries(folder: string): Promise<Dirent[]> {
  const top = (await readdir(folder, { withFileTypes: true })).filter(
    ({ name }) => !isPrivate(name),
  );
  const within = top.filter((entry) => entry.isDirectory());
  const below = await Promise.all(
    within.map(({ name }) =>
      readdir(path.join(folder, name), { recursive: true, withFileTypes: true }),
    ),
  );
  return [...top, ...below.flat()];
}

/** The code of an error of the system, such as `ENOENT`; undefined for any other error. */
export function systemCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}

/** A file to be written. */
export interface Output {
  /** Path within the folder that is written to. */
  path: string;
  bytes: string | Uint8Array;
  /** Rights; those of any new file unless given. */
  mode?: number;
}

/** Writes all files beside their places first and moves them there last, so that none is half-written. */
export async function write(folder: string, outputs: Output[]): Promise<void> {
  const staged: { from: string; to: string }[] = [];
  // On Ctrl-C, remove the staged files, then let the signal end the program as usual.
  const stop = () => {
    for (const { from } of staged) rmSync(from, { force: true });
    process.kill(process.pid, 'SIGINT');
  };
  process.once('SIGINT', stop);
  try {
    for (const output of outputs) {
      const to = path.join(folder, output.path);
      const from = `${to}.${randomUUID()}.part`;
      await mkdir(path.dirname(to), { recursive: true });
      staged.push({ from, to });
      await writeFile(from, output.bytes);
      if (output.mode !== undefined) await chmod(from, output.mode);
    }
    for (const { from, to } of staged) await rename(from, to);
  } catch (error) {
    await Promise.all(staged.map(({ from }) => rm(from, { force: true })));
    throw await asUserError(folder, error);
  } finally {
    process.off('SIGINT', stop);
  }
}

/** Writes over files that exist and keeps their rights. Throws a `UserError` if one leads out of the folder or may not be written. */
export async function overwrite(folder: string, outputs: Output[]): Promise<void> {
  const home = await realpath(folder);
  const whole = await Promise.all(
    outputs.map(async (output) => {
      const name = path.join(folder, output.path);
      const real = await realpath(name);
      if (!real.startsWith(home + path.sep))
        throw new UserError(`\`${name}\` leads out of \`${folder}\`, expected a file within it`);
      await access(real, constants.W_OK).catch(() => {
        throw new UserError(`\`${name}\` cannot be written, expected the right to write it`);
      });
      return { ...output, path: path.relative(home, real), mode: (await stat(real)).mode & 0o7777 };
    }),
  );
  await write(home, whole);
}

async function asUserError(folder: string, error: unknown): Promise<unknown> {
  const isFile = await stat(folder).then(
    (stats) => !stats.isDirectory(),
    () => false,
  );
  if (isFile) return new UserError(`\`${folder}\` is a file, expected a folder to write to`);
  // The user can put right what the system refuses: rights, a folder in the way, a full disk.
  if (systemCodeOf(error) !== undefined && error instanceof Error)
    return new UserError(`\`${folder}\` cannot be written to: ${error.message}`);
  return error;
}
