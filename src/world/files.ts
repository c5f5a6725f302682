/** The only door to the disk: folders are read in a fixed order, files are written whole or not at all. */
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { rmSync, type Dirent } from 'node:fs';
import { createRequire } from 'node:module';
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
import type { VFile } from 'vfile';
import { decode } from './decode.js';
import { findRegister, isPrivate } from './private.js';
import { UserError } from '../domain/user-error.js';
import type { Input } from '../domain/input.js';

/** The package's own templates, wherever its code was bundled to. */
const bundled = path.join(
  path.dirname(createRequire(import.meta.url).resolve('crosscase/package.json')),
  'templates/',
);

const textual = /\.(md|markdown|bib|json|ya?ml|csl|typ|csv)$/i;

const pictorial = /\.(png|jpe?g|gif|webp)$/i;

const templatesFolder = 'templates/';

/** Reads a study. Throws a `UserError` if the folder cannot be read. */
export async function read(folder: string): Promise<Input> {
  return inputOf(folder, await listFolder(folder), (name) => readFile(path.join(folder, name)));
}

/** What a study's folder holds, wherever its bytes come from: `paths` are sorted, and read are those that a study may use. */
export async function inputOf(
  folder: string,
  paths: string[],
  bytesOf: (name: string) => Promise<Uint8Array>,
): Promise<Input> {
  const files = new Map<string, VFile>();
  const images = new Map<string, Buffer>();
  const templates = await readTemplates();
  await Promise.all(
    paths.filter(isRead).map(async (name) => {
      const bytes = await bytesOf(name);
      if (pictorial.test(name)) images.set(name, Buffer.from(bytes));
      else if (name.startsWith(templatesFolder))
        templates.set(name.slice(templatesFolder.length), decode(name, bytes));
      else files.set(name, decode(name, bytes));
    }),
  );
  const door = {
    list: (name: string) => readdir(path.join(folder, name)).catch(() => null),
    open: (name: string) =>
      readFile(path.join(folder, name)).then(
        (bytes) => decode(name, bytes),
        () => null,
      ),
  };
  const register = await findRegister(door, paths);
  return {
    folder,
    files: sorted(files),
    images: sorted(images),
    paths: new Set(paths),
    templates: sorted(templates),
    register,
  };
}

/** Whether the content of a path is read, and not its name alone. */
export function isRead(name: string): boolean {
  return pictorial.test(name) || textual.test(name) || name.startsWith(templatesFolder);
}

/** The paths that belong to a study, in the order in which they are read; not what is hidden or installed. */
export function pathsOfStudy(names: string[]): string[] {
  return names.filter((name) => !/(^|\/)(\.|node_modules\/)/.test(name)).sort(inOrder);
}

/** Whether a path is a folder with a note in it. */
export async function isFolderOfNotes(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => /\.(md|markdown)$/i.test(name));
}

/** The input itself, if it holds study.md or a note. Throws a `UserError` for any other folder. */
export function expectNotes(input: Input, name: string): Input {
  const hasNotes = [...input.files.keys()].some((path) =>
    /^(?!readme\.)[^/]+\.(md|markdown)$/i.test(path),
  );
  if (!hasNotes)
    throw new UserError(`No study.md and no note in \`${name}\`, expected a folder of case notes`);
  return input;
}

/** Whether a path is a folder with anything in it. */
export async function isFilled(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).length > 0;
}

/** Reads one file as a text, known by its name alone. Throws a `UserError` if it cannot be read. */
export async function readDataFile(name: string): Promise<VFile> {
  const bytes = await readFile(name).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT')
      throw new UserError(`No file \`${name}\`, expected a data file (CSV or TSV)`);
    if (code === 'EISDIR')
      throw new UserError(`\`${name}\` is a folder, expected a data file (CSV or TSV)`);
    if (code === 'EACCES')
      throw new UserError(`\`${name}\` cannot be read, expected the right to read it`);
    throw error;
  });
  return decode(path.basename(name), bytes);
}

/** Bundled templates alone, by path within `templates/`. */
export async function readTemplates(): Promise<Map<string, VFile>> {
  const names = (await listFolder(bundled)).filter((name) => name.includes('/'));
  const files = await Promise.all(
    names.map(
      async (name) =>
        [name, decode(`templates/${name}`, await readFile(path.join(bundled, name)))] as const,
    ),
  );
  return new Map(files);
}

/** A file of an installed package, by `package/path` or by where it is; null if it is not installed. */
export async function readPackageFile(specifier: string): Promise<Buffer | null> {
  try {
    return await readFile(createRequire(import.meta.url).resolve(specifier));
  } catch {
    return null;
  }
}

async function listFolder(folder: string): Promise<string[]> {
  const entries = await listEntries(folder).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
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

/** All entries below a folder but those of `private/`, which is not even looked into. */
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

/** The order of code points: the same on every machine. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sorted<T>(files: Map<string, T>): Map<string, T> {
  return new Map([...files].sort(([a], [b]) => inOrder(a, b)));
}

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
  // Whoever stops the program now stops it by the same signal, but leaves nothing half-written.
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

/** A file of a folder as it is on the disk. */
export async function readBytes(folder: string, name: string): Promise<Uint8Array> {
  return readFile(path.join(folder, name));
}

/** Writes files over those that are there, with their rights. Throws a `UserError` if one leads out of the folder or is not to be written. */
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
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // Whatever the system itself refuses is the operator's to mend: rights, a folder in the way, a full disk.
  if (typeof code === 'string' && error instanceof Error)
    return new UserError(`\`${folder}\` cannot be written to: ${error.message}`);
  return error;
}
