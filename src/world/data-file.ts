/** Reads a data file that the user names. */
import path from 'node:path';
import type { VFile } from 'vfile';
import { UserError } from '../domain/user-error.js';
import { decode } from './decode.js';
import { readBytes, systemCodeOf } from './disk.js';

/** One file as text, known by its name without its folder. Throws a `UserError` if it cannot be read. */
export async function readDataFile(name: string): Promise<VFile> {
  const bytes = await readBytes(name).catch((error: unknown) => {
    const code = systemCodeOf(error);
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
