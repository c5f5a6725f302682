/** A reader who knows nothing of the gate: all that a person could make out in an output, by packages that only read. */
import { unzipSync } from 'fflate';
import { fromHtml } from './html-text.js';
import { readPdf } from '../../output/pdf-text.js';
import { reporters } from '../../../src/cli/reporters/index.js';
import type { BuildPlan } from '../../../src/tasks/build.js';

/** Letters and digits alone, in one case and width, without accents. */
export function letters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Everything that the terminal and other programs are told of a build, in all formats. */
export function toldOf({ files, messages }: Pick<BuildPlan, 'files' | 'messages'>): string {
  const told = Object.values(reporters).map(
    (report) => report(files, { colour: false, base: 'cases' }).text,
  );
  return [
    ...told,
    ...messages.map((message) =>
      JSON.stringify([message, message.stack, message.name, String(message)]),
    ),
  ].join('\n');
}

/** All texts of the outputs, and their paths. */
export async function shownBy(outputs: BuildPlan['outputs']): Promise<string> {
  const texts = await Promise.all(
    outputs.map(async ({ path, bytes }) => `${path}\n${await shownIn(path, bytes)}`),
  );
  return texts.join('\n');
}

async function shownIn(path: string, bytes: string | Uint8Array): Promise<string> {
  const raw = Buffer.from(bytes).toString();
  if (path.endsWith('.json')) return JSON.stringify(JSON.parse(raw)).replace(/\\[nrt]/g, ' ');
  if (path.endsWith('.md')) return fromHtml(raw.replace(/\]\([^)]*\)/g, '')) + decoded(raw);
  if (/\.(?:html|svg)$/.test(path)) return fromHtml(raw) + decoded(raw);
  if (path.endsWith('.pdf')) {
    const { text, title, author } = await readPdf(Buffer.from(bytes));
    return [text, title, author].join('\n');
  }
  if (path.endsWith('.docx'))
    return Object.entries(unzipSync(Buffer.from(bytes)))
      .map(
        ([name, part]) =>
          name + fromHtml(Buffer.from(part).toString()) + decoded(Buffer.from(part).toString()),
      )
      .join('\n');
  return Buffer.from(bytes).toString('latin1') + raw;
}

function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (codes) =>
    Buffer.from(codes.replaceAll('%', ''), 'hex').toString(),
  );
}
