/** Lists: each has its own numbers, and what stands under an item is indented with it. */
import type { List, ListItem, PhrasingContent } from 'mdast';
import { writeWords } from './paragraphs.js';
import type { Scope } from './scope.js';
import type { Block, Writing } from './writing.js';

/** Twips by which each level stands further in. */
export const step = 360;
/** Word knows nine levels. */
export const deepest = 8;

/** The name of the numbering of lists that begin with a number. */
export function numbersFrom(start: number): string {
  return `numbers-${String(start)}`;
}

/** A list of any depth; its numbers begin anew. */
export function writeList(
  writing: Writing,
  { ordered, start, children }: List,
  scope: Scope,
): Block[] {
  const first = ordered === true ? Math.max(0, Math.min(32_000, start ?? 1)) : null;
  if (first !== null) writing.starts.add(first);
  const numbering = {
    reference: first === null ? 'bullets' : numbersFrom(first),
    level: Math.min(scope.level, deepest),
    instance: ++writing.counts.list,
  };
  const inner = {
    ...scope,
    isOutline: false,
    level: scope.level + 1,
    indent: step * (numbering.level + 1),
  };
  return children.flatMap((item) => writeItem(writing, item, inner, numbering));
}

function writeItem(
  writing: Writing,
  { checked, children: [first, ...rest] }: ListItem,
  scope: Scope,
  numbering: { reference: string; level: number; instance: number },
): Block[] {
  const box: PhrasingContent[] =
    typeof checked === 'boolean' ? [{ type: 'text', value: checked ? '☑ ' : '☐ ' }] : [];
  const isWords = first?.type === 'paragraph' && first.data?.hName !== 'figcaption';
  // An item that begins with another block still gets a line with its bullet or number.
  const head = writeWords(writing, isWords ? [...box, ...first.children] : box, scope, {
    numbering,
  });
  return [head, ...writing.write(writing, isWords || !first ? rest : [first, ...rest], scope)];
}
