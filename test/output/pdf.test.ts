/** The PDF, read back as a screen reader has it. */
import fc from 'fast-check';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { beforeAll, describe, expect, test } from 'vitest';
import { disclose } from '../../src/privacy/disclose/index.js';
import { read } from '../../src/world/study-folder.js';
import { renderPdf } from '../../src/output/pdf/index.js';
import { buildInput, type BuildPlan } from '../../src/tasks/build.js';
import { composeStudy } from '../report/compose-study.js';
import {
  cell,
  division,
  heading,
  link,
  paragraph,
  quotation,
  row,
  rowHead,
  table,
  text,
  withProperties,
} from '../../src/report/prose/nodes.js';
import { generateStudy } from '../bench/notes.js';
import { readPdf, squeezed, type ReadPdf } from './pdf-text.js';
import { claimsOf, missingFrom, printedWith, reportOf } from './printed.js';
import { runs } from '../runs.js';

const note: RootContent = {
  type: 'footnoteDefinition',
  identifier: 'n',
  children: [paragraph(text('The note.'))],
};

async function pdfOf(
  blocks: RootContent[],
  printed = printedWith(),
): Promise<ReadPdf & { complaints: string[] }> {
  const { bytes, complaints } = await renderPdf(reportOf(...blocks), await printed);
  if (!bytes) throw new Error('No PDF');
  return {
    ...(await readPdf(bytes)),
    complaints: complaints.map(({ reason, expected }) => `${reason} → ${expected}`),
  };
}

function fileOf({ outputs }: BuildPlan): Uint8Array {
  const bytes = outputs.find(({ path }) => path === 'report.pdf')?.bytes;
  if (!bytes || typeof bytes === 'string') throw new Error('No PDF');
  return bytes;
}

describe('the study of this repository', () => {
  let built: BuildPlan;
  let pdf: ReadPdf;

  beforeAll(async () => {
    built = await buildInput(await read('cases'), { formats: ['pdf', 'json'] });
    pdf = await readPdf(fileOf(built));
  });

  test('every claim and every record stands in it, in reading order', () => {
    const claims = claimsOf(built);
    expect(claims.length).toBeGreaterThan(200);
    expect(missingFrom(pdf.text, claims, squeezed)).toEqual([]);
  });

  test('so does every other word of the report, but for what a page alone says', async () => {
    const input = await read('cases');
    const { study, analysis, messages } = built;
    const design = { template: 'default', language: 'en' };
    const { root } = await composeStudy(
      disclose(study),
      analysis,
      messages,
      input.templates,
      design,
    );
    const words: string[] = [];
    const collect = (node: Nodes): void => {
      const isUnset =
        (node.type === 'division' && node.kind === 'description') ||
        (node.type === 'inline' && node.kind === 'case-name');
      if (isUnset) return;
      if (node.type === 'text') words.push(node.value);
      else if ('children' in node) node.children.forEach(collect);
    };
    if (root) collect(root);
    expect(words.length).toBeGreaterThan(2000);
    const held = squeezed(pdf.text);
    expect(words.filter((each) => !held.includes(squeezed(each)))).toEqual([]);
  });

  test('links lead from claims to evidence and back, each to a page', () => {
    expect(pdf.links.inner).toBeGreaterThan(500);
    expect(pdf.links.leading).toBe(pdf.links.inner);
  });

  test('it says its title and what each part of it is', () => {
    expect(pdf.title).toBe(built.study.protocol.title);
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'Link', 'L', 'LI', 'TOC', 'Caption'])
      expect(pdf.tags, tag).toContain(tag);
  });

  test('nothing leaves the page, and all pages are upright A4', () => {
    for (const { width, height, ends } of pdf.pages) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
      expect(Math.max(0, ...ends)).toBeLessThanOrEqual(width);
    }
  });

  test('two builds are the same bytes', async () => {
    const again = await buildInput(await read('cases'), { formats: ['pdf'] });
    expect(Buffer.compare(fileOf(again), fileOf(built))).toBe(0);
  });
});

