/** What the comparison of cases says of a component: its verdict, as a shape and in words. */
import type { ElementContent } from 'hast';
import type { Case } from '../../domain/study.js';
import type { Context } from '../names/context.js';
import { explained, fill, listed, titled } from '../prose/words.js';
import { cellIn, type Part, type Row } from './grid.js';
import { markIn } from './marks.js';
import { circle, path } from './shapes.js';

type Verdict = Row['verdict'];

/** The verdicts in the order of their columns. */
export const verdicts: Verdict[] = [
  'different',
  'one-side-only',
  'same',
  'neither',
  'not-comparable',
];

/** Draws a verdict around a point, each in a shape of its own. */
export function drawVerdict(verdict: Verdict, x: number, y: number): ElementContent[] {
  const point = (dx: number, dy: number) =>
    `${String(x + dx)} ${String(Math.round((y + dy) * 10) / 10)}`;
  switch (verdict) {
    case 'different':
      return [
        path(`M${point(0, -6.5)}L${point(6.5, 0)}L${point(0, 6.5)}L${point(-6.5, 0)}Z`, {
          fill: 'accent',
        }),
      ];
    case 'one-side-only':
      return [
        circle(x, y, 5, { stroke: 'accent', width: 1.3 }),
        path(`M${point(0, -5)}A5 5 0 0 0 ${point(0, 5)}Z`, { fill: 'accent' }),
      ];
    case 'same':
      return [circle(x, y, 5.2, { fill: 'rule-strong' })];
    case 'neither':
      return [circle(x, y, 4.6, { stroke: 'muted', width: 1.3 })];
    case 'not-comparable':
      return [
        path(`M${point(-4.5, -4.5)}L${point(4.5, 4.5)}M${point(-4.5, 4.5)}L${point(4.5, -4.5)}`, {
          stroke: 'rule-strong',
          width: 1.6,
        }),
      ];
  }
}

/** Names the components of each verdict. */
export function describeVerdicts(context: Context, { groups, cases }: Part): string {
  const { words } = context;
  const rows = groups.flatMap((group) => group.rows);
  const sentences = verdicts.flatMap((verdict) => {
    const named = rows.filter((row) => row.verdict === verdict);
    const components = listed(
      words,
      named.map((row) => withRatings(context, row, cases)),
    );
    return named.length === 0
      ? []
      : [fill(words.figures.verdictOn, { verdict: words.verdicts[verdict], components })];
  });
  return sentences.join(words.marks.space);
}

/** `Leadership (Chaoyang: +; Wuhou: −)`, where the cases are few enough to be named. */
function withRatings(context: Context, row: Row, cases: Case[]): string {
  const rated = cases.filter((each) => cellIn(row, each).state === 'rated');
  const { title } = row.component;
  if (rated.length === 0 || cases.length > 4) return title;
  const ratings = rated.map((each) =>
    titled(context.words, each.title, markIn(context, cellIn(row, each)).symbol),
  );
  return explained(context.words, title, listed(context.words, ratings, 'items'));
}
