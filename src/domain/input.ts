/** What was read of a study, before it is parsed. */
import type { VFile } from 'vfile';

/** What identifies the bytes of a file. */
export interface Digest {
  /** In hexadecimal digits. */
  sha256: string;
  /** Bytes. */
  size: number;
}

declare module 'vfile' {
  interface DataMap {
    /** Of its bytes as they are on the disk. */
    digest: Digest;
    /** Number of the first line that is not UTF-8. */
    notUtf8: number;
    /** Of a register that could not be read: what was expected of it. Its text is empty then. */
    unreadable: string;
  }
}

/** Everything that a study's folder and the bundled templates hold, as texts. */
export interface Input {
  /** Path of the folder as the operator gave it. */
  folder: string;
  /** Markdown, bibliographies and tables, by path within the folder. */
  files: Map<string, VFile>;
  /** Images, by path within the folder. */
  images: Map<string, Uint8Array>;
  /** Every path in the folder, with `/` between names; what stands in `private/` is not among them. */
  paths: Set<string>;
  /** `private/respondents.yaml`, which never stands among `files`, as reporters print their lines; null or left out without one. */
  register?: VFile | null;
  /** Bundled templates, overridden by the study's own `templates/`, by path within either. */
  templates: Map<string, VFile>;
}
