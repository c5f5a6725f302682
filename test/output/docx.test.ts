import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { h } from 'hastscript';
import type { FootnoteDefinition, List, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { expect, test } from 'vitest';
import { findFonts } from '../../src/world/fonts.js';
import { walk, type Graphic } from '../../src/text/markdown.js';
import { renderDocx } from '../../src/output/docx/index.js';
import type { Material } from '../../src/output/docx/writing.js';
import { styleOf, type WrittenStyle } from '../../src/parse/protocol/style.js';
import {
  cell,
  division,
  emphasis,
  heading,
  inline,
  link,
  paragraph,
  quotation,
  row,
  rowHead,
  strong,
  table,
  text,
  withProperties,
} from '../../src/report/prose/nodes.js';
import { connectBrowser } from '../browser.js';
import { elementsOf, paragraphsIn, readWord, wordsIn, type WordFile } from '../word.js';
import { runs } from '../runs.js';

const about: Material['about'] = {
  title: 'A report',
  authors: ['Ada Author', 'Bo Author'],
  date: '2026-11-23',
  language: 'en',
};

function materialOf(style: WrittenStyle = {}, more: Partial<Material> = {}): Material {
  const words = {
    contents: 'Contents',
    table: 'Table',
    figure: 'Figure',
    page: 'Page {n} of {all}',
  };
  return {
    about,
    style: styleOf(style),
    words,
    images: new Map(),
    fontFiles: findFonts(),
    ...more,
  };
}

function rootOf(...children: RootContent[]): Root {
  return { type: 'root', children };
}

async function written(
  root: Root,
  material = materialOf(),
): Promise<WordFile & { complaints: unknown[]; file: Uint8Array }> {
  const { bytes: file, complaints } = await renderDocx(root, material);
  return { ...readWord(file), complaints, file };
}

function note(identifier: string, ...children: FootnoteDefinition['children']): FootnoteDefinition {
  return { type: 'footnoteDefinition', identifier, label: identifier, children };
}

function reference(identifier: string): PhrasingContent {
  return { type: 'footnoteReference', identifier, label: identifier };
}

function bare(...rows: string[][]): Table {
  return {
    type: 'table',
    children: rows.map((words) => row(words.map((word) => cell([text(word)])))),
  };
}

const drawing: Graphic = {
  type: 'graphic',
  name: 'matrix',
  svg: h('svg', { viewBox: '0 0 900 300' }, [
    h('rect', { width: 40, height: 40, fill: '#333' }),
    h('text', { x: 60, y: 30 }, 'Leadership 领导力 <b>'),
  ]),
  width: 900,
  height: 300,
  title: 'Ratings "by" case <&>',
  description: 'Two cases, one component.',
};

const figure = division(
  'drawing',
  [
    drawing,
    { ...paragraph(text(drawing.title)), data: { hName: 'figcaption' } },
    division('description', [paragraph(text(drawing.description))]),
  ],
  {},
  'figure',
);

// A pixel, as PNG.
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('headings have the styles that Word knows, the title its own, and the contents hold them with their numbers', async () => {
  const { body, parts } = await written(
    rootOf(
      heading(1, text('Report')),
      heading(2, text('One')),
      heading(3, text('Two')),
      heading(2, text('Three')),
      paragraph(text('words')),
    ),
  );
  expect(paragraphsIn(body).map(({ style, words }) => [style, words])).toEqual([
    ['Title', 'Report'],
    ['TOCHeading', 'Contents'],
    ['TOC1', '1 One'],
    ['TOC2', '1.1 Two'],
    ['TOC1', '2 Three'],
    ['TableEnd', ''],
    ['Heading1', 'One'],
    ['Heading2', 'Two'],
    ['Heading1', 'Three'],
    ['BodyText', 'words'],
  ]);
  expect(parts.get('word/styles.xml')).toMatch(
    /w:styleId="Heading1">(?:(?!<\/w:style>).)*<w:numPr>/,
  );
  expect(parts.get('word/settings.xml')).not.toContain('updateFields');
  expect(parts.get('word/document.xml')).not.toContain('dirty');
});

test('a style without contents and numbers has neither', async () => {
  const { body, parts } = await written(
    rootOf(heading(1, text('Report')), heading(2, text('One'))),
    materialOf({ contents: false, numbering: false }),
  );
  expect(paragraphsIn(body).map(({ style }) => style)).toEqual(['Title', 'Heading1']);
  expect(parts.get('word/styles.xml')).not.toContain('<w:numPr>');
});

test('every style that is used is in the file, so that it can be changed there', async () => {
  const kinds = [
    'subtitle',
    'authors',
    'date',
    'origin',
    'note',
    'caution',
    'rationale',
    'record',
    'uses',
    'facts',
    'question',
    'description',
    'evidence',
    'work',
  ];
  const blocks = kinds.map((kind) => division(kind, [paragraph(text(kind))]));
  const words = [
    'rating',
    'state',
    'verdict',
    'weight',
    'pattern',
    'origin-kind',
    'counter',
    'missing',
  ].map((kind) => inline(kind, [text(kind)]));
  const more = [
    quotation([paragraph(...words)]),
    { type: 'code', value: 'a\tb' } as const,
    { type: 'thematicBreak' } as const,
    figure,
  ];
  const { body, parts } = await written(
    rootOf(
      ...blocks,
      ...more,
      table(
        'x',
        'c',
        [cell([...blocks, ...more.slice(0, 3)] as never)],
        [row([cell([text('x')])])],
      ),
    ),
  );
  const defined = [...(parts.get('word/styles.xml') ?? '').matchAll(/w:styleId="([^"]+)"/g)].map(
    ([, id]) => id,
  );
  const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) =>
    elementsOf(body, name).map(({ attributes }) => attributes.get('w:val')),
  );
  expect(new Set(used).size).toBeGreaterThan(35);
  expect(used.filter((style) => !defined.includes(style))).toEqual([]);
  expect(defined.filter((style, index) => defined.indexOf(style) !== index)).toEqual([]);
});

