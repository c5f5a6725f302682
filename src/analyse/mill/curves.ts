/** Curved relations: a middle degree of a component has a different outcome from both a lower and a higher one. */
import type { Readings } from '../../study/elimination.js';
import type { Study } from '../../domain/study.js';
import { evidenceIn } from '../../study/entries.js';

interface Point {
  degree: number;
  outcome: number;
}

/** Ids of the components whose marks, by their membership, rise and fall along with the outcome. */
export function findCurved(study: Study, { components }: Readings): string[] {
  return components.flatMap(({ id }) => (isCurved(pointsOf(study, id)) ? [id] : []));
}

/** Ids of the components with a mark that has no side: a middle that the legend does not place. */
export function unclearIn({ cells, components }: Readings): string[] {
  const isUnclear = (id: string) =>
    [...(cells.get(id)?.values() ?? [])].some(
      ({ why }) => why === 'no-membership' || why === 'middle',
    );
  return components.flatMap(({ id }) => (isUnclear(id) ? [id] : []));
}

function pointsOf({ cases, protocol: { legend }, outcome }: Study, component: string): Point[] {
  const membership = (rating: string | null) =>
    legend.find(({ symbol }) => symbol === rating)?.membership ?? null;
  return cases.flatMap(({ entries }) => {
    const entry = entries.get(component);
    if (!outcome || !entry || evidenceIn(entry).length === 0) return [];
    const [degree, result] = [
      membership(entry.rating),
      membership(entries.get(outcome.id)?.rating ?? null),
    ];
    return degree === null || result === null ? [] : [{ degree, outcome: result }];
  });
}

/** Every outcome at some middle degree lies beyond all those at a lower and all those at a higher one. */
function isCurved(points: Point[]): boolean {
  const degrees = [...new Set(points.map(({ degree }) => degree))].sort((a, b) => a - b);
  const spans = degrees.map((degree) => {
    const outcomes = points.flatMap((point) => (point.degree === degree ? [point.outcome] : []));
    return { least: Math.min(...outcomes), most: Math.max(...outcomes) };
  });
  return spans.some((middle, index) => {
    const [lower, higher] = [spans.slice(0, index), spans.slice(index + 1)];
    const isAbove = (span: typeof middle) => middle.least > span.most;
    const isBelow = (span: typeof middle) => middle.most < span.least;
    return (
      (lower.some(isAbove) && higher.some(isAbove)) || (lower.some(isBelow) && higher.some(isBelow))
    );
  });
}
