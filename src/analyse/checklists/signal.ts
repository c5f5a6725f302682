/** What is found when something is looked for: presence and numbers, never a judgement. */
import type { Entry } from '../../domain/study.js';
import type { Signal, SignalTarget } from './schema.js';

/** A signal without its name. */
export type Found = Pick<Signal, 'status' | 'numbers' | 'targets' | 'lacking'>;

/** All of them, some, or none. */
export function share(n: number, all: number): Signal['status'] {
  if (n === 0) return 'not-seen';
  return n < all ? 'partly-seen' : 'seen';
}

/** Things of which some show what is looked for: `n` of `of`. */
export function shareOf<T>(
  things: T[],
  isSo: (thing: T) => boolean,
  targetOf: (thing: T) => SignalTarget | null,
): Found {
  const [have, lack] = [things.filter(isSo), things.filter((thing) => !isSo(thing))];
  const targets = (some: T[]) => some.flatMap((thing) => targetOf(thing) ?? []);
  return {
    status: share(have.length, things.length),
    numbers: { n: have.length, of: things.length },
    targets: targets(have),
    lacking: have.length === 0 ? [] : targets(lack),
  };
}

/** Something that is there or not, with its number. */
export function present(
  n: number,
  targets: SignalTarget[] = [],
  numbers: Signal['numbers'] = {},
): Found {
  return { status: n > 0 ? 'seen' : 'not-seen', numbers: { n, ...numbers }, targets, lacking: [] };
}

/** Lowers `seen` to `partly-seen`, for things whose presence alone is not enough. */
export function atMostPartly(found: Found): Found {
  return { ...found, status: found.status === 'seen' ? 'partly-seen' : found.status };
}

/** Raises `not-seen` to `partly-seen` if there is anything to look at. */
export function atLeastPartly(found: Found): Found {
  return {
    ...found,
    status:
      found.status === 'not-seen' && (found.numbers.of ?? 0) > 0 ? 'partly-seen' : found.status,
  };
}

/** An entry as a target. */
export function entryTarget({ case: home, component }: Entry): SignalTarget {
  return { kind: 'entry', case: home, id: component.id };
}
