/** Things of the study by their names in the report, each linked to its place. */
import type { PhrasingContent } from 'mdast';
import type { Cited } from '../../study/chain.js';
import type { Holder } from '../../domain/study.js';
import { joined, text } from '../prose/nodes.js';
import { fill, numberIn } from '../prose/words.js';
import { caseTitle, linkTo, titleOf, type Context } from './context.js';

/** A thing by its name, as a link. */
export function linkedThing(context: Context, thing: Holder | Cited): PhrasingContent {
  return linkTo(thing, text(nameOfThing(context, thing)));
}

/** Things in a row. Those after the first `atMost` are counted, and the count leads to the first of them. */
export function linkedThings(
  context: Context,
  things: (Holder | Cited)[],
  atMost = Infinity,
): PhrasingContent[] {
  const { words, language } = context;
  const isLong = things.some(({ kind }) => kind !== 'record' && kind !== 'item');
  const separator = isLong ? words.marks.items : words.marks.list;
  const shown = joined(
    things.slice(0, atMost).map((thing) => [linkedThing(context, thing)]),
    separator,
  );
  const next = things[atMost];
  if (!next) return shown;
  const more = fill(words.trace.more, { n: numberIn(language, things.length - atMost) });
  return [...shown, text(separator), linkTo(next, text(more))];
}

/** `Leadership, Chaoyang`, `D122`, `section “Conclusions”`. */
export function nameOfThing(context: Context, thing: Holder | Cited): string {
  const { words, study } = context;
  const { holders } = words;
  switch (thing.kind) {
    case 'entry':
      return fill(holders.entry, {
        component: titleOf(context, thing.id),
        case: caseTitle(context, thing.case),
      });
    case 'dimension': {
      const title = study.framework.dimensions.find(({ id }) => id === thing.id)?.title ?? thing.id;
      return thing.case === null
        ? title
        : fill(holders.dimension, { dimension: title, case: caseTitle(context, thing.case) });
    }
    case 'case':
      return fill(holders.case, { name: caseTitle(context, thing.id) });
    case 'section':
      return fill(holders.section, {
        name: study.protocol.sections.find(({ id }) => id === thing.id)?.title ?? thing.id,
      });
    case 'source':
      return fill(holders.source, { name: thing.id });
    default:
      return thing.id;
  }
}