describe('what the fonts and the standard cannot hold', () => {
  test('a sign that no font has is printed as its number, and complained of by name', async () => {
    const { text: words, complaints } = await pdfOf([
      paragraph(text('before \u{13000} and 𠮷 after')),
    ]);
    expect(words.replace(/\s/g, '')).toContain('before[U+13000]and[U+20BB7]after');
    expect(complaints.sort()).toEqual([
      'sign `\u{13000}` (U+13000) → one that the fonts of the PDF have; it prints as `[U+13000]`',
      'sign `𠮷` (U+20BB7) → one that the fonts of the PDF have; it prints as `[U+20BB7]`',
    ]);
  });

  test('Chinese, Greek, Cyrillic, Arabic, Hebrew and emoji need no fonts of the machine', async () => {
    const { text: words, complaints } = await pdfOf([
      paragraph(text('部门 ①② Ελλάδα Россия 😀👍🏽')),
      paragraph(text('עברית')),
      paragraph(text('العربية')),
    ]);
    expect(complaints).toEqual([]);
    expect(squeezed(words)).toContain(squeezed('部门 ①② Ελλάδα Россия 😀👍🏽'));
  });

  test('a broken image is replaced by its description', async () => {
    const image: RootContent = {
      type: 'paragraph',
      children: [{ type: 'image', url: 'a.png', alt: 'The counter' }],
    };
    const { text: words, complaints } = await pdfOf(
      [image],
      printedWith({}, { 'a.png': Buffer.from('no picture') }),
    );
    expect(words).toContain('[The counter]');
    expect(complaints).toEqual([
      'image `a.png` → a whole PNG, JPEG, GIF or WebP file; the PDF prints its description',
    ]);
  });

  test('a skipped level of headings is closed', async () => {
    const { tags, complaints } = await pdfOf([heading(2, text('One')), heading(5, text('Two'))]);
    expect(complaints).toEqual([]);
    expect(tags.filter((tag) => /^H\d$/.test(tag))).toEqual(['H1', 'H2']);
  });
});

describe('without a native build of Typst', () => {
  const none = () => null;

  test('its WASM build makes the same words, and it is said', async () => {
    const report = reportOf(heading(2, text('Findings')), paragraph(text('Trust 信任.')));
    const { bytes, complaints } = await renderPdf(report, await printedWith(), none);
    expect(complaints.map(({ expected }) => expected)).toEqual([
      expect.stringContaining('its WASM build was used'),
    ]);
    const { text: words } = await readPdf(bytes ?? new Uint8Array());
    expect(squeezed(words)).toBe(squeezed('A report Findings Trust 信任.'));
  });

  test('and without that, what to install', async () => {
    const { bytes, complaints } = await renderPdf(
      reportOf(),
      { ...(await printedWith()), packageFile: () => Promise.resolve(null) },
      none,
    );
    expect(bytes).toBeNull();
    expect(complaints.map(({ expected }) => expected)).toEqual([
      expect.stringContaining('install `@myriaddreamin/typst-ts-web-compiler`'),
    ]);
  });
});

