/** Everything that a task takes from its surroundings or changes there. No clock exists: dates come with the request. */
import path from 'node:path';
import type { VFile } from 'vfile';
import type { Input } from '../domain/input.js';
import { readDataFile } from './data-file.js';
import { isFilled, overwrite, readBytes, write, type Output } from './disk.js';
import { findFonts } from './fonts.js';
import { readPackageFile, readTemplates } from './package-files.js';
import { readState, type State } from './states.js';
import { read } from './study-folder.js';

/** The effects that tasks use; a test may put its own in their place. */
export interface World {
  /** Reads a study's folder. Throws a `UserError` if it cannot be read. */
  read: (folder: string) => Promise<Input>;
  /** Reads a folder of notes, or what a ref of the study's repository holds. Throws a `UserError` if there is neither. */
  readState: (name: string, folder: string) => Promise<State>;
  /** Reads one data file. Throws a `UserError` if it cannot be read. */
  readDataFile: (name: string) => Promise<VFile>;
  /** The bytes of one file in a folder. */
  readBytes: (folder: string, name: string) => Promise<Uint8Array>;
  /** Bundled templates, by path within `templates/`. */
  readTemplates: () => Promise<Map<string, VFile>>;
  /** A file of an installed package; null if it is not installed. */
  readPackageFile: (specifier: string) => Promise<Uint8Array | null>;
  /** Paths of the bundled font files. */
  findFonts: () => string[];
  /** Whether a path is a folder with anything in it. */
  isFilled: (folder: string) => Promise<boolean>;
  /** Writes all files to a folder, or none. Throws a `UserError` if that fails. */
  write: (folder: string, outputs: Output[]) => Promise<void>;
  /** Writes over files of a folder and keeps their rights. Throws a `UserError` if one may not be written. */
  overwrite: (folder: string, outputs: Output[]) => Promise<void>;
}

/** The disk, git and the installed packages of this machine. */
export const realWorld: World = {
  read,
  readState,
  readDataFile,
  readBytes: (folder, name) => readBytes(path.join(folder, name)),
  readTemplates,
  readPackageFile,
  findFonts,
  isFilled,
  write,
  overwrite,
};
