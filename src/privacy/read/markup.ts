/** Markdown, HTML and XML with their markup turned into spaces, so that every word keeps its place. */

/** A tag, with values that may hold `>`; a comment; an address behind a link's words; the mark of a footnote. */
const tag = /<!--|-->|<[a-z/!?](?:[^"'<>]|"[^"]*"|'[^']*')*>/gi;
const address =
  /\]\((?:<[^<>\n]*>|[^()\s]|\([^()\s]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)|\[\^[^\]\s]*\]|\]\[[^\]\n]*\]/g;

function blank(found: string): string {
  return ' '.repeat(found.length);
}

/** Without tags; what stands in a comment stays. */
export function withoutTags(text: string): string {
  return text.replace(tag, blank);
}

/** Without tags and addresses. */
export function withoutMarkup(text: string): string {
  return withoutTags(text).replace(address, blank);
}

/** Only the tags and addresses that hold something written in escapes. */
export function escapedMarkup(text: string): string {
  const found = [...text.matchAll(tag), ...text.matchAll(address)].map(([markup]) => markup);
  return found.filter((markup) => /[&%\\]/.test(markup)).join('\n');
}
