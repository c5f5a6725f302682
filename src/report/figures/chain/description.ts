/** A chain of evidence in words. */
import { keyOfSource } from '../../../study/keys.js';
import type { Context } from '../../names/context.js';
import { fill, listed } from '../../prose/words.js';
import type { Piece, Trace } from './trace.js';

/** Says, source by source, what its records are used for. */
export function describeChain(
  { words, componentById }: Context,
  { pieces, isGathered }: { pieces: Piece[]; isGathered: boolean },
  { knots }: Trace,
): string {
  const { figures } = words;
  const sentences = knots.source.map(({ key, label }) => {
    const own = pieces.filter(({ source }) => keyOfSource(source) === key);
    const uses = new Map<string, Set<string>>();
    for (const { record, component, codes } of own) {
      const name =
        codes.length === 0 ? record.key : `${record.key} [${codes.map(({ id }) => id).join(', ')}]`;
      uses.set(
        name,
        (uses.get(name) ?? new Set()).add(componentById.get(component)?.title ?? component),
      );
    }
    if (isGathered)
      return fill(figures.gatheredFor, {
        source: label,
        n: new Set(own.map(({ record }) => record.key)).size,
        m: new Set(own.map(({ component }) => component)).size,
      });
    const parts = [...uses].map(([record, components]) =>
      fill(figures.recordFor, { record, components: listed(words, [...components]) }),
    );
    return fill(figures.ofCase, { case: label, marks: listed(words, parts, 'items') });
  });
  return [isGathered ? figures.chainGatheredNote : figures.chainNote, ...sentences].join(
    words.marks.space,
  );
}
