/** `evidence:` of study.md: what evidence the study itself asks of a rating. */
import * as z from 'zod';
import type { EvidenceRule, Legend } from '../../domain/protocol.js';
import type { Place } from '../../domain/text.js';
import { keyOf, nearest, normaliseMark } from '../../text/names.js';
import type { Document } from '../text/document.js';
import type { FrontMatter } from '../text/front-matter.js';
import { joinClauses, parseEvidenceClauses } from './evidence-clauses.js';

const rule = z.union(
  [z.string(), z.array(z.string())],
  'expected words such as `at least 2 sources of 2 kinds`, or a list of them',
);

/** By symbol of the legend, or `any`. */
export const evidenceRulesSchema = z.record(z.string(), rule);

/** What stands for every rating. */
const anyNames = ['any', '任何', '任意', '所有', '一切'];

/** The rules with their places. What cannot be read, and a symbol that the legend lacks, is left unread. */
export function evidenceRulesOf(
  document: Document,
  {
    data,
    placeOf,
    placeOfKey,
  }: FrontMatter<{ evidence?: z.infer<typeof evidenceRulesSchema> | undefined }>,
  legend: Legend,
): EvidenceRule[] {
  const complain = (place: Place, found: string, expected: string) => {
    document.unread.push({ kind: 'front-matter', place, found, expected });
  };
  const seen = new Set<string | null>();
  return Object.entries(data.evidence ?? {}).flatMap(([key, value]): EvidenceRule[] => {
    const rating = ratingOf(key, legend);
    const path = ['evidence', key];
    const clauses = [value].flat().map((text, index) => {
      const clause = parseEvidenceClauses(text);
      const place = placeOf(Array.isArray(value) ? [...path, index] : path);
      if (!clause) complain(place, `\`${text}\` as an evidence rule`, expectedClause);
      return clause;
    });
    if (rating === undefined)
      complain(placeOfKey(path), `evidence rule for \`${key}\``, expectedRating(key, legend));
    else if (seen.has(rating))
      complain(
        placeOfKey(path),
        `second evidence rule for \`${key}\``,
        'one; several clauses make a list',
      );
    else {
      seen.add(rating);
      const read = clauses.flatMap((clause) => clause ?? []);
      const text = [value].flat().join(', ').replace(/\s+/g, ' ').trim();
      if (read.length > 0 && read.length === clauses.length)
        return [{ rating, text, ...joinClauses(read), place: placeOfKey(path) }];
    }
    return [];
  });
}

/** A symbol of the legend, null for any; undefined where it is neither. */
function ratingOf(key: string, legend: Legend): string | null | undefined {
  const symbol = legend.find((rating) => rating.symbol === normaliseMark(key))?.symbol;
  return symbol ?? (anyNames.includes(keyOf(key)) ? null : undefined);
}

function expectedRating(key: string, legend: Legend): string {
  const known = [...legend.map(({ symbol }) => symbol), 'any'];
  // Of marks such as `+` none is nearer than another.
  const meant = keyOf(key) === '' ? null : nearest(key, known);
  return `a rating of the legend: one of ${known.map((symbol) => `\`${symbol}\``).join(', ')}${meant === null ? '' : `; did you mean \`${meant}\`?`}`;
}

const expectedClause =
  '`at least N` pieces, records, sources, kinds or perspectives (`at least 2 sources of 2 kinds`), or `not self-report alone`, `not translation alone`, `not paraphrase alone`, separated by commas';
