/** Words that a paraphrase takes over from a record, in time in proportion to both. */
import { hashOf } from './elsewhere.js';
import { isHan, tokensOf, wordsOf, type Lexicon, type Tokens } from './tokens.js';

/** As many words in a row may be the record's own. */
export const mostWords = 8;
/** As many Han characters in a row. */
export const mostHan = 12;

/** What stands in quotation marks is marked as the record's own. */
const quoted = /“[^”]*”|„[^“”]*[“”]|"[^"]*"|「[^」]*」|『[^』]*』|«[^»]*»/gu;

/** Records as the words of which nothing but spelling in capitals counts, without signs. */
export interface Plain {
  tokens: Tokens;
  /** By number of the tokens. */
  at: number[];
  ids: Int32Array;
  /** Where each row of words of a fixed length begins, by its hash. */
  rows: Map<number, number>;
}

const rowLength = mostWords + 1;

/** The words of a record, ready for comparison. */
export function plainWords(text: string, lexicon: Lexicon): Plain {
  const tokens = tokensOf(text.toLowerCase(), lexicon);
  const at = [...tokens.ids.keys()].filter((index) =>
    /[\p{L}\p{N}]/u.test(tokens.text.slice(tokens.starts[index], tokens.ends[index])),
  );
  const ids = Int32Array.from(at, (index) => tokens.ids[index] ?? 0);
  const rows = new Map<number, number>();
  for (let from = 0; from + rowLength <= ids.length; from++) {
    const hash = hashOf(ids, from, rowLength);
    if (!rows.has(hash)) rows.set(hash, from);
  }
  return { tokens, at, ids, rows };
}

/** The first words of a paraphrase, outside quotation marks, that are too many in a row of the record's; null if none are. */
export function copiedWords(paraphrase: string, record: Plain, lexicon: Lexicon): string | null {
  for (const part of paraphrase.replace(quoted, '\n\n').split('\n\n')) {
    const own = plainWords(part, lexicon);
    for (let from = 0; from + rowLength <= own.ids.length; from++) {
      const start = record.rows.get(hashOf(own.ids, from, rowLength));
      if (start === undefined) continue;
      const length = commonLength(own.ids, from, record.ids, start);
      if (isTooLong(own, from, length)) {
        const [first, last] = [own.at[from] ?? 0, own.at[from + length - 1] ?? 0];
        // Few letters have a small form of another length.
        return wordsOf(
          { ...own.tokens, text: part.length === own.tokens.text.length ? part : own.tokens.text },
          first,
          last + 1,
        );
      }
    }
  }
  return null;
}

function commonLength(a: Int32Array, from: number, b: Int32Array, start: number): number {
  let length = 0;
  while (from + length < a.length && a[from + length] === b[start + length]) length++;
  return length;
}

/** Words and Han characters, each as a share of what may be taken over. */
function isTooLong({ ids }: Plain, from: number, length: number): boolean {
  const han = ids.subarray(from, from + length).filter((id) => isHan(id)).length;
  return (length - han) / (mostWords + 1) + han / (mostHan + 1) >= 1;
}
