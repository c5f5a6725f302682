/** `private/` of a study's folder: nothing in it is listed or read but the register of respondents. */
import { VFile } from 'vfile';

/** Where the register of respondents stands in a study's folder. */
export const registerPath = 'private/respondents.yaml';

/** Access to the study's folder by paths within it; null for what cannot be opened. */
interface Access {
  list: (folder: string) => Promise<string[] | null>;
  open: (name: string) => Promise<VFile | null>;
}

/**
 * The register; null only where there is surely none. One that has another name or place, or cannot be opened, gives a file with
 * `data.unreadable`, which says what was expected and repeats no file name.
 */
export async function findRegister({ list, open }: Access, paths: string[]): Promise<VFile | null> {
  const names = (await list('.')) ?? [];
  // Deeper in the folder, a table of that name may be data of the study.
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

/** Whether a folder is `private`, in any case, as many disks do not tell `Private` from it. */
export function isPrivate(name: string): boolean {
  return name.toLowerCase() === 'private';
}
