/** A quotation as what must be found: pieces between its cuts, and in each the words around what was inserted. */
import { isLetter } from './character-kinds.js';
import { isSoft, tokensOf, twinOf, type Lexicon, type Tokens } from './tokens.js';

/** Words that follow each other in the record. */
export interface Run {
  ids: Int32Array;
  /** The first word in the other case: a quotation may begin in the middle of a sentence. */
  twin: number;
  /** By number of the quotation's tokens. */
  from: number;
  to: number;
  /** How many tokens the record may have in front of it, for which words in square brackets stand. */
  gap: number;
}

/** What stands between two cuts: one run, or several with insertions between them. */
export interface Piece {
  runs: Run[];
  from: number;
  to: number;
}

/** A quotation, cut into what must be found. */
export interface Quotation {
  tokens: Tokens;
  pieces: Piece[];
}

const dots = String.raw`(?:…+|⋯+|\.{3,}|。{3,}|\.\s\.\s\.(?:\s\.)?)`;
const signs = new RegExp(
  String.raw`(?<cut>[[［]\s?${dots}\s?[\]］]|[(（]\s?${dots}\s?[)）]|${dots})|[[［](?<inserted>[^\][［］]*)[\]］]`,
  'gu',
);

/** The words that an insertion may replace, when it is itself short. */
const shortest = 12;

interface Draft {
  start: number;
  end: number;
  gap: number;
  /** A letter in brackets with which its first word begins: `[T]he`. */
  head: string;
  isCut: boolean;
  /** It begins with the rest of a word. */
  isBroken: boolean;
  /** A letter in brackets follows, with nothing left out. */
  isJoined: boolean;
}

/** Cuts a quotation at `…`, `[…]`, `(…)` and `...`, and skips `[insertions]`. */
export function quotationOf(text: string, lexicon: Lexicon): Quotation {
  const tokens = tokensOf(text, lexicon);
  const drafts = draftsOf(text);
  const pieces: Piece[] = [];
  let runs: Run[] = [];
  let at = 0;
  let gap = 0;
  const close = () => {
    const [first, last] = [runs[0], runs.at(-1)];
    if (first && last) pieces.push({ runs, from: first.from, to: last.to });
    runs = [];
    gap = 0;
  };
  for (const draft of drafts) {
    if (draft.isCut) close();
    gap = Math.max(gap, draft.gap);
    while (at < tokens.ids.length && (tokens.starts[at] ?? 0) < draft.start) at++;
    const from = at;
    while (at < tokens.ids.length && (tokens.ends[at] ?? 0) <= draft.end) at++;
    const run = runOf(tokens, draft, [from, at], lexicon);
    if (!run) continue;
    runs.push({ ...run, gap: runs.length === 0 ? 0 : gap });
    gap = 0;
  }
  close();
  return { tokens, pieces };
}

/** The stretches between the signs, each with the sign in front of it. */
function draftsOf(text: string): Draft[] {
  const drafts: Draft[] = [
    { start: 0, end: text.length, gap: 0, head: '', isCut: true, isBroken: false, isJoined: false },
  ];
  for (const { 0: whole, index, groups = {} } of text.matchAll(signs)) {
    const { inserted } = groups;
    const before = drafts.at(-1);
    const start = index + whole.length;
    const isWithinWord = inserted !== undefined && isLetter(text.slice(start, start + 2));
    const head =
      isWithinWord && !isLetter(text.charAt(index - 1)) && /^\p{L}$/u.test(inserted)
        ? inserted
        : '';
    if (before) [before.end, before.isJoined] = [index, head !== ''];
    // `arrang[ing]`: the rest of the word is not a word of the record.
    if (before && inserted !== undefined && isLetter(text.charAt(index - 1)))
      before.end = startOfWord(text, index);
    const gap = inserted === undefined || head !== '' ? 0 : Math.max(shortest, inserted.length);
    drafts.push({
      start,
      end: text.length,
      gap,
      head,
      isCut: inserted === undefined,
      isBroken: isWithinWord && head === '',
      isJoined: false,
    });
  }
  return drafts;
}

function startOfWord(text: string, end: number): number {
  let start = end;
  while (start > 0 && isLetter(text.charAt(start - 1))) start--;
  return start;
}

function runOf(
  tokens: Tokens,
  { head, isBroken, isJoined }: Draft,
  range: [number, number],
  lexicon: Lexicon,
): Omit<Run, 'gap'> | null {
  let [from, to] = range;
  if (isBroken) from++;
  while (from < to && isSoft(tokens.ids[from])) from++;
  while (!isJoined && from < to && isSoft(tokens.ids[to - 1])) to--;
  if (from >= to) return null;
  const ids = tokens.ids.slice(from, to);
  if (head === '') return { ids, twin: twinOf(tokens, from, lexicon), from, to };
  const whole = tokensOf(head + tokens.text.slice(tokens.starts[from], tokens.ends[from]), lexicon);
  ids[0] = whole.ids[0] ?? 0;
  return { ids, twin: twinOf(whole, 0, lexicon), from, to };
}
