/** How long the report is, in the words that journals count. */
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
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

/** Says at `word-limit:` of study.md, or at its start, how long the report is. */
export function sayLength(
  { files, protocol }: Study,
  root: Root,
  words: Words,
  limit: number | null,
): void {
  const file = files.get(protocol.path);
  if (limit === null || !file) return;
  const count = countWords(root, words);
  const [found, allowed] = [numberIn('en', count), numberIn('en', limit)];
  const start = { line: 1, column: 1 };
  const message = file.message(
    count > limit
      ? `Unexpected ${found} words, expected at most ${allowed}`
      : `${found} of ${allowed} words`,
    {
      place: protocol.wordLimit?.place.position ?? { start, end: start },
      ruleId: 'word-limit',
      source: 'crosscase',
    },
  );
  message.fatal = count > limit ? false : undefined;
  message.file = file.path;
  message.url = 'README.md#templates';
  message.note =
    'Counted are headings, paragraphs, lists, quotations and footnotes, a Han character as a word; not the title block, tables, figures, references and the appendix.';
}
