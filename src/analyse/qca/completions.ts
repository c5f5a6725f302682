/**
 * What holds however the open marks are settled. Each open cell is a membership of 0 or 1, or one of the levels; a term that is
 * in every model of every completion rests on none of them.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { DataSet, SetColumn } from '../../domain/qca.js';
import { defaultCaps } from './search/caps.js';
import type { Caps, Settings, Watch } from './search/settings.js';
import { compareText } from './table/expressions.js';
import { analyseDirection } from './solve/minimise.js';
import type { Qca, Solution } from './schema.js';
import type { OpenRow } from './sets/settle.js';

type Completions = NonNullable<Qca['completions']>;
type Terms = Completions['terms'];

/** Completions that are run: all of eight open marks, else a sample of that size; fewer where each takes long. */
function mostCompletions({ conditions }: OpenData): number {
  if (conditions.length <= 8) return 256;
  return conditions.length <= 12 ? 64 : 16;
}

/** Each completion is a whole analysis, so its budget is smaller. */
const caps: Caps = {
  ...defaultCaps,
  primeImplicants: 5_000,
  listedPrimeImplicants: 1,
  models: 200,
  pairs: 50,
  rows: 1,
  steps: 200_000,
};

/** The sample is the same in every build. */
const seed = 20_261_123;

interface Cell {
  row: number;
  condition: number;
  levels: number;
}

/** Data with open cells. */
export interface OpenData {
  conditions: SetColumn[];
  outcome: SetColumn;
  rows: OpenRow[];
}

/** Runs the completions; null where no cell is open. */
export function complete(data: OpenData, settings: Settings, watch?: Watch): Qca['completions'] {
  const cells = data.rows.flatMap(({ values }, row) =>
    values.flatMap((value, condition): Cell[] =>
      value === null ? [{ row, condition, levels: data.conditions[condition]?.levels ?? 2 }] : [],
    ),
  );
  if (cells.length === 0) return null;
  const choices = choose(cells, mostCompletions(data));
  const terms = new Map<string, Terms[number]>();
  choices.forEach((choice, done) => {
    watch?.('completions', done);
    const completed = fill(data, cells, choice);
    for (const isNegated of [false, true]) {
      const { solutions } = analyseDirection(completed, settings, isNegated, { caps });
      for (const solution of solutions) count(terms, isNegated, solution);
    }
  });
  const possible = cells.reduce((product, { levels }) => product * levels, 1);
  return {
    cells: cells.map(({ row, condition }) => ({
      case: data.rows[row]?.case ?? '',
      column: data.conditions[condition]?.label ?? '',
    })),
    // Counts beyond the range of numbers are capped.
    possible: Math.min(possible, Number.MAX_SAFE_INTEGER),
    run: choices.length,
    isSampled: choices.length < possible,
    terms: [...terms.values()]
      .map((term) => ({ ...term, isRobust: term.inEvery === choices.length }))
      .sort(byWeight),
  };
}

/** All ways to settle the cells, or a sample of different ones. */
function choose(cells: Cell[], most: number): number[][] {
  const possible = cells.reduce((product, { levels }) => product * levels, 1);
  if (possible <= most) {
    return cells.reduce<number[][]>(
      (choices, { levels }) =>
        choices.flatMap((choice) =>
          Array.from({ length: levels }, (_, level) => [...choice, level]),
        ),
      [[]],
    );
  }
  const random = xoroshiro128plus(seed);
  const chosen = new Map<string, number[]>();
  while (chosen.size < most) {
    const choice = cells.map(({ levels }) => uniformInt(random, 0, levels - 1));
    chosen.set(choice.join(), choice);
  }
  return [...chosen.values()];
}

function fill({ conditions, outcome, rows }: OpenData, cells: Cell[], choice: number[]): DataSet {
  // Every open cell is filled below.
  const filled = rows.map((row) => ({ ...row, values: row.values.map((value) => value ?? 0) }));
  cells.forEach(({ row, condition }, at) => {
    const values = filled[row]?.values;
    if (values) values[condition] = choice[at] ?? 0;
  });
  return { conditions, outcome, rows: filled };
}

function count(
  terms: Map<string, Terms[number]>,
  isNegated: boolean,
  { kind, models, essential, stoppedAt }: Solution,
): void {
  const some = new Set(models.flatMap((model) => model.terms.map(({ expression }) => expression)));
  for (const expression of some) {
    const key = `${String(isNegated)} ${kind} ${expression}`;
    const term = terms.get(key) ?? {
      isNegated,
      kind,
      expression,
      inEvery: 0,
      inSome: 0,
      isRobust: false,
    };
    term.inSome++;
    // If the search stopped, the terms that all models share are unknown.
    if (stoppedAt === null && essential.includes(expression)) term.inEvery++;
    terms.set(key, term);
  }
}

const kinds: Solution['kind'][] = ['conservative', 'parsimonious', 'intermediate'];

/** The outcome first, then by kind; what holds most often before the rest. */
function byWeight(a: Terms[number], b: Terms[number]): number {
  return (
    Number(a.isNegated) - Number(b.isNegated) ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    b.inEvery - a.inEvery ||
    b.inSome - a.inSome ||
    compareText(a.expression, b.expression)
  );
}
