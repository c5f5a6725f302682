/** A PDF as a screen reader has it: its words in the order of the structure tree, its pages, its links. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFObject,
} from 'pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  /** Words in reading order, a line end between two pieces; running heads and page numbers are no part of it. */
  text: string;
  title: string | undefined;
  author: string | undefined;
  pages: {
    width: number;
    height: number;
    /** Right ends of all words, in points. */ ends: number[];
    /** All of them, running head included. */ words: string;
  }[];
  /** Tags of the structure tree, in reading order. */
  tags: string[];
  /** Links within the file, and how many of them lead to a page of it. */
  links: { inner: number; leading: number; outer: string[] };
}

interface Item {
  str?: string;
  transform?: number[];
  width?: number;
  type?: string;
  id?: string;
}

/** Reads a tagged PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Author?: string } };
  const words = new Map<string, string>();
  const pages: ReadPdf['pages'] = [];
  const links: ReadPdf['links'] = { inner: 0, leading: 0, outer: [] };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = (await page.getTextContent({ includeMarkedContent: true })) as {
      items: Item[];
    };
    const { width, height } = page.getViewport({ scale: 1 });
    pages.push({
      words: items.map(({ str = '' }) => str).join(' '),
      width,
      height,
      ends: items.flatMap(({ str, transform, width: wide }) =>
        str?.trim() && transform ? [(transform[4] ?? 0) + (wide ?? 0)] : [],
      ),
    });
    addWords(words, number - 1, items);
    for (const { url, dest } of (await page.getAnnotations()) as Link[]) {
      if (url) links.outer.push(url);
      else links.inner += 1;
      if (!url && (await leadsToPage(document, dest))) links.leading += 1;
    }
  }
  await document.destroy();
  const { order, tags } = await structureOf(bytes);
  return {
    text: order.map((key) => words.get(key) ?? '').join('\n'),
    title: info.Title,
    author: info.Author,
    pages,
    tags,
    links,
  };
}

interface Link {
  url?: string;
  /** A name, or the place itself. */
  dest?: string | { num: number; gen: number }[];
}

async function leadsToPage(document: PDFDocumentProxy, dest: Link['dest']): Promise<boolean> {
  const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
  const to = place?.[0] as { num: number; gen: number } | undefined;
  return to !== undefined && (await document.getPageIndex(to)) >= 0;
}

/** The words of each piece of marked content, by page and number. */
function addWords(words: Map<string, string>, page: number, items: Item[]): void {
  const open: (string | null)[] = [];
  for (const { type, id, str } of items) {
    if (type === 'beginMarkedContentProps') open.push(/_mc(\d+)$/.exec(id ?? '')?.[1] ?? null);
    else if (type === 'beginMarkedContent') open.push(null);
    else if (type === 'endMarkedContent') open.pop();
    else {
      const number = open.findLast((each) => each !== null);
      const key = `${String(page)}:${number ?? ''}`;
      if (number !== undefined && str) words.set(key, `${words.get(key) ?? ''}${str}`);
    }
  }
}

/** Keys of marked content in the order of the structure tree. */
async function structureOf(bytes: Uint8Array): Promise<{ order: string[]; tags: string[] }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pageIndex = new Map(document.getPages().map(({ ref }, index) => [ref.toString(), index]));
  const order: string[] = [];
  const tags: string[] = [];
  const resolve = (object: PDFObject | undefined) =>
    object instanceof PDFRef ? document.context.lookup(object) : object;
  const visit = (found: PDFObject | undefined, page: number): void => {
    const object = resolve(found);
    if (object instanceof PDFNumber) order.push(`${String(page)}:${String(object.asNumber())}`);
    else if (object instanceof PDFArray) for (const child of object.asArray()) visit(child, page);
    else if (object instanceof PDFDict) {
      const own = object.get(PDFName.of('Pg'));
      const here = own instanceof PDFRef ? (pageIndex.get(own.toString()) ?? page) : page;
      const tag = object.get(PDFName.of('S'));
      if (tag instanceof PDFName) tags.push(tag.asString().slice(1));
      const number = object.get(PDFName.of('MCID'));
      if (number instanceof PDFNumber) visit(number, here);
      else visit(object.get(PDFName.of('K')), here);
    }
  };
  const root = resolve(document.catalog.get(PDFName.of('StructTreeRoot')));
  if (!(root instanceof PDFDict)) throw new Error('The PDF is not tagged');
  visit(root.get(PDFName.of('K')), 0);
  return { order, tags };
}

/** Words without what a line of print may add or take: spaces, hyphens, places for a break, the brackets of a link to a record. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00AD\u200B\u2010[\]-]/gu, '');
}
