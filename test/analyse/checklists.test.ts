/** What checklists see in small studies, counted by hand, and what becomes of answers. */
import { describe, expect, test } from 'vitest';
import { seenNames } from '../../src/study/checklists.js';
import { fillChecklists } from '../../src/analyse/checklists/index.js';
import type { ChecklistRow } from '../../src/analyse/checklists/schema.js';
import { look } from '../../src/analyse/checklists/signals.js';
import { studyOf, type Files } from '../parse/in-memory.js';

const framework = `---
id: small
---

## Process

### Leadership

- P1 (+): leaders help

### Planning

- P2 (+): plans help

### Trust

- P3: trust matters
`;

const files: Files = {
  'study.md': `---
title: Harbour rules
cases: [a, b]
checklists: [yin, srqr]
outcome: Trust
ratings:
  "+": { label: for, membership: 1 }
  "-": { label: against, membership: 0 }
---

## Abstract

In short.

## Question

Why?

## Data and method

Some.

### Research ethics

The board agreed.

## Findings

### F1: Cited

[D1] says so.

### F2: Not cited

Nothing.

## Rival explanations

### R1: Chance

[E1] against it.

### R2: Weather

Who knows.

## Checklists

### Yin

- CV1 (partly): harbour masters and files, as [D1] and [F1] show
- R2 (done): all of it
- IV4 (done): somewhere
- CV3: not asked for
`,
  'framework.md': framework,
  'codebook.md':
    '### PUSH: Push from above\n\n- component: Leadership\n- definition: an order\n\n### PULL: Pull from below\n',
  'sources/a.md': `---
case: a
kind: interview
---

## D

- role: harbour master
- perspective: insider
- date: 2020

D1: We obey. We plan.

D2 (translated): Nobody plans.
`,
  'sources/b.md': `---
case: b
kind: document
---

## E

- url: https://example.org/e

E1: The plan of the harbour.
`,
  // Leadership rests on an interview and a document; planning on one interview, which speaks against it too; trust on nothing.
  'a.md': `---
place: Northport
period: 2019
---

The whole of it.

## Process

### Leadership (+)

> D1: We obey.

- E1: the plan names a leader

### Planning (+)

> D1: We plan.

- D2 (-): nobody does

### Trust (+)

It is said.
`,
  'b.md':
    '## Process\n\n### Leadership (-)\n\n> E1: The plan of the harbour.\n\n### Planning (not asked)\n\n### Trust (no evidence)\n',
};

const { study } = await studyOf(files);
const entry = (of: string, id: string) => ({ kind: 'entry', case: of, id });