test('tables repeat their head, are as wide as the text, and are counted by fields in their captions', async () => {
  const rows = [
    row([rowHead([text('long '.repeat(60))]), cell([text('3')])]),
    row([rowHead([text('b')])]),
  ];
  const { body } = await written(
    rootOf(
      table('t', 'First', [cell([text('Head')]), cell([text('n')])], rows),
      table('t', 'Second', [cell([text('H')])], []),
      figure,
    ),
  );
  const [first] = elementsOf(body, 'w:tbl');
  expect(elementsOf(first!, 'w:tblHeader')).toHaveLength(1);
  expect(wordsIn(elementsOf(first!, 'w:tr')[0]!)).toBe('Headn');
  expect(elementsOf(first!, 'w:tr').map((each) => elementsOf(each, 'w:tc').length)).toEqual([
    2, 2, 2,
  ]);
  const widths = elementsOf(first!, 'w:gridCol').map(({ attributes }) =>
    Number(attributes.get('w:w')),
  );
  // A4 less 24 mm at both sides, in twentieths of a point.
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(
    11_906 - 2 * Math.round((24 / 25.4) * 1440),
  );
  expect(widths[1]).toBeLessThan(widths[0]! / 3);
  const captions = paragraphsIn(body).filter(({ style }) => style === 'Caption');
  expect(captions.map(({ words }) => words)).toEqual([
    'Table 1\u2003First',
    'Table 2\u2003Second',
    `Figure 1\u2003${drawing.title}`,
  ]);
  const fields = elementsOf(body, 'w:fldSimple').map((field) => [
    field.attributes.get('w:instr')?.trim(),
    wordsIn(field),
  ]);
  expect(fields).toEqual([
    ['SEQ Table \\* ARABIC', '1'],
    ['SEQ Table \\* ARABIC', '2'],
    ['SEQ Figure \\* ARABIC', '1'],
  ]);
});

test('each cell ends with a paragraph, whatever it holds', async () => {
  const cells = [
    cell([]),
    cell([bare(['in'], ['out'])] as never),
    cell([{ type: 'list', children: [] }] as never),
    cell([quotation([])]),
  ];
  const { body } = await written(
    rootOf(table('t', 'c', cells, [row(cells)]), table('empty', 'e', [], []), bare()),
  );
  const ends = elementsOf(body, 'w:tc').map(({ children }) => children.at(-1));
  expect(ends.length).toBeGreaterThan(8);
  for (const end of ends) expect(typeof end === 'object' && end.name).toBe('w:p');
});

