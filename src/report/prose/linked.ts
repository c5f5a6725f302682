/** Authors' content with its references turned into links of the report; citations stay until all are known (citations.ts). */
import type { CrossReference } from '../../text/markdown.js';
import type { Content } from '../../domain/text.js';
import type { Study } from '../../domain/study.js';
import type { Image, Link, Parents, PhrasingContent, RootContent } from 'mdast';
import { anchorOf } from './anchors.js';
import { asDepth, inline, joined, link, text, withProperties } from './nodes.js';

/** What resolves references. */
export type Links = Pick<Study, 'targets'>;

/** The blocks of a content, its headings below depth `under`. The content itself stays as it is. */
export function linkedBlocks(study: Links, { nodes }: Content, under: number): RootContent[] {
  const depths = nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const shift = depths.length === 0 ? 0 : under + 1 - Math.min(...depths);
  return nodes.flatMap((node) => {
    const [linked = node, ...more] = rewrite(study, node);
    return [
      linked.type === 'heading' ? { ...linked, depth: asDepth(linked.depth + shift) } : linked,
      ...more,
    ];
  });
}

/** A content as words within a line: the text of its paragraphs, a space between two of them. */
export function linkedWords(study: Links, { nodes }: Content): PhrasingContent[] {
  return joined(linkedLines(study, nodes), ' ');
}

function linkedLines(study: Links, nodes: RootContent[]): PhrasingContent[][] {
  return nodes.flatMap((node): PhrasingContent[][] => {
    if (node.type === 'paragraph' || node.type === 'heading')
      return [node.children.flatMap((child) => rewrite(study, child))];
    if ('children' in node) return linkedLines(study, node.children);
    return 'value' in node ? [[text(node.value)]] : [];
  });
}

/** A node that refers to nothing is returned as it is, without a copy. Words within a line become words. */
function rewrite(study: Links, node: PhrasingContent): PhrasingContent[];
function rewrite(study: Links, node: RootContent): RootContent[];
function rewrite(study: Links, node: RootContent): RootContent[] {
  switch (node.type) {
    case 'crossReference':
      return linkedReference(study, node);
    case 'link':
      return linkedLink(study, node);
    case 'image':
      return linkedImage(study, node);
    default:
      return 'children' in node ? [rewriteChildren(study, node)] : [node];
  }
}

function rewriteChildren<T extends RootContent & Parents>(study: Links, node: T): T {
  let isSame = true;
  const children: RootContent[] = [];
  for (const child of node.children) {
    const linked = rewrite(study, child);
    isSame &&= linked.length === 1 && linked[0] === child;
    children.push(...linked);
  }
  // Words are only replaced by words, so the children still fit their parent.
  return isSame ? node : { ...node, children };
}

function linkedReference(study: Links, node: CrossReference): PhrasingContent[] {
  const target = study.targets.get(node);
  if (!target || target.kind === 'file') return [text('['), ...node.children, text(']')];
  const label = withProperties(link(`#${anchorOf(target)}`, text(target.id)), {
    className: ['ref', `ref-${target.kind}`],
  });
  return [text('['), label, text(']')];
}

const safe = /^(?:https?:|mailto:)/i;
const hasScheme = /^[a-z][a-z\d+.-]*:|^\/\//i;

/** An address without a scheme or with a safe one; null for any other. Browsers skip spaces and control characters in it. */
export function safeUrl(url: string): string | null {
  const bare = url.replace(/[\s\p{Cc}]/gu, '');
  return safe.test(bare) || !hasScheme.test(bare) ? bare : null;
}

/** An address elsewhere that a link may lead to. */
function foreignUrl(url: string): string | null {
  const bare = safeUrl(url);
  return bare !== null && safe.test(bare) ? bare : null;
}

function linkedLink(study: Links, node: Link): PhrasingContent[] {
  const { children } = rewriteChildren(study, node);
  const target = study.targets.get(node);
  if (target && target.kind !== 'file') return [{ ...node, url: `#${anchorOf(target)}`, children }];
  // A file of the study does not travel with the report.
  const url = foreignUrl(node.url);
  return url === null ? children : [{ ...node, url, children }];
}

/** An image of the study keeps its path within the study's folder; one from elsewhere becomes a link to it. */
function linkedImage(study: Links, node: Image): PhrasingContent[] {
  const target = study.targets.get(node);
  if (target?.kind === 'file') return [{ ...node, url: target.id }];
  const label = text(node.alt === '' || node.alt == null ? node.url : node.alt);
  const url = foreignUrl(node.url);
  return [url === null ? inline('missing', [label]) : link(url, label)];
}