describe('tables', () => {
  const tableOf = (columns: number, rows = 2) =>
    table(
      'wide',
      'A wide table',
      [
        cell([text('Component')]),
        ...Array.from({ length: columns - 1 }, (_, index) =>
          cell([text(`C${String(index + 1)}`)], { dataCase: `c${String(index + 1)}` }),
        ),
      ],
      Array.from({ length: rows }, (_, index) =>
        row([
          rowHead([text(`row ${String(index)}`)]),
          ...Array.from({ length: columns - 1 }, (__, at) =>
            cell([text(`v${String(index)}.${String(at + 1)}`)]),
          ),
        ]),
      ),
    );

  test('of up to six columns stands upright, of seven to ten on a turned page', async () => {
    const isTurned = ({ pages }: ReadPdf) => pages.map(({ width, height }) => width > height);
    expect(isTurned(await pdfOf([tableOf(6)]))).toEqual([false]);
    expect(
      isTurned(await pdfOf([paragraph(text('before')), tableOf(7), paragraph(text('after'))])),
    ).toEqual([false, true, false]);
  });

  test('of thirty cases is split by groups of cases, each with the heads of its rows; nothing is lost', async () => {
    const { text: words, tags } = await pdfOf([tableOf(31)]);
    expect(tags.filter((tag) => tag === 'Table')).toHaveLength(4);
    const held = words.split(/\s+/);
    for (let column = 1; column <= 30; column++)
      expect(held.filter((word) => word === `v1.${String(column)}`)).toHaveLength(1);
    expect(words.match(/row\s1/g)).toHaveLength(4);
  });

  test('of groups of rows never has the name of a group at the foot of a page, the first of its rows on the next', async () => {
    const group = (index: number) => [
      row([rowHead([text(`Group-${String(index)}`)]), cell([])], { className: ['group'] }),
      row([rowHead([text(`first-${String(index)}`)]), cell([text('v')])]),
    ];
    const rows = Array.from({ length: 60 }, (_, index) => group(index)).flat();
    // With a row more in front, what ends a page is of the other kind.
    for (const before of [[], [row([rowHead([text('before')]), cell([text('v')])])]]) {
      const { pages } = await pdfOf([
        table('t', 'Groups', [cell([text('A')]), cell([text('B')])], [...before, ...rows]),
      ]);
      expect(pages.length).toBeGreaterThan(2);
      for (const { words } of pages) {
        for (const [, index = ''] of words.matchAll(/Group-(\d+)/g))
          expect(words).toContain(`first-${index}`);
      }
    }
  });

  test('over many pages repeats its head', async () => {
    const { pages } = await pdfOf([tableOf(3, 120)]);
    expect(pages.length).toBeGreaterThan(2);
    for (const { words } of pages) expect(words).toContain('Component');
  });

  test('with a footnote in its head has the head once, as nothing that is repeated may hold a link', async () => {
    const reference: PhrasingContent = { type: 'footnoteReference', identifier: 'n' };
    const rows = Array.from({ length: 120 }, () => row([cell([text('v')])]));
    const {
      complaints,
      text: words,
      pages,
    } = await pdfOf([table('t', 'c', [cell([text('Head'), reference])], rows), note]);
    expect(complaints).toEqual([]);
    expect(words.match(/The note\./g)).toHaveLength(1);
    expect(pages.filter((page) => page.words.includes('Head'))).toHaveLength(1);
  });

  test('a word of five hundred letters stays on the page, in a cell and outside', async () => {
    const long = 'x'.repeat(500);
    const { pages, text: words } = await pdfOf([
      paragraph(text(long)),
      table(
        'a',
        'T',
        [cell([text('A')]), cell([text('B')])],
        [row([cell([text(long)]), cell([text('b')])])],
      ),
    ]);
    for (const { width, ends } of pages) expect(Math.max(...ends)).toBeLessThan(width);
    expect(squeezed(words).match(/x/g)).toHaveLength(1000);
  });
});

test('an anonymous report names nobody; letter paper is letter paper', async () => {
  const named = await pdfOf([], printedWith());
  expect(named.author).toBe('Ada Author');
  const printed = await printedWith({ paper: 'letter' });
  const hidden = await pdfOf(
    [],
    Promise.resolve({ ...printed, about: { ...printed.about, authors: [] } }),
  );
  expect(hidden.author).toBeUndefined();
  expect(hidden.pages.map(({ width, height }) => [width, height])).toEqual([[612, 792]]);
});

