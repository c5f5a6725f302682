/** What a printed format cannot hold is a warning at its place, and every format is written all the same. */
import { expect, test } from 'vitest';
import { decode } from '../../src/world/decode.js';
import { readTemplates } from '../../src/world/package-files.js';
import { buildInput } from '../../src/tasks/build.js';

const study = `---
title: A study
framework: bryson-2006
ratings: { "+": { label: good } }
formats: [md, html, pdf, docx]
rules: { component-is-covered: off, image-is-readable: off, respondents-are-registered: off }
---

## Question

Why 𓀀?
`;

const note = `---
title: A case
---

## Process components

### Leadership (+)

![The counter](counter.png) is broken, 信任 is not.

> D1: everybody 𠮷
`;

const sources = `---
case: a
kind: interview
---

## D

D1: everybody 𠮷 agrees
`;

test('signs without a glyph and a broken image are named where they stand', async () => {
  const files = { 'study.md': study, 'a.md': note, 'sources/d.md': sources };
  const built = await buildInput({
    folder: '.',
    files: new Map(
      Object.entries(files).map(([path, text]) => [path, decode(path, Buffer.from(text))]),
    ),
    images: new Map([['counter.png', Buffer.from('no picture')]]),
    paths: new Set([...Object.keys(files), 'counter.png']),
    templates: await readTemplates(),
  });
  const shown = built.messages.map(
    ({ file, line, column, reason, fatal }) =>
      `${String(file)}:${String(line)}:${String(column)} ${String(fatal)} ${reason}`,
  );
  expect(shown.sort()).toEqual([
    'a.md:11:17 false Unexpected sign `𠮷` (U+20BB7), expected one that the fonts of the PDF have; it prints as `[U+20BB7]`',
    'a.md:9:1 false Unexpected image `counter.png`, expected a whole PNG, JPEG, GIF or WebP file; the PDF prints its description',
    'a.md:9:1 false Unexpected image `counter.png`, which is broken or of a kind that Word does not show, expected a whole PNG, JPEG or GIF file',
    'study.md:11:5 false Unexpected sign `𓀀` (U+13000), expected one that the fonts of the PDF have; it prints as `[U+13000]`',
  ]);
  const paths = built.outputs.map(({ path }) => path);
  for (const path of ['report.md', 'report.html', 'report.pdf', 'report.docx'])
    expect(paths).toContain(path);
});
