import { beforeAll, expect, test } from 'vitest';
import { read } from '../../src/world/study-folder.js';
import { buildInput, type BuildPlan } from '../../src/tasks/build.js';
import { copyOf, generateStudy } from '../bench/notes.js';
import { elementsOf, paragraphsIn, readWord, wordsIn, type WordFile } from '../word.js';

let built: BuildPlan;
let word: WordFile;

async function build(
  input: Parameters<typeof buildInput>[0],
): Promise<{ built: BuildPlan; file: Uint8Array }> {
  const result = await buildInput(input, { formats: ['docx'] });
  const file = result.outputs.find(({ path }) => path === 'report.docx')?.bytes;
  if (!(file instanceof Uint8Array)) throw new Error('no report.docx');
  return { built: result, file };
}

beforeAll(async () => {
  const made = await build(await read('cases'));
  built = made.built;
  word = readWord(made.file);
});

/** Without spaces, which a line's end may have been, and without the brackets that the report puts around references. */
function bare(text: string): string {
  return text.replace(/[\s[\]]+/g, '');
}

/** The places of texts, each behind the one before. */
function inOrder(all: string, texts: string[]): string[] {
  let from = 0;
  return texts.filter((text) => {
    const at = all.indexOf(bare(text), from);
    if (at >= 0) from = at;
    return at < 0;
  });
}

test('the Word file holds every finding of the study, in the order of the framework, and every record behind them', () => {
  const { framework, cases, records } = built.study;
  const statements = framework.dimensions.flatMap(({ components }) =>
    components.flatMap(({ id }) =>
      cases.flatMap(({ entries }) =>
        (entries.get(id)?.parts ?? []).flatMap((part) =>
          part.type === 'evidence' ? [] : [part.content.text],
        ),
      ),
    ),
  );
  // Of a reference to a work the report prints the authors, so the words up to there are looked for.
  const findings = statements
    .map((each) => each.split('[@', 1)[0] ?? '')
    .filter((each) => each !== '');
  expect(findings.length).toBeGreaterThan(50);
  const all = bare(wordsIn(word.body));
  expect(inOrder(all, findings)).toEqual([]);
  expect(records.length).toBeGreaterThan(90);
  // A record may have several paragraphs; the first begins with its id.
  const ids = new Set(records.map(({ key }) => key));
  const blocks = paragraphsIn(word.body).filter(({ style }) => style === 'Record');
  expect(blocks.flatMap(({ words }) => words.split(' (', 1)).filter((id) => ids.has(id))).toEqual([
    ...ids,
  ]);
  for (const { items } of built.study.protocol.sections)
    for (const { id, title } of items) expect(all).toContain(bare(`${id}: ${title}`));
});

test('every link within it leads to a bookmark, every table is counted once', () => {
  const names = new Set(
    elementsOf(word.body, 'w:bookmarkStart').map(({ attributes }) => attributes.get('w:name')),
  );
  const anchors = elementsOf(word.body, 'w:hyperlink').flatMap(
    ({ attributes }) => attributes.get('w:anchor') ?? [],
  );
  expect(anchors.length).toBeGreaterThan(300);
  expect(anchors.filter((anchor) => !names.has(anchor))).toEqual([]);
  const fields = elementsOf(word.body, 'w:fldSimple').filter(({ attributes }) =>
    attributes.get('w:instr')?.includes('SEQ Table'),
  );
  expect(fields.map(wordsIn)).toEqual(fields.map((_, index) => String(index + 1)));
  expect(fields.length).toBeGreaterThan(10);
});

test('built twice, it is the same to the byte', async () => {
  const again = await build(await read('cases'));
  expect(readWord(again.file).parts).toEqual(word.parts);
});

test('many cases: no table is wider than its page, and all of them are there', async () => {
  const input = await generateStudy(12);
  const made = await build(copyOf(input));
  const { body } = readWord(made.file);
  const widest = Math.max(
    ...elementsOf(body, 'w:tbl').map((table) =>
      elementsOf(table, 'w:gridCol').reduce(
        (sum, { attributes }) => sum + Number(attributes.get('w:w')),
        0,
      ),
    ),
  );
  expect(widest).toBeLessThanOrEqual(16_838 - 2 * Math.round((24 / 25.4) * 1440));
  const heads = new Set(
    elementsOf(body, 'w:tblHeader').length > 0
      ? elementsOf(body, 'w:tr')
          .filter((row) => elementsOf(row, 'w:tblHeader').length > 0)
          .flatMap((row) => elementsOf(row, 'w:tc').map(wordsIn))
      : [],
  );
  for (let index = 1; index <= 12; index++) expect(heads).toContain(`case-${String(index)}`);
});
