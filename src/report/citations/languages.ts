/** A citation style that sets Chinese works in Chinese form and others in English form, with one numbering for both. */

/** An element of a style, as citeproc parses it. */
export interface StyleNode {
  name: string;
  attrs: { [name: string]: string };
  children: (StyleNode | string)[];
}

/** Languages as styles know them. American English, because that is what APA and the bundled styles are written in. */
export const locales = { en: 'en-US', zh: 'zh-CN' };

/**
 * A style whose layouts come twice, once for Chinese works. The layout without a locale is that of the report's language
 * (citeproc, multilingual layouts: an item takes the layout of its own language).
 */
export function bilingual(style: StyleNode, main: keyof typeof locales): StyleNode {
  return {
    ...style,
    children: style.children.flatMap((child) =>
      typeof child === 'string' ? [child] : doubled(child, main),
    ),
  };
}

function doubled(node: StyleNode, main: keyof typeof locales): (StyleNode | string)[] {
  if (node.name === 'macro') return [node, chinese(node)];
  if (node.name !== 'citation' && node.name !== 'bibliography') return [node];
  const children = node.children.flatMap((child) =>
    typeof child !== 'string' && child.name === 'layout' ? layouts(child, main, node) : [child],
  );
  return [{ ...node, children }];
}

function layouts(
  layout: StyleNode,
  main: keyof typeof locales,
  { name, attrs }: StyleNode,
): StyleNode[] {
  // Numbers have no language, and citeproc loses what stands between them if they do.
  if (attrs.collapse === 'citation-number') return [main === 'en' ? layout : wide(layout)];
  const inLocale = (node: StyleNode, locale: string): StyleNode => ({
    ...node,
    attrs: { ...node.attrs, locale },
  });
  if (main === 'en') return [inLocale(chinese(layout), 'zh'), layout];
  // References keep the half-width points and commas of GB/T 7714; a citation within a Chinese sentence takes full-width ones.
  if (name === 'bibliography') return [inLocale(layout, 'en'), chinese(layout)];
  const own = chinese(layout);
  const groups = own.children.map((child) =>
    typeof child !== 'string' && child.name === 'group' ? wide(child) : child,
  );
  return [inLocale(wide(layout), 'en'), wide({ ...own, children: groups })];
}

const wideForms: { [narrow: string]: string } = { '(': '（', ')': '）', '; ': '；', ', ': '，' };

/** Signs before and after each work of a citation; no data contain them. */
export const marks = { start: '\uE010', end: '\uE011' };

const between = ['cite-group-delimiter', 'year-suffix-delimiter', 'after-collapse-delimiter'];

/** A style that marks where each work of a citation begins and ends. */
export function marked(style: StyleNode): StyleNode {
  const children = style.children.map((child) =>
    typeof child !== 'string' && child.name === 'citation' ? markedCitation(child) : child,
  );
  return { ...style, children };
}

function markedCitation(citation: StyleNode): StyleNode {
  const wrapped = (delimiter: string) => marks.end + delimiter + marks.start;
  const attrs: StyleNode['attrs'] = { ...citation.attrs };
  for (const name of between) if (attrs[name] !== undefined) attrs[name] = wrapped(attrs[name]);
  if (attrs.collapse?.startsWith('year') === true) attrs['cite-group-delimiter'] ??= wrapped(', ');
  const children = citation.children.map((child): StyleNode | string => {
    if (typeof child === 'string' || child.name !== 'layout') return child;
    const { prefix = '', suffix = '', delimiter = '' } = child.attrs;
    const own = {
      prefix: prefix + marks.start,
      suffix: marks.end + suffix,
      delimiter: wrapped(delimiter),
    };
    return { ...child, attrs: { ...child.attrs, ...own } };
  });
  return { ...citation, attrs, children };
}

/** An element whose brackets and separators are full-width. */
function wide(node: StyleNode): StyleNode {
  const attrs = { ...node.attrs };
  for (const name of ['prefix', 'suffix', 'delimiter']) {
    const form = wideForms[attrs[name] ?? ''];
    if (form !== undefined) attrs[name] = form;
  }
  return { ...node, attrs };
}

/** Only 、 separates Chinese names, and 等 follows without a space. */
const chineseNames = {
  and: 'text',
  delimiter: '、',
  'delimiter-precedes-last': 'never',
  'delimiter-precedes-et-al': 'never',
};

/** An element in Chinese form, which calls the Chinese form of each macro. Chinese titles are not italic. */
function chinese(node: StyleNode, parent = ''): StyleNode {
  const attrs: StyleNode['attrs'] = {
    ...node.attrs,
    ...(node.name === 'name' ? chineseNames : {}),
  };
  if (attrs['font-style'] === 'italic') delete attrs['font-style'];
  if (attrs.macro !== undefined) attrs.macro = `${attrs.macro}-zh`;
  if (node.name === 'macro') attrs.name = `${attrs.name ?? ''}-zh`;
  const children = node.children.map((child) =>
    typeof child === 'string' ? child : chinese(child, node.name),
  );
  const hasName = children.some((child) => typeof child !== 'string' && child.name === 'name');
  const isBare = node.name === 'names' && parent !== 'substitute' && !hasName;
  return {
    ...node,
    attrs,
    children: isBare
      ? [{ name: 'name', attrs: chineseNames, children: [] }, ...children]
      : children,
  };
}
