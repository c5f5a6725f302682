/** Citations in plain words, for when the engine fails. */
import type { Work } from '../../domain/work.js';
import type { Answer, Request } from './request.js';

/** Answers as the engine does: author–date, and a list by author. */
export function answerPlainly(works: Work[], requests: Request[]): Answer {
  const citations = requests.map(({ items, suffix, isNarrative }) => {
    const parts = items.map(({ work, prefix, locator }) => {
      const label = `<cite n="${String(works.indexOf(work))}">${escaped(isNarrative ? work.label.replace(/, ([^,]*)$/, ' ($1)') : work.label)}</cite>`;
      return [
        prefix === null ? '' : `${escaped(prefix)} `,
        label,
        locator === null ? '' : `, ${escaped(locator)}`,
      ].join('');
    });
    const words = parts.join('; ') + escaped(suffix);
    return { text: isNarrative ? words : `(${words})`, note: null };
  });
  const entries = works
    .map(({ key, reference }) => ({ key, reference: escaped(reference) }))
    .sort((a, b) => (a.reference < b.reference ? -1 : 1));
  return {
    citations,
    entries,
    labels: new Map(works.map(({ key, label }) => [key, escaped(label)])),
  };
}

/** Words escaped as the engine does it: no HTML syntax in them. */
export function escaped(words: string): string {
  return words.replace(/[&<>]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