test('a wide table has a page on its side with its heading, and the text goes on upright', async () => {
  const wide = table(
    'matrix',
    'wide',
    Array.from({ length: 9 }, () => cell([text('c')], { dataCase: 'x' })),
    [row([cell([text('x')])])],
  );
  const { body } = await written(
    rootOf(paragraph(text('before')), heading(2, text('Matrix')), wide, paragraph(text('after'))),
    materialOf({ contents: false }),
  );
  const sides = elementsOf(body, 'w:pgSz').map(({ attributes }) => [
    attributes.get('w:w'),
    attributes.get('w:h'),
    attributes.get('w:orient'),
  ]);
  expect(sides).toEqual([
    ['11906', '16838', 'portrait'],
    ['16838', '11906', 'landscape'],
    ['11906', '16838', 'portrait'],
  ]);
  const paragraphs = paragraphsIn(body);
  const breaks = paragraphs.flatMap(({ element }, index) =>
    elementsOf(element, 'w:sectPr').length > 0 ? [index] : [],
  );
  expect(paragraphs.findIndex(({ words }) => words === 'Matrix')).toBeGreaterThan(breaks[0]!);
  expect(paragraphs.findIndex(({ words }) => words === 'after')).toBeGreaterThan(breaks[1]!);
});

test('paper, margins, size, spacing and fonts are those of the style', async () => {
  const { body, parts } = await written(
    rootOf(paragraph(text('x'))),
    materialOf({
      paper: 'letter',
      margin: 25.4,
      size: 12,
      spacing: 2,
      latin: 'Garamond',
      han: 'FangSong',
    }),
  );
  expect(elementsOf(body, 'w:pgSz')[0]?.attributes.get('w:w')).toBe('12240');
  expect(elementsOf(body, 'w:pgMar')[0]?.attributes.get('w:left')).toBe('1440');
  const [defaults = ''] =
    /<w:docDefaults>.*<\/w:docDefaults>/.exec(parts.get('word/styles.xml') ?? '') ?? [];
  for (const each of [
    '<w:sz w:val="24"/>',
    'w:line="480"',
    'w:lineRule="auto"',
    'w:ascii="Garamond"',
    'w:eastAsia="FangSong"',
    'w:val="en-GB"',
    'w:eastAsia="zh-CN"',
  ])
    expect(defaults).toContain(each);
});

test('the foot counts pages by fields, the head bears the title, but not on the first page', async () => {
  const { parts } = await written(
    rootOf(paragraph(text('x'))),
    materialOf(
      {},
      { words: { contents: '目录', table: '表', figure: '图', page: '第 {n} 页，共 {all} 页' } },
    ),
  );
  const foot = [...parts].filter(([path]) => /footer\d+\.xml$/.test(path)).map(([, xml]) => xml);
  expect(foot).toHaveLength(2);
  for (const each of foot) expect(each).toMatch(/第 .*PAGE.* 页，共 .*NUMPAGES.* 页/);
  const heads = [...parts]
    .filter(([path]) => /header\d+\.xml$/.test(path))
    .map(([, xml]) => xml.includes('A report'));
  expect(heads.sort()).toEqual([false, true]);
});

test('footnotes are footnotes of Word, in the order of the text; one that is named twice is one', async () => {
  const root = rootOf(
    paragraph(
      text('a'),
      reference('x'),
      text('b'),
      reference('y'),
      reference('x'),
      reference('none'),
    ),
    note('y', paragraph(text('of y'))),
    note('x', paragraph(text('of x '), reference('z')), bare(['in', 'x'])),
    note('z', paragraph(text('of z'))),
  );
  const { body, parts } = await written(root, materialOf({ contents: false }));
  expect(
    elementsOf(body, 'w:footnoteReference').map(({ attributes }) => attributes.get('w:id')),
  ).toEqual(['1', '2']);
  const notes = [
    ...(parts.get('word/footnotes.xml') ?? '').matchAll(
      /<w:footnote w:id="(\d+)".*?<\/w:footnote>/g,
    ),
  ].map(([xml, id]) => [id, xml.replace(/<[^>]+>/g, '')]);
  expect(notes).toEqual([
    ['1', 'of x [z]inx'],
    ['2', 'of y'],
  ]);
  expect(paragraphsIn(body).map(({ words }) => words)).toEqual(['ab1[none]', '[z]', 'of z']);
});

