/** The study of the README as its reader types it off: the path in backticks on a line of its own, and the fence below it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The files of `my-study/` with their contents, in the order of the README. */
export async function readFirstStudy(): Promise<Map<string, string>> {
  const readme = await readFile('README.md', 'utf8');
  const snippets = readme.matchAll(/^`my-study\/([\w./-]+)`.*\n\n```\w*\n([\s\S]*?)^```$/gm);
  return new Map([...snippets].map(([, file = '', text = '']) => [file, text]));
}

/** Writes them into a folder. */
export async function writeFirstStudy(folder: string): Promise<void> {
  for (const [file, text] of await readFirstStudy()) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
}
