/** Reads the state of a study that the user names: another folder, or a branch, tag or commit of its repository. */
import type { Input } from '../domain/input.js';
import { commitOf, readCommitted } from './git.js';
import { expectNotes, isFolderOfNotes, read } from './study-folder.js';

/** A study as it was or as it is elsewhere. */
export interface State {
  input: Input;
  /** As the user named it. */
  name: string;
  /** Hash of the commit; null for a folder. */
  commit: string | null;
  /** The folder was read, though a branch, tag or commit has the same name. */
  isAlsoRef: boolean;
}

/** Reads a state; a folder of notes goes before a ref of the same name. Throws a `UserError` if there is neither. */
export async function readState(name: string, folder: string): Promise<State> {
  const isPath = /^\.{0,2}[/\\]|^\.{1,2}$|^[a-z]:[/\\]/i.test(name);
  if (isPath || (await isFolderOfNotes(name))) {
    const isAlsoRef = !isPath && (await isRef(folder, name));
    return { input: expectNotes(await read(name), name), name, commit: null, isAlsoRef };
  }
  const { input, commit } = await readCommitted(folder, name);
  return { input: expectNotes(input, name), commit, name, isAlsoRef: false };
}

/** False on a machine without git, where folders can still be compared. */
async function isRef(folder: string, name: string): Promise<boolean> {
  return commitOf(folder, name).then(
    (commit) => commit !== null,
    () => false,
  );
}