test('links within the report lead to bookmarks that Word takes; links elsewhere to addresses that it takes', async () => {
  const ids = [
    'entry-a',
    'entry_a',
    'Entry-A',
    '记录-朝阳',
    '9',
    'x'.repeat(60),
    `${'x'.repeat(60)}y`,
  ];
  const links = [...ids.map((id) => link(`#${id}`, text(id))), link('#nowhere', text('dead'))];
  const far = [
    'https://example.org/a b?q=<">&x=1',
    'mailto:a@b.org',
    'javascript:alert(1)',
    'http://[broken',
    'HTTP://例子.cn/朝阳',
  ].map((url) => link(url, text('far')));
  const targets = ids.map((id) =>
    withProperties(division('record', [paragraph(text('target'))]), { id }),
  );
  const again = withProperties(division('record', [paragraph(text('again'))]), { id: 'entry-a' });
  const inCell = table(
    't',
    'c',
    [cell([text('h')])],
    [row([cell([text('cell')], { id: 'in-cell' })], { id: 'in-row' })],
  );
  const { body, parts } = await written(
    rootOf(
      paragraph(...links, ...far, link('#in-cell', text('c')), link('#in-row', text('r'))),
      ...targets,
      again,
      inCell,
      withProperties(division('empty', []), { id: 'unused' }),
    ),
  );
  const names = elementsOf(body, 'w:bookmarkStart').map(
    ({ attributes }) => attributes.get('w:name') ?? '',
  );
  const anchors = elementsOf(body, 'w:hyperlink').flatMap(
    ({ attributes }) => attributes.get('w:anchor') ?? [],
  );
  expect(anchors).toHaveLength(ids.length + 2);
  expect([...anchors].sort()).toEqual([...names].sort());
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[A-Za-z]\w{0,39}$/);
  const numbers = elementsOf(body, 'w:bookmarkStart').map(({ attributes }) =>
    attributes.get('w:id'),
  );
  expect(elementsOf(body, 'w:bookmarkEnd').map(({ attributes }) => attributes.get('w:id'))).toEqual(
    numbers,
  );
  const away = [
    ...(parts.get('word/_rels/document.xml.rels') ?? '').matchAll(
      /Target="([^"]+)" TargetMode="External"/g,
    ),
  ].map(([, url]) => url);
  expect(away).toEqual([
    'https://example.org/a%20b?q=%3C%22%3E&amp;x=1',
    'mailto:a@b.org',
    'http://xn--fsqu00a.cn/%E6%9C%9D%E9%98%B3',
  ]);
});

test('drawings and images have alternative text, fit the text, and a drawing is there as SVG and as pixels', async () => {
  const image = { type: 'image', url: 'a.png', alt: 'A "pixel"' } as const;
  const { body, bytes, complaints } = await written(
    rootOf(figure, paragraph(image)),
    materialOf({}, { images: new Map([['a.png', pixel]]) }),
  );
  expect(complaints).toEqual([]);
  const described = elementsOf(body, 'wp:docPr').map(({ attributes }) => attributes.get('descr'));
  expect(described).toEqual([`${drawing.title}. ${drawing.description}`, 'A "pixel"']);
  // What it shows in words is heard, not printed.
  expect(paragraphsIn(body).map(({ words }) => words)).toEqual([
    '',
    `Figure 1\u2003${drawing.title}`,
    '',
  ]);
  const [wide] = elementsOf(body, 'wp:extent').map(
    ({ attributes }) => Number(attributes.get('cx')) / 635,
  );
  expect(wide).toBeLessThanOrEqual(11_906 - 2 * Math.round((24 / 25.4) * 1440) + 15);
  const media = Object.keys(bytes).filter((path) => path.startsWith('word/media/'));
  expect(media.map((path) => path.replace(/.*\./, '')).sort()).toEqual(['png', 'png', 'svg']);
  // Bytes 16 to 19 of a PNG are its width: half as much again as that of the drawing.
  const sizes = media
    .filter((path) => path.endsWith('png'))
    .map((path) => Buffer.from(bytes[path]!).readUInt32BE(16));
  expect(sizes.sort((a, b) => a - b)).toEqual([1, 1350]);
});

