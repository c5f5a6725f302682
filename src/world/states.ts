/** The state of a study that an operator names: another folder, or a branch, tag or commit of its own. */
import { expectNotes, isFolderOfNotes, read } from './files.js';
import type { Input } from '../domain/input.js';
import { commitOf, readCommitted } from './git.js';

export interface State {
  input: Input;
  /** As the operator named it. */
  name: string;
  /** Hash of the commit; null for a folder. */
  commit: string | null;
  /** The name is that of a folder, which was read, and of a branch, tag or commit too. */
  isAlsoRef: boolean;
}

/** Reads the state; a folder of notes wins over a ref of its name. Throws a `UserError` if there is neither. */
export async function readState(name: string, folder: string): Promise<State> {
  const isPath = /^\.{0,2}[/\\]|^\.{1,2}$|^[a-z]:[/\\]/i.test(name);
  if (isPath || (await isFolderOfNotes(name))) {
    const isAlsoRef = !isPath && (await isRef(folder, name));
    return { input: expectNotes(await read(name), name), name, commit: null, isAlsoRef };
  }
  const { input, commit } = await readCommitted(folder, name);
  return { input: expectNotes(input, name), commit, name, isAlsoRef: false };
}

/** Folders can be compared on a machine without git. */
async function isRef(folder: string, name: string): Promise<boolean> {
  return commitOf(folder, name).then(
    (commit) => commit !== null,
    () => false,
  );
}
