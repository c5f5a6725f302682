/** The chain of evidence, both ways: what is found from one end is found from the other. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, type Analysis } from '../../src/analyse/index.js';
import { keyOfThing } from '../../src/study/keys.js';
import { checkStudy } from '../../src/tasks/check.js';
import { studyOf, type Files } from '../parse/in-memory.js';
import { runs } from '../runs.js';

const folders = [
  'cases',
  ...readdirSync('test/scenarios').map((name) => `test/scenarios/${name}/input`),
];

async function analysed(folder: string): Promise<Analysis> {
  return analyse((await checkStudy(folder)).study);
}

const key = keyOfThing;

describe.each(folders)('in %s', (folder) => {
  test('every user of a record names it among its grounds, and every ground that is a record names its user', async () => {
    const { chain, claims } = await analysed(folder);
    const fromRecords = chain.flatMap(({ record, usedBy }) =>
      usedBy.map((user) => `${record} ${key(user)}`),
    );
    const fromClaims = claims.flatMap(({ claim, restsOn }) =>
      restsOn.flatMap((ground) => (ground.kind === 'record' ? [`${ground.id} ${key(claim)}`] : [])),
    );
    // A record that is there twice is one record to whoever cites it.
    expect([...new Set(fromRecords)].sort()).toEqual([...new Set(fromClaims)].sort());
  });

  test('what rests on a claim, and what the claim is a ground of, are the same', async () => {
    const { claims } = await analysed(folder);
    const known = new Set(claims.map(({ claim }) => key(claim)));
    const up = claims.flatMap(({ claim, usedBy }) =>
      usedBy.map((user) => `${key(user)} on ${key(claim)}`),
    );
    const down = claims.flatMap(({ claim, restsOn }) =>
      restsOn.map((ground) => ({ claim, ground })),
    );
    const between = down
      .filter(({ ground }) => known.has(key(ground)))
      .map(({ claim, ground }) => `${key(claim)} on ${key(ground)}`);
    expect(up.sort()).toEqual(between.sort());
  });

  test('the way to the nearest record is one that there is, and none is shorter', async () => {
    const { claims } = await analysed(folder);
    const byKey = new Map(claims.map((row) => [key(row.claim), row]));
    for (const { claim, steps, through } of claims) {
      let at = [key(claim)];
      let least: number | null = null;
      // As many rounds as there are claims reach whatever can be reached.
      for (let round = 1; round <= claims.length && least === null; round++) {
        const grounds = at.flatMap((each) => byKey.get(each)?.restsOn ?? []);
        if (grounds.some(({ kind }) => kind === 'record')) least = round;
        at = [...new Set(grounds.map(key))];
      }
      expect(steps, key(claim)).toBe(least);
      expect(through.length).toBe(steps ?? 0);
      let from = key(claim);
      for (const each of through) {
        expect(byKey.get(from)?.restsOn.map(key), from).toContain(key(each));
        from = key(each);
      }
      if (steps !== null) expect(through.at(-1)?.kind).toBe('record');
    }
  });
});

test('the study of this repository: from a record over a finding to a suggestion, and back', async () => {
  const { chain, claims } = await analysed('cases');
  const item = (id: string) => claims.find(({ claim }) => claim.kind === 'item' && claim.id === id);
  expect(chain.find(({ record }) => record === 'D122')).toMatchObject({
    source: 'D',
    case: 'chaoyang',
    codes: ['HAIR'],
  });
  expect(item('F3')?.restsOn).toContainEqual({ kind: 'record', id: 'D122' });
  expect(item('F3')?.usedBy).toContainEqual({ kind: 'item', id: 'SU5' });
  expect(item('SU2')).toMatchObject({ steps: 2, usedBy: [] });
  expect(item('SU2')?.sources).toEqual(expect.arrayContaining(['Deck', 'S10']));
});

const base: Files = {
  'framework.md': '## One\n\n### Alpha\n\n### Beta\n',
  'sources/d.md':
    '---\ncase: a\nkind: interview\n---\n\n## D\n\nD1: said\n\nD2: said too\n\n## E\n\nE1: unheard\n',
  'a.md':
    '## One\n\n### Alpha (+)\n\nFound.\n\n> D1 [X]: said\n\n### Beta\n\nFound without anything.\n',
  'codebook.md': '### X: Used\n\n- component: Alpha\n\n### Y: Never given\n\n- component: Gamma\n',
};

const studyWith = async (sections: string): Promise<Analysis> =>
  analyse(
    (
      await studyOf({
        ...base,
        'study.md': `---\nratings: { "+": { label: x } }\n---\n\n${sections}`,
      })
    ).study,
  );

test('what leads nowhere is named at each step', async () => {
  const { orphans } = await studyWith(
    [
      '## Findings\n\n### F1: Good\n\n[D1]\n\n### F2: Not taken up\n\n[alpha](a.md#alpha)\n\n### F3: Rests on [F4]\n\n[F4]\n\n### F4: Empty\n\nx\n',
      '## Rival explanations\n\n### R1: With ground\n\n[P9] [D1]\n\n### R2: Without\n\nx\n',
      '## Suggestions\n\n### SU1: Good\n\n[F1] [F3] [F4]\n\n### SU2: From a record\n\n[D1]\n\n### SU3: From an entry\n\n[x](a.md#alpha)\n',
    ].join('\n'),
  );
  expect(orphans).toEqual({
    sources: [{ source: 'E', case: 'a' }],
    records: ['D2', 'E1'],
    codes: ['Y'],
    unmatched: ['Y'],
    entries: [{ case: 'a', component: 'beta' }],
    findings: ['F3', 'F4'],
    notTakenUp: ['F2'],
    rivals: ['R2'],
    suggestions: ['SU2'],
  });
});

test('where a study has neither conclusions nor suggestions, no finding is said not to be taken up', async () => {
  const { orphans } = await studyWith('## Findings\n\n### F1: One\n\n[D1]\n');
  expect(orphans.notTakenUp).toEqual([]);
});

test('findings that cite each other in circles end, and reach a record if one of them does', async () => {
  const circle =
    '## Findings\n\n### F1: One\n\n[F2] [F1]\n\n### F2: Two\n\n[F3]\n\n### F3: Three\n\n[F1]';
  const open = await studyWith(`${circle}\n`);
  expect(open.claims.flatMap(({ claim, steps }) => (claim.kind === 'item' ? [steps] : []))).toEqual(
    [null, null, null],
  );
  expect(open.orphans.findings).toEqual(['F1', 'F2', 'F3']);
  const grounded = await studyWith(`${circle} [D1]\n`);
  const rows = grounded.claims.filter(({ claim }) => claim.kind === 'item');
  expect(rows.map(({ steps }) => steps)).toEqual([3, 2, 1]);
  expect(rows.map(({ sources }) => sources)).toEqual([['D'], ['D'], ['D']]);
  // Nothing rests on itself.
  expect(rows[0]?.restsOn).toEqual([{ kind: 'item', id: 'F2' }]);
});

test('whatever cites whatever, a claim without a way to a record is one from which none is cited', async () => {
  const ids = ['F1', 'F2', 'F3', 'F4', 'F5'];
  const cited = fc.array(fc.constantFrom(...ids, 'D1'), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.tuple(cited, cited, cited, cited, cited), async (grounds) => {
      const texts = ids.map(
        (id, index) =>
          `### ${id}: x\n\n${(grounds[index] ?? []).map((each) => `[${each}]`).join(' ')} x\n`,
      );
      const { claims, orphans } = await studyWith(`## Findings\n\n${texts.join('\n')}`);
      const reaches = (id: string, seen: string[]): boolean =>
        (grounds[ids.indexOf(id)] ?? []).some(
          (each) => each === 'D1' || (!seen.includes(each) && reaches(each, [...seen, each])),
        );
      for (const { claim, steps } of claims)
        if (claim.kind === 'item') expect(steps !== null).toBe(reaches(claim.id, [claim.id]));
      expect(orphans.findings).toEqual(ids.filter((id) => !reaches(id, [id])));
    }),
    runs(20, 200),
  );
});
