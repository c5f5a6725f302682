/** The faster processor of citation styles answers what citeproc itself answers. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Engine, Processor } from 'citeproc';
import { expect, test } from 'vitest';
import type { CslItem, Work } from '../../src/domain/work.js';
import { startEngine } from '../../src/report/citations/engine.js';
import { freshProcessor, loadProcessor } from '../../src/report/citations/processor.js';
import type { Request } from '../../src/report/citations/request.js';

const folder = 'test/report/styles';
const own = readdirSync(folder).filter((name) => name.endsWith('.csl'));
const styles = [
  ...['apa', 'vancouver', 'harvard1'].map((name) => ({ name, source: null, place: null })),
  ...own.map((name) => ({
    name,
    source: readFileSync(`${folder}/${name}`, 'utf8'),
    place: null,
  })),
];

const people = (...names: string[]) =>
  names.map((name) => {
    const [family = '', given = ''] = name.split(', ');
    return { family, given };
  });
const date = (...parts: number[][]) => ({ 'date-parts': parts });

const english: Omit<CslItem, 'id'>[] = [
  { type: 'book', title: 'Case Study Research', author: people('Yin, Robert K.'), issued: date([2018]), publisher: 'SAGE' },
  { type: 'book', title: 'Applications', author: people('Yin, Robert K.'), issued: date([2018]), edition: '6' },
  { type: 'article-journal', title: 'Design', 'container-title': 'PAR', volume: '66', page: '44-55', author: people('Bryson, John M.', 'Crosby, Barbara C.', 'Stone, Melissa M.'), issued: date([2006, 12]) },
  { type: 'article-journal', title: 'Needed', 'container-title': 'PAR', volume: '75', page: '647-663', author: people('Bryson, John M.', 'Crosby, Barbara C.', 'Bloomberg, Laura'), issued: date([2006, 3, 4]) },
  { type: 'chapter', title: 'Collaboration', 'container-title': 'Manager', editor: people('Bingham, Lisa', 'O’Leary, Rosemary'), issued: date([2009], [2011]), page: '162' },
  { type: 'report', title: 'Trust', author: [{ literal: 'OECD' }], issued: date([2017, 5], [2017, 9]), URL: 'https://example.org/trust', accessed: date([2020, 1, 2]) },
  { type: 'webpage', title: 'No author and no date', URL: 'https://example.org', accessed: date([2021, 7, 9]) },
  { type: 'book', title: 'Another Yin', author: people('Yin, Alice'), translator: people('Doe, Jane'), issued: date([2018]) },
  { type: 'book', title: 'Of old', author: people('van Gogh, Vincent', 'Li, Ming'), issued: date([-50]) },
]; // prettier-ignore
const chinese: Omit<CslItem, 'id'>[] = [
  { type: 'book', title: '乡土中国', author: people('费, 孝通'), issued: date([2019]), publisher: '北京大学出版社' },
  { type: 'article-journal', title: '论文', 'container-title': '管理世界', volume: '3', page: '1-9', author: people('王, 芳', '李, 明', '张, 三'), issued: date([2020]) },
  { type: 'book', title: '无名', issued: date([1999, 10], [2001, 2]), language: 'zh' },
  { type: 'book', title: '协作', editor: people('李, 明', '王, 芳'), issued: date([2020]) },
]; // prettier-ignore

const place = {
  path: 'r.bib',
  position: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
};
const worksOf = (items: Omit<CslItem, 'id'>[]): Work[] =>
  items.map((item, index) => ({
    key: `k${String(index)}`,
    item: { ...item, id: `k${String(index)}`, type: String(item.type) },
    place,
    label: `label ${String(index)}`,
    reference: `reference ${String(index)}`,
    url: null,
  }));

/** Each work in brackets and in the sentence, all of them together in two orders, and some again. */
function requestsFor(works: Work[]): Request[] {
  const cite = (work: Work, locator: string | null = null) => ({
    work,
    locator,
    prefix: null,
    isAuthorSuppressed: false,
  });
  const inBrackets = works.map((work) => [cite(work, 'p. 12')]);
  const inSentence = works.map((work) => [cite(work)]);
  const reversed = works.toReversed().map((work) => cite(work));
  const together = [reversed, reversed.map((each) => ({ ...each, prefix: 'see' }))];
  const again = [[cite(works[0]!)], [cite(works[0]!, '3')], [cite(works[1]!)]];
  return [
    ...[...inBrackets, ...together, ...again].map((items) => ({ isNarrative: false, items })),
    ...inSentence.map((items) => ({ isNarrative: true, items })),
  ].map((request, index) => ({ ...request, suffix: '', note: index + 1 }));
}

const locale = readFileSync('templates/locales/zh-CN.xml', 'utf8');
const settings = [
  { language: 'en', works: worksOf(english) },
  { language: 'zh', works: worksOf([...english, ...chinese]) },
];

/** A processor that keeps the engines which it starts. */
function keeping(processor: Processor) {
  const engines: Engine[] = [];
  const Engine = function (...args: ConstructorParameters<Processor['Engine']>) {
    const engine = new processor.Engine(...args);
    engines.push(engine);
    return engine;
  } as unknown as Processor['Engine'];
  return { processor: { ...processor, Engine }, engines };
}

test('ten styles are compared', () => {
  expect(styles).toHaveLength(10);
});

/** How many steps the sort keys of an engine take. */
function stepsOf({ citation_sort, bibliography_sort }: Engine): number {
  return citation_sort.tokens.length + bibliography_sort.tokens.length;
}

const compared = styles.flatMap((style) =>
  settings.map((setting) => ({ ...setting, style, name: style.name })),
);

test.each(compared)('$name in $language', async ({ style, works, language }) => {
  const [answer, expected] = await Promise.all(
    [loadProcessor(), freshProcessor()].map(async (processor) => {
      const kept = keeping(processor);
      const engine = await startEngine(works, style, { language, chinese: locale }, kept.processor);
      const [citeproc] = kept.engines;
      return { ...engine.answer(requestsFor(works)), steps: stepsOf(citeproc!) };
    }),
  );
  expect(answer).toEqual({ ...expected, steps: answer!.steps });
  expect(answer!.entries.length).toBeGreaterThanOrEqual(works.length);
  // The macros of its keys are called, not repeated. Vancouver has none.
  if (style.name !== 'vancouver') expect(answer!.steps).toBeLessThan(expected!.steps);
  if (style.name === 'apa') {
    expect(expected!.steps).toBeGreaterThan(100_000);
    expect(answer!.steps).toBeLessThan(100);
  }
});
