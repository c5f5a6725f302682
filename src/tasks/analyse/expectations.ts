/** Which levels of conditions are expected to contribute to the outcome, as an operator writes them. */
import type { Settings } from '../../analyse/qca/search/settings.js';
import { hinted } from '../../messages/words.js';
import { setsOf } from '../../analyse/qca/sets/from-study.js';
import type { Condition } from '../../domain/qca.js';
import type { Study } from '../../domain/study.js';
import { indexFramework } from '../../study/framework.js';
import { nearest } from '../../text/names.js';
import { findSet } from '../../study/sets.js';
import { UserError } from '../../domain/user-error.js';
import { refuse } from './refuse.js';

/** The study’s conditions with these expectations over its own. Throws a `UserError` for one of no condition. */
export function withExpectations(study: Study, expect: string[]): Condition[] {
  const { conditions } = setsOf(study);
  const levels = expectationsOf(expect, conditions);
  const levelsOf = new Map(conditions.map(({ id }, at) => [id, levels[at] ?? null]));
  const index = indexFramework(study.framework);
  return study.protocol.conditions.map((condition) => {
    const expected = levelsOf.get(findSet(study, condition, index)?.id ?? '');
    return expected
      ? { ...condition, expects: { levels: expected, place: condition.place } }
      : condition;
  });
}

/** What of a condition an expectation needs to know. */
interface Expectable {
  label: string;
  levels: number;
}

/** The expected levels by condition. Throws a `UserError` for a name or a level that no condition has. */
export function expectationsOf(
  expect: string[],
  conditions: Expectable[],
): Settings['expectations'] {
  const levels = conditions.map(() => new Set<number>());
  for (const written of expect) {
    const [, not = '', name = '', level] =
      /^([~!]?)\s*(.*?)\s*(?:[{[](\d+)[}\]])?$/s.exec(written) ?? [];
    const index = conditions.findIndex(({ label }) => label === name);
    const condition = conditions[index];
    if (!condition)
      throw new UserError(
        unknownName(
          name,
          'expectation',
          conditions.map(({ label }) => label),
        ),
      );
    levels[index]?.add(
      levelOf(written, condition, {
        isNot: not !== '',
        level: level === undefined ? null : Number(level),
      }),
    );
  }
  return levels.map((each) => (each.size === 0 ? null : [...each].sort((a, b) => a - b)));
}

function levelOf(
  written: string,
  { label, levels }: Expectable,
  { isNot, level }: { isNot: boolean; level: number | null },
): number {
  if (level !== null && !isNot && level < levels) return level;
  if (level === null && levels === 2) return isNot ? 0 : 1;
  const last = String(levels - 1);
  return refuse(
    written,
    'expectation',
    levels === 2
      ? `\`${label}\` or \`~${label}\``
      : `a level from \`${label}{0}\` to \`${label}{${last}}\``,
  );
}

/** ``Unexpected X `a`, expected …; did you mean `b`?`` */
export function unknownName(name: string, what: string, known: string[]): string {
  const hint = hinted(nearest(name, known));
  const shown = known.slice(0, 12).map((each) => `\`${each}\``);
  const rest =
    known.length > shown.length ? ` and ${String(known.length - shown.length)} more` : '';
  return `Unexpected ${what} \`${name}\`, expected one of ${shown.join(', ')}${rest}${hint}`;
}
