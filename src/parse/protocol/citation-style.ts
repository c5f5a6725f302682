/** Which citation style a study has: a bundled one by name, or its own file. */
import type { VFile } from 'vfile';
import type { CitationStyle } from '../../domain/work.js';
import type { Name, Unread } from '../../domain/text.js';
import { nearest } from '../../text/names.js';

/** The styles that citation-js brings. */
const bundledStyles = ['apa', 'vancouver', 'harvard1'];
const [defaultStyle = ''] = bundledStyles;

/** Chooses the style. One that is missing or not valid is unread, and the default takes its place. */
export function chooseStyle(
  wanted: Name | null,
  files: Map<string, VFile>,
): { citationStyle: CitationStyle; unread: Unread[] } {
  const standIn: CitationStyle = { name: defaultStyle, source: null, place: wanted?.place ?? null };
  if (wanted === null) return { citationStyle: standIn, unread: [] };
  const { text: name, place } = wanted;
  if (bundledStyles.includes(name)) return { citationStyle: { ...standIn, name }, unread: [] };
  const file = files.get(name);
  if (file) {
    const fault = faultIn(String(file));
    if (fault === null) return { citationStyle: { name, source: String(file), place }, unread: [] };
    return {
      citationStyle: standIn,
      unread: [{ kind: 'text', place, found: `citation style \`${name}\``, expected: fault }],
    };
  }
  const own = [...files.keys()].filter((path) => /\.csl$/i.test(path));
  const meant = nearest(name, [...bundledStyles, ...own]);
  const expected = meant
    ? `a bundled style or a .csl file of the study; did you mean \`${meant}\`?`
    : `one of \`${bundledStyles.join('`, `')}\`, or the path of a .csl file of the study`;
  return {
    citationStyle: standIn,
    unread: [{ kind: 'front-matter', place, found: `citation style \`${name}\``, expected }],
  };
}

/** What a text lacks to be a style; null if nothing. The engine accepts much that is not one, and fails later. */
function faultIn(source: string): string | null {
  const bare = source.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  const open: string[] = [];
  for (const [, closing, name = '', selfClosing] of bare.matchAll(
    /<(\/?)([\w:.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/g,
  )) {
    if (closing === '/') {
      const last = open.pop();
      if (last !== name)
        return last === undefined
          ? `no \`</${name}>\` without its start`
          : `\`</${last}>\` before \`</${name}>\``;
    } else if (selfClosing === '') open.push(name);
  }
  const [unclosed] = open.slice(-1);
  if (unclosed !== undefined) return `\`</${unclosed}>\` at the end of what it begins`;
  if (!/^\s*<style[\s>]/.test(bare))
    return 'a file that begins with `<style>`, in the Citation Style Language';
  if (/rel\s*=\s*["']independent-parent["']/.test(bare) && !/<citation[\s>]/.test(bare))
    return 'an independent style; this one only names another';
  return /<citation[\s>][\s\S]*<layout[\s>]/.test(bare)
    ? null
    : 'a style with `<citation>` and a `<layout>` in it';
}
