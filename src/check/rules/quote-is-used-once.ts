import { keyOf } from '../../text/names.js';
import type { Span } from '../../text/quotes/locate.js';
import { isFound, quotationsOf, type Quoted } from '../quotations.js';
import type { Rule } from '../rule.js';
import { keyOfParts } from '../../study/keys.js';

/** Points at quotes of words that the same case has quoted before. */
export const quoteIsUsedOnce: Rule = {
  id: 'quote-is-used-once',
  severity: 'warning',
  description:
    'The same words of a record are quoted once in a case, unless another entry gives them a code of its own.',
  note: 'Evidence that is shown twice reads as two pieces where there is one, and weighs twice in counts. A passage may bear two codes (simultaneous coding, Saldaña).',
  *check(study) {
    const { quoted } = quotationsOf(study);
    const order = new Map(quoted.map((each, index) => [each, index]));
    const groups = new Map<string, Map<Quoted['text'], Quoted[]>>();
    // An original is a second form of words that are quoted already.
    for (const each of quoted) {
      if (!isFound(each) || each.pieces.length === 0) continue;
      const ofCase = groups.get(each.entry.case) ?? new Map<Quoted['text'], Quoted[]>();
      groups.set(each.entry.case, ofCase);
      const others = ofCase.get(each.text);
      if (others) others.push(each);
      else ofCase.set(each.text, [each]);
    }
    for (const group of [...groups.values()].flatMap((ofCase) => [...ofCase.values()])) {
      for (const { inner, outer } of nested(group)) {
        const [first, later] =
          (order.get(inner) ?? 0) < (order.get(outer) ?? 0) ? [inner, outer] : [outer, inner];
        if (first.evidence === later.evidence || hasOwnCode(later, first)) continue;
        const { key } = inner.record;
        yield {
          place: later.evidence.place,
          cause: first.evidence.place,
          reason: `Unexpected ${isSame(inner, outer) ? 'words' : later === inner ? 'part of words' : 'words around some'} of \`${key}\` that are quoted already, under \`${first.entry.component.title}\`, expected each once; cite them again as \`[${key}]\``,
        };
      }
    }
  },
};

/** The same words may be evidence for two things, which their codes name. */
function hasOwnCode(later: Quoted, first: Quoted): boolean {
  const codes = new Set(first.evidence.codes.map(({ text }) => keyOf(text)));
  return (
    later.entry !== first.entry && later.evidence.codes.some(({ text }) => !codes.has(keyOf(text)))
  );
}

function isSame(a: Quoted, b: Quoted): boolean {
  const ends = ({ spans }: Quoted) => keyOfParts(spans[0]?.from, spans.at(-1)?.to, spans.length);
  return ends(a) === ends(b);
}

/** Quotations whose every piece stands within a piece of one other; in one pass over the pieces by their place. */
function nested(group: Quoted[]): { inner: Quoted; outer: Quoted }[] {
  const placed = group.flatMap((quoted) =>
    quoted.spans.flatMap((span) => (span ? [{ quoted, span }] : [])),
  );
  placed.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
  const holders = new Map<Quoted, Set<Quoted | null>>();
  let widest: { quoted: Quoted; span: Span } | null = null;
  for (const each of placed) {
    const holder: Quoted | null = widest && each.span.to <= widest.span.to ? widest.quoted : null;
    if (holder !== each.quoted)
      holders.set(each.quoted, (holders.get(each.quoted) ?? new Set()).add(holder));
    if (holder === null) widest = each;
  }
  return [...holders].flatMap(([inner, outers]) => {
    const [outer, ...others] = outers;
    return outer && others.length === 0 ? [{ inner, outer }] : [];
  });
}
