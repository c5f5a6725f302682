/** Messages on files → text, one file a format. */
import type { VFile } from 'vfile';
import { reportGithub } from './github.js';
import { reportJson } from './json.js';
import { reportText } from './text.js';

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

export const reporters = { text: reportText, json: reportJson, github: reportGithub } satisfies { [name: string]: Reporter };

export function isReporter(name: string): name is keyof typeof reporters {
  return Object.hasOwn(reporters, name);
}
