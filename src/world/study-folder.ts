/** Reads a study's folder. */
import path from 'node:path';
import type { VFile } from 'vfile';
import type { Input } from '../domain/input.js';
import { UserError } from '../domain/user-error.js';
import { decode } from './decode.js';
import { listNames, listPaths, readBytes } from './disk.js';
import { readTemplates } from './package-files.js';
import { inOrder, isPicture, isRead, templatesFolder } from './paths.js';
import { findRegister } from './private.js';

/** Reads a study. Throws a `UserError` if the folder cannot be read. */
export async function read(folder: string): Promise<Input> {
  return inputOf(folder, await listPaths(folder), (name) => readBytes(path.join(folder, name)));
}

/** A study whose bytes come from anywhere: `paths` are sorted, and `bytesOf` is asked for those whose content is read. The register always comes from the folder. */
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
      if (isPicture(name)) images.set(name, Buffer.from(bytes));
      else if (name.startsWith(templatesFolder))
        templates.set(name.slice(templatesFolder.length), decode(name, bytes));
      else files.set(name, decode(name, bytes));
    }),
  );
  const register = await findRegister(
    {
      list: (name) => listNames(path.join(folder, name)),
      open: (name) =>
        readBytes(path.join(folder, name)).then(
          (bytes) => decode(name, bytes),
          () => null,
        ),
    },
    paths,
  );
  return {
    folder,
    files: sorted(files),
    images: sorted(images),
    paths: new Set(paths),
    templates: sorted(templates),
    register,
  };
}

/** Whether a path is a folder with a note in it. */
export async function isFolderOfNotes(folder: string): Promise<boolean> {
  const names = (await listNames(folder)) ?? [];
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

function sorted<T>(files: Map<string, T>): Map<string, T> {
  return new Map([...files].sort(([a], [b]) => inOrder(a, b)));
}
