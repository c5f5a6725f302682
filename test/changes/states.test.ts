/**
 * Each folder of test/changes holds two states of a study, `old/` and `new/`, and what `crosscase diff` says of them. Some
 * properties hold over these, over every scenario, and over generated studies.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analyse/index.js';
import { withholdOlderWords } from '../../src/changes/index.js';
import { changesSchema, type Change, type Changes } from '../../src/changes/schema.js';
import { decode } from '../../src/world/decode.js';
import { read } from '../../src/world/study-folder.js';
import type { Input } from '../../src/domain/input.js';
import { renderTerminal } from '../../src/output/terminal/index.js';
import { buildInput } from '../../src/tasks/build.js';
import { changesSince } from '../../src/tasks/compare.js';
import { checkInput } from '../../src/tasks/check.js';
import { diffStudy, tellChanges } from '../../src/tasks/diff.js';
import { inputOf, type Files } from '../parse/in-memory.js';
import { runs } from '../runs.js';

const home = path.resolve('test/changes');
const names = readdirSync(home, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const scenarios = path.resolve('test/scenarios');
const studies = [
  ...readdirSync(scenarios).map((name) => path.join(scenarios, name, 'input')),
  path.resolve('cases'),
].filter(existsSync);

async function compare(older: Input, newer: Input) {
  const { study } = await checkInput(newer);
  const analysis = analyse(study);
  const changes = await changesSince(
    { input: older, name: 'old', commit: null },
    { study, analysis },
    null,
  );
  return { study, analysis, changes, isAlsoRef: false };
}

/** A change as it reads from the other end. What words exactly are shown of a text is left to the search for them. */
function turned(
  { of, how, aspect, attribute, from, to, records }: Change,
  isTurned: boolean,
): string {
  const other = { added: 'removed', removed: 'added' } as const;
  const seen = isTurned && (how === 'added' || how === 'removed') ? other[how] : how;
  return JSON.stringify([
    of,
    seen,
    aspect,
    attribute,
    ...(isTurned ? [to, from] : [from, to]),
    records,
  ]);
}

function expectMirrored(there: Changes, back: Changes): void {
  expect(back.changes.map((each) => turned(each, true)).sort()).toEqual(
    there.changes.map((each) => turned(each, false)).sort(),
  );
  expect(back.results.map(({ of, from, to }) => [of, to, from].join()).sort()).toEqual(
    there.results.map(({ of, from, to }) => [of, from, to].join()).sort(),
  );
}

/** No result changes of itself. */
function expectAccountedFor({ changes, results }: Changes): void {
  const touched = new Set(changes.flatMap(({ touches }) => touches.results));
  expect(results.map(({ id }) => id).filter((id) => !touched.has(id))).toEqual([]);
}

describe.each(names)('%s', (name) => {
  const [older, newer] = ['old', 'new'].map((state) => path.join(home, name, state));
  const states = async () => [await read(older ?? ''), await read(newer ?? '')] as const;

  test('is told as expected', async () => {
    const compared = await compare(...(await states()));
    const text = renderTerminal(tellChanges(compared), { width: 100, colour: false });
    expect(`${text}\n`).toBe(readFileSync(path.join(home, name, 'expected.txt'), 'utf8'));
  });

  test('fits its schema, and every result that differs is touched by a change', async () => {
    const { changes } = await compare(...(await states()));
    expect(
      changesSchema.safeParse(JSON.parse(JSON.stringify(changes))).error?.issues ?? [],
    ).toEqual([]);
    expectAccountedFor(changes);
  });

  test('reads the other way round from the other end', async () => {
    const [one, other] = await states();
    const there = await compare(one, other);
    const back = await compare(await read(newer ?? ''), await read(older ?? ''));
    expectMirrored(there.changes, back.changes);
  });
});

