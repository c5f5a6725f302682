/**
 * Cuts a long Markdown text where a parser may begin anew. micromark takes quadratic time in the number of quotations and
 * lists of one text: a note of 1 MB takes seconds, one of 10 MB many minutes. In pieces the time is linear.
 */

export interface Chunk {
  text: string;
  /** Lines and characters in front of it. */
  line: number;
  offset: number;
}

/** Definitions of links and footnotes hold for the whole text, so a text with one stays whole. */
const definition = /^[\s>*+\d.)-]*\[[^\]]*\]:/m;
const heading = /^#{1,6}(?:[ \t]|$)/;
const word = /^\p{L}/u;
/** A fence at the margin, which no list can hold, and anything that may be one elsewhere. */
const fence = /^(`{3,}(?=[^`]*$)|~{3,})/;
const fenceLike = /^[\s>*+\d.)-]*(?:`{3,}|~{3,})/;
/** HTML, but for an address in angle brackets and a comment that ends on its line. */
const html = /^[\s>*+\d.)-]*<(?![a-z][a-z\d+.-]*:|!--.*-->)/i;

/**
 * Chunks of at least `size` characters, in order; together they are the text. A cut stands in front of a heading, or of a
 * paragraph behind a blank line, that begins at the margin: neither can belong to a list, a quotation, code or HTML before it.
 */
export function chunksOf(text: string, size: number): Chunk[] {
  if (text.length < 2 * size || definition.test(text)) return [{ text, line: 0, offset: 0 }];
  const cuts = findCuts(text, size);
  return cuts.map((cut, index) => ({
    ...cut,
    text: text.slice(cut.offset, cuts[index + 1]?.offset),
  }));
}

type Inside = { kind: 'comment' } | { kind: 'fence'; marker: string } | null;

function findCuts(text: string, size: number): Omit<Chunk, 'text'>[] {
  const cuts = [{ line: 0, offset: 0 }];
  const lines = text.split('\n');
  let inside: Inside = null;
  let offset = 0;
  let last = 0;
  for (const [line, source] of lines.entries()) {
    const isOpening =
      heading.test(source) || (word.test(source) && line > 0 && lines[line - 1]?.trim() === '');
    if (inside === null && isOpening && offset - last >= size && !isFrontMatter(lines, line)) {
      cuts.push({ line, offset });
      last = offset;
    }
    // Where an end cannot be told for sure, the rest stays whole.
    if (inside === null && isEndless(source)) return cuts;
    inside = insideAfter(inside, source);
    offset += source.length + 1;
  }
  return cuts;
}

/** Front matter may hold any line; its end is the first `---` behind its start. */
function isFrontMatter(lines: string[], line: number): boolean {
  if (lines[0]?.trimEnd() !== '---') return false;
  const end = lines.findIndex((source, index) => index > 0 && source.trimEnd() === '---');
  return end < 0 || line <= end;
}

/** Whether the end of a block cannot be told from its lines: only a comment at the margin surely ends at `-->`. */
function isEndless(source: string): boolean {
  if (fenceLike.test(source) && !fence.test(source)) return true;
  return opensComment(source) ? !source.startsWith('<!--') : html.test(source);
}

function opensComment(source: string): boolean {
  const comment = source.lastIndexOf('<!--');
  return comment >= 0 && !source.includes('-->', comment);
}

function insideAfter(inside: Inside, source: string): Inside {
  if (inside?.kind === 'comment') return source.includes('-->') ? null : inside;
  if (inside?.kind === 'fence') return closes(source, inside.marker) ? null : inside;
  const marker = fence.exec(source)?.[1];
  if (marker !== undefined) return { kind: 'fence', marker };
  return opensComment(source) ? { kind: 'comment' } : null;
}

function closes(source: string, marker: string): boolean {
  const [whole, run = ''] = /^ {0,3}([`~]+)\s*$/.exec(source) ?? [];
  return whole !== undefined && run.startsWith(marker) && new Set(run).size === 1;
}