describe('what is seen', () => {
  test.each<[string, string, { [name: string]: number }]>([
    ['title', 'partly-seen', { n: 1 }],
    ['framework', 'seen', { n: 3, propositions: 3 }],
    ['protocol', 'partly-seen', { n: 2, of: 4 }],
    ['database', 'seen', { n: 3, sources: 2, addresses: 1 }],
    ['software', 'seen', { n: 1 }],
    ['works', 'not-seen', { n: 0 }],
    ['cases', 'partly-seen', { n: 1, of: 2 }],
    ['setting', 'partly-seen', { n: 1, of: 2 }],
    // Two cases in one framework are what replication needs, and no replication yet.
    ['replication', 'partly-seen', { n: 2, rated: 1, of: 3 }],
    ['case-order', 'partly-seen', { n: 1, of: 2 }],
    ['differences', 'seen', { n: 1 }],
    // P1 in both cases, P2 in one; P3 has no sign.
    ['patterns', 'seen', { n: 2, of: 2 }],
    ['rivals', 'seen', { n: 2, citing: 1 }],
    ['findings', 'partly-seen', { n: 1, of: 2 }],
    ['chain', 'partly-seen', { n: 3, of: 4, records: 3 }],
    ['triangulation', 'partly-seen', { n: 1, of: 4 }],
    ['perspectives', 'not-seen', { n: 0, of: 4 }],
    ['counter-evidence', 'seen', { n: 1 }],
    ['quotations', 'seen', { n: 3, of: 3 }],
    ['originals', 'not-seen', { n: 0, of: 1 }],
    ['sources', 'seen', { n: 2, kinds: 2, records: 3 }],
    ['dates', 'partly-seen', { n: 1, of: 2 }],
    // How many were interviewed is for the study to say.
    ['respondents', 'partly-seen', { n: 1, of: 1 }],
    ['coders', 'not-seen', { n: 0 }],
    ['agreement', 'not-seen', { n: 0, of: 0 }],
    ['codebook', 'partly-seen', { n: 1, of: 2, matched: 1 }],
    ['sections.abstract', 'seen', { n: 1 }],
    ['sections.limits', 'not-seen', { n: 0 }],
  ])('%s: %s', (name, status, numbers) => {
    expect(look(study, name)).toMatchObject({ status, numbers });
  });

  test('leads to where it is, and to where it is not', () => {
    expect(look(study, 'triangulation')).toMatchObject({
      targets: [entry('a', 'leadership')],
      lacking: [entry('a', 'planning'), entry('a', 'trust'), entry('b', 'leadership')],
    });
    expect(look(study, 'chain')?.lacking).toEqual([entry('a', 'trust')]);
    expect(look(study, 'counter-evidence')?.targets).toEqual([entry('a', 'planning')]);
    expect(look(study, 'findings')).toMatchObject({
      targets: [{ kind: 'item', id: 'F1' }],
      lacking: [{ kind: 'item', id: 'F2' }],
    });
    expect(look(study, 'sections.abstract')?.targets).toEqual([
      { kind: 'section', id: 'abstract' },
    ]);
  });

  test('every name is looked for, also in a study without anything, where nothing but the program and its framework is seen', async () => {
    const empty = await studyOf({});
    const seen = seenNames.filter((name) => look(empty.study, name)?.status !== 'not-seen');
    expect(seen).toEqual(['framework', 'software']);
    expect(look(study, 'crystal ball')).toBeNull();
  });
});

const checklists = fillChecklists(study);
const rowOf = (id: string): ChecklistRow => {
  const found = checklists.flatMap(({ items }) => items).find(({ item }) => item === id);
  if (!found) throw new Error(`No item ${id}`);
  return found;
};

