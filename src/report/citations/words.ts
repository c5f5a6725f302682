/** What the engine of citation styles returns, as nodes. Only its own few elements are markup; everything in the data is text. */
import type { Parents, PhrasingContent } from 'mdast';
import { safeUrl } from '../prose/linked.js';
import { emphasis, inline, link, strong, text } from '../prose/nodes.js';

const tag = /<(\/?)(i|b|sup|sub|span|div|a|cite)(?: (?:style|class|href|n)="([^"<>]*)")?>/;

interface Level {
  name: string;
  value: string;
  children: PhrasingContent[];
}

/** Words of the engine's HTML. `workLink` makes a link of the words of a work, by the number with which they were marked. */
export function wordsOf(
  html: string,
  workLink: (words: PhrasingContent[], work: number) => PhrasingContent[],
): PhrasingContent[] {
  const levels: Level[] = [{ name: '', value: '', children: [] }];
  // Splitting at a pattern with three groups gives text, slash, name, value, text, …
  const parts = html.trim().split(tag);
  for (let at = 0; at < parts.length; at += 4) {
    const [words = '', slash, name = '', value = ''] = parts.slice(at, at + 4);
    const shown = decoded(words);
    if (shown !== '') levels.at(-1)?.children.push(text(shown));
    if (slash === '') levels.push({ name, value, children: [] });
    // An element ends the open one, whatever text is between them.
    else if (slash === '/' && levels.length > 1 && levels.at(-1)?.name === name)
      close(levels, workLink);
  }
  while (levels.length > 1) close(levels, workLink);
  return merged(levels[0]?.children ?? []);
}

function close(levels: Level[], workLink: Parameters<typeof wordsOf>[1]): void {
  const level = levels.pop();
  if (level) levels.at(-1)?.children.push(...made(level, workLink));
}

function made(
  { name, value, children }: Level,
  workLink: Parameters<typeof wordsOf>[1],
): PhrasingContent[] {
  if (children.length === 0) return [];
  const url = name === 'a' ? safeUrl(decoded(value)) : null;
  switch (name) {
    case 'i':
      return [emphasis(...children)];
    case 'b':
      return [strong(...children)];
    case 'sup':
    case 'sub':
      return [{ ...inline(name, children), data: { hName: name } }];
    case 'a':
      return url !== null && /^https?:/i.test(url) ? [link(url, ...children)] : children;
    case 'cite':
      return workLink(children, Number(value));
    case 'div':
      // The number in front of an entry stands in an element of its own.
      return value === 'csl-left-margin' ? [...children, text(' ')] : children;
    default:
      return children;
  }
}

/** The engine writes what is special to HTML as numbers. */
function decoded(words: string): string {
  return words.replace(/\s*\n\s*/g, '').replace(/&#(\d{1,7});/g, (written, code: string) => {
    const number = Number(code);
    return number <= 0x10ffff ? String.fromCodePoint(number) : written;
  });
}

function merged(words: PhrasingContent[]): PhrasingContent[] {
  const whole: PhrasingContent[] = [];
  for (const word of words) {
    const last = whole.at(-1);
    if (last?.type === 'text' && word.type === 'text')
      whole.splice(-1, 1, text(last.value + word.value));
    else whole.push(word);
  }
  return whole;
}

/** The words alone. */
export function plainWords(html: string): string {
  const letters = (parent: Pick<Parents, 'children'>): string =>
    parent.children
      .map((child) => ('children' in child ? letters(child) : 'value' in child ? child.value : ''))
      .join('');
  return letters({ children: wordsOf(html, (words) => words) });
}
