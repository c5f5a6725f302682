/** Files of ratings: what a coder may write, and what is kept where it cannot be read. */
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { RatingsFile } from '../../../src/domain/ratings.js';
import { indexFramework } from '../../../src/study/framework.js';
import { parseRatings } from '../../../src/parse/ratings/ratings.js';
import { parseRatingsCsv } from '../../../src/parse/ratings/ratings-csv.js';
import { linesOf, smallFramework, studyOf, unreadOf } from '../in-memory.js';

const index = indexFramework(smallFramework);

function markdown(value: string, path = 'ratings/bo.md'): RatingsFile {
  return parseRatings(new VFile({ path, value }), index);
}

function csv(value: string, path = 'ratings/bo.csv'): RatingsFile {
  return parseRatingsCsv(new VFile({ path, value }));
}

/** `case component mark` of each rating, with its reason. */
function ratingsOf({ ratings }: RatingsFile): string[] {
  return ratings.map(({ case: inCase, component, mark, rationale }) =>
    [inCase.text, component.text, mark ? `(${mark.text})` : '–', rationale?.text ?? '']
      .join(' ')
      .trim(),
  );
}

function placesOf({ ratings }: RatingsFile): string[] {
  return ratings.map(
    ({ place: { position } }) =>
      `${String(position.start.line)}:${String(position.start.column)}-${String(position.end.column)}`,
  );
}

describe('a table of components and cases', () => {
  test('has a mark a cell, in brackets or not; an empty cell is no rating', () => {
    const file = markdown(
      '| Component | a | b |\n| --- | --- | --- |\n| Leadership | + | (−) |\n| 计划 | | not reported |\n',
    );
    expect(ratingsOf(file)).toEqual([
      'a Leadership (+)',
      'b Leadership (−)',
      'b 计划 (not reported)',
    ]);
    expect(placesOf(file)).toEqual(['3:16-17', '3:20-23', '4:10-22']);
    expect([...file.cases, ...file.components].map(({ text }) => text)).toEqual([
      'a',
      'b',
      'Leadership',
      '计划',
    ]);
  });

  test('keeps what stands behind its last column, and a table of one column, as unread', () => {
    expect(
      unreadOf(markdown('| Component | a |\n| --- | --- |\n| Leadership | + | - |\n')),
    ).toEqual(['3:20 `-` behind the last column of a table']);
    expect(unreadOf(markdown('| Component |\n| --- |\n| Leadership |\n'))).toEqual([
      '1:3 a table of one column',
    ]);
  });

  test('may stand under a heading, beside text', () => {
    const file = markdown(
      '# Mine\n\nI read all.\n\n## Marks\n\n| | a |\n| --- | --- |\n| Leadership | + |\n',
    );
    expect(ratingsOf(file)).toEqual(['a Leadership (+)']);
    expect(file.cases.map(({ text }) => text)).toEqual(['a']);
    expect(file.about.text).toBe('I read all.');
  });
});

describe('a section a case', () => {
  test('has a component a heading, with its mark and the reason', () => {
    const text =
      '## a\n\n### Process\n\n#### 领导力 （＋）\n\nRationale: pushed [D1].\n\n- and more\n\n#### Value (public)\n\n理由：没有记录。\n';
    const file = markdown(text);
    expect(ratingsOf(file)).toEqual([
      'a 领导力 (＋) pushed D1.\n\nand more',
      'a Value (public) – 没有记录。',
    ]);
    expect(file.unread).toEqual([]);
  });

  test('is needed above a component', () => {
    expect(unreadOf(markdown('### Leadership (+)\n'))).toEqual([
      '1:1 heading `Leadership (+)` outside a case',
    ]);
  });
});

describe('front matter', () => {
  test('names the coder, the day and the round; else the file’s name is the coder’s', () => {
    const text = '---\ncoder: Bo Lin\ndate: 2026-05-03\nround: 2\n---\n';
    expect(markdown(text)).toMatchObject({
      kind: 'coder',
      coder: { text: 'Bo Lin' },
      date: '2026-05-03',
      round: '2',
    });
    expect(markdown('')).toMatchObject({
      kind: 'coder',
      coder: { text: 'bo' },
      date: null,
      round: null,
    });
  });

  test('with an unknown key is a message', async () => {
    const { messages } = await studyOf({
      'study.md': '',
      'a.md': '## A\n',
      'ratings/bo.md': '---\ncoder: Bo\ndatum: x\n---\n\n| |a|\n|-|-|\n',
    });
    const lines = linesOf({ messages }, 'front-matter-is-valid');
    expect(lines).toEqual([
      'ratings/bo.md:3:1-3:6 error Unexpected key `datum`, expected a known key; did you mean `date`?',
    ]);
  });
});

