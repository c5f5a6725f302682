/** The study of this repository is real research: what it may say is held here. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { read } from '../../src/world/study-folder.js';
import { buildInput, type BuildPlan } from '../../src/tasks/build.js';
import { evidenceOf } from '../../src/study/entries.js';

let built: BuildPlan;
let markdown: string;

beforeAll(async () => {
  built = await buildInput(await read('cases'), { formats: ['md', 'html', 'json'] });
  markdown = String(built.outputs.find(({ path }) => path === 'report.md')?.bytes);
});

const exact = {
  D122: 'unlike scientific research institutions, government mainly receives arrangements from higher authorities. Since the “Quan Cheng Dai Ban” is arranged by the higher authority, we all consider it as responsibility of our department.',
  A200: 'As a grass-root official who is better acquainted with the “Quan Cheng Dai Ban” system in her area, the interviewee cannot separate relevant work of the system from her daily routine work. In her point of view, whether to use the system or to receive orders from higher authorities makes no difference, and she and her subordinates will all follow the instructions (description.)',
  Y203: 'It is rather troublesome to use the system as it requires repeated labor. It is just that higher authority requires us to use it.',
};

describe('the records', () => {
  test.each(Object.entries(exact))('%s has its exact words', (id, words) => {
    expect(built.study.records.find(({ key }) => key === id)?.content.text).toBe(words);
  });

  test('A200 is a description and is nowhere quoted as if it were speech', () => {
    expect(built.study.records.find(({ key }) => key === 'A200')?.flags).toContain('description');
    const uses = built.study.cases
      .flatMap(({ entries }) => [...entries.values()])
      .flatMap(({ parts }) => parts);
    expect(
      uses
        .filter((part) => part.type === 'evidence' && part.record.text === 'A200')
        .map((part) => part.type === 'evidence' && part.kind),
    ).not.toContain('verbatim');
  });

  test('verbatim evidence stands in its record, word for word, with … for cuts', () => {
    const quotes = evidenceOf(built.study).filter(({ evidence }) => evidence.kind === 'verbatim');
    expect(quotes.length).toBeGreaterThan(10);
    for (const { evidence } of quotes)
      expect(
        isCutOf(evidence.resolved.record?.content.text ?? '', evidence.content.text),
        evidence.content.text,
      ).toBe(true);
  });

  function isCutOf(record: string, quote: string): boolean {
    let rest = record.replace(/\s+/g, ' ');
    for (const piece of quote
      .replace(/\s+/g, ' ')
      .split('…')
      .map((part) => part.trim())) {
      const at = rest.indexOf(piece);
      if (at < 0) return false;
      rest = rest.slice(at + piece.length);
    }
    return true;
  }

  test('every source of the Wuhou case and of the context has its address', () => {
    const documents = built.study.sources.filter(
      ({ kind, id }) => kind === 'document' && id !== 'Deck',
    );
    expect(documents.length).toBeGreaterThan(20);
    expect(documents.filter(({ url }) => url === null).map(({ id }) => id)).toEqual([]);
  });
});

describe('the ratings', () => {
  test('of Chaoyang are the six marks of the slides and no other', () => {
    const { entries } = built.study.cases.find(({ id }) => id === 'chaoyang')!;
    const rated = [...entries.values()]
      .filter(({ state }) => state === 'rated')
      .map(({ component, rating }) => [component.id, rating]);
    expect(Object.fromEntries(rated)).toEqual({
      'initial-agreement': '-',
      leadership: '+',
      legitimacy: '+',
      trust: '+',
      conflict: '-',
      planning: 'ns',
    });
  });

  test('each has a rationale; one that the slides do not print says that it is the note author’s reading', () => {
    for (const { id, entries } of built.study.cases) {
      for (const { state, parts, component } of entries.values()) {
        if (state !== 'rated') continue;
        const rationale = parts.find(({ type }) => type === 'rationale')?.content.text ?? '';
        expect(rationale, component.title).toMatch(
          id === 'chaoyang' ? /deck/ : /^The note author's reading of /,
        );
      }
    }
  });

  test('are missing where Wuhou’s sources are silent: no good news is made of no bad news', () => {
    const { entries } = built.study.cases.find(({ id }) => id === 'wuhou')!;
    for (const component of ['trust', 'conflict', 'power-imbalances', 'institutional-logics'])
      expect(entries.get(component)?.state).toBe('no-evidence');
  });
});

describe('the report', () => {
  test('has no message that remains', () => {
    expect(built.messages.map(String)).toEqual([]);
  });

  test.each([
    ['unequal evidence', /evidence is unequal/i],
    ['the silence of official sources', /absence of bad news/i],
    ['findings without a rating', /ten of (?:the )?(?:deck's )?sixteen/i],
    ['unlike units and years', /units and (?:the )?years|different units/i],
    ['a merger outside the framework’s core', /merger/i],
  ])('warns of %s', (_, warning) => {
    const limits = markdown.slice(
      markdown.indexOf('\n## Limits'),
      markdown.indexOf('\n## Conclusions'),
    );
    expect(limits).toMatch(warning);
  });

  test('says that the outcome cannot be compared, and calls nothing a cause', () => {
    expect(markdown).toContain('The method of difference cannot start');
    expect(built.analysis.mill).toMatchObject({
      outcome: 'information-integration',
      status: 'not-rated',
      difference: { candidates: [] },
    });
  });

  test('shows what is a deck’s claim and what an interview record', () => {
    expect(markdown).toMatch(/\[CY-03\]\(#record-cy-03\) · a document’s claim/);
    expect(markdown).toMatch(/\[D122\]\(#record-d122\) · interview record/);
  });

  test('cites every record of the study', () => {
    expect(built.analysis.chain.filter(({ usedBy }) => usedBy.length === 0)).toEqual([]);
    for (const { key } of built.study.records) expect(markdown).toContain(`**${key}** (`);
  });
});

test('nothing in the repository’s notes is raw HTML but comments', () => {
  for (const file of ['study.md', 'chaoyang.md', 'wuhou.md']) {
    expect(readFileSync(`cases/${file}`, 'utf8').replace(/<!--[\s\S]*?-->/g, '')).not.toMatch(
      /<[a-z/]/i,
    );
  }
});
