/** Messages on files → text, one file a format. */
import { reportGithub } from './github.js';
import { reportJson } from './json.js';
import { reportText } from './text.js';
import type { Reporter } from './reporter.js';

export const reporters = { text: reportText, json: reportJson, github: reportGithub } satisfies {
  [name: string]: Reporter;
};

export function isReporter(name: string): name is keyof typeof reporters {
  return Object.hasOwn(reporters, name);
}
