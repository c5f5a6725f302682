/** Puts a sign that content is withheld in the place of the content. */
import type { Content, Withheld } from '../../domain/text.js';
import type { Original } from '../../domain/note.js';
import type { Inline } from '../../text/markdown.js';

/** The content itself without a reason, or if it is empty; else a sign with the reason, for which the report has the words. */
export function withhold(content: Content, reason: Withheld | null): Content {
  if (reason === null || content.nodes.length === 0) return content;
  const sign: Inline = {
    type: 'inline',
    kind: 'withheld',
    children: [],
    data: { hName: 'span', hProperties: { className: ['withheld'], dataReason: reason } },
  };
  return { nodes: [{ type: 'paragraph', children: [sign] }], text: '', withheld: reason };
}

/** The same for an original in its own language, whose language stays. */
export function withholdOriginal(
  original: Original | null,
  reason: Withheld | null,
): Original | null {
  return original && { ...original, content: withhold(original.content, reason) };
}
