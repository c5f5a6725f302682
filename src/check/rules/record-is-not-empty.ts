import { walk } from '../../text/markdown.js';
import type { Content } from '../../domain/text.js';
import type { Rule } from '../rule.js';

/** Points at records without content. */
export const recordIsNotEmpty: Rule = {
  id: 'record-is-not-empty',
  severity: 'error',
  description: 'A record has words, a table or a picture.',
  note: 'Evidence that cites an empty record leads a reviewer to nothing.',
  *check({ records }) {
    for (const { key, content, original, place } of records) {
      if (isEmpty(content) && (!original || isEmpty(original.content)))
        yield {
          place,
          reason: `Unexpected record \`${key}\` without words, expected what the source says behind \`${key}:\``,
        };
    }
  },
};

function isEmpty({ text, nodes }: Content): boolean {
  if (text.trim() !== '') return false;
  let hasPicture = false;
  walk({ type: 'root', children: nodes }, (node) => {
    hasPicture ||= node.type === 'image';
  });
  return !hasPicture;
}
