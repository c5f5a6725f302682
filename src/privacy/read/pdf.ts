/** Every text of a PDF: of its pages, its structure, its outline, its links, its properties and what is attached to it. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** All texts; running heads stand apart, so that words go on from page to page. Throws if it cannot be opened. */
export async function textsOfPdf(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // A copy, since the reader detaches the buffer that it is given.
  const document = await getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: 0,
  }).promise;
  try {
    const { info, metadata } = await document.getMetadata();
    // The types leave out that a file may have none.
    const around = [
      info,
      (metadata as typeof metadata | null)?.getRaw(),
      await document.getOutline(),
      await document.getAttachments(),
      await document.getDestinations(),
    ];
    const pages = await textsOfPages(document);
    const body = pages.map((page) => page.body).join('\n');
    return [body, ...pages.flatMap(({ beside }) => beside), ...around.flatMap(stringsIn)];
  } finally {
    await document.destroy();
  }
}

async function textsOfPages(
  document: PDFDocumentProxy,
): Promise<{ body: string; beside: string[] }[]> {
  const pages: { body: string; beside: string[] }[] = [];
  for (let number = 1; number <= document.numPages; number++)
    pages.push(await textsOfPage(await document.getPage(number)));
  return pages;
}

async function textsOfPage(page: PDFPageProxy): Promise<{ body: string; beside: string[] }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const body: string[] = [];
  const heads: string[] = [];
  const open: boolean[] = [];
  for (const item of items) {
    if ('str' in item) (open.includes(true) ? heads : body).push(item.str, item.hasEOL ? '\n' : '');
    else if (item.type === 'endMarkedContent') open.pop();
    // The types leave out the tag.
    else open.push((item as { tag?: string }).tag === 'Artifact');
  }
  // What its pictures say stands in the tree of its structure.
  const beside = [await page.getAnnotations(), await page.getStructTree()].flatMap(stringsIn);
  page.cleanup();
  return { body: body.join(''), beside: [heads.join(''), ...beside] };
}

/** Every text within plain data, names of keys too. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [new TextDecoder().decode(value)];
  if (typeof value !== 'object' || value === null) return [];
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, each]) => [String(key), ...stringsIn(each)]);
}
