/**
 * What nobody may see: `private/` of a study's folder, of which nothing is listed and nothing read but the register of respondents,
 * and messages that speak of it.
 */
import { VFile } from 'vfile';

declare module 'vfile' {
  interface DataMap {
    /** The register could not be read, and this was expected of it; its text is empty then. */
    unreadable: string;
  }
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** The line that it means holds a registered name, or it speaks of one: nobody prints that line, and no report holds the message. */
    isPrivate?: boolean;
  }
}

/** Where the register of respondents stands in a study's folder. */
export const registerPath = 'private/respondents.yaml';

/** The disk, by paths within the study's folder; null for what cannot be opened. */
export interface Door {
  list: (folder: string) => Promise<string[] | null>;
  open: (name: string) => Promise<VFile | null>;
}

/**
 * The register, null only where there is surely none: one that is there under another name or in another folder, or that cannot be
 * opened, must not pass for a study without. What is wrong is told by what is expected, so that no name of a file is repeated.
 */
export async function findRegister({ list, open }: Door, paths: string[]): Promise<VFile | null> {
  const names = (await list('.')) ?? [];
  // A table of that name, deeper, may be data of the study.
  const isThere =
    names.some(isAlmostRegister) || paths.some((path) => /\/respond[ae]nts?\.ya?ml$/i.test(path));
  const expected = isThere ? [`the register of respondents at \`${registerPath}\``] : [];
  for (const home of names.filter(isPrivate)) {
    const held = await list(home);
    if (held === null) expected.push('a folder `private/` that can be opened');
    else if (home === 'private' && held.includes('respondents.yaml'))
      return (await open(registerPath)) ?? unreadable('a file that can be opened');
    else if (held.some((name) => isAlmostRegister(name) || /\.ya?ml$/i.test(name)))
      expected.push(`the name \`${registerPath}\``);
  }
  const [first] = expected;
  return first === undefined ? null : unreadable(first);
}

function unreadable(expected: string): VFile {
  return new VFile({ path: registerPath, value: '', data: { unreadable: expected } });
}

function isAlmostRegister(name: string): boolean {
  return /^respond[ae]nts?\.(?:ya?ml|json|csv)$/i.test(name);
}

/** A folder of that name, in any case: on many disks `Private` is the same one. */
export function isPrivate(name: string): boolean {
  return name.toLowerCase() === 'private';
}
