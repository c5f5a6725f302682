import { VFile } from 'vfile';
import { decode } from '../../src/world/decode.js';
import { readTemplates } from '../../src/world/package-files.js';
import type { Input } from '../../src/domain/input.js';
import type { CaseNote, NoteEntry } from '../../src/domain/note.js';
import type { Framework } from '../../src/domain/framework.js';
import type { Leftovers } from '../../src/domain/text.js';
import { indexFramework } from '../../src/study/framework.js';
import { parseFramework } from '../../src/parse/framework/framework.js';
import { parseNote } from '../../src/parse/note/note.js';
import { checkInput, type Checked } from '../../src/tasks/check.js';

/** Files by path, as texts or as bytes; a path without content stands for a picture or another file that is not read. */
export interface Files {
  [path: string]: string | Uint8Array | null;
}

const templates = readTemplates();

/** Checks a study that stands in no folder. Files go through the same door as those of a disk. */
export async function studyOf(files: Files): Promise<Checked> {
  return checkInput(await inputOf(files));
}

/** The same as it is before it is checked, so that it can be built. */
export async function inputOf(files: Files): Promise<Input> {
  const paths = Object.keys(files).sort();
  const texts = paths.flatMap((path) => {
    const content = files[path] ?? null;
    return content === null
      ? []
      : [
          [
            path,
            decode(path, typeof content === 'string' ? Buffer.from(content) : content),
          ] as const,
        ];
  });
  return {
    folder: '.',
    files: new Map(texts),
    images: new Map(),
    paths: new Set(paths),
    templates: new Map(await templates),
  };
}

/** `file:line:column-line:column severity reason` of each message, as in messages.txt of a rule's folder. */
export function linesOf({ messages }: Pick<Checked, 'messages'>, ruleId?: string): string[] {
  return messages
    .filter((message) => ruleId === undefined || message.ruleId === ruleId)
    .map(({ file, place, fatal, reason }) => {
      if (!place || !('end' in place)) throw new Error(`No range: ${reason}`);
      const { start, end } = place;
      const severity = fatal === true ? 'error' : fatal === false ? 'warning' : 'info';
      return `${file ?? ''}:${String(start.line)}:${String(start.column)}-${String(end.line)}:${String(end.column)} ${severity} ${reason}`;
    });
}

/** A framework of a few components, each with another way to be found. */
export const smallFramework: Framework = frameworkOf(`---
id: small
---

# A small framework

## Process

- alias: 过程

### Building leadership

- code: PR-LEAD
- alias: Leadership, 领导力

### Planning

### Value (public)

## Outcome

- code: OUT

### Information integration
`);

/** Reads a framework that extends nothing. */
export function frameworkOf(value: string): Framework {
  return parseFramework(new VFile({ path: 'framework.md', value }), () => null).framework;
}

/** Reads a case note named `a.md` against a framework. */
export function noteOf(value: string, framework: Framework = smallFramework): CaseNote {
  return parseNote(new VFile({ path: 'a.md', value }), indexFramework(framework));
}

/** The parts of the entry of leadership with these lines in it. */
export function partsOf(text: string): NoteEntry['parts'] {
  return noteOf(`### Leadership (+)\n\n${text}`).entries.flatMap(({ parts }) => parts);
}

/** What these lines are in an entry of leadership, and how they read. */
export function kindsOf(text: string): [string, string][] {
  return partsOf(text).map((part) => [
    part.type === 'evidence' ? part.kind : part.type,
    part.content.text,
  ]);
}

/** `line:column what` of each thing that could not be read. */
export function unreadOf({ unread }: Pick<Leftovers, 'unread'>): string[] {
  return unread.map(
    ({ place, found }) =>
      `${String(place.position.start.line)}:${String(place.position.start.column)} ${found}`,
  );
}
