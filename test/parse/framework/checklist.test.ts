/** Checklists as data: the bundled ones are whole, a study's own extend them, and what cannot be read is said. */
import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { itemsOf, signalNames } from '../../../src/study/checklists.js';
import { readTemplates } from '../../../src/world/package-files.js';
import { parseChecklist } from '../../../src/parse/framework/checklist.js';
import { parseProtocol } from '../../../src/parse/protocol/protocol.js';
import { inputOf, linesOf, studyOf, unreadOf } from '../in-memory.js';
import { checkInput } from '../../../src/tasks/check.js';

const templates = await readTemplates();
const bundled = (id: string) => templates.get(`checklists/${id}.md`) ?? null;
const parsed = (id: string) => {
  const file = bundled(id);
  if (!file) throw new Error(`No checklist ${id}`);
  return parseChecklist(file, bundled);
};
const own = (value: string, name = 'own') =>
  parseChecklist(new VFile({ path: `templates/checklists/${name}.md`, value }), bundled);
const numbered = (prefix: string, n: number) =>
  Array.from({ length: n }, (_, index) => `${prefix}${String(index + 1)}`);

describe('the bundled checklists', () => {
  test('have all items in the order of their works: SRQR 21 (O’Brien et al. 2014), COREQ 32 (Tong et al. 2007)', () => {
    expect(itemsOf(parsed('srqr').checklist).map(({ id }) => id)).toEqual(numbered('S', 21));
    expect(itemsOf(parsed('coreq').checklist).map(({ id }) => id)).toEqual(numbered('', 32));
  });

  test('have the domains of their works', () => {
    const sizes = (id: string) => parsed(id).checklist.domains.map(({ items }) => items.length);
    expect(sizes('srqr')).toEqual([2, 2, 11, 2, 2, 2]);
    // Team and reflexivity 5 + 3, design 1 + 4 + 3 + 7, analysis and findings 5 + 4.
    expect(sizes('coreq')).toEqual([5, 3, 1, 4, 3, 7, 5, 4]);
    expect(parsed('yin').checklist.domains.map(({ title }) => title)).toEqual([
      'Construct validity',
      'Internal validity',
      'External validity',
      'Reliability',
    ]);
  });

  test.each(['yin', 'srqr', 'coreq'])(
    '%s names its source, says how sure it is, and asks everything in two languages',
    (id) => {
      const { checklist, unread } = parsed(id);
      // That every name after `sees` is known is said here too.
      expect(unread).toEqual([]);
      expect(checklist.source).toMatch(/(?:18|20)\d\d.*(?:doi 10\.\d{4,}\/\S+|ISBN [\d-]+)/);
      expect(checklist.certainty).toMatch(/\S+ \S+/);
      expect(checklist.certaintyIn.zh).toMatch(/\p{Script=Han}{4}/u);
      for (const item of itemsOf(checklist)) {
        expect(item.asks, item.id).toMatch(/\S+ \S+.*[.?]$/);
        expect(item.titles.zh, item.id).toMatch(/\p{Script=Han}/u);
        expect(item.asksIn.zh, item.id).toMatch(/\p{Script=Han}{3}.*[。？]$/u);
      }
      expect(new Set(itemsOf(checklist).map(({ title }) => title)).size).toBe(
        itemsOf(checklist).length,
      );
    },
  );
});

test('docs/checklists.md lists every name that `sees` may use', () => {
  const page = readFileSync('docs/checklists.md', 'utf8');
  for (const name of signalNames) expect(page, name).toContain(`\`${name}\``);
});

