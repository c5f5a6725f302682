/**
 * Mill's methods by elimination (Mill 1843, Book III, ch. VIII; George & Bennett 2005, ch. 8): what differs along with the
 * outcome, what cases alike in the outcome share. With decided marks the joint method leaves what the method of difference
 * leaves over all pairs; it adds that each side holds in several cases. For two cases with unlike outcomes the candidates are
 * the conditions of the parsimonious prime implicants of a QCA of the same components.
 */
import {
  decidedIn,
  pairsApart,
  pairsOf,
  readEntries,
  tryComponents,
  tryDifference,
  type Readings,
} from '../../study/elimination.js';
import type { Study } from '../../domain/study.js';
import { componentsNamed } from '../../study/entries.js';
import { weighConditions } from './conditions.js';
import { rankPairs } from './pairs.js';
import type { Agreement, Mill } from './schema.js';
import { candidateRow, contrastsIn, rowOf, sortTrials } from './trials.js';

/** With missing data, the result lists what cannot be judged and which entries are missing. */
export function eliminate(study: Study): Mill {
  const readings = readEntries(study);
  const status = statusOf(study, readings);
  const difference = seekDifference(study, readings);
  const agreement = seekAgreement(study, readings);
  const contrasts =
    status === 'differs' || status === 'one-case'
      ? { different: [], equal: [], open: [] }
      : contrastsIn(study, readings);
  const outcome = study.outcome?.id ?? null;
  return {
    outcome,
    ratings:
      outcome === null
        ? Object.fromEntries(study.cases.map(({ id }) => [id, null]))
        : rowOf(study, outcome).ratings,
    status,
    decided: decidedIn(readings.outcome),
    scale: readings.scale,
    difference,
    agreement,
    joint: joinMethods(difference, agreement),
    contrasts,
    pairs: rankPairs(readings),
    conditions:
      status === 'one-case'
        ? []
        : weighConditions(study, readings, { difference, status, contrasts }),
  };
}

function statusOf({ cases, outcome }: Study, readings: Readings): Mill['status'] {
  if (cases.length < 2) return 'one-case';
  if (outcome === null) return 'no-outcome';
  const values = [...readings.outcome.values()].filter((value) => value !== null);
  if (values.length < 2) return 'not-rated';
  return new Set(values).size > 1 ? 'differs' : 'alike';
}

function seekDifference(study: Study, readings: Readings): Mill['difference'] {
  const pairs = pairsApart(readings);
  if (pairs.length === 0) return { candidates: [], ruledOut: [], open: [] };
  const { left, ruledOut, open } = sortTrials(study, readings, {
    pairs,
    trials: tryDifference(readings),
  });
  const named = componentsNamed(study);
  return {
    candidates: left.map((component) => candidateRow(study, component, named)),
    ruledOut,
    open,
  };
}

/** The cases of each value of the outcome that two cases share, in the order of the study. */
function seekAgreement(study: Study, readings: Readings): Agreement[] {
  const groups = new Map<string, string[]>();
  for (const [id, value] of readings.outcome)
    if (value !== null) groups.set(value, [...(groups.get(value) ?? []), id]);
  return [...groups].flatMap(([value, cases]) => {
    const pairs = pairsOf(cases);
    if (pairs.length === 0) return [];
    const { left, ruledOut, open } = sortTrials(study, readings, {
      pairs,
      trials: tryComponents(readings, pairs, 'different'),
    });
    return [
      { value, cases, shared: left.map((component) => rowOf(study, component)), ruledOut, open },
    ];
  });
}

function joinMethods({ candidates }: Mill['difference'], groups: Agreement[]): Mill['joint'] {
  const isShared = (component: string) =>
    groups.every(({ shared }) => shared.some((row) => row.component === component));
  const isPossible = groups.length > 1;
  return {
    isPossible,
    components: isPossible ? candidates.map(({ component }) => component).filter(isShared) : [],
  };
}
