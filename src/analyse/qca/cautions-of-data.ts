/** Cautions about the sets themselves, before anything is solved. */
import type { SetColumn } from '../../domain/qca.js';
import type { OpenData } from './completions.js';
import { type Cautions, caution } from './caution.js';

/** A condition that is the same in all cases is trivially necessary and fills the table with remainders. */
export function constantConditions({ conditions, rows }: OpenData): Cautions {
  const labels = conditions
    .filter((column, at) => new Set(sidesIn(column, at, rows)).size === 1)
    .map(({ label }) => label);
  return labels.length > 0 ? [caution('constant-condition', labels)] : [];
}

/** On which side of a fuzzy set each case stands, in the middle on neither; none where one is open, which may be on any. */
function sidesIn({ isFuzzy }: SetColumn, at: number, rows: OpenData['rows']): number[] {
  const known = rows.flatMap(({ values }) => values[at] ?? []);
  if (known.length < rows.length) return [];
  return isFuzzy ? known.map((value) => Math.sign(value - 0.5)) : known;
}

/** Two conditions that are alike, or opposite, in every case: nothing can tell them apart. */
export function twins({ conditions, rows }: OpenData): Cautions {
  const sides = conditions.map((column, at) => sidesIn(column, at, rows));
  const differs = (at: number) => new Set(sides[at]).size > 1;
  return conditions.flatMap((one, first) =>
    conditions.flatMap((other, second) => {
      const isPair = first < second && differs(first) && differs(second);
      return isPair && areBound(sides[first] ?? [], sides[second] ?? [])
        ? [caution('twin-conditions', [one.label, other.label])]
        : [];
    }),
  );
}

/** Whether each value determines the other. */
function areBound(one: number[], other: number[]): boolean {
  const pairs = new Set(one.map((value, at) => `${String(value)} ${String(other[at])}`));
  return pairs.size === new Set(one).size && pairs.size === new Set(other).size;
}

/** More than four fifths of the cases on one side: parameters of fit are high for that alone (Oana, Schneider & Thomann 2021). */
export function skewed({ conditions, outcome, rows }: OpenData): Cautions {
  const limit = 0.8;
  const columns = [...conditions, outcome].filter(({ levels }) => levels === 2);
  return columns.flatMap((column) => {
    const at = conditions.indexOf(column);
    const degrees = rows.flatMap(({ values, outcome: result }) =>
      at < 0 ? result : (values[at] ?? []),
    );
    const share = (isThere: (degree: number) => boolean) =>
      degrees.filter(isThere).length / degrees.length;
    const most = Math.max(
      share((degree) => degree > 0.5),
      share((degree) => degree < 0.5),
    );
    // A condition with all cases on one side has its own caution.
    return most > limit && (most < 1 || at < 0)
      ? [caution('skewed', [column.label], [most, limit])]
      : [];
  });
}
