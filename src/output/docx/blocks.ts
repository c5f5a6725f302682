/** Blocks → paragraphs and tables of Word. */
import { TextRun, type Paragraph } from 'docx';
import { toString } from 'mdast-util-to-string';
import type { Code, Heading, PhrasingContent, RootContent } from 'mdast';
import { writable } from '../../text/languages.js';
import type { Division } from '../../text/markdown.js';
import { handlerFor, type Handlers } from '../handlers.js';
import { isPhrasing } from '../phrasing.js';
import { writeCaption } from './captions.js';
import { onOneLine } from './letters.js';
import { enterHeading } from './contents.js';
import { writeList } from './lists.js';
import { paragraphOf, writeWords } from './paragraphs.js';
import { writeDrawing } from './pictures.js';
import { writeTable } from './tables.js';
import { runs } from './words.js';
import type { Scope } from './scope.js';
import { takeMark, type Block, type Writing } from './writing.js';

/** The style of what a division holds; a division of any other kind changes nothing. */
const divisionStyles: { [kind: string]: string } = {
  internal: 'Caution',
  subtitle: 'Subtitle',
  authors: 'Authors',
  date: 'Date',
  origin: 'Origin',
  note: 'Note',
  caution: 'Caution',
  rationale: 'Rationale',
  record: 'Record',
  uses: 'Uses',
  facts: 'Facts',
  'code-facts': 'Facts',
  question: 'Question',
  description: 'Description',
  evidence: 'Evidence',
  work: 'Bibliography',
};

const handlers: Handlers<RootContent, Writing, [Scope], Block[]> = {
  paragraph: (writing, node, scope) => [
    node.data?.hName === 'figcaption'
      ? writeCaption(writing, node, scope)
      : writeWords(writing, node.children, scope),
  ],
  heading: (writing, node, scope) => [writeHeading(writing, node, scope)],
  blockquote: (writing, { children }, scope) =>
    blocksOf(writing, children, { ...scope, style: scope.quote, isOutline: false }),
  list: writeList,
  code: (writing, node, scope) => [writeCode(writing, node, scope)],
  table: writeTable,
  thematicBreak: (writing, _, scope) => [paragraphOf(writing, [], { ...scope, style: 'Rule' })],
  html: (writing, { value }, scope) => [paragraphOf(writing, runs(value, scope.look), scope)],
  division: writeDivision,
  graphic: (writing, node, scope) => {
    const drawing = writeDrawing(writing, node, scope) ?? runs(`[${node.title}]`, scope.look);
    return [paragraphOf(writing, drawing, { ...scope, style: 'Picture', keepsNext: true })];
  },
  definition: () => [],
  footnoteDefinition: () => [],
  yaml: () => [],
};

/** Blocks, and words without a block of their own, which the cells of tables may hold; these become paragraphs. */
export function blocksOf(writing: Writing, nodes: RootContent[], scope: Scope): Block[] {
  const blocks: Block[] = [];
  let words: PhrasingContent[] = [];
  const flush = () => {
    if (words.length > 0) blocks.push(writeWords(writing, words, scope));
    words = [];
  };
  for (const node of nodes) {
    // HTML of an author is printed as it is written, in a paragraph of its own.
    if (isPhrasing(node) && node.type !== 'html') words.push(node);
    else {
      flush();
      for (const block of blockOf(writing, node, scope)) blocks.push(block);
    }
  }
  flush();
  return blocks;
}

function blockOf(writing: Writing, node: RootContent, scope: Scope): Block[] {
  const { id, lang } = node.data?.hProperties ?? {};
  const mark = takeMark(writing, id);
  if (mark !== null) writing.pending.push(mark);
  const inner =
    typeof lang === 'string' ? { ...scope, look: { ...scope.look, language: lang } } : scope;
  const handle = handlerFor(handlers, node);
  if (handle) return handle(writing, node, inner);
  writing.complaints.push({
    about: null,
    reason: `\`${node.type}\` in the Word file`,
    expected: 'a block that it knows',
  });
  return [paragraphOf(writing, runs(toString(node), inner.look), inner)];
}

/** A heading of the report, or within a quotation, a list or a cell a line in bold type. */
function writeHeading(writing: Writing, { depth, children }: Heading, scope: Scope): Paragraph {
  if (!scope.isOutline) return writeWords(writing, children, { ...scope, style: 'MinorHeading' });
  const level = depth - writing.shift;
  if (level > 0) enterHeading(writing, level, onOneLine(toString(children)));
  return writeWords(writing, children, {
    ...scope,
    style: level < 1 ? 'Title' : `Heading${String(level)}`,
  });
}

function writeDivision(writing: Writing, node: Division, scope: Scope): Block[] {
  const style = divisionStyles[node.kind] ?? scope.style;
  const isDocument = node.data?.hProperties?.dataSource === 'document';
  const body = node.children.find(({ type }) => type === 'table' || type === 'graphic');
  // What a drawing shows in words is its alternative text, which a reader of print does not need.
  const isDrawn = body?.type === 'graphic' && writing.drawn.has(body);
  const children = isDrawn
    ? node.children.filter((child) => child.type !== 'division' || child.kind !== 'description')
    : node.children;
  const captioned = body?.type === 'table' ? 'table' : 'figure';
  return blocksOf(writing, children, {
    ...scope,
    style,
    captioned,
    ...(isDocument && { quote: 'Claim' }),
    ...(node.kind === 'equation' && { keepsNext: true }),
  });
}

function writeCode(writing: Writing, { value }: Code, scope: Scope): Paragraph {
  const lines = writable(value)
    .split('\n')
    .map((line) => runs(line.replaceAll('\t', '    '), scope.look));
  return paragraphOf(
    writing,
    lines.flatMap((line, index) => (index === 0 ? line : [new TextRun({ break: 1 }), ...line])),
    { ...scope, style: 'SourceCode' },
  );
}
