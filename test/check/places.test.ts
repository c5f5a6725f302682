/** Where messages point: the same on every system, and in the columns that editors count. */
import { describe, expect, test } from 'vitest';
import { linesOf, studyOf, type Files } from '../parse/in-memory.js';

const framework = '---\nid: small\n---\n\n## Process\n\n### Leadership\n\n- alias: 领导力\n\n### Planning\n';
const legend = 'ratings:\n  "+": { label: favours }\n  "-": { label: hinders }\n';

/** A study with a fault of every stage: front matter, headings, marks, codes, records, links, HTML. */
const faulty: Files = {
  'framework.md': framework,
  'study.md': `---\ncases: [a]\nlanguage: de\n${legend}---\n\n## Findings\n\n### F1: One\n\nSee [F2], [D122]\nand [D9].\n\n<!-- never closed\n`,
  'a.md':
    '---\nplace: { city: Beijing }\n---\n\nA profile.\n\n## Proces\n\n### Leadership (++)\n\n> D122 [XX,\n> YY]: one\n> D123 (0): two\n\n- D124: <b>three</b>\n',
  'sources/d.md': '## D\n\n- role: official\n- insider\n\nD122 (tranlated): one\nD122: again\n',
  'codebook.md': '### HAIR: A reason\n\n- component: Leadrship\n',
};

function rewritten(change: (text: string) => string): Files {
  return Object.fromEntries(Object.entries(faulty).map(([path, text]) => [path, change(String(text))]));
}

describe('the same study gives the same messages at the same places', () => {
  test('there are some, in every file but the framework', async () => {
    const { messages } = await studyOf(faulty);
    expect(new Set(messages.map(({ file }) => file))).toEqual(new Set(['a.md', 'codebook.md', 'sources/d.md', 'study.md']));
    expect(messages.length).toBeGreaterThan(12);
  });

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['a byte order mark and CRLF', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ])('with %s', async (_, change) => {
    expect(linesOf(await studyOf(rewritten(change)))).toEqual(linesOf(await studyOf(faulty)));
  });

  test('whatever the order in which files were read', async () => {
    const reversed = Object.fromEntries(Object.entries(faulty).reverse());
    expect(linesOf(await studyOf(reversed))).toEqual(linesOf(await studyOf(faulty)));
  });
});

describe('columns are those of UTF-16, as editors and unified count them', () => {
  /** The range of the only message of a rule, and the words that it covers. */
  async function rangeIn(note: string, ruleId: string): Promise<{ start: number; end: number; words: string }> {
    const { messages } = await studyOf({ 'framework.md': framework, 'study.md': `---\n${legend}---\n`, 'a.md': note });
    const [message, ...more] = messages.filter((each) => each.ruleId === ruleId);
    if (!message?.place || !('end' in message.place) || more.length > 0) throw new Error('Not one message with a range');
    const { start, end } = message.place;
    const words = (note.split('\n')[start.line - 1] ?? '').slice(start.column - 1, end.column - 1);
    return { start: start.column, end: end.column, words };
  }

  test('a link behind Chinese', async () => {
    // Two characters of one unit each, and a space.
    expect(await rangeIn('参见 [D999]\n', 'link-resolves')).toEqual({ start: 4, end: 10, words: '[D999]' });
  });

  test('a link behind an emoji', async () => {
    // One character of two units, and a space.
    expect(await rangeIn('🙂 [D999]\n', 'link-resolves')).toEqual({ start: 4, end: 10, words: '[D999]' });
  });

  test('a link behind a family of emoji and a character beyond the basic plane', async () => {
    expect(await rangeIn('👩‍👩‍👧 𠮷 [D999]\n', 'link-resolves')).toEqual({ start: 13, end: 19, words: '[D999]' });
  });

  test('a mark behind a Chinese heading with an emoji', async () => {
    expect(await rangeIn('### 🙂领导力（强）\n', 'rating-is-in-legend')).toEqual({ start: 10, end: 13, words: '（强）' });
  });

  test('a record and a code in full width', async () => {
    const note = '### 领导力 (+)\n\n> 丁7［甲，乙］（＋）：他说🙂\n';
    expect(await rangeIn(note, 'record-exists')).toEqual({ start: 3, end: 5, words: '丁7' });
  });

  test('a value of the front matter', async () => {
    expect(await rangeIn('---\n"地🙂点": { 市: 北京 }\n---\n', 'front-matter-is-valid')).toEqual({ start: 9, end: 18, words: '{ 市: 北京 }' });
  });
});

test('each of several equal references has its own place', async () => {
  const note = '[D9], *[D9]* and [D9]\n[D9] on the next line\n';
  const lines = linesOf(await studyOf({ 'framework.md': framework, 'study.md': '', 'a.md': note }), 'link-resolves');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['a.md:1:1-1:5', 'a.md:1:8-1:12', 'a.md:1:18-1:22', 'a.md:2:1-2:5']);
});

describe('full-width signs and every minus are read as their ASCII forms', () => {
  async function ratingsOf(note: string) {
    const { study, messages } = await studyOf({
      'framework.md': framework,
      'study.md': `---\n${legend}rules: { component-is-covered: off }\n---\n`,
      'codebook.md': '### HAIR: A reason\n\n- component：Leadership；Planning\n',
      'sources/d.md': '## D\n\nD122（verbatim）：one\n',
      'a.md': note,
    });
    expect(messages.map(({ reason }) => reason)).toEqual([]);
    const entry = study.cases[0]?.entries.get('leadership');
    const [evidence] = entry?.parts ?? [];
    if (evidence?.type !== 'evidence') throw new Error('No evidence');
    return {
      rating: entry?.rating,
      record: evidence.resolved.record?.key,
      codes: evidence.resolved.codes.map(({ id }) => id),
      speaksFor: evidence.speaksFor,
      text: evidence.content.text,
    };
  }
  const ascii = '## Process\n\n### Leadership (-)\n\n> D122 [HAIR] (-): one\n';
  const read = { rating: '-', record: 'D122', codes: ['HAIR'], speaksFor: '-', text: 'one' };

  test.each([
    ['ASCII', ascii],
    ['brackets in full width', '## Process\n\n### Leadership（-）\n\n> D122［HAIR］（-）: one\n'],
    ['the colon in full width', '## Process\n\n### Leadership (-)\n\n> D122 [HAIR] (-)：one\n'],
    ['the minus of mathematics', ascii.replaceAll('(-)', '(−)')],
    ['an en dash', ascii.replaceAll('(-)', '(–)')],
    ['a full-width minus', ascii.replaceAll('(-)', '（－）')],
    ['the id in full width', ascii.replace('D122', 'Ｄ１２２')],
    ['spaces within', '## Process\n\n### Leadership ( - )\n\n> D 122 [ HAIR ] ( - ) : one\n'],
  ])('%s', async (_, note) => {
    expect(await ratingsOf(note)).toEqual(read);
  });

  test('a plus in full width, in note and legend', async () => {
    const { study, messages } = await studyOf({
      'framework.md': framework,
      'study.md': '---\nratings:\n  "＋": { label: favours }\nrules: { rated-entry-has-evidence: off, component-is-covered: off }\n---\n',
      'a.md': '## Process\n\n### Leadership (+)\n\nx\n\n### Planning （＋）\n\nx\n',
    });
    expect(messages.map(({ reason }) => reason)).toEqual([]);
    expect([...(study.cases[0]?.entries.values() ?? [])].map(({ rating }) => rating)).toEqual(['+', '+']);
  });
});
