/** Every quotation of a study with where its words stand in its record: found once, for all rules that ask. */
import type { Content, Place } from '../domain/text.js';
import type { Entry, Evidence, Record, Study } from '../domain/study.js';
import type { Source } from '../domain/source.js';
import { locate, type Span } from '../text/quotes/locate.js';
import { quotationOf, type Quotation } from '../text/quotes/pieces.js';
import { newLexicon, tokensOf, type Lexicon, type Tokens } from '../text/quotes/tokens.js';
import { writtenTokens, type File, type Written } from '../text/quotes/written.js';
import { evidenceOf } from '../study/entries.js';

/** A text of a piece of evidence beside the text of the record in which it must stand. */
export interface Quoted extends Quotation {
  entry: Entry;
  evidence: Evidence;
  record: Record;
  source: Source | null;
  /** The quotation's own text: that of the evidence, or of its original. */
  content: Content;
  /** In a language other than the note's: as `Original (zh):` says. */
  language: string | null;
  /** The record's text that holds it, or that should. */
  text: Tokens;
  /** Of each piece. */
  spans: (Span | null)[];
}

/** All quotations of a study, and what is needed to place each in its file. */
export interface Quotations {
  quoted: Quoted[];
  /** Originals in a note whose record has no original and is in another language. */
  strayOriginals: Pick<Quoted, 'evidence' | 'record' | 'language'>[];
  lexicon: Lexicon;
  tokensOf: (content: Content) => Tokens;
  /** Where each token of a quotation is written; null where that is unknown. */
  writtenIn: (quoted: Quoted) => { file: File; written: Written[] } | null;
}

const known = new WeakMap<Study, Quotations>();

/** Finds each quotation of the study again, in time in proportion to its records. */
export function quotationsOf(study: Study): Quotations {
  const before = known.get(study);
  if (before) return before;
  const quotations = findQuotations(study);
  known.set(study, quotations);
  return quotations;
}

function findQuotations(study: Study): Quotations {
  const lexicon = newLexicon();
  const read = new Map<Content, Tokens>();
  const tokens = (content: Content): Tokens => {
    const ready = read.get(content) ?? tokensOf(content.text, lexicon);
    read.set(content, ready);
    return ready;
  };
  const quotations: Quotations = {
    quoted: [],
    strayOriginals: [],
    lexicon,
    tokensOf: tokens,
    writtenIn: (quoted) => {
      if (!places.has(quoted)) places.set(quoted, writtenIn(study, quoted, lexicon, lines));
      return places.get(quoted) ?? null;
    },
  };
  const lines = new Map<string, string[]>();
  const places = new Map<Quoted, ReturnType<Quotations['writtenIn']>>();
  for (const { entry, evidence } of evidenceOf(study)) {
    const { record, source } = evidence.resolved;
    if (evidence.kind === 'verbatim' && record)
      addQuoted(quotations, { entry, evidence, record, source });
  }
  return quotations;
}

type Cited = Pick<Quoted, 'entry' | 'evidence' | 'record' | 'source'>;

function addQuoted(quotations: Quotations, cited: Cited): void {
  const { evidence, record } = cited;
  const own = read(quotations, cited, evidence.content, null, [
    record.content,
    ...(record.original ? [record.original.content] : []),
  ]);
  const { original } = evidence;
  if (!original) {
    quotations.quoted.push(own);
    return;
  }
  if (record.original) {
    quotations.quoted.push(
      own,
      read(quotations, cited, original.content, original.language, [
        record.original.content,
        record.content,
      ]),
    );
    return;
  }
  const inRecord = read(quotations, cited, original.content, original.language, [record.content]);
  // The record is in that language itself: the quote's other words are a translation by the note's author.
  if (isFound(inRecord) || isOfLanguage(cited, original.language)) quotations.quoted.push(inRecord);
  else {
    quotations.quoted.push(own);
    quotations.strayOriginals.push({ evidence, record, language: original.language });
  }
}

/** Reads a quotation against the first of the texts that holds it, else against the first. */
function read(
  { lexicon, tokensOf: tokens }: Quotations,
  cited: Cited,
  content: Content,
  language: string | null,
  texts: [Content, ...Content[]],
): Quoted {
  const quotation = quotationOf(content.text, lexicon);
  const quoted = (each: Content): Quoted => {
    const text = tokens(each);
    return {
      ...cited,
      ...quotation,
      content,
      language,
      text,
      spans: locate(quotation.pieces, text),
    };
  };
  const first = quoted(texts[0]);
  if (isFound(first)) return first;
  const [, other] = texts;
  const second = other && quoted(other);
  return second && isFound(second) ? second : first;
}

/** Whether all pieces of a quotation stand in its record, in order. */
export function isFound({ spans }: Pick<Quoted, 'spans'>): boolean {
  return spans.every((span) => span !== null);
}

function isOfLanguage({ source }: Cited, language: string): boolean {
  const primary = (tag: string) => tag.toLowerCase().replace(/[-_].*$/, '');
  const own = source?.attributes.get('language');
  return typeof own === 'string' && primary(own) === primary(language);
}

function writtenIn(
  study: Study,
  { content, tokens, evidence }: Quoted,
  lexicon: Lexicon,
  known: Map<string, string[]>,
) {
  const { path } = evidence.place;
  const lines = known.get(path) ?? String(study.files.get(path) ?? '').split('\n');
  known.set(path, lines);
  const file = { path, lines };
  const written = writtenTokens(content.nodes, tokens, file, lexicon);
  return written && { file, written };
}

/** Where a range of a quotation's tokens is written; the place of the whole where that is unknown. */
export function placeOfTokens(
  quotations: Quotations,
  quoted: Quoted,
  from: number,
  to: number,
): Place {
  const found = quotations.writtenIn(quoted);
  const [first, last] = [found?.written[from], found?.written[to - 1]];
  if (!found || !first || !last) return quoted.evidence.place;
  return {
    path: found.file.path,
    position: {
      start: { line: first.line, column: first.from },
      end: { line: last.line, column: last.to },
    },
  };
}