/** Lines of running text joined with the next: whatever begins a block, a record or a property stays. */
function rewrapped(text: string): string {
  const [front = '', ...rest] = text.split(/(?<=^---\n[^]*?\n---\n)/);
  const body = (rest.length > 0 ? rest.join('') : front).replace(
    /(?<=\n[a-z][^\n|:]*)\n(?=[a-z][^\n|:]*\n)/g,
    ' ',
  );
  const quoted = body.replace(/[“”]/g, '"').replace(/(?<=\p{L})’(?=\p{L})/gu, "'");
  return (rest.length > 0 ? front : '') + quoted;
}

describe.each(studies)('of %s', (folder) => {
  test('nothing changed since itself', async () => {
    const { changes } = await compare(await read(folder), await read(folder));
    expect([changes.changes, changes.results]).toEqual([[], []]);
  });

  test('lines and quotation marks are no change', async () => {
    const other = await read(folder);
    const markdown = [...other.files].filter(([name]) => name.endsWith('.md'));
    for (const [name, file] of markdown)
      other.files.set(name, decode(name, Buffer.from(rewrapped(String(file)))));
    const { changes } = await compare(await read(folder), other);
    expect(changes.changes.map(({ of, id, edits }) => ({ of, id, edits }))).toEqual([]);
  });
});

test('the study of this repository has lines to rewrap and marks to turn', async () => {
  const { files } = await read('cases');
  const before = String(files.get('chaoyang.md'));
  expect(rewrapped(before).split('\n').length).toBeLessThan(before.split('\n').length - 20);
  expect(rewrapped(before)).not.toContain('“');
});

const text = fc.array(
  fc.constantFrom('a', 'mayor', 'asked', 'for', '“it”', '上级', '安排', '…', '—'),
  { minLength: 1, maxLength: 8 },
);
const piece = fc.record({
  record: fc.constantFrom('N1', 'N2', 'N3'),
  isVerbatim: fc.boolean(),
  code: fc.constantFrom('', ' [ORD]'),
  mark: fc.constantFrom('', ' (+)', ' (-)'),
  words: text,
});
const entry = fc.record({
  mark: fc.constantFrom('', ' (+)', ' (-)', ' (not reported)'),
  findings: fc.array(text, { maxLength: 3 }),
  pieces: fc.array(piece, { maxLength: 4 }),
});
const noted = fc.record({
  alpha: fc.option(entry),
  beta: fc.option(entry),
  gamma: fc.option(entry),
});
const study = fc.record({
  north: noted,
  south: fc.option(noted),
  definition: text,
  records: fc.array(text, { minLength: 1, maxLength: 3 }),
});

type Generated = typeof study extends fc.Arbitrary<infer T> ? T : never;

function filesOf({ north, south, definition, records }: Generated): Files {
  const noteOf = (note: Generated['north']) =>
    Object.entries(note)
      .flatMap(([component, each]) => (each ? [[component, each] as const] : []))
      .map(([component, { mark, findings, pieces }]) =>
        [
          `### ${component}${mark}`,
          ...findings.map((words) => `Found: ${words.join(' ')}`),
          ...pieces.map(
            ({ isVerbatim, record, code, mark: own, words }) =>
              `${isVerbatim ? '>' : '-'} ${record}${code}${own}: ${words.join(' ')}`,
          ),
        ].join('\n\n'),
      )
      .join('\n\n');
  const ratings = '"+": { label: yes, membership: 1 }\n  "-": { label: no, membership: 0 }';
  return {
    'study.md': `---\noutcome: gamma\nratings:\n  ${ratings}\n---\n\n## Findings\n\n### F1: One\n\n[N1] and [there](north.md#alpha).\n`,
    'framework.md': '## One\n\n### alpha\n\n- P1 (+): yes\n\n### beta\n\n### gamma\n',
    'north.md': `## One\n\n${noteOf(north)}\n`,
    ...(south && { 'south.md': `## One\n\n${noteOf(south)}\n` }),
    'sources/a.md': `---\nkind: interview\n---\n\n## N\n\n${records.map((words, at) => `N${String(at + 1)}: ${words.join(' ')}`).join('\n\n')}\n`,
    'codebook.md': `### ORD: Orders\n\n- component: alpha\n- definition: x ${definition.join(' ')}\n`,
  };
}

