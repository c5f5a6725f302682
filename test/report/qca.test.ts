/** How qualitative comparative analysis reads: what a reviewer looks for is there, by name, and leads to the cases. */
import type { Nodes, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../src/analyse/index.js';
import type { Qca, Solution } from '../../src/analyse/qca/schema.js';
import { walk } from '../../src/text/markdown.js';
import { checkInput } from '../../src/tasks/check.js';
import { type Composed } from '../../src/report/index.js';
import { composeStudy } from './compose-study.js';
import { wordsOf } from '../../src/report/prose/words.js';
import { inputOf } from '../parse/in-memory.js';
import { analysed, notesOf, published, reportOf } from './qca-sample.js';

const words = wordsOf('en')!;
let crisp: { qca: Qca; report: Composed };
let multi: { qca: Qca; report: Composed };
let fuzzy: { qca: Qca; report: Composed };

beforeAll(async () => {
  const of = async (qca: Qca) => ({ qca, report: await reportOf(qca) });
  crisp = await of(analysed(published('LC')));
  multi = await of(analysed(published('LM')));
  fuzzy = await of(analysed(published('NF'), { inclCut: [0.8] }));
});

function nodesOf<T extends Nodes>({ root }: Composed, fits: (node: Nodes) => node is T): T[] {
  const found: T[] = [];
  if (root)
    walk(root, (node) => {
      if (fits(node)) found.push(node);
    });
  return found;
}

function tablesOf(report: Composed, kind: string): string[][][] {
  const isTable = (node: Nodes): node is Table =>
    node.type === 'table' && String(node.data?.hProperties?.className) === kind;
  return nodesOf(report, isTable).map(({ children }) =>
    children.map((row) => row.children.map((cell) => toString(cell))),
  );
}

const paragraphsOf = (report: Composed) =>
  nodesOf(
    report,
    (node): node is Extract<Nodes, { type: 'paragraph' }> => node.type === 'paragraph',
  ).map((node) => toString(node));

const titleOf = (id: string) => id.toUpperCase();

test('the crisp Lipset data give the solutions of Rihoux & De Meur 2009, ch. 3', () => {
  const said = paragraphsOf(crisp.report);
  expect(said).toContain('DEV*LIT*IND*STB + DEV*~URB*LIT*STB → SURV');
  expect(said).toContain('DEV*STB → SURV');
  expect(said).toContain('~DEV + ~STB → ~SURV');
});

test('each term has its fit and all its cases, and the model what it leaves out', () => {
  for (const { qca, report } of [crisp, fuzzy]) {
    const told = tablesOf(report, 'qca-terms').flat();
    const shown = qca.directions.flatMap(({ solutions }) =>
      solutions.filter(({ modelCount }) => modelCount === 1),
    );
    const terms = shown.flatMap(({ models }) => models.flatMap((model) => model.terms));
    expect(terms.length).toBeGreaterThan(5);
    for (const { expression, cases, inclS, covS } of terms) {
      const rows = told.filter(
        ([head, fit, , coverage]) =>
          head === expression && fit === inclS?.toFixed(3) && coverage === covS?.toFixed(3),
      );
      expect(
        rows.some((row) => cases.every((id) => row[5]?.split(/[,;:] /).includes(titleOf(id)))),
      ).toBe(true);
    }
  }
  const left = tablesOf(fuzzy.report, 'qca-terms')
    .flat()
    .filter(([head]) => head === words.qca.whole);
  expect(left.some((row) => row[5]?.startsWith(words.qca.notCovered))).toBe(true);
});

test('a case of a term leads to its data, and these to its ratings', () => {
  const ids = new Set<unknown>();
  walk(crisp.report.root!, ({ data }) => ids.add(`#${String(data?.hProperties?.id)}`));
  const urls = nodesOf(
    crisp.report,
    (node): node is Extract<Nodes, { type: 'link' }> => node.type === 'link',
  ).map(({ url }) => url);
  for (const { case: id } of crisp.qca.cases)
    expect(urls.filter((url) => url === `#set-${id}`).length).toBeGreaterThan(2);
  expect(urls.filter((url) => url.startsWith('#set-') && !ids.has(url))).toEqual([]);
});

test('the truth table has every row with both directions, and no table is wider than a turned page', () => {
  for (const { qca, report } of [crisp, multi, fuzzy]) {
    const tables = tablesOf(report, 'qca-truth-table');
    for (const { truthTable, expression } of qca.directions) {
      const [head = [], ...rows] =
        tables.find(([first]) => first?.includes(`OUT${expression}`)) ?? [];
      expect(head.length).toBeLessThanOrEqual(10);
      expect(rows.map((row) => [row[0], row[head.indexOf(`OUT${expression}`)]])).toEqual(
        truthTable.rows.map(({ row, out }) => [String(row), out]),
      );
    }
  }
});

test('a row whose cases differ in the outcome names them by their side', () => {
  const rows = tablesOf(fuzzy.report, 'qca-truth-table').flat();
  expect(rows.find(([number]) => number === '10')?.at(-1)).toBe('2: W: BE; ~W: DK');
});

test('all models of an ambiguous solution are told, none before the others', () => {
  const ambiguous = multi.qca.directions.flatMap(({ solutions }) =>
    solutions.filter(({ modelCount }) => modelCount > 1),
  );
  const told = new Set(
    tablesOf(multi.report, 'qca-models')
      .flat()
      .map((row) => row[1]?.split(' → ')[0]?.replaceAll('* ', '*')),
  );
  expect(ambiguous.length).toBeGreaterThan(0);
  for (const { expression } of ambiguous.flatMap(({ models }) => models))
    expect(told).toContain(expression);
  expect(
    tablesOf(multi.report, 'qca-terms')
      .flat()
      .some(([head]) => head?.endsWith(words.qca.inEvery)),
  ).toBe(true);
});

test('of hundreds of models the first dozen is told, with their number', async () => {
  const many = structuredClone(multi.qca);
  const solution = many.directions
    .flatMap(({ solutions }) => solutions)
    .find(({ modelCount }) => modelCount > 1)!;
  const [first] = solution.models;
  Object.assign(solution, {
    models: Array.from({ length: 300 }, () => first),
    modelCount: 972,
  } satisfies Partial<{
    [K in keyof Solution]: unknown;
  }>);
  const report = await reportOf(many);
  expect(tablesOf(report, 'qca-models').some((rows) => rows.length === 13)).toBe(true);
  expect(paragraphsOf(report).join(' ')).toContain('The first 12 of 972 are shown.');
});

test('assumptions are told as configurations, easy and difficult ones apart', () => {
  const rows = tablesOf(crisp.report, 'qca-assumptions')[0] ?? [];
  expect(rows).toContainEqual(['30', 'DEV*URB*LIT*~IND*STB', 'yes', 'easy']);
  expect(rows).toContainEqual(['18', 'DEV*~URB*~LIT*~IND*STB', 'yes', 'difficult']);
});

test('a number that is not defined is said so', async () => {
  const qca = structuredClone(crisp.qca);
  const fit = qca.directions[0]!.necessity.single[0]!;
  fit.ron = null;
  expect(
    tablesOf(await reportOf(qca), 'qca-necessity')
      .flat()
      .find(([head]) => head === fit.expression),
  ).toContain(words.qca.undefined);
});

test('a search that stopped says what is known', async () => {
  const qca = structuredClone(crisp.qca);
  Object.assign(qca.directions[0]!.solutions[1]!, { status: 'stopped', stoppedAt: 'models' });
  expect(paragraphsOf(await reportOf(qca)).join(' ')).toContain(words.qca.stoppedAt.models);
});

test('each caution has its words, with its numbers and a source', () => {
  const said = paragraphsOf(fuzzy.report).join(' ');
  expect(fuzzy.qca.cautions.map(({ id }) => id)).toContain('contradictory-rows');
  expect(said).toContain('A*~I*~M*U (BE, DK)');
  expect(said).not.toMatch(/\{\w+\}/);
});

describe('marks without a membership', () => {
  test('give terms that are robust or only possible', async () => {
    const files = notesOf(analysed(published('LC')));
    const rated = published('LC').rows;
    const open = Object.fromEntries(
      Object.entries(files).map(([path, text]) => {
        const row = rated.find((each) => path === `${each.case}.md`);
        if (!row || typeof text !== 'string') return [path, text];
        const marks: string[] = [...row.values, row.outcome].map((value) =>
          value === 1 ? '(+)' : '(-)',
        );
        if (row.case === 'fi') marks[1] = '(ns)';
        let index = 0;
        return [path, text.replaceAll('(+)', () => marks[index++] ?? '')];
      }),
    );
    const study = String(files['study.md']).replace(
      'ratings:\n',
      'outcome: SURV\nconditions: [DEV, URB, LIT, IND, STB]\nratings:\n  ns: { label: no clear sign }\n',
    );
    const input = await inputOf({ ...open, 'study.md': study });
    const checked = await checkInput(input);
    const analysis = analyse(checked.study);
    const report = await composeStudy(checked.study, analysis, [], input.templates, {
      template: 'default',
      language: 'en',
    });
    expect(analysis.qca?.completions).toMatchObject({ run: 2, cells: [{ case: 'fi' }] });
    const told = tablesOf(report, 'qca-completions').flat();
    for (const term of analysis.qca!.completions!.terms)
      expect(
        told.some(
          (row) =>
            row[0]?.startsWith(`${term.expression} →`) &&
            row[1] === (term.isRobust ? 'robust' : 'possible'),
        ),
      ).toBe(true);
    expect(new Set(analysis.qca!.completions!.terms.map(({ isRobust }) => isRobust)).size).toBe(2);
    expect(
      tablesOf(report, 'qca-data')
        .flat()
        .find(([head]) => head === 'FI'),
    ).toContain(`${words.qca.open} ns`);
  });

  test('and cases that are left out for them are not counted among those on which the analysis rests', async () => {
    const qca = analysed(published('LC'));
    const without = { ...qca, leftOut: { conditions: [], cases: ['fi', 'ie'] } };
    expect(paragraphsOf(await reportOf(qca)).join(' ')).toContain('rests on 18 cases');
    expect(paragraphsOf(await reportOf(without)).join(' ')).toContain('rests on 16 cases');
  });
});

test('data without notes read as well: ids for titles, and no link leads nowhere', async () => {
  const report = await reportOf(fuzzy.qca, { files: {} });
  expect(
    tablesOf(report, 'qca-truth-table')
      .flat()
      .find(([number]) => number === '10')
      ?.at(-1),
  ).toBe('2: W: be; ~W: dk');
  const links = nodesOf(
    report,
    (node): node is Extract<Nodes, { type: 'link' }> => node.type === 'link',
  );
  expect(links.filter(({ url }) => /^#(?:case|entry)-/.test(url))).toEqual([]);
});

test('a problem is told where nothing could be analysed', async () => {
  const data = published('LC');
  const report = await reportOf(
    analysed({ ...data, rows: data.rows.map((row) => ({ ...row, outcome: 1 })) }),
  );
  expect(paragraphsOf(report)).toContain(words.qca.problems['constant-outcome']);
});

test('hostile names of sets stay text', async () => {
  const label = '</td><script>alert(1)</script>|`{{x}}`* + ~';
  const data = published('LC');
  const report = await reportOf(
    analysed({
      ...data,
      conditions: data.conditions.map((each, index) => (index === 0 ? { ...each, label } : each)),
    }),
    { files: {} },
  );
  const shape = (composed: Composed) =>
    nodesOf(composed, (node): node is Nodes => node.type !== 'text').map(({ type }) => type);
  expect(new Set(shape(report))).not.toContain('html');
  // The same sets under their own names, though in another order of terms.
  const plain = await reportOf(analysed(data), { files: {} });
  expect(shape(report).sort()).toEqual(shape(plain).sort());
});

test('Chinese has every word', async () => {
  const report = await reportOf(fuzzy.qca, { language: 'zh' });
  const said = paragraphsOf(report).filter((each) => /Sufficient|models|rows/.test(each));
  expect(said).toEqual([]);
  expect(tablesOf(report, 'qca-terms')[0]?.[0]).toEqual([
    '项',
    '一致性',
    '缩减比例',
    '原始覆盖度',
    '唯一覆盖度',
    '案例',
  ]);
});
