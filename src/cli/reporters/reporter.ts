/** What a reporter of messages is. */
import type { VFile } from 'vfile';

export interface ReporterOptions {
  colour: boolean;
  /** The folder that is put in front of the files' paths. */
  base: string;
}

export interface Reported {
  /** Without a line end; empty if there is nothing to say. */
  text: string;
  errors: number;
}

export type Reporter = (files: VFile[], options: ReporterOptions) => Reported;
