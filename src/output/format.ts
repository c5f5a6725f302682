/** What a format is: each file in formats/ defines one. */
import type { Root } from 'mdast';
import type * as z from 'zod';
import type { Complaint } from './complaint.js';
import type { Page } from './html.js';
import type { Printed } from './printed.js';

/** A format of the report. Its name is its key in the list of formats. */
export interface Format {
  /** True if it is made where neither study.md nor `--format` chooses. */
  isDefault: boolean;
  /** The kinds of files that it makes. Copies of the study's images need no kind. */
  files: FileKind[];
  /** Loads the writer and runs it. */
  render: (report: Report) => Promise<Made>;
}

/** A kind of file in the output folder. Kinds with the same ending agree in media type and in how they are read back. */
export interface FileKind {
  /** Path in the output folder, where `*` stands for any name: `report.md`, `figures/*.svg`. */
  path: string;
  /** As registered with IANA. */
  mediaType: string;
  /** How its words are read again when outputs are searched for names of respondents. */
  readBack: ReadBack;
  /** What it is, for the table of formats in the documentation: Markdown, no full stop. */
  help: string;
}

/** Ways to read an output again; privacy/read has a reader for each. `archive` is a ZIP file, whose parts are read one by one. */
export type ReadBack = 'markdown' | 'markup' | 'json' | 'pdf' | 'archive';

/** All that a format may need. */
export interface Report {
  root: Root;
  page: Omit<Page, 'images'>;
  print: Omit<Printed, 'images' | 'fontFiles'>;
  /** The study's images, by path within its folder. */
  images: Map<string, Buffer>;
  /** Finds the font files. A function, since most formats do not need them. */
  fontFiles: () => string[];
  data: {
    document: object;
    schema: z.ZodType;
    /** The schema of values that are written as plain words, and how they are written. */
    textSchema: z.ZodType;
    asText: (value: unknown) => string | null;
  };
}

/** A file to be written: its path within the output folder, with `/`, and what it holds. */
export interface MadeFile {
  path: string;
  bytes: string | Uint8Array;
}

/** The files of a format, and what of the report it could not hold. */
export interface Made {
  files: MadeFile[];
  complaints?: Complaint[];
}
