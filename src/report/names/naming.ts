/** Components and cases named with their marks, each linked to its entry. */
import type { PhrasingContent } from 'mdast';
import { joined, text } from '../prose/nodes.js';
import { fill, numberIn } from '../prose/words.js';
import { caseTitle, linkTo, markOf, titleOf, type Context } from './context.js';

/** The mark of an entry, or the word for its absence, linked to it. */
export function linkedMark(context: Context, component: string, id: string): PhrasingContent {
  const entry = context.caseById.get(id)?.entries.get(component);
  const mark = markOf(context, entry ?? { state: 'missing', rating: null });
  return entry ? linkTo({ kind: 'entry', case: id, id: component }, mark) : mark;
}

/** `North (+)`: a case with its mark on a component. */
export function caseWithMark(context: Context, component: string, id: string): PhrasingContent[] {
  return [text(`${caseTitle(context, id)} `), linkedMark(context, component, id)];
}

/** A phrase with nodes in its gaps; what fills a gap may itself look like one. */
export function phrased(
  phrase: string,
  gaps: { [name: string]: string | PhrasingContent[] },
): PhrasingContent[] {
  return phrase.split(/(\{\w+\})/).flatMap((part) => {
    const name = part.slice(1, -1);
    const found = part.startsWith('{') && Object.hasOwn(gaps, name) ? (gaps[name] ?? '') : part;
    return typeof found !== 'string' ? found : found === '' ? [] : [text(found)];
  });
}

/** A title that leads to the component's entry in the first case that has one. */
export function linkedTitle(context: Context, component: string): PhrasingContent {
  const first = context.study.cases.find(({ entries }) => entries.has(component));
  const title = text(titleOf(context, component));
  return first ? linkTo({ kind: 'entry', case: first.id, id: component }, title) : title;
}

/** Linked titles in a row. */
export function linkedTitles(context: Context, components: string[]): PhrasingContent[] {
  return joined(
    components.map((id) => [linkedTitle(context, id)]),
    context.words.marks.items,
  );
}

/** The two cases of a pair, each with its mark on a component. */
export function pairOf(
  context: Context,
  component: string,
  [a, b]: readonly [string, string],
): PhrasingContent[] {
  return phrased(context.words.mill.pair, {
    a: caseWithMark(context, component, a),
    b: caseWithMark(context, component, b),
  });
}

/** The rest of a list: `and 3 more`. */
export function restOf(
  { language, words }: Context,
  n: number,
  phrases: { one: string; many: string },
): PhrasingContent[] {
  if (n <= 0) return [];
  return [
    text(
      words.marks.items +
        (n === 1 ? phrases.one : fill(phrases.many, { n: numberIn(language, n) })),
    ),
  ];
}
