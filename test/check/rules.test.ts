/**
 * Each rule has a folder with a study that it leaves alone (`ok`) and one that breaks it in every way there is (`not-ok`), with
 * the messages of that rule in messages.txt: `file:line:column-line:column severity reason`. A rule may have more of these,
 * named `not-ok-…`. A new rule needs its folders and no code.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/check/rules.js';
import { checkStudy, type Checked } from '../../src/tasks/check.js';
import { linesOf, studyOf } from '../parse/in-memory.js';

const home = path.resolve('test/check');
const ids = [...rules.keys()];
const foldersOf = (folder: string) =>
  existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])) : [];
const studies = ids.flatMap((id) => foldersOf(path.join(home, id)).map((kind) => ({ id, kind, folder: path.join(home, id, kind) })));

test('every rule has its folders, and every folder its rule', () => {
  expect(foldersOf(home).sort()).toEqual([...ids].sort());
  for (const id of ids) {
    const kinds = foldersOf(path.join(home, id));
    expect(kinds, id).toContain('ok');
    expect(kinds, id).toContain('not-ok');
    expect(
      kinds.filter((kind) => kind !== 'ok' && !/^not-ok(-|$)/.test(kind)),
      id,
    ).toEqual([]);
  }
});

/** Each study is checked once for both of its tests. */
const known = new Map<string, Promise<Checked>>();

function checkOnce(folder: string): Promise<Checked> {
  const checked = known.get(folder) ?? checkStudy(folder);
  known.set(folder, checked);
  return checked;
}

describe.each(studies)('$id, $kind', ({ id, kind, folder }) => {
  test('gives its messages and no others of this rule', async () => {
    const messages = linesOf(await checkOnce(folder), id);
    if (kind === 'ok') expect(messages).toEqual([]);
    else {
      expect(messages.length).toBeGreaterThan(0);
      expect(`${messages.join('\n')}\n`).toBe(readFileSync(path.join(folder, 'messages.txt'), 'utf8'));
    }
  });

  test('each message says what is unexpected and what is expected, in one line, with a place, a rule and a reason', async () => {
    const checked = await checkOnce(folder);
    for (const message of checked.messages) {
      expect(message.reason).toMatch(/^(Unexpected|Missing) [^\n]+, expected (?!expected)[^\n]+$/);
      expect(message.reason).not.toMatch(/undefined|null|\[object|Invalid/);
      expect(ids).toContain(message.ruleId);
      expect(message.source).toBe('crosscase');
      expect(message.url).toBe(`docs/rules.md#${message.ruleId ?? ''}`);
      expect(message.note ?? '').toMatch(/\S+ \S+/);
    }
    expectPlacesWithin(checked);
  });
});

test.each(['error', 'warning', 'info'] as const)('study.md makes a rule an %s', async (severity) => {
  const files = { 'study.md': `---\nrules: { case-is-in-study: ${severity} }\n---\n` };
  expect(linesOf(await studyOf(files))).toEqual([
    `study.md:1:1-1:1 ${severity} Missing case notes, expected a Markdown file a case beside study.md`,
  ]);
});

test('study.md turns a rule off', async () => {
  expect(linesOf(await studyOf({ 'study.md': '---\nrules: { case-is-in-study: off }\n---\n' }))).toEqual([]);
});

test('the other place that makes one wrong is named', async () => {
  const { messages } = await checkStudy(path.join(home, 'component-is-entered-once', 'not-ok'));
  const [second] = messages.filter(({ ruleId }) => ruleId === 'component-is-entered-once');
  expect(second?.cause).toMatchObject({ file: 'a.md', line: 3, column: 1 });
});

/** Lines and columns are those of the file: from 1, the end not before the start, and no column behind the line's end. */
function expectPlacesWithin({ messages, files }: Checked): void {
  for (const { file: name, place, reason } of messages) {
    const file = files.find(({ path: each }) => each === name);
    const lines = String(file ?? '').split('\n');
    if (!place || !('end' in place)) throw new Error(`No range: ${reason}`);
    for (const { line, column } of [place.start, place.end]) {
      expect(line, reason).toBeGreaterThanOrEqual(1);
      expect(line, reason).toBeLessThanOrEqual(lines.length);
      expect(column, reason).toBeGreaterThanOrEqual(1);
      expect(column, reason).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
    }
    const { start, end } = place;
    expect(end.line > start.line || (end.line === start.line && end.column >= start.column), reason).toBe(true);
  }
}
