/** Finds what a quotation leaves out of the clauses in which it begins, is cut, and ends. */

/** A range of characters of a text. */
export interface Range {
  from: number;
  to: number;
}

/** Words of a clause that a quotation leaves out. */
export interface LeftOut {
  /** Number of the range beside which the words stand. */
  range: number;
  side: 'before' | 'behind';
  text: string;
}

/** Characters that a clause is followed at most. */
const farthest = 300;
const sentenceEnd = String.raw`[.!?…](?=[\s"'”’)」』]|$)|[。！？；;\n]`;
const clauseEnd = String.raw`[,，:：()（）]|[—–]|\s-\s`;
/** Behind these a clause of its own begins: `and we`, `because`. */
const joined = String.raw`\s(?:because|since|although|while|whereas|so that|weil|denn|parce que|porque)\s|\s(?:and|or|but|so|und|aber|et|mais|y|pero)\s(?=(?:i|we|you|he|she|it|they|this|that|there|the|ich|wir|sie|er|es|je|nous|on|ils?|elles?|yo|nosotros|ellos)\s)`;
const border = new RegExp(`${sentenceEnd}|${clauseEnd}|${joined}`, 'giu');
/** A clause that depends on the one before its comma. */
const hanging = /^\s*(?:dass|daß|ob|that|whether|qu['’e]|si)(?![\p{L}])/iu;
/** A clause that contradicts the one before it, with its first words. */
const taking =
  /^\s*(?:(?:but|yet|though|aber|mais|pero|sino)\s+\p{L}+|(?:但是?|可是|只是)\p{L}{0,3})/iu;

/** The words next to each range that stand in the same clause and in no range. */
export function leftOutBeside(text: string, ranges: Range[]): LeftOut[] {
  return ranges.flatMap(({ from, to }, range) => {
    const floor = Math.max(ranges[range - 1]?.to ?? 0, from - farthest);
    const ceiling = Math.min(ranges[range + 1]?.from ?? text.length, to + farthest);
    const sides: LeftOut[] = [
      {
        range,
        side: 'before',
        text: clauseBefore(text.slice(floor, from), text.slice(from, from + 20)),
      },
      { range, side: 'behind', text: clauseBehind(text.slice(to, ceiling)) },
    ];
    return sides.filter((each) => each.text.trim() !== '');
  });
}

function clauseBefore(text: string, next: string): string {
  const ends = [...text.matchAll(border)];
  const last = ends.at(-1);
  if (!last) return text;
  const start = last.index + last[0].length;
  const clause = text.slice(start);
  if (!/[,，]/.test(last[0]) || !hanging.test(clause + next)) return clause;
  const before = ends.at(-2);
  return text.slice(before ? before.index + before[0].length : 0);
}

function clauseBehind(text: string): string {
  const [first] = text.matchAll(border);
  if (!first) return text;
  const rest = text.slice(first.index + first[0].length);
  const back = /[,，—–;；]/.test(first[0]) ? (taking.exec(rest)?.[0] ?? '') : '';
  return `${text.slice(0, first.index)} ${back}`;
}
