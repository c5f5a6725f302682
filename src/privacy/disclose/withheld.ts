/** Content of which a public report says only that it is withheld. */
import type { Content, Withheld } from '../../domain/text.js';
import type { Original } from '../../domain/note.js';
import type { Inline } from '../../text/markdown.js';

/** The content if nothing speaks against it; else a sign of why it is withheld, to which the report gives the words. Nothing stays nothing. */
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

/** The same for words in their own language; which language it is may be known. */
export function withholdOriginal(
  original: Original | null,
  reason: Withheld | null,
): Original | null {
  return original && { ...original, content: withhold(original.content, reason) };
}
