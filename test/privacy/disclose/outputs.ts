/** Every word of a build, whatever its format. */
import { strFromU8, unzipSync } from 'fflate';
import type { BuildPlan } from '../../../src/tasks/build.js';
import { readPdf } from '../../output/pdf-text.js';

/** What each file of a build says, by its path: of a PDF its words, of a Word file all of its parts. */
export async function wordsOf({ outputs }: BuildPlan): Promise<Map<string, string>> {
  const read = outputs.map(async ({ path, bytes }): Promise<[string, string]> => [
    path,
    await wordsIn(path, bytes),
  ]);
  return new Map(await Promise.all(read));
}

async function wordsIn(path: string, bytes: string | Uint8Array): Promise<string> {
  if (typeof bytes === 'string') return bytes;
  if (path.endsWith('.pdf')) {
    const { text, title, author, pages } = await readPdf(bytes);
    return [text, title, author, ...pages.map(({ words }) => words)].join('\n');
  }
  if (!path.endsWith('.docx')) return Buffer.from(bytes).toString('utf8');
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/.test(name));
  return parts.map(([, part]) => strFromU8(part).replace(/<[^>]*>/g, '')).join('\n');
}

/** Words without what stands between them, so that no line end or mark-up hides a run of them. */
export function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
