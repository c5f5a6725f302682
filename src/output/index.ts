/** mdast → bytes. Each format loads its writer only when it is asked for. */
import type { Root } from 'mdast';
import type * as z from 'zod';
import { walk, type Graphic } from '../text/markdown.js';
import type { Page } from './html.js';
import type { Complaint, Printed } from './printed.js';

/** All that a format may need. */
export interface Report {
  root: Root;
  page: Omit<Page, 'images'>;
  print: Omit<Printed, 'images' | 'fontFiles'>;
  /** The study's images, by path within its folder. */
  images: Map<string, Buffer>;
  /** Where the font files are; only formats that need them ask. */
  fontFiles: () => string[];
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

/** Files, and what of the report the format could not hold. */
interface Made {
  files: File[];
  complaints?: Complaint[];
}

const formats = {
  md: async ({ root, images }: Report): Promise<Made> => {
    const { renderMarkdown } = await import('./markdown.js');
    const pictures = usedImages(root, images).map(([path, bytes]) => ({
      path: `images/${path}`,
      bytes,
    }));
    return {
      files: [
        { path: 'report.md', bytes: renderMarkdown(root, 'images/') },
        ...pictures,
        ...(await drawingsOf(root)),
      ],
    };
  },
  html: async ({ root, page, images }: Report): Promise<Made> => {
    const { renderHtml } = await import('./html.js');
    return {
      files: [
        {
          path: 'report.html',
          bytes: renderHtml(root, { ...page, images: new Map(usedImages(root, images)) }),
        },
      ],
    };
  },
  pdf: async ({ root, print, images, fontFiles }: Report): Promise<Made> => {
    const { renderPdf } = await import('./pdf/index.js');
    const { bytes, complaints } = await renderPdf(root, {
      ...print,
      images,
      fontFiles: fontFiles(),
    });
    return { files: bytes ? [{ path: 'report.pdf', bytes }] : [], complaints };
  },
  docx: async ({ root, print, images, fontFiles }: Report): Promise<Made> => {
    const { renderDocx } = await import('./docx/index.js');
    const { bytes, complaints } = await renderDocx(root, {
      ...print,
      images,
      fontFiles: fontFiles(),
    });
    return { files: [{ path: 'report.docx', bytes }], complaints };
  },
  svg: async ({ root }: Report): Promise<Made> => ({ files: await drawingsOf(root) }),
  json: async ({ data }: Report): Promise<Made> => {
    const { renderJson, renderJsonSchema } = await import('./json.js');
    return {
      files: [
        { path: 'study.json', bytes: renderJson(data.document, data.asText) },
        { path: 'study.schema.json', bytes: renderJsonSchema(data.schema, data.textSchema) },
      ],
    };
  },
};

export type Format = keyof typeof formats;

export const knownFormats = Object.keys(formats) as Format[];

export function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}

/** Renders a report in each of the formats; `begin` is told which one comes next. A file that two formats need is made once. */
export async function render(
  report: Report,
  wanted: Format[],
  begin: (format: Format) => void = () => undefined,
): Promise<{ outputs: Rendered[]; complaints: Complaint[] }> {
  const outputs = new Map<string, Rendered>();
  const complaints: Complaint[] = [];
  for (const format of new Set(wanted)) {
    begin(format);
    const start = performance.now();
    const made = await formats[format](report);
    const took = performance.now() - start;
    const files = made.files.filter(({ path }) => !outputs.has(path));
    for (const file of files) outputs.set(file.path, { ...file, took: took / files.length });
    complaints.push(...(made.complaints ?? []));
  }
  return { outputs: [...outputs.values()], complaints };
}

async function drawingsOf(root: Root): Promise<File[]> {
  const drawings: Graphic[] = [];
  walk(root, (node) => {
    if (node.type === 'graphic') drawings.push(node);
  });
  if (drawings.length === 0) return [];
  const { renderSvg } = await import('./svg.js');
  return drawings.map((drawing) => ({
    path: `figures/${drawing.name}.svg`,
    bytes: renderSvg(drawing),
  }));
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