test('two generated states are mirrored, no result differs of itself, and nothing changed since itself', async () => {
  await fc.assert(
    fc.asyncProperty(study, study, async (one, other) => {
      const [a, b] = [filesOf(one), filesOf(other)];
      const there = await compare(await inputOf(a), await inputOf(b));
      const back = await compare(await inputOf(b), await inputOf(a));
      expectMirrored(there.changes, back.changes);
      expectAccountedFor(there.changes);
      const same = await compare(await inputOf(a), await inputOf(a));
      expect(same.changes.changes).toEqual([]);
    }),
    runs(12, 200),
  );
});

test('a thing of which a part went keeps its name', async () => {
  const files = (question: string, limits: string): Files => ({
    'study.md': `## Limits\n\n${limits}\n`,
    'framework.md': `## One\n\n### alpha\n\n${question}\n`,
    'a.md': '## One\n\n### alpha\n',
  });
  const compared = await compare(
    await inputOf(files('- question: Who asks?', 'Some limits.')),
    await inputOf(files('', '')),
  );
  const told = renderTerminal(tellChanges(compared), { width: 100, colour: false });
  expect(told).toContain('• Component alpha, question: removed');
  expect(told).toContain('• Section “Limits”, words: removed');
});

/** What is told of two states that files in memory make, line by line. */
async function told(older: Files, newer: Files, language = 'en'): Promise<string[]> {
  const compared = await compare(await inputOf(older), await inputOf(newer));
  return renderTerminal(tellChanges(compared, language), { width: 200, colour: false }).split('\n');
}

describe('links with the same words', () => {
  const notes: Files = {
    'framework.md': '## One\n\n### alpha\n\n### beta\n',
    'north.md': '---\ntitle: North\n---\n\n## One\n\n### alpha\n\nFound.\n',
    'south.md': '---\ntitle: South\n---\n\n## One\n\n### alpha\n\nFound.\n',
    'sources/a.md': '## D\n\nD1: one\n\nD2: two\n',
  };
  const linking = (to: string, others: Files = {}): Files => ({
    ...notes,
    'study.md': `## Findings\n\n### F1: One\n\nAs [it](${to}) was.\n\n## Suggestions\n\n### SU1: Two\n\nSee [F1].\n`,
    ...others,
  });

  test('are told by what they lead to', async () => {
    const lines = await told(linking('north.md#alpha'), linking('south.md#alpha'));
    expect(lines).toEqual(
      expect.arrayContaining([
        '• Finding F1, links to: North, alpha → South, alpha (study.md:5)',
        '  Touches: suggestion SU1',
      ]),
    );
    expect(await told(linking('sources/a.md#d1'), linking('nowhere.md'))).toContain(
      '• Finding F1, links to: D1 → nothing (study.md:3)',
    );
    expect((await told(linking('south.md'), linking('north.md#alpha'), 'zh')).join()).toContain(
      '链接所指：South → North，alpha',
    );
    const inNote = (to: string) => ({
      ...notes,
      'north.md': `## One\n\n### alpha\n\nAs [there](south.md${to}).\n`,
    });
    expect(await told(inNote(''), inNote('#alpha'))).toContain(
      '• alpha, links to: South → South, alpha (north.md:5)',
    );
  });

  test('are no news where only a name or a form changed, or what they lead to went', async () => {
    const { 'north.md': north = '', ...others } = linking('norden.md#alpha');
    const lines = await told(linking('north.md#alpha'), { ...others, 'norden.md': north });
    expect(lines.join()).toContain('renamed');
    expect(lines.join()).not.toContain('links to');
    const gone = await told(
      linking('south.md#alpha'),
      linking('south.md#alpha', { 'south.md': '## One\n\n### beta\n\nFound.\n' }),
    );
    expect(gone.join()).not.toContain('links to');
  });
});