test('an image that is missing, broken or of a kind that Word does not know is a complaint, and its words stand for it', async () => {
  const images = new Map([
    ['cut.png', pixel.subarray(0, 50)],
    ['b.webp', Buffer.from('RIFFxxxxWEBP')],
    ['empty.jpg', Buffer.alloc(0)],
    [
      'endless.jpg',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0xff, 0xd9]),
    ],
  ]);
  const urls = [...images.keys(), 'missing.png'];
  const { body, complaints } = await written(
    rootOf(...urls.map((url) => paragraph({ type: 'image', url, alt: `alt of ${url}` }))),
    materialOf({}, { images }),
  );
  expect(complaints).toEqual(
    urls.map((url) => expect.objectContaining({ about: { image: url } }) as unknown),
  );
  expect(paragraphsIn(body).map(({ words }) => words)).toEqual(
    urls.map((url) => `[alt of ${url}]`),
  );
});

test('a block or word that the format does not know is a complaint, and what it says is kept', async () => {
  const unknown = { type: 'riddle', children: [text('sphinx')] } as unknown as RootContent;
  const { body, complaints } = await written(
    rootOf(unknown, { type: 'paragraph', children: [unknown as PhrasingContent] }),
  );
  expect(wordsIn(body)).toBe('sphinxsphinx');
  expect(complaints).toHaveLength(2);
});

test('an anonymous report names nobody anywhere in the file; one with authors names them as such', async () => {
  const root = rootOf(paragraph(text('x')));
  const named = await written(root);
  expect(named.parts.get('docProps/core.xml')).toContain(
    '<dc:creator>Ada Author; Bo Author</dc:creator>',
  );
  const anonymous = await written(
    root,
    materialOf({ anonymous: true }, { about: { ...about, authors: [] } }),
  );
  for (const [, xml] of anonymous.parts)
    expect(xml).not.toMatch(/Author;|Ada|creator>|Un-named|lastModifiedBy|docx/);
});

test('languages: of the report, of a quotation in another one, and right-to-left words in their direction', async () => {
  const arabic = withProperties(paragraph(text('قال المدير (2019): نعم')), { lang: 'ar' });
  const mixed = paragraph(text('He said نعم twice'));
  const chinese = { ...withProperties(paragraph(emphasis(text('重点 point'))), { lang: 'zh' }) };
  const { body, parts } = await written(
    rootOf(arabic, mixed, chinese),
    materialOf({ contents: false }, { about: { ...about, language: 'zh' } }),
  );
  expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="zh-CN" w:eastAsia="zh-CN"');
  const [first, second, third] = paragraphsIn(body);
  expect(elementsOf(first!.element, 'w:bidi')).toHaveLength(1);
  expect(elementsOf(first!.element, 'w:lang')[0]?.attributes.get('w:bidi')).toBe('ar');
  expect(elementsOf(second!.element, 'w:bidi')).toHaveLength(0);
  const backwards = (element: typeof body) =>
    elementsOf(element, 'w:r')
      .filter((run) => elementsOf(run, 'w:rtl').length > 0)
      .map(wordsIn);
  expect(backwards(second!.element)).toEqual(['نعم']);
  expect(wordsIn(second!.element)).toBe('He said نعم twice');
  const italic = elementsOf(third!.element, 'w:r').filter(
    (run) => elementsOf(run, 'w:i').length > 0,
  );
  expect(italic.map(wordsIn)).toEqual([' point']);
});

