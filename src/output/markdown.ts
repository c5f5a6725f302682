/** mdast → Markdown that reads well on GitHub. */
import { defaultHandlers, type Handle } from 'mdast-util-to-markdown';
import type { Link, Root, Text } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { asPlainMarkdown } from './plain-markdown.js';

/** In a table GitHub shows `<br>`; Markdown has no other form for a line break there. */
const breakHandler: Handle = (_, parent, state, info) =>
  state.stack.includes('tableCell')
    ? '<br>'
    : defaultHandlers.break({ type: 'break' }, parent, state, info);

/** Letters and marks that mean nothing in Markdown, unless they stand at an end. */
const plainWords =
  /^(?:[\p{L}\p{M}\p{N} ,;'’‘“”()?%–—…·•/，。、；：？！（）《》]|[.:](?= |$)|(?<=\p{L})-(?=\p{L}))+$/u;

/**
 * Text is escaped by the library, which tries some fifty patterns on each piece. Most pieces hold plain words, which it
 * would leave as they are; they skip it.
 */
const writeText: Handle = (node: Text, parent, state, info) => {
  const { value } = node;
  if (value === '[') return '\\[';
  const opensLine = /[\r\n]|^$/.test(info.before);
  const isSafeStart = opensLine ? /^\p{L}/u.test(value) : !/^[(:]/.test(value);
  const isSafeEnd = !value.endsWith(' ') || !/[\r\n]|^$/.test(info.after);
  return isSafeStart && isSafeEnd && plainWords.test(value)
    ? value
    : defaultHandlers.text(node, parent, state, info);
};

/** The first character that `writeText` will write, which the library asks for before it writes what stands in front. */
const peekText: Handle = (node: Text, parent, state, info) =>
  /^\p{L}/u.test(node.value)
    ? node.value.charAt(0)
    : writeText(node, parent, state, info).charAt(0);

/** A link within the report: its address is a slug, in which there is nothing to escape. */
const writeLink: Handle = (node: Link, parent, state, info) => {
  if (!/^#[\p{L}\p{N}_-]+$/u.test(node.url) || node.title)
    return defaultHandlers.link(node, parent, state, info);
  const exit = state.enter('link');
  const exitLabel = state.enter('label');
  const label = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  exitLabel();
  exit();
  return `[${label}](${node.url})`;
};

const toMarkdown = unified()
  .use(remarkStringify, {
    handlers: {
      break: breakHandler,
      link: Object.assign(writeLink, { peek: () => '[' }),
      text: Object.assign(writeText, { peek: peekText }),
    },
    bullet: '-',
    rule: '-',
    emphasis: '_',
  })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkCjkFriendly)
  .freeze();

/** Renders a report. `imageBase` is put in front of the paths of the study's images. */
export function renderMarkdown(root: Root, imageBase: string): string {
  return toMarkdown.stringify(asPlainMarkdown(root, imageBase));
}
