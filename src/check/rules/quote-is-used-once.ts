import type { Span } from '../../quotes/locate.js';
import { isFound, quotationsOf, type Quoted } from '../quotations.js';
import type { Rule } from '../rule.js';

export const quoteIsUsedOnce: Rule = {
  description: 'The same words of a record are quoted once.',
  note: 'Evidence that is shown twice reads as two pieces where there is one, and weighs twice in counts.',
  *check(study) {
    const { quoted } = quotationsOf(study);
    const order = new Map(quoted.map((each, index) => [each, index]));
    const byText = new Map<Quoted['text'], Quoted[]>();
    // An original is a second form of words that are quoted already.
    for (const each of quoted) {
      if (!isFound(each) || each.pieces.length === 0) continue;
      const others = byText.get(each.text);
      if (others) others.push(each);
      else byText.set(each.text, [each]);
    }
    for (const group of byText.values()) {
      for (const { inner, outer } of nested(group)) {
        if (inner.evidence === outer.evidence) continue;
        const [first, later] = (order.get(inner) ?? 0) < (order.get(outer) ?? 0) ? [inner, outer] : [outer, inner];
        const { key } = inner.record;
        yield {
          place: later.evidence.place,
          cause: first.evidence.place,
          reason: `Unexpected ${isSame(inner, outer) ? 'words' : later === inner ? 'part of words' : 'words around some'} of \`${key}\` that are quoted already, under \`${first.entry.component.title}\`${first.entry.case === later.entry.case ? '' : ` of case \`${first.entry.case}\``}, expected each once; cite them again as \`[${key}]\``,
        };
      }
    }
  },
};

function isSame(a: Quoted, b: Quoted): boolean {
  const ends = ({ spans }: Quoted) => JSON.stringify([spans[0]?.from, spans.at(-1)?.to, spans.length]);
  return ends(a) === ends(b);
}

/** Quotations whose every piece stands within a piece of one other; in one pass over the pieces by their place. */
function nested(group: Quoted[]): { inner: Quoted; outer: Quoted }[] {
  const placed = group.flatMap((quoted) => quoted.spans.flatMap((span) => (span ? [{ quoted, span }] : [])));
  placed.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
  const holders = new Map<Quoted, Set<Quoted | null>>();
  let widest: { quoted: Quoted; span: Span } | null = null;
  for (const each of placed) {
    const holder: Quoted | null = widest && each.span.to <= widest.span.to ? widest.quoted : null;
    if (holder !== each.quoted) holders.set(each.quoted, (holders.get(each.quoted) ?? new Set()).add(holder));
    if (holder === null) widest = each;
  }
  return [...holders].flatMap(([inner, outers]) => {
    const [outer, ...others] = outers;
    return outer && others.length === 0 ? [{ inner, outer }] : [];
  });
}
