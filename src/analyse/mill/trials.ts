/** The trial of each component by pairs of cases, as rows of the result. */
import {
  compareIn,
  pairsOf,
  type Pair,
  type Readings,
  type Trial,
} from '../../study/elimination.js';
import type { Study } from '../../domain/study.js';
import { evidenceIn } from '../../study/entries.js';
import { bySimilarity, likenessOf } from './pairs.js';
import type { Candidate, Mill, Open, RuledOut } from './schema.js';

type Row = Mill['contrasts']['equal'][number];
const shownAtMost = 12;

/** The marks of a component by case; null where it is not rated. */
export function rowOf({ cases }: Pick<Study, 'cases'>, component: string): Row {
  return {
    component,
    ratings: Object.fromEntries(
      cases.map(({ id, entries }) => [id, entries.get(component)?.rating ?? null]),
    ),
  };
}

/** Sorts the trials by their verdict, with the missing entries of those left open. */
export function sortTrials(
  study: Study,
  readings: Readings,
  { trials, pairs }: { trials: Trial[]; pairs: Pair[] },
) {
  const ending = (verdict: Trial['verdict']) => trials.filter((trial) => trial.verdict === verdict);
  return {
    left: ending('left').map(({ component }) => component),
    ruledOut: ending('ruled-out').map((trial) => ruledOutRow(study, readings, trial)),
    open: ending('open').map((trial) => openRow(readings, trial, pairs.length)),
  };
}

function ruledOutRow(study: Study, readings: Readings, { component, by }: Trial): RuledOut {
  const ranked = by.flatMap((pair) => likenessOf(readings, pair) ?? []).sort(bySimilarity);
  const because =
    by[0] && compareIn(readings, component, by[0]) === 'equal' ? 'alike' : 'different';
  return {
    ...rowOf(study, component),
    because,
    by: ranked.slice(0, shownAtMost).map(({ cases }) => cases),
    pairs: by.length,
  };
}

function openRow({ cells }: Readings, { component, undecided }: Trial, all: number): Open {
  const readings = cells.get(component);
  const missing = [...new Set(undecided.flat())].flatMap((id) => {
    const why = readings?.get(id)?.why ?? null;
    return why === null ? [] : [{ case: id, why }];
  });
  return { component, missing, pairs: undecided.length, decided: all - undecided.length };
}

/** A candidate with its evidence and with the items of study.md that name it. */
export function candidateRow(
  study: Study,
  component: string,
  named: Map<string, Set<string>>,
): Candidate {
  const items = (role: 'findings' | 'rivals' | 'suggestions', names: (string | undefined)[]) =>
    study.protocol.sections
      .filter((section) => section.role === role)
      .flatMap((section) => section.items)
      .flatMap(({ id }) =>
        names.some((name) => name !== undefined && named.get(id)?.has(name)) ? [id] : [],
      );
  return {
    ...rowOf(study, component),
    evidence: Object.fromEntries(
      study.cases.map(({ id, entries }) => {
        const entry = entries.get(component);
        return [
          id,
          [
            ...new Set(
              entry ? evidenceIn(entry).flatMap(({ resolved }) => resolved.record?.key ?? []) : [],
            ),
          ],
        ];
      }),
    ),
    findings: items('findings', [component]),
    rivals: items('rivals', [component, study.outcome?.id]),
    suggestions: items('suggestions', [component]),
  };
}

/** Components apart from the outcome: which differ somewhere, which are decided alike everywhere, and the rest. */
export function contrastsIn(study: Study, { cells, components }: Readings): Mill['contrasts'] {
  const result: Mill['contrasts'] = { different: [], equal: [], open: [] };
  if (pairsOf(study.cases.map(({ id }) => id)).length === 0) return result;
  for (const { id } of components) {
    const values = [...(cells.get(id)?.values() ?? [])].map(({ value }) => value);
    const decided = values.filter((value) => value !== null);
    if (new Set(decided).size > 1) result.different.push(rowOf(study, id));
    else if (decided.length === values.length) result.equal.push(rowOf(study, id));
    else result.open.push(id);
  }
  return result;
}
