/** Reads what comes with the program: its templates, and files of the packages it needs. */
import path from 'node:path';
import { createRequire } from 'node:module';
import type { VFile } from 'vfile';
import { decode } from './decode.js';
import { listPaths, readBytes } from './disk.js';

/** The package's own templates, wherever its code was bundled to. */
const bundled = path.join(
  path.dirname(createRequire(import.meta.url).resolve('crosscase/package.json')),
  'templates/',
);

/** Bundled templates alone, by path within `templates/`. */
export async function readTemplates(): Promise<Map<string, VFile>> {
  const names = (await listPaths(bundled)).filter((name) => name.includes('/'));
  const files = await Promise.all(
    names.map(
      async (name) =>
        [name, decode(`templates/${name}`, await readBytes(path.join(bundled, name)))] as const,
    ),
  );
  return new Map(files);
}

/** A file of an installed package, by `package/path` or by an absolute path; null if it is not installed. */
export async function readPackageFile(specifier: string): Promise<Buffer | null> {
  try {
    return await readBytes(createRequire(import.meta.url).resolve(specifier));
  } catch {
    return null;
  }
}
