/** What a reporter of messages is. */
import type { VFile } from 'vfile';

/** How messages are to be printed. */
export interface ReporterOptions {
  colour: boolean;
  /** The folder that is put in front of the files' paths. */
  base: string;
}

/** What a reporter made of the messages. */
export interface Reported {
  /** Without a line end; empty if there is nothing to say. */
  text: string;
  /** How many messages are errors. */
  errors: number;
}

/** Turns the messages of files into text. */
export type Reporter = (files: VFile[], options: ReporterOptions) => Reported;
