/** What a drawing of marks shows, in words. */
import { unratedStates, type Case } from '../../domain/study.js';
import type { Context } from '../names/context.js';
import { explained, fill, listed } from '../prose/words.js';
import { cellIn, type Group, type Row } from './grid.js';
import { markIn, nameOfMark, type Mark } from './marks.js';

interface Shown {
  groups: Pick<Group, 'rows'>[];
  cases: Case[];
}

/** The marks that occur in a part, in the order of the legend and then of the states. */
export function marksIn(context: Context, { groups, cases }: Shown): Map<string, Mark> {
  const found = new Map<string, Mark>();
  for (const row of groups.flatMap(({ rows }) => rows)) {
    for (const each of cases) {
      const mark = markIn(context, cellIn(row, each));
      found.set(mark.key, mark);
    }
  }
  const { legend } = context.study.protocol;
  const order = [
    ...legend.map(({ symbol }) => markIn(context, { state: 'rated', rating: symbol }).key),
    ...unratedStates.map((state) => markIn(context, { state, rating: null }).key),
  ];
  return new Map([...found].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

/** Every cell's mark in words, case by case; for many cases, what is alike and what differs. */
export function describeMarks(context: Context, { groups, cases }: Shown): string {
  const rows = groups.flatMap((group) => group.rows);
  return cases.length > describedAtMost
    ? summarise(context, rows, cases)
    : cases.map((each) => describeCase(context, rows, each)).join(context.words.marks.space);
}

/** With more cases a description of every cell would be too long; the tables hold them. */
const describedAtMost = 4;

function describeCase(context: Context, rows: Row[], each: Case): string {
  const byMark = new Map<string, string[]>();
  for (const row of rows) {
    const name = nameOfMark(context, markIn(context, cellIn(row, each)));
    byMark.set(name, [...(byMark.get(name) ?? []), row.component.title]);
  }
  const marks = [...byMark].map(([mark, components]) =>
    fill(context.words.figures.markOn, { mark, components: listed(context.words, components) }),
  );
  return fill(context.words.figures.ofCase, {
    case: each.title,
    marks: listed(context.words, marks, 'items'),
  });
}

/** Whether the cases that are rated on a component have the same mark. */
type Likeness = 'alike' | 'unlike' | 'partly' | 'unrated';

function likenessOf(row: Row, cases: Case[]): { kind: Likeness; marks: (string | null)[] } {
  const rated = cases.map((each) => cellIn(row, each)).filter(({ state }) => state === 'rated');
  const marks = [...new Set(rated.map(({ rating }) => rating))];
  if (marks.length > 1) return { kind: 'unlike', marks };
  if (marks.length === 0) return { kind: 'unrated', marks };
  return { kind: rated.length === cases.length ? 'alike' : 'partly', marks };
}

function summarise(context: Context, rows: Row[], cases: Case[]): string {
  const { figures } = context.words;
  const found = new Map<Likeness, string[]>([
    ['unlike', []],
    ['alike', []],
    ['partly', []],
    ['unrated', []],
  ]);
  for (const row of rows) {
    const { kind, marks } = likenessOf(row, cases);
    const symbols = marks.map((rating) => markIn(context, { state: 'rated', rating }).symbol);
    const { title } = row.component;
    found
      .get(kind)
      ?.push(
        symbols.length === 0
          ? title
          : explained(context.words, title, listed(context.words, symbols)),
      );
  }
  const sentences = [...found]
    .filter(([, components]) => components.length > 0)
    .map(([key, components]) =>
      fill(figures[key], { components: listed(context.words, components) }),
    );
  const titles = listed(
    context.words,
    cases.map(({ title }) => title),
    'items',
  );
  return [fill(figures.casesShown, { cases: titles }), ...sentences, figures.seeTables].join(
    context.words.marks.space,
  );
}
