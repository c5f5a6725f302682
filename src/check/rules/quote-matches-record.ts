import type { Record, Study } from '../../domain/study.js';
import { closestPassage } from '../../text/quotes/closest.js';
import { inTicks, sayDifference } from '../../text/quotes/difference.js';
import { findElsewhere } from '../../text/quotes/elsewhere.js';
import { locatePiece } from '../../text/quotes/locate.js';
import { mend } from '../../text/quotes/mend.js';
import type { Piece } from '../../text/quotes/pieces.js';
import { wordsOf } from '../../text/quotes/tokens.js';
import {
  isFound,
  placeOfTokens,
  quotationsOf,
  type Quotations,
  type Quoted,
} from '../quotations.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';

/** Points at quotes whose words do not stand in their record, in the same order. */
export const quoteMatchesRecord: Rule = {
  id: 'quote-matches-record',
  severity: 'error',
  description:
    'The words of a quote stand in its record, in the same order; `…` marks what is cut, `[brackets]` what is inserted.',
  note: 'A quotation is evidence only as long as it can be found again, word for word, in the case database (Yin: maintain a chain of evidence).',
  *check(study) {
    const quotations = quotationsOf(study);
    const lost = quotations.quoted.filter((quoted) => !isFound(quoted));
    const homes = lost.length > 0 ? homesOf(study, lost, quotations) : new Map<Quoted, Record[]>();
    for (const quoted of quotations.quoted) {
      if (quoted.pieces.length === 0) yield emptyQuote(quoted);
      else if (!isFound(quoted)) yield* misquotes(quoted, quotations, homes.get(quoted) ?? []);
    }
    for (const { evidence, record, language } of quotations.strayOriginals) {
      yield {
        place: evidence.place,
        cause: record.place,
        reason: `Unexpected \`Original (${language ?? ''})\` in the quote of \`${record.key}\`, expected these words in \`sources/\`; write \`Original (${language ?? ''}): …\` below the record`,
      };
    }
  },
};

function emptyQuote({ evidence, record, language }: Quoted): Pointer {
  const where = language === null ? '' : ` in \`Original (${language})\``;
  return {
    place: evidence.place,
    cause: record.place,
    reason: `Missing words${where} of the quote of \`${record.key}\`, expected those of the record`,
  };
}

function homesOf(study: Study, lost: Quoted[], { tokensOf }: Quotations): Map<Quoted, Record[]> {
  const found = new Map<Quoted, Record[]>();
  // The words may be those of a record's original as well.
  for (const part of ['content', 'original'] as const) {
    const records =
      part === 'content'
        ? study.records
        : study.records.filter(({ original }) => original !== null);
    const homes = findElsewhere(lost, records, {
      tokensOf: (record) =>
        tokensOf(part === 'original' && record.original ? record.original.content : record.content),
      isOwn: (quoted, record) => quoted.record === record,
    });
    for (const [quoted, held] of homes)
      found.set(quoted, [...new Set([...(found.get(quoted) ?? []), ...held])]);
  }
  return found;
}

/** One message for each piece that is not found, with its fix. */
function* misquotes(quoted: Quoted, quotations: Quotations, homes: Record[]): Iterable<Pointer> {
  const elsewhere = elsewhereHint(quoted, homes);
  let after = 0;
  for (const [index, piece] of quoted.pieces.entries()) {
    const span = locatePiece(piece, quoted.text, after);
    if (span) {
      after = span.to;
      continue;
    }
    const { said, fix, to } = judge(quoted, piece, after, quotations);
    yield {
      place:
        quoted.pieces.length === 1
          ? quoted.evidence.place
          : placeOfTokens(quotations, quoted, piece.from, piece.to),
      cause: quoted.record.place,
      reason: `Unexpected words in the quote of \`${quoted.record.key}\`, expected those of the record; ${said}${index === 0 || homes.length === 0 ? elsewhere : ''}`,
      ...(fix && homes.length === 0 && { fix }),
    };
    after = to;
    // If all words are in another record, the record id is wrong, not the words.
    if (homes.length > 0) return;
  }
}

/** From this similarity on a passage is taken as meant, unless another is almost as similar. */
const meant = 0.7;
const ahead = 0.1;

function judge(
  quoted: Quoted,
  piece: Piece,
  after: number,
  quotations: Quotations,
): { said: string; fix: Pointer['fix'] | null; to: number } {
  const { tokens, text, record } = quoted;
  const words = inTicks(wordsOf(tokens, piece.from, piece.to));
  if (locatePiece(piece, text, 0))
    return {
      said: `${words} stands in front of the words that the quote has before it`,
      fix: null,
      to: after,
    };
  if (text.ids.length === 0) return { said: 'the record is empty', fix: null, to: after };
  const closest = closestPassage(piece, text.ids, after);
  if (!closest)
    return {
      said: `nothing in \`${record.key}\` reads like ${words}${sayTranslation(quoted, piece)}`,
      fix: null,
      to: after,
    };
  const { best, second } = closest;
  const said = sayDifference(best, piece, tokens, text);
  const written =
    best.likeness >= meant && second <= best.likeness - ahead ? quotations.writtenIn(quoted) : null;
  const fix =
    written &&
    mend(
      { quotation: quoted, piece, passage: best, record: text, after },
      written.written,
      written.file,
      quotations.lexicon,
    );
  return { said, fix, to: fix ? best.span.to : after };
}

function elsewhereHint(quoted: Quoted, homes: Record[]): string {
  if (homes.length === 0) return '';
  const named = homes.slice(0, 3).map((record) => {
    const isTwin = record.key === quoted.record.key;
    return `${isTwin ? 'the other ' : ''}\`${record.key}\`${record.source === quoted.record.source ? '' : ` of source \`${record.source}\``}`;
  });
  const rest = homes.length - named.length;
  const others = rest > 0 ? ` and ${String(rest)} more` : '';
  return `; these words stand in ${named.join(', ')}${others}`;
}

/** Not a word in common: the quotation may be in another language. */
function sayTranslation({ text, evidence }: Quoted, { runs }: Piece): string {
  const words = new Set(runs.flatMap(({ ids, twin }) => [twin, ...ids]));
  const isForeign = !text.ids.some((id) => words.has(id));
  return isForeign && !evidence.original ? '; below a translation write `Original (xx): …`' : '';
}
