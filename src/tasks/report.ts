/** A composed report with all that the formats need beside its tree. */
import type { Input } from '../domain/input.js';
import type { Report } from '../output/format.js';
import { content, isContent } from '../report/document/content.js';
import { documentSchema } from '../report/document/view.js';
import type { Composed } from '../report/index.js';
import type { World } from '../world/world.js';

/** What the formats are made from; null where the template has a fault. */
export function reportOf(
  input: Input,
  composed: Composed,
  { language, world }: { language: string; world: World },
): Report | null {
  const { root, document } = composed;
  if (!root) return null;
  return {
    root,
    images: buffersOf(input.images),
    fontFiles: world.findFonts,
    print: {
      ...printOf(input, composed, language),
      packageFile: world.readPackageFile,
    },
    page: pageOf(input, composed, language),
    data: {
      document,
      schema: documentSchema,
      textSchema: content,
      asText: (value) => (isContent(value) ? value.text : null),
    },
  };
}

function printOf(
  { templates }: Input,
  { document, words, layout }: Composed,
  language: string,
): Omit<Report['print'], 'packageFile'> {
  const { title, authors, date, profile } = document.study;
  return {
    about: {
      title,
      date,
      language,
      ...(profile === 'internal' && { mark: words.disclosure.internal }),
      authors: layout.style.anonymous ? [] : authors.map(({ name }) => name),
    },
    style: layout.style,
    words: { contents: words.report.contents, ...words.print },
    layout: String(templates.get('print/layout.typ') ?? ''),
  };
}

function pageOf(
  { templates }: Input,
  { document, words }: Composed,
  language: string,
): Report['page'] {
  const part = (name: string) => String(templates.get(`page/${name}`) ?? '');
  const { contents, skip } = words.report;
  return {
    title: document.study.title,
    language,
    shell: part('shell.html'),
    style: part('style.css'),
    script: part('script.js') + part('peek.js'),
    words: {
      contents,
      skip,
      describe: words.figures.describe,
      page: { ...words.page, list: words.marks.list },
    },
  };
}

/** The same bytes as Node's own kind of array, which formats write. */
function buffersOf(images: Input['images']): Map<string, Buffer> {
  return new Map(
    [...images].map(([path, { buffer, byteOffset, byteLength }]) => [
      path,
      Buffer.from(buffer, byteOffset, byteLength),
    ]),
  );
}
