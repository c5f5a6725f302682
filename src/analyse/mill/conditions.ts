/**
 * What Mill's methods assume (Mill 1843, Book III, ch. VIII and X; Lieberson 1991; George & Bennett 2005, ch. 8), each with
 * what the study's own data show of it. An assumption that no data can show stays `not-shown`.
 */
import { pairsApart, type Readings } from '../../study/elimination.js';
import type { Entry, Study } from '../../domain/study.js';
import { evidenceIn } from '../../study/entries.js';
import { weigh, type Cautions } from '../cautions.js';
import { findCurved, unclearIn } from './curves.js';
import { likenessOf } from './pairs.js';
import type { Condition, Likeness, Mill } from './schema.js';

type Known = Pick<Mill, 'difference' | 'status' | 'contrasts'>;

function say(
  id: Condition['id'],
  status: Condition['status'],
  said: Partial<Omit<Condition, 'id' | 'status'>> = {},
): Condition {
  return { id, status, cases: [], of: [], numbers: {}, ...said };
}

/** Every condition, in the order in which a report argues: what can be refuted by elimination first, the data last. */
export function weighConditions(study: Study, readings: Readings, known: Known): Condition[] {
  const apart = pairsApart(readings).flatMap((pair) => likenessOf(readings, pair) ?? []);
  const twins = apart.find(({ different, undecided }) => different === 0 && undecided === 0);
  const cautions = weigh(study);
  return [
    singleCause(known),
    ...(['complete-list', 'deterministic'] as const).map((id) =>
      twins ? say(id, 'not-met', { cases: twins.cases }) : say(id, 'not-shown'),
    ),
    oneDifference(apart),
    fewerCandidates(readings, known),
    straightRelation(study, readings),
    reliableMarks(study, known),
    equalEvidence(cautions),
    likeUnits(study, cautions),
  ];
}

/** Refuted if every component is ruled out: then no single one explains the difference. */
function singleCause({ difference: { candidates, ruledOut, open }, status }: Known): Condition {
  const isRefuted =
    status === 'differs' && candidates.length + open.length === 0 && ruledOut.length > 0;
  return isRefuted
    ? say('single-cause', 'not-met', { numbers: { n: ruledOut.length } })
    : say('single-cause', 'not-shown');
}

/** The method of difference requires that cases share every circumstance but one. */
function oneDifference(apart: Likeness[]): Condition {
  const [best] = [...apart].sort((a, b) => a.different + a.undecided - b.different - b.undecided);
  if (!best) return say('one-difference', 'not-shown');
  const { cases, different, undecided, equal } = best;
  return say('one-difference', different === 1 && undecided === 0 ? 'met' : 'not-met', {
    cases,
    numbers: { different, undecided, equal },
  });
}

function fewerCandidates(
  { outcome }: Readings,
  { difference: { candidates, open }, status }: Known,
): Condition {
  if (status !== 'differs') return say('fewer-candidates-than-cases', 'not-shown');
  const all = [...outcome.values()].filter((value) => value !== null).length;
  const numbers = { candidates: candidates.length, open: open.length, all };
  return say(
    'fewer-candidates-than-cases',
    candidates.length + open.length < all ? 'met' : 'not-met',
    { numbers },
  );
}

/** A curve shows only in graded marks; marks that take no side may hide one. */
function straightRelation(study: Study, readings: Readings): Condition {
  const curved = findCurved(study, readings);
  return curved.length > 0
    ? say('straight-relation', 'not-met', { of: curved })
    : say('straight-relation', 'not-shown', { of: unclearIn(readings) });
}

/** Whether coders agree is for another method; here: marks without evidence, and marks against which evidence speaks. */
function reliableMarks(study: Study, { difference, contrasts }: Known): Condition {
  const rows = [...difference.candidates, ...contrasts.different].map(({ component }) => component);
  const asked = [...(study.outcome ? [study.outcome.id] : []), ...rows];
  const rated = study.cases
    .flatMap(({ entries }) => asked.flatMap((component) => entries.get(component) ?? []))
    .filter(isRated);
  const bare = rated.filter((entry) => evidenceIn(entry).length === 0);
  const contested = rated.filter((entry) => evidenceIn(entry).some(({ isCounter }) => isCounter));
  const shown = bare.length > 0 ? bare : contested;
  const [cases, components] = [
    shown.map((entry) => entry.case),
    shown.map(({ component }) => component.id),
  ];
  return say('reliable-marks', bare.length > 0 ? 'not-met' : 'not-shown', {
    cases: [...new Set(cases)],
    of: [...new Set(components)],
  });
}

function isRated({ state }: Entry): boolean {
  return state === 'rated';
}

function equalEvidence(cautions: Cautions): Condition {
  const found = cautions.find(({ id }) => id === 'unequal-evidence');
  return found
    ? say('equal-evidence', 'not-met', { cases: found.cases })
    : say('equal-evidence', 'met');
}

function likeUnits({ cases }: Study, cautions: Cautions): Condition {
  const found = cautions.find(({ id }) => id === 'unlike-attributes');
  if (found) return say('like-units', 'not-met', { cases: found.cases, of: found.of });
  const isStated = cases.every(({ attributes }) =>
    ['unit', 'period'].every((name) => attributes.has(name)),
  );
  return say('like-units', isStated ? 'met' : 'not-shown');
}