describe('a file of consensus', () => {
  test('is known by its name or its front matter', () => {
    const kinds = [
      markdown('', 'ratings/Consensus.md'),
      markdown('---\nconsensus: true\n---\n'),
      markdown('---\nsettled-by: [Ada, Bo]\n---\n'),
      csv('', 'ratings/consensus.csv'),
    ].map(({ kind, settledBy }) => [kind, settledBy]);
    expect(kinds).toEqual([
      ['consensus', null],
      ['consensus', null],
      ['consensus', 'Ada, Bo'],
      ['consensus', null],
    ]);
  });

  test('says of a unit what it was and who settled it', () => {
    const text =
      '## a\n\n### Leadership (+)\n\n- was: ns\n- settled by: Ada: the elder\n\nRationale: so.\n';
    expect(markdown(text, 'ratings/consensus.md').ratings).toMatchObject([
      {
        mark: { text: '+' },
        was: { text: 'ns' },
        settledBy: 'Ada: the elder',
        rationale: { text: 'so.' },
      },
    ]);
    expect(unreadOf(markdown(text.replace('was', 'wass'), 'ratings/consensus.md'))).toEqual([
      '5:1 property `wass`',
    ]);
  });

  test('takes a list in a coder’s reason for a list', () => {
    const [rating] = markdown(
      '## a\n\n### Leadership (+)\n\n- D1: she was there\n- D2: so was he\n',
    ).ratings;
    expect(rating?.rationale?.text).toContain('D2: so was he');
  });
});

describe('CSV', () => {
  const rows = [
    ['case', 'component', 'rating', 'rationale'],
    ['a', 'Leadership', '+', '"one, two; ""three"""'],
    ['a', 'Planning', '-', ''],
  ];

  test.each([',', ';', '\t'])('with %j between its cells has a rating a row', (sign) => {
    const file = csv(rows.map((row) => row.join(sign)).join('\r\n'));
    expect(ratingsOf(file)).toEqual(['a Leadership (+) one, two; "three"', 'a Planning (-)']);
    expect(placesOf(file)).toEqual(['2:14-15', '3:12-13']);
  });

  test('has the form of a table too, and heads in any case, order and language', () => {
    expect(ratingsOf(csv('component,a,b\nLeadership,+,\nPlanning,-,ns\n'))).toEqual([
      'a Leadership (+)',
      'a Planning (-)',
      'b Planning (ns)',
    ]);
    expect(ratingsOf(csv('评级,案例,要素\n+,甲,领导力\n'))).toEqual(['甲 领导力 (+)']);
    expect(
      csv('Case,Component,Mark,Was,settled-by\na,Leadership,+,ns,Ada\n').ratings,
    ).toMatchObject([{ was: { text: 'ns' }, settledBy: 'Ada' }]);
  });

  test('whose quotation marks are not closed is unread, at its line', () => {
    const file = csv('case,component,rating\na,Leadership,"+\n');
    expect([ratingsOf(file), unreadOf(file)]).toEqual([[], ['2:1 CSV that cannot be read']]);
  });

  test('keeps cells of several lines, and finds the place of those behind them', () => {
    const file = csv(
      'case,rationale,component,rating\na,"two\nlines",Leadership,+\nb,,Planning,-\n',
    );
    expect(ratingsOf(file)).toEqual(['a Leadership (+) two\nlines', 'b Planning (-)']);
    expect(placesOf(file)).toEqual(['3:19-20', '4:13-14']);
  });
});

test('no text makes the readers throw, and every place lies within its file', () => {
  const piece = fc.constantFrom(
    '|',
    '| --- |',
    '---\n',
    '## a\n',
    '### Leadership (+)',
    'coder: x',
    '"',
    ',',
    ';',
    '\n',
    '- was: +',
    '🙂',
    '<b>',
    '（＋',
    ' ',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(anything, (text) => {
      const lines = text.replace(/\r\n?/g, '\n').split('\n');
      for (const file of [markdown(lines.join('\n')), csv(lines.join('\n'))]) {
        const places = [...file.ratings, ...file.unread, ...file.cases, ...file.components].map(
          ({ place }) => place.position,
        );
        for (const { start, end } of places) {
          for (const { line, column } of [start, end])
            expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          expect(
            end.line > start.line || (end.line === start.line && end.column >= start.column),
          ).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});
