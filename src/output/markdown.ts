/** mdast → Markdown that reads well on GitHub. */
import { defaultHandlers, type Handle } from 'mdast-util-to-markdown';
import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { asPlainMarkdown } from './plain.js';

/** In a table GitHub shows `<br>`; Markdown has no other form for a line break there. */
const breakHandler: Handle = (_, parent, state, info) =>
  state.stack.includes('tableCell') ? '<br>' : defaultHandlers.break({ type: 'break' }, parent, state, info);

const toMarkdown = unified()
  .use(remarkStringify, { handlers: { break: breakHandler }, bullet: '-', rule: '-', emphasis: '_' })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkCjkFriendly)
  .freeze();

/** Renders a report. `imageBase` is put in front of the paths of the study's images. */
export function renderMarkdown(root: Root, imageBase: string): string {
  return toMarkdown.stringify(asPlainMarkdown(root, imageBase));
}
