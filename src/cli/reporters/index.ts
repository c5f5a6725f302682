/** Messages on files → text, one file a format. */
import { reportGithub } from './github.js';
import { reportJson } from './json.js';
import type { Reporter } from './reporter.js';
import { reportText } from './text.js';

/** By the name that `--format` gives. */
export const reporters = { text: reportText, json: reportJson, github: reportGithub } satisfies {
  [name: string]: Reporter;
};

/** Whether there is a reporter of this name. */
export function isReporter(name: string): name is keyof typeof reporters {
  return Object.hasOwn(reporters, name);
}