describe('a checklist of a study’s own', () => {
  test('extends a bundled one: refines, adds and removes items', () => {
    const { checklist, unread } = own(`---
extends: yin
title: House rules
---

## Reliability

### R1: Registered protocol

- asks: Is the protocol registered?
- sees: Protocol

### R4: Second coder

- asks: Did someone else code?
- sees: agreement

### R3: Chain

- remove: true

## Language

### L1: Originals

- sees: originals
`);
    expect(unread).toEqual([]);
    expect(checklist.domains.map(({ title }) => title).slice(3)).toEqual([
      'Reliability',
      'Language',
    ]);
    expect(checklist.domains[3]?.items.map(({ id, title, asks }) => [id, title, asks])).toEqual([
      ['R1', 'Registered protocol', 'Is the protocol registered?'],
      [
        'R2',
        'Database',
        'Are the data kept apart from the report, so that others can look at them?',
      ],
      ['R4', 'Second coder', 'Did someone else code?'],
    ]);
    // The bundled one is as it was.
    expect(itemsOf(parsed('yin').checklist).map(({ id }) => id)).toContain('R3');
  });

  test('says what it cannot read, with the nearest name', () => {
    const { unread } = own(`## Domain

- tittle (zh): x

### A1: One

- sees: triangulaton, sections.abstrct

### A1: Again

### No id

- sees: chain
`);
    expect(
      unread.map(({ place, found, expected }) => [place.position.start.line, found, expected]),
    ).toEqual([
      [3, 'property `tittle`', 'a property of a domain of a checklist; did you mean `title`?'],
      [7, '`sees: triangulaton`', 'something that can be seen; did you mean `triangulation`?'],
      [
        7,
        '`sees: sections.abstrct`',
        'something that can be seen; did you mean `sections.abstract`?',
      ],
      [9, 'second item `A1`', 'each item once'],
      [
        11,
        'heading `No id` in a checklist',
        'an item (`### S1: Title`) under the `##` heading of its domain',
      ],
    ]);
  });

  test.each([
    ['one that is empty', '# Nothing\n', '1:1 checklist without items'],
    [
      'one that extends itself',
      '---\nextends: own\n---\n\n## D\n\n### A1: One\n',
      '2:10 `extends: own`',
    ],
    [
      'one that extends nothing that there is',
      '---\nextends: yn\n---\n\n## D\n\n### A1: One\n',
      '2:10 `extends: yn`',
    ],
  ])('%s is a message', (_, text, expected) => {
    expect(unreadOf(own(text))).toEqual([expected]);
  });

  test('its faults are messages on its own file when the study is checked', async () => {
    const input = await inputOf({ 'study.md': '' });
    const path = 'templates/checklists/own.md';
    input.templates.set(
      'checklists/own.md',
      new VFile({ path, value: '## D\n\n### A1: One\n\n- sees: rival\n' }),
    );
    expect(linesOf(await checkInput(input), 'nothing-is-unread')).toEqual([
      `${path}:5:1-5:14 warning Unexpected \`sees: rival\`, expected something that can be seen; did you mean \`rivals\`?`,
    ]);
  });
});

describe('study.md', () => {
  test('names the checklists to be printed, and only such as there are', async () => {
    const files = { 'study.md': '---\nchecklists: [yin, srq, something-else-altogether]\n---\n' };
    expect(linesOf(await studyOf(files), 'front-matter-is-valid')).toEqual([
      'study.md:2:19-2:22 error Unexpected checklist `srq`, expected a known one; did you mean `srqr`?',
      'study.md:2:24-2:49 error Unexpected checklist `something-else-altogether`, expected some of `coreq`, `srqr`, `yin`',
    ]);
  });

  const answersOf = (text: string) => parseProtocol(new VFile({ path: 'study.md', value: text }));

  test('answers items in every spelling, with a status before the colon, behind it, or alone', () => {
    const { checklistAnswers, unread, sections } = answersOf(`## 核对清单

Words on the whole.

### SRQR

- S5 (done): as *said* (twice) in [F1]
- s6: (partly) two of us
- S7 （不适用）：无
- Data analysis (not done)
- S9: (as the law has it) no approval was asked
- 12: a: b

### Elsewhere

A paragraph stays.
`);
    expect(
      checklistAnswers.map(({ item, status, content }) => [item.text, status, content.text]),
    ).toEqual([
      ['S5', 'done', 'as said (twice) in F1'],
      ['s6', 'partly-done', 'two of us'],
      ['S7', 'not-applicable', '无'],
      ['Data analysis', 'not-done', ''],
      ['S9', null, '(as the law has it) no approval was asked'],
      ['12', null, 'a: b'],
    ]);
    expect(unread).toEqual([]);
    // What is no answer is not lost.
    expect(sections.map(({ role, content }) => [role, content.text])).toEqual([
      ['checklists', 'Words on the whole.\n\nElsewhere\n\nA paragraph stays.'],
    ]);
  });

  test('says which answers it cannot read', () => {
    const { unread } = answersOf(
      '## Checklists\n\n### Yin\n\n- no item at all\n- CV1 (partialy): x\n- **CV2**: bold\n',
    );
    expect(
      unread.map(({ place, found, expected }) => [place.position.start.line, found, expected]),
    ).toEqual([
      [5, 'an answer without an item', '`S5 (done): what was done`, the item in front of a colon'],
      [6, 'status `(partialy)` of an answer', 'a known status; did you mean `partially`?'],
      [7, 'an answer without an item', '`S5 (done): what was done`, the item in front of a colon'],
    ]);
  });

  test('lists in any other section are no answers', () => {
    expect(answersOf('## Limits\n\n### Yin\n\n- CV1 (done): x\n').checklistAnswers).toEqual([]);
    expect(
      answersOf('## Checklists\n\n## Limits\n\n### Yin\n\n- CV1 (done): x\n').checklistAnswers,
    ).toEqual([]);
  });
});
