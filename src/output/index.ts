/** mdast → bytes. Each format loads its writer only when it is asked for. */
import type { Root } from 'mdast';
import type * as z from 'zod';
import { walk } from '../markdown.js';
import type { Page } from './html.js';

/** All that a format may need. */
export interface Report {
  root: Root;
  page: Omit<Page, 'images'>;
  /** The study's images, by path within its folder. */
  images: Map<string, Buffer>;
  data: {
    document: object;
    schema: z.ZodType;
    /** The schema of values that are written as plain words, and how they are written. */
    textSchema: z.ZodType;
    asText: (value: unknown) => string | null;
  };
}

export interface Rendered {
  /** Path within the folder that is written to. */
  path: string;
  bytes: string | Uint8Array;
  /** How long it took, in milliseconds. */
  took: number;
}

type File = Omit<Rendered, 'took'>;

const formats = {
  md: async ({ root, images }: Report): Promise<File[]> => {
    const { renderMarkdown } = await import('./markdown.js');
    const pictures = usedImages(root, images).map(([path, bytes]) => ({ path: `images/${path}`, bytes }));
    return [{ path: 'report.md', bytes: renderMarkdown(root, 'images/') }, ...pictures];
  },
  html: async ({ root, page, images }: Report): Promise<File[]> => {
    const { renderHtml } = await import('./html.js');
    return [{ path: 'report.html', bytes: renderHtml(root, { ...page, images: new Map(usedImages(root, images)) }) }];
  },
  json: async ({ data }: Report): Promise<File[]> => {
    const { renderJson, renderJsonSchema } = await import('./json.js');
    return [
      { path: 'study.json', bytes: renderJson(data.document, data.asText) },
      { path: 'study.schema.json', bytes: renderJsonSchema(data.schema, data.textSchema) },
    ];
  },
};

export type Format = keyof typeof formats;

export const knownFormats = Object.keys(formats) as Format[];

export function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}

/** Renders a report in each of the formats. */
export async function render(report: Report, wanted: Format[]): Promise<Rendered[]> {
  const rendered: Rendered[] = [];
  for (const format of new Set(wanted)) {
    const start = performance.now();
    const files = await formats[format](report);
    const took = performance.now() - start;
    rendered.push(...files.map((file) => ({ ...file, took: took / files.length })));
  }
  return rendered;
}

function usedImages(root: Root, images: Map<string, Buffer>): [string, Buffer][] {
  const used = new Map<string, Buffer>();
  if (images.size === 0) return [];
  walk(root, (node) => {
    const bytes = node.type === 'image' ? images.get(node.url) : undefined;
    if (node.type === 'image' && bytes) used.set(node.url, bytes);
  });
  return [...used];
}