describe('a checklist', () => {
  test('is filled in if study.md names it, in its order; all are unless it names some', async () => {
    expect(checklists.map(({ checklist }) => checklist)).toEqual(['yin', 'srqr']);
    const { study: plain } = await studyOf({});
    expect(fillChecklists(plain).map(({ checklist }) => checklist)).toEqual([
      'coreq',
      'srqr',
      'yin',
    ]);
    const { study: none } = await studyOf({ 'study.md': '---\nchecklists: []\n---\n' });
    expect(fillChecklists(none)).toEqual([]);
  });

  test('no study settles by its mere existence with what data were managed, nor by profiles what matters there', async () => {
    const told = await studyOf({
      'framework.md': framework,
      'a.md': '---\nplace: Northport\nperiod: 2019\n---\n\nTold as a whole.\n\n## Process\n',
    });
    const rows = fillChecklists(told.study).flatMap(({ items }) => items);
    expect(look(told.study, 'cases')?.status).toBe('seen');
    expect(['27', 'S7'].map((id) => rows.find(({ item }) => item === id)?.status)).toEqual([
      'partly-seen',
      'partly-seen',
    ]);
  });

  test.each([
    // The study's own word goes before what is seen.
    ['CV1', 'partly-done'],
    ['R2', 'done'],
    // An answer without a status.
    ['CV3', 'stated'],
    ['IV1', 'seen'],
    ['CV2', 'partly-seen'],
    ['IV2', 'not-stated'],
    ['S2', 'seen'],
    ['S19', 'not-stated'],
    // A heading within another section.
    ['S9', 'seen'],
    ['S20', 'not-stated'],
    // A section on method does not say by itself how data were collected.
    ['S10', 'partly-seen'],
  ])('%s is %s', (id, status) => {
    expect(rowOf(id).status).toBe(status);
  });

  test('keeps what is seen beside what is stated', () => {
    expect(rowOf('CV1')).toMatchObject({
      seen: [
        { of: 'triangulation', settles: true },
        { of: 'sources', settles: false },
        { of: 'perspectives' },
      ],
      stated: [{ status: 'partly-done', text: 'harbour masters and files, as D1 and F1 show' }],
    });
    expect(rowOf('S9').seen).toMatchObject([
      { of: 'headings', targets: [{ kind: 'section', id: 'data-and-method' }] },
    ]);
  });

  test('warns where the study says done and nothing was seen, and never sums up', () => {
    expect(checklists.map(({ cautions }) => cautions)).toEqual([
      [{ id: 'said-not-seen', items: ['IV4'] }],
      [],
    ]);
    expect(Object.keys(checklists[0] ?? {})).toEqual([
      'checklist',
      'title',
      'source',
      'items',
      'cautions',
    ]);
  });

  test('what answers cite is used by their section', () => {
    const used = study.references.filter(
      ({ holder }) => holder?.kind === 'section' && holder.id === 'checklists',
    );
    expect(used.map(({ written, target }) => [written, target])).toEqual([
      ['D1', { kind: 'record', id: 'D1' }],
      ['F1', { kind: 'item', id: 'F1' }],
    ]);
  });

  test('codes without definitions are codes, and interviews without roles are interviews', async () => {
    const bare = await studyOf({
      'codebook.md': '### PUSH: Push\n',
      'sources/s.md': '---\nkind: interview\n---\n\n## D\n\nD1: yes\n',
    });
    expect(look(bare.study, 'codebook')).toMatchObject({
      status: 'partly-seen',
      numbers: { n: 0, of: 1, matched: 0 },
    });
    expect(look(bare.study, 'respondents')).toMatchObject({
      status: 'partly-seen',
      numbers: { n: 0, of: 1 },
    });
  });

  test('counts kinds and perspectives in any spelling as one, and as dates what can be read as one', async () => {
    const source = (id: string, kind: string, rest: string) =>
      `---\nkind: ${kind}\n---\n\n## ${id}\n\n${rest}\n\n${id}1: text\n`;
    const spelt = await studyOf({
      'study.md': '---\nratings: { "+": { label: for } }\n---\n',
      'framework.md': framework,
      'sources/a.md': source('A', 'Interview', '- perspective: Insider\n- date: not stated'),
      'sources/b.md': source('B', 'interview', '- perspective: insider\n- date: 2019-02-30'),
      'sources/c.md': source('C', 'interview', '- date: 3 May 2019'),
      'a.md': '## Process\n\n### Leadership (+)\n\n- A1: so\n- B1: so\n- C1: so\n',
    });
    expect(look(spelt.study, 'triangulation')).toMatchObject({ numbers: { n: 0, of: 1 } });
    expect(look(spelt.study, 'perspectives')).toMatchObject({ numbers: { n: 0, of: 1 } });
    expect(look(spelt.study, 'sources')).toMatchObject({ numbers: { n: 3, kinds: 1 } });
    expect(look(spelt.study, 'dates')).toMatchObject({
      numbers: { n: 1, of: 3 },
      targets: [{ kind: 'source', id: 'C' }],
    });
  });

  test('gives a few links of very many', async () => {
    const components = Array.from({ length: 40 }, (_, index) => `Thing ${String(index)}`);
    const many = await studyOf({
      'study.md': '---\nratings: { "+": { label: for } }\n---\n',
      'framework.md': `## All\n\n${components.map((name) => `### ${name}\n`).join('\n')}`,
      'sources/s.md': '---\nkind: document\n---\n\n## S\n\nS1: text\n',
      'a.md': `## All\n\n${components.map((name) => `### ${name} (+)\n\n- S1: so\n`).join('\n')}`,
    });
    const yin = fillChecklists(many.study).find(({ checklist }) => checklist === 'yin');
    const [chain] = yin?.items.find(({ item }) => item === 'CV2')?.seen ?? [];
    expect(chain).toMatchObject({ numbers: { n: 40, of: 40 } });
    expect(chain?.targets).toHaveLength(12);
  });
});
