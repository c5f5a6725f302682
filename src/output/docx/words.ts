/** Words within a line → runs of Word. */
import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { toString } from 'mdast-util-to-string';
import type { Link, PhrasingContent } from 'mdast';
import { writable } from '../../text/languages.js';
import { handlerFor, type Handlers } from '../handlers.js';
import { onOneLine, piecesOf, type Piece } from './letters.js';
import { bookmark } from './marks.js';
import { writePicture } from './pictures.js';
import { looking, type Look, type Scope } from './scope.js';
import { takeMark, type Writing } from './writing.js';

/** Each kind of words in a style of its own, which a user may change in Word. */
const inlineStyles: { [kind: string]: string } = {
  rating: 'Rating',
  state: 'State',
  verdict: 'Verdict',
  weight: 'Weight',
  weighing: 'Weight',
  pattern: 'Verdict',
  'origin-kind': 'OriginKind',
  counter: 'Counter',
  missing: 'Missing',
};

type WordHandlers = Handlers<PhrasingContent, Writing, [Scope], ParagraphChild[]>;

const handlers: Required<WordHandlers> = {
  text: (_, { value }, { look }) => runs(onOneLine(value), look),
  html: (_, { value }, { look }) => runs(onOneLine(value), look),
  emphasis: (writing, { children }, scope) =>
    wordsOf(writing, children, looking(scope, { isEmphatic: scope.style !== 'Subtitle' })),
  strong: (writing, { children }, scope) =>
    wordsOf(writing, children, looking(scope, { isStrong: true })),
  delete: (writing, { children }, scope) =>
    wordsOf(writing, children, looking(scope, { isDeleted: true })),
  inlineCode: (_, { value }, { look }) =>
    runs(onOneLine(value), { ...look, style: 'VerbatimChar' }),
  break: () => [new TextRun({ break: 1 })],
  link: (writing, node, scope) => writeLink(writing, node, scope),
  linkReference: (writing, { children }, scope) => wordsOf(writing, children, scope),
  image: (writing, { url, alt }, scope) =>
    writePicture(writing, { url, alt: alt ?? '' }, scope) ?? missing(alt ?? url, scope),
  imageReference: (_, { alt, identifier }, scope) => missing(alt ?? identifier, scope),
  footnoteReference: (writing, { identifier }, scope) => writeReference(writing, identifier, scope),
  inline: (writing, { kind, children }, scope) => {
    // The name of the case stands in the head of its column.
    if (kind === 'case-name') return [];
    const style = inlineStyles[kind] ?? scope.look.style;
    const words = wordsOf(writing, children, looking(scope, { style }));
    return kind === 'rating'
      ? [...runs('(', { ...scope.look, style }), ...words, ...runs(')', { ...scope.look, style })]
      : words;
  },
  crossReference: (writing, { children }, scope) => wordsOf(writing, children, scope),
  citation: (writing, { children }, scope) => wordsOf(writing, children, scope),
};

/** The runs of words; a node that has no handler is a complaint, and its words are kept. */
export function wordsOf(
  writing: Writing,
  nodes: PhrasingContent[],
  scope: Scope,
): ParagraphChild[] {
  return nodes.flatMap((node) => {
    const { id, lang } = node.data?.hProperties ?? {};
    const mark = takeMark(writing, id);
    const inner = typeof lang === 'string' ? looking(scope, { language: lang }) : scope;
    const handle = handlerFor<PhrasingContent, Writing, [Scope], ParagraphChild[]>(handlers, node);
    const words = handle ? handle(writing, node, inner) : unknown(writing, node, inner);
    return mark === null ? words : [...bookmark(mark, writing.counts), ...words];
  });
}

function unknown(
  { complaints }: Writing,
  node: PhrasingContent,
  { look }: Scope,
): ParagraphChild[] {
  complaints.push({
    about: null,
    reason: `\`${node.type}\` in the Word file`,
    expected: 'words that it knows',
  });
  return runs(onOneLine(toString(node)), look);
}

/** Text in one look, cut where its script asks for another font or direction. */
export function runs(text: string, look: Look): TextRun[] {
  return piecesOf(writable(text), look.isEmphatic)
    .filter((piece) => piece.text !== '')
    .map((piece) => new TextRun({ text: piece.text, ...optionsOf(piece, look) }));
}

function optionsOf({ script }: Piece, look: Look): IRunOptions {
  const style = look.isLink ? 'Hyperlink' : look.style;
  return {
    ...(style !== null && { style }),
    // A link has the style of links, so that a mark in one is bold by itself.
    ...((look.isStrong || (look.isLink && look.style === 'Rating')) && { bold: true }),
    // Han characters have no italics: leaning ones are a distortion. They are emphasised by KaiTi, as Chinese books do.
    ...(look.isEmphatic && script !== 'han' && { italics: true }),
    ...(look.isDeleted && { strike: true }),
    ...(script === 'han' && {
      font: { hint: 'eastAsia', ...(look.isEmphatic && { eastAsia: 'KaiTi' }) },
    }),
    ...(script === 'rtl' && { rightToLeft: true }),
    ...languageOf(script, look.language),
  };
}

function languageOf(script: Piece['script'], language: string | null): IRunOptions {
  if (language === null || !/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(language)) return {};
  if (script === 'rtl') return { language: { bidirectional: language } };
  return {
    language: /^(zh|ja|ko)\b/i.test(language) ? { eastAsia: language } : { value: language },
  };
}

function missing(alt: string, { look }: Scope): ParagraphChild[] {
  return runs(`[${onOneLine(alt)}]`, { ...look, style: 'Missing' });
}

function writeLink(writing: Writing, { url, children }: Link, scope: Scope): ParagraphChild[] {
  if (scope.look.isLink) return wordsOf(writing, children, scope);
  const anchor = url.startsWith('#') ? writing.marks.get(url.slice(1)) : undefined;
  const address = anchor === undefined ? addressOf(url) : null;
  if (anchor === undefined && address === null) return wordsOf(writing, children, scope);
  const words = wordsOf(writing, children, looking(scope, { isLink: true }));
  return [
    anchor === undefined
      ? new ExternalHyperlink({ link: address ?? '', children: words })
      : new InternalHyperlink({ anchor, children: words }),
  ];
}

/** An address that Word takes: it calls a file broken over one that is no URI. */
function addressOf(url: string): string | null {
  if (!/^(?:https?:|mailto:)/i.test(url) || !URL.canParse(url)) return null;
  const { href } = new URL(url);
  return href.length < 2000 ? href : null;
}

/** The first reference makes the footnote; Word has no second one to the same, so that one is its number. */
function writeReference({ notes }: Writing, identifier: string, { look }: Scope): ParagraphChild[] {
  const known = notes.numbers.get(identifier);
  if (look.isNote) notes.nested.add(identifier);
  if (!notes.definitions.has(identifier) || look.isNote) return runs(`[${identifier}]`, look);
  if (known !== undefined)
    return [new TextRun({ text: String(known), style: 'FootnoteReference' })];
  const number = notes.numbers.size + 1;
  notes.numbers.set(identifier, number);
  return [new FootnoteReferenceRun(number)];
}
