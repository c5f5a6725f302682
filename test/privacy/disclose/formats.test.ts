/** The scenario `withheld` in every format: what its sources did not give stands in none of a public report, and in an internal one. */
import { beforeAll, describe, expect, test } from 'vitest';
import { read } from '../../../src/world/study-folder.js';
import type { Profile } from '../../../src/domain/protocol.js';
import { buildInput, type BuildPlan } from '../../../src/tasks/build.js';
import { squeezed, wordsOf } from './outputs.js';

const folder = 'test/scenarios/withheld/input';
/** Of a restricted source: its words, original, description, paraphrase, title, address and what is said of it; and all memos. */
const secrets = [
  'came down the stairs himself',
  'would have refused a letter',
  '登记处的处长亲自下楼来',
  'gave them to him alone',
  'would not have given them to anybody else',
  'Bo Neverprinted',
  'example.org/tapes',
  'behind the boiler house',
  'Ask Bo whether the mill',
  'cried here',
  'in the second drawer',
];
/** What is coarsened: places, dates, ages, and a gender that is left out. */
const coarsened = ['Upper Mill', '2019-11-20', 'gender: man'];
const kept = [
  'N1',
  'N2',
  'ASK',
  'insider',
  'We had a letter, and put it on the pile',
  'I only ever saw the yellow files from afar',
];

const built = new Map<Profile, BuildPlan>();
const words = new Map<Profile, Map<string, string>>();
const reports = ['report.md', 'report.html', 'report.pdf', 'report.docx', 'study.json'];

beforeAll(async () => {
  for (const profile of ['public', 'internal'] as const) {
    const made = await buildInput(await read(folder), { profile });
    built.set(profile, made);
    words.set(profile, await wordsOf(made));
  }
}, 60_000);

const holds = (profile: Profile, path: string, text: string) =>
  squeezed(words.get(profile)?.get(path) ?? '').includes(squeezed(text));

describe.each(reports)('%s', (path) => {
  test('withholds in a public report, and nothing in an internal one', () => {
    for (const secret of [...secrets, ...coarsened])
      expect(holds('public', path, secret), secret).toBe(false);
    for (const secret of [...secrets, ...coarsened])
      expect(holds('internal', path, secret), secret).toBe(true);
    for (const text of kept) expect(holds('public', path, text), text).toBe(true);
  });

  test('says what is withheld, and what is internal', () => {
    const mark = path === 'study.json' ? '"profile": "internal"' : 'Internal: not for publication';
    expect(holds('internal', path, mark)).toBe(true);
    expect(holds('public', path, mark)).toBe(false);
    const sign = path === 'study.json' ? '"withheld": "restricted"' : 'withheld: restricted source';
    expect(holds('public', path, sign)).toBe(true);
    expect(holds('internal', path, sign)).toBe(false);
  });
});

test('no file but the reports holds what is withheld', () => {
  expect(words.get('public')?.size).toBeGreaterThan(reports.length);
  for (const [path, text] of words.get('public') ?? []) {
    for (const secret of secrets)
      expect(squeezed(`${path} ${text}`).includes(squeezed(secret)), `${path}: ${secret}`).toBe(
        false,
      );
  }
});

test('every page of an internal PDF and Word file is marked', () => {
  const pdf = words.get('internal')?.get('report.pdf') ?? '';
  expect(pdf.match(/Internal: not for publication/g)?.length).toBeGreaterThan(10);
  expect(words.get('internal')?.get('report.docx')).toContain(
    'Internal: not for publication · Two invented counters',
  );
});

test('a message on who a respondent is, is for the terminal only', () => {
  const { messages } = built.get('public') ?? { messages: [] };
  expect(messages.map(({ ruleId }) => ruleId)).toContain('attributes-fit-several');
  for (const path of reports)
    expect(holds('public', path, 'which fits 1 respondent'), path).toBe(false);
  expect(
    holds(
      'public',
      'report.md',
      'Messages on what this report withholds, or on who its respondents are, are not printed: 1.',
    ),
  ).toBe(true);
  expect(holds('internal', 'report.md', 'which fits 1 respondent')).toBe(true);
});

test('ages, years and places are given as study.md asks, everywhere', () => {
  const json = JSON.parse(words.get('public')?.get('study.json') ?? '') as {
    sources: { id: string; attributes: object }[];
    cases: { attributes: object }[];
  };
  expect(json.sources.find(({ id }) => id === 'O')?.attributes).toEqual({
    role: 'clerk',
    age: '30–39',
    joined: '2019',
    perspective: 'insider',
  });
  expect(json.cases.map(({ attributes }) => attributes)).toEqual([
    { place: 'the north', unit: 'counter' },
    { place: 'the south', unit: 'counter' },
  ]);
});
