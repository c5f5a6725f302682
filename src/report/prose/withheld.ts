/** How a report shows its profile: words in place of what is withheld, and a mark on an internal report. */
import type { Parents, Root, RootContent } from 'mdast';
import type { Profile } from '../../domain/protocol.js';
import type { Withheld } from '../../domain/text.js';
import { division, paragraph, strong, text } from './nodes.js';
import type { Words } from './words.js';

/** Puts words in place of what is withheld, and marks an internal report as such. Authors' content stays as it is. */
export function showProfile(root: Root, profile: Profile, words: Words): Root {
  const said = replaceSigns(root, words);
  return profile === 'internal' ? marked(said, words) : said;
}

function replaceSigns<T extends Parents>(parent: T, words: Words): T {
  const children = parent.children.map((child) => saidOf(child, words));
  // A placeholder stays a node of the same type, so the children still fit their parent.
  return children.every((child, index) => child === parent.children[index])
    ? parent
    : { ...parent, children };
}

function saidOf(node: RootContent, words: Words): RootContent {
  if (node.type !== 'inline' || node.kind !== 'withheld')
    return 'children' in node ? replaceSigns(node, words) : node;
  // Set by the stage that withholds.
  const reason = node.data?.hProperties?.dataReason as Withheld;
  return { ...node, children: [text(words.disclosure.reasons[reason])] };
}

/** Below the title, whatever the template. */
function marked(root: Root, words: Words): Root {
  const at = root.children.findIndex(({ type }) => type === 'heading') + 1;
  const mark = division('internal', [paragraph(strong(text(words.disclosure.internal)))]);
  const [next, ...rest] = root.children.slice(at);
  // Everything that belongs to the title is one block: printed formats find the end of the title by it.
  const below =
    next?.type === 'division' && next.kind === 'title-block'
      ? [{ ...next, children: [mark, ...next.children] }, ...rest]
      : [division('title-block', [mark]), ...root.children.slice(at)];
  return { ...root, children: [...root.children.slice(0, at), ...below] };
}