test('what evidence is asked of marks is told, not in what words', async () => {
  const asking = (rules: string): Files => ({
    'study.md': `---\nratings:\n  "+": { label: yes, membership: 1 }\n  "-": { label: no, membership: 0 }\nevidence:\n  "-": at least 2 records\n${rules}---\n`,
    'a.md': '# A\n',
  });
  expect(
    await told(
      asking(''),
      asking('  "+": at least 2 sources of 2 kinds\n  any: at least 1 record\n'),
    ),
  ).toEqual(
    expect.arrayContaining([
      '• Mark +, evidence asked: nothing → at least 2 sources of 2 kinds (study.md:7)',
      '• Study, evidence asked: nothing → at least 1 record (study.md:8)',
    ]),
  );
  const lines = await told(
    asking('  "+": at least 2 sources of 2 kinds\n'),
    asking('  "+": at least 2 kinds, two sources\n'),
  );
  expect(lines.join()).toContain('Nothing changed in meaning.');
});

test('answers to checklists are told by checklist and item', async () => {
  const answering = (answers: string): Files => ({
    'study.md': `## Checklists\n\n### SRQR\n\n${answers}\n`,
    'a.md': '# A\n',
  });
  expect(
    await told(
      answering('- S9 (done): by the board'),
      answering('- S9 (not done): by nobody\n- S10 (done)'),
    ),
  ).toEqual(
    expect.arrayContaining([
      '• Answer srqr S9, status: done → not done (study.md:5)',
      '• Answer srqr S9, words: “the board” → “nobody” (study.md:5)',
      '• Answer srqr S10, status: nothing → done (study.md:6)',
    ]),
  );
});

test('a folder of other files is told, on either side', async () => {
  const [other, study] = [path.resolve('src/changes'), path.join(home, 'terms', 'new')];
  for (const [older, newer] of [[other, study] as const, [study, other] as const])
    await expect(diffStudy(older, newer)).rejects.toThrow(
      `No study.md and no note in \`${other}\`, expected a folder of case notes`,
    );
});

describe('in the report', () => {
  const folders = ['old', 'new'].map((state) => path.join(home, 'ratings-and-evidence', state));
  const build = async (since: boolean) =>
    buildInput(await read(folders[1] ?? ''), {
      formats: ['md', 'html', 'json'],
      ...(since && {
        since: { input: await read(folders[0] ?? ''), name: 'v1', commit: null, isAlsoRef: false },
      }),
    });
  const written = ({ outputs }: Awaited<ReturnType<typeof build>>, name: string) =>
    String(outputs.find(({ path: file }) => file === name)?.bytes);

  test('it is printed only where an older state is given, without lines of files', async () => {
    const [plain, since] = [
      written(await build(false), 'report.md'),
      written(await build(true), 'report.md'),
    ];
    expect(plain).not.toContain('What changed');
    const { changes } = await compare(await read(folders[0] ?? ''), await read(folders[1] ?? ''));
    const [, section = ''] = /\n## What changed\n([^]*?)\n## Appendix\n/.exec(since) ?? [];
    expect(section).toContain(`Compared with \`v1\`. ${String(changes.changes.length)} changes.`);
    expect(section).toContain('Leadership');
    // The messages behind it have lines of files; what changed has none.
    expect(section).not.toMatch(/(?:north|south)\.md:\d/);
  });

  test('study.json holds it, or null', async () => {
    expect(JSON.parse(written(await build(false), 'study.json'))).toMatchObject({ changes: null });
    const { changes } = JSON.parse(written(await build(true), 'study.json')) as {
      changes: Changes;
    };
    const compared = await compare(await read(folders[0] ?? ''), await read(folders[1] ?? ''));
    expect(changes).toEqual({ ...withholdOlderWords(compared.changes), since: 'v1' });
  });

  test('its links lead to what it speaks of', async () => {
    const html = written(await build(true), 'report.html');
    const [, section = ''] =
      /(<h2[^>]*>(?:(?!<h2)[^])*?What changed[^]*?)<h2/.exec(html.slice(html.indexOf('<main'))) ??
      [];
    expect(section).toContain('href="#entry-south-leadership"');
    expect(section).toContain('href="#item-f1"');
  });
});
