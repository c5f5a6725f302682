/** How long the report is, in the words that journals count. */
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFileMessage } from 'vfile-message';
import { wordLimit } from '../../messages/kinds.js';
import { startOf } from '../../messages/pointer.js';
import { stamp } from '../../messages/stamp.js';
import type { Study } from '../../domain/study.js';
import { numberIn, type Words } from './words.js';

/** Kinds of divisions that are not counted: the title block, figures with their descriptions, works that are cited. */
const uncounted = new Set(['title-block', 'drawing', 'work']);

/**
 * The words of headings, paragraphs, lists, quotations and footnotes. Not counted: the title block, tables and figures with
 * their captions, and what stands under the headings References and Appendix.
 */
export function countWords(root: Root, { report }: Pick<Words, 'report'>): number {
  let below = Infinity;
  return root.children.reduce((sum, node) => {
    if (node.type === 'heading' && node.depth <= below) below = Infinity;
    if (node.type === 'heading' && [report.references, report.appendix].includes(toString(node)))
      below = Math.min(below, node.depth);
    return below === Infinity || node.type === 'footnoteDefinition' ? sum + wordsOf(node) : sum;
  }, 0);
}

function wordsOf(node: RootContent): number {
  if (node.type === 'table') return 0;
  if (node.type === 'division') {
    if (uncounted.has(node.kind) || node.kind.startsWith('table-')) return 0;
  } else if (node.type === 'paragraph' || node.type === 'heading' || !('children' in node))
    return wordsIn(toString(node));
  return node.children.reduce((sum, child) => sum + wordsOf(child), 0);
}

/** A Han character is a word; other letters and digits are one up to the next space. */
function wordsIn(text: string): number {
  const words = text.replace(/\p{Script=Han}/gu, ' $& ').split(/\s+/);
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The message on the length of the report and its limit; none without a limit. */
export function lengthOf(
  { protocol }: Pick<Study, 'protocol'>,
  root: Root,
  words: Words,
  limit: number | null,
): VFileMessage[] {
  if (limit === null) return [];
  const count = countWords(root, words);
  const [found, allowed] = [numberIn('en', count), numberIn('en', limit)];
  const place = protocol.wordLimit?.place ?? startOf(protocol.path);
  return count > limit
    ? [
        stamp(wordLimit, {
          place,
          reason: `Unexpected ${found} words, expected at most ${allowed}`,
        }),
      ]
    : [stamp(wordLimit, { place, reason: `${found} of ${allowed} words` }, 'info')];
}