test('lists keep their kinds, depths and beginnings; a list within a table too', async () => {
  const list = (ordered: boolean, start: number | null, ...items: RootContent[][]): List => ({
    type: 'list',
    ordered,
    start,
    children: items.map((children) => ({
      type: 'listItem',
      children: children as List['children'][number]['children'],
    })),
  });
  const inner = list(true, 1, [paragraph(text('deep'))], [bare(['x'], ['y'])]);
  const outer = list(
    true,
    4,
    [paragraph(text('a')), inner, paragraph(text('more'))],
    [],
    [paragraph(text('b'))],
  );
  const { body } = await written(
    rootOf(outer, inner, table('t', 'c', [cell([outer] as never)], [])),
    materialOf({ contents: false }),
  );
  const numbered = paragraphsIn(body).filter(
    ({ element }) => elementsOf(element, 'w:numPr').length > 0,
  );
  expect(
    numbered.map(
      ({ words, element }) =>
        `${elementsOf(element, 'w:ilvl')[0]?.attributes.get('w:val') ?? ''} ${words}`,
    ),
  ).toEqual([
    ...['0 a', '1 deep', '1 ', '0 ', '0 b'],
    ...['0 deep', '0 '],
    ...['0 a', '1 deep', '1 ', '0 ', '0 b'],
  ]);
  const ids = numbered.map(({ element }) =>
    elementsOf(element, 'w:numId')[0]?.attributes.get('w:val'),
  );
  // Each list has numbers of its own, or it would go on where the last one ended.
  expect(new Set(ids).size).toBe(5);
});

// The same bytes

test('the same report gives the same bytes, also later', async () => {
  const make = () =>
    rootOf(
      heading(2, text('H')),
      paragraph(
        link('https://example.org', text('a')),
        link('https://example.org/2', text('b')),
        link('#r', text('r')),
        reference('n'),
      ),
      withProperties(division('record', [paragraph(text('r'))]), { id: 'r' }),
      figure,
      paragraph({ type: 'image', url: 'a.png', alt: '' }),
      note('n', paragraph(link('https://example.org/3', text('c')))),
    );
  const material = materialOf({}, { images: new Map([['a.png', pixel]]) });
  const first = await written(make(), material);
  // Zip counts time in steps of two seconds.
  await wait(2100);
  const second = await written(make(), material);
  expect(Object.keys(second.bytes)).toEqual(Object.keys(first.bytes));
  for (const [path, xml] of first.parts) expect(second.parts.get(path), path).toBe(xml);
  expect(Buffer.from(second.file).equals(Buffer.from(first.file))).toBe(true);
});

// Hostile trees

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '</w:t>',
    '&amp;',
    ']]>',
    '{{x}}',
    'CURRENT',
    '\uD800',
    'a\u0000b\u000bc',
    '\uFFFE',
    'x'.repeat(500),
    'نعم',
    '汉字',
    '👩‍👩‍👧',
    '\t',
    '$& $1',
    'PAGEREF _Toc1',
    'w:id="1"',
  ),
);

const { block } = fc.letrec<{ phrase: PhrasingContent; block: RootContent }>((tie) => {
  const phrases = fc.array(tie('phrase'), { maxLength: 3 });
  const blocks = fc.array(tie('block'), { maxLength: 3 });
  const id = fc.option(fc.constantFrom('a', 'b', 'c d', '汉'), { nil: undefined });
  return {
    phrase: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      words.map(text),
      phrases.map((children) => strong(...children)),
      phrases.map((children) => emphasis(...children)),
      fc
        .tuple(
          phrases,
          fc.oneof(fc.constantFrom('#a', '#b', '#c d', '#汉', 'https://x.org/'), words),
        )
        .map(([children, url]) => link(url, ...children)),
      fc
        .tuple(fc.constantFrom('rating', 'state', 'counter', 'other'), phrases, id)
        .map(([kind, children, name]) =>
          inline(kind, children, name === undefined ? {} : { id: name }),
        ),
      words.map((value): PhrasingContent => ({ type: 'inlineCode', value })),
      words.map((alt): PhrasingContent => ({ type: 'image', url: alt, alt })),
      fc.constant<PhrasingContent>({ type: 'break' }),
      fc.constantFrom('n', 'm').map(reference),
    ),
    block: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      phrases.map((children) => paragraph(...children)),
      fc
        .tuple(fc.integer({ min: 1, max: 6 }), phrases)
        .map(([depth, children]) => heading(depth, ...children)),
      blocks.map(quotation),
      fc
        .tuple(fc.constantFrom('record', 'evidence', 'other'), blocks, id)
        .map(([kind, children, name]) =>
          division(kind, children, name === undefined ? {} : { id: name }),
        ),
      fc.tuple(fc.boolean(), fc.array(blocks, { maxLength: 3 })).map(([ordered, items]): List => ({
        type: 'list',
        ordered,
        start: 1,
        children: items.map((children) => ({ type: 'listItem', children: children as never })),
      })),
      fc.array(fc.array(blocks, { maxLength: 3 }), { maxLength: 3 }).map((rows): Table => ({
        type: 'table',
        children: rows.map((cells) => row(cells.map((children) => cell(children as never)))),
      })),
      words.map((value): RootContent => ({ type: 'code', value })),
    ),
  };
});