test('a link that leads nowhere in the report is its words', async () => {
  const { links, text: words } = await pdfOf([
    paragraph(link('#nowhere', text('gone'))),
    withProperties(paragraph(text('x')), { id: 'x' }),
    paragraph(link('#x', text('there'))),
  ]);
  expect(words).toContain('gone');
  expect(links).toMatchObject({ inner: 1, leading: 1 });
});

test('no data are markup: whatever a note holds comes out as it went in', async () => {
  const hostile = fc.stringMatching(/^[#$*_`\\[\]{}<>@"'~=|/;a-z0-9 ]{1,40}$/);
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 5 }), async (words) => {
      const { text: found, complaints } = await pdfOf([
        quotation([paragraph(text(words.join(' ')))]),
        division(words[0] ?? '', [paragraph(text(words.join('')))]),
      ]);
      expect(complaints).toEqual([]);
      expect(squeezed(found)).toBe(squeezed(`A report${words.join('')}${words.join('')}`));
    }),
    runs(12, 100),
  );
});

test.each([2, 8])('%i cases make a PDF whose claims can all be read', async (n) => {
  const built = await buildInput(await generateStudy(n), { formats: ['pdf', 'json'] });
  expect(built.messages.map(String)).toEqual([]);
  const { text: words } = await readPdf(fileOf(built));
  expect(missingFrom(words, claimsOf(built), squeezed)).toEqual([]);
});

test.each([
  ['slides-table', 1],
  ['practitioner-brief', 2],
])(
  '%s makes of the study of this repository a PDF of %i pages, in English and in Chinese',
  async (template, pages) => {
    for (const language of ['en', 'zh']) {
      const built = await buildInput(await read('cases'), { formats: ['pdf'], template, language });
      expect((await readPdf(fileOf(built))).pages).toHaveLength(pages);
    }
  },
);

test('a date that no calendar has is printed, and no fault of the file', async () => {
  const printed = await printedWith();
  const { complaints } = await pdfOf(
    [],
    Promise.resolve({ ...printed, about: { ...printed.about, date: '2026-02-30' } }),
  );
  expect(complaints).toEqual([]);
});

test('headings may hold links and footnotes, which neither the contents nor the running head repeat; an empty one is none', async () => {
  const reference: PhrasingContent = { type: 'footnoteReference', identifier: 'n' };
  const long = Array.from({ length: 80 }, (_, index) => paragraph(text(`line ${String(index)}`)));
  const {
    complaints,
    text: words,
    tags,
    pages,
  } = await pdfOf(
    [
      heading(2, text('Chapter'), reference, link('https://example.org', text('there'))),
      heading(3),
      ...long,
      note,
    ],
    printedWith({ contents: true }),
  );
  expect(complaints).toEqual([]);
  expect(words.match(/The note\./g)).toHaveLength(1);
  expect(tags.filter((tag) => tag === 'H2')).toEqual([]);
  for (const page of pages.slice(1)) expect(page.words).toContain('Chapter');
});

test('words that stay on one line are read with a space between them, also below a table of contents', async () => {
  const { text: words } = await pdfOf(
    [heading(2, text('Chapter')), paragraph(text('one\u00A0voice of p.\u00A05'))],
    printedWith({ contents: true }),
  );
  expect(words.normalize('NFKC')).toContain('one voice of p. 5');
});

test('a footnote stands behind its number, once however often it is named', async () => {
  const reference: RootContent = { type: 'footnoteReference', identifier: 'n' };
  const { text: words, tags } = await pdfOf([
    { type: 'paragraph', children: [text('one'), reference, text('two'), reference] },
    {
      type: 'footnoteDefinition',
      identifier: 'n',
      children: [paragraph(text('The note.')), paragraph(text('Its end.'))],
    },
  ]);
  expect(words.replace(/\s/g, '')).toContain('1Thenote.Itsend.');
  expect(words.match(/The note\./g)).toHaveLength(1);
  expect(tags.filter((tag) => tag === 'Note')).toHaveLength(1);
});
