import { inTicks } from '../../text/quotes/difference.js';
import { leftOutBeside } from '../../text/quotes/left-out.js';
import { negationIn } from '../../text/quotes/negation.js';
import {
  isFound,
  placeOfTokens,
  quotationsOf,
  type Quotations,
  type Quoted,
} from '../quotations.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';

/** Points at quotes that leave out a negation of a clause. */
export const quoteKeepsNegation: Rule = {
  id: 'quote-keeps-negation',
  severity: 'warning',
  description:
    'What a quote leaves out of a clause that it begins, cuts or ends holds no negation.',
  note: 'A cut must not turn what was said into its opposite; it is the easiest way to make evidence say what is wanted.',
  *check(study) {
    const quotations = quotationsOf(study);
    for (const quoted of quotations.quoted)
      if (isFound(quoted)) yield* lostNegations(quoted, quotations);
  },
};

function* lostNegations(quoted: Quoted, quotations: Quotations): Iterable<Pointer> {
  const { text, spans, pieces, record } = quoted;
  const ranges = spans.flatMap((span) =>
    span ? [{ from: text.starts[span.from] ?? 0, to: text.ends[span.to - 1] ?? 0 }] : [],
  );
  for (const { range, side, text: words } of leftOutBeside(text.text, ranges)) {
    const negation = negationIn(words, languageOf(quoted));
    const piece = pieces[range];
    // Words between two pieces of one clause count as next to both.
    if (
      negation === null ||
      !piece ||
      (side === 'before' && range > 0 && isAlsoBehind(text.text, ranges, range))
    )
      continue;
    yield {
      place: placeOfTokens(quotations, quoted, piece.from, piece.to),
      cause: record.place,
      reason: `Unexpected cut of \`${negation}\` ${side === 'before' ? 'in front of' : 'behind'} these words of \`${record.key}\`, expected the whole clause; the record has ${inTicks(words.trim().replace(/\s+/g, ' '))} there`,
    };
  }
}

function isAlsoBehind(
  text: string,
  ranges: { from: number; to: number }[],
  range: number,
): boolean {
  const between = text.slice(ranges[range - 1]?.to ?? 0, ranges[range]?.from);
  const sides = leftOutBeside(between, [
    { from: 0, to: 0 },
    { from: between.length, to: between.length },
  ]);
  return sides.length > 0 && sides.every((each) => each.text === between);
}

/** The language of the record's text; an original names its own. */
function languageOf({ record, text, source }: Quoted): string | null {
  if (text.text === record.original?.content.text) return record.original.language;
  const language = source?.attributes.get('language');
  return typeof language === 'string' ? language : null;
}