/** What can be seen of a text: without spaces, control characters and what XML forbids. */
function seen(value: string): string {
  return value.replace(/[\s\p{Cc}\uFFFE\uFFFF]/gu, '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

function textsOf(nodes: RootContent[]): string[] {
  return nodes
    .flatMap((node) =>
      'value' in node ? [seen(node.value)] : 'children' in node ? textsOf(node.children) : [],
    )
    .filter((value) => value !== '');
}

test('any tree gives a whole file, in which every word stands in its order and every anchor leads somewhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), async (children) => {
      const { body } = await written(
        rootOf(...children, note('n', paragraph(text('in note')))),
        materialOf({ contents: false }),
      );
      const all = seen(wordsIn(body));
      let from = 0;
      for (const value of textsOf(children)) {
        const at = all.indexOf(value, from);
        expect(at, JSON.stringify(value)).toBeGreaterThanOrEqual(0);
        from = at + value.length;
      }
      const names = elementsOf(body, 'w:bookmarkStart').map(({ attributes }) =>
        attributes.get('w:name'),
      );
      expect(new Set(names).size).toBe(names.length);
      const linked = new Set<string>();
      const ids = new Set<unknown>();
      for (const child of children)
        walk(child, (node) => {
          if (node.type === 'link') linked.add(node.url);
          ids.add(node.data?.hProperties?.id);
        });
      expect(names).toHaveLength(
        [...linked].filter((url) => url.startsWith('#') && ids.has(url.slice(1))).length,
      );
      for (const { attributes } of elementsOf(body, 'w:hyperlink'))
        if (attributes.has('w:anchor')) expect(names).toContain(attributes.get('w:anchor'));
    }),
    runs(60, 500),
  );
}, 60_000);

test('a very deep tree gives a file', async () => {
  let deep: RootContent = paragraph(text('bottom'));
  for (let depth = 0; depth < 300; depth++)
    deep =
      depth % 2 === 0
        ? quotation([deep])
        : { type: 'list', children: [{ type: 'listItem', children: [deep] }] };
  let nested: RootContent = paragraph(text('innermost'));
  for (let depth = 0; depth < 12; depth++)
    nested = { type: 'table', children: [row([cell([nested] as never)])] };
  const { body } = await written(rootOf(deep, nested));
  expect(wordsIn(body)).toContain('bottom');
  expect(wordsIn(body)).toContain('innermost');
  for (const { attributes } of elementsOf(body, 'w:ilvl'))
    expect(Number(attributes.get('w:val'))).toBeLessThan(9);
});

test('a browser reads every part as XML', async () => {
  const { parts } = await written(
    rootOf(
      heading(2, text('<&>')),
      figure,
      quotation([paragraph(link('https://x.org/?a&b', text('"x"')), reference('n'))]),
      note('n', paragraph(text('&'))),
    ),
  );
  const browser = await connectBrowser();
  try {
    const page = await browser.newPage();
    for (const [path, xml] of parts) {
      const fault = await page.evaluate<string | null>(
        `new DOMParser().parseFromString(${JSON.stringify(xml)}, 'application/xml').querySelector('parsererror')?.textContent ?? null`,
      );
      expect(fault, path).toBeNull();
    }
  } finally {
    await browser.close();
  }
}, 60_000);
