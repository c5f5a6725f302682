import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseDataTable, type DataTable } from '../../../src/parse/data/data-table.js';
import { caseColumnOf, caseIdsOf, numbersOf, setOf } from '../../../src/parse/data/data-set.js';
import { unreadOf } from '../in-memory.js';

function tableOf(value: string, path = 'data.csv'): DataTable {
  return parseDataTable(new VFile({ path, value }));
}

/** The columns as numbers, by name. */
function numbersIn(table: DataTable): { [name: string]: number[] } {
  const named = caseColumnOf(table);
  const ids = caseIdsOf(table, named);
  const columns = table.columns.flatMap((_, index) =>
    index === named ? [] : [numbersOf(table, index, ids)],
  );
  return Object.fromEntries(columns.map(({ name, values }) => [name, values]));
}

const sets = { A: [1, 0], B: [0.5, 0.25], O: [1, 0] };

test.each([
  ['commas', 'case,A,B,O\nx,1,.5,1\ny,0,0.25,0\n'],
  ['semicolons and decimal commas', 'case;A;B;O\nx;1;0,5;1\ny;0;,25;0\n'],
  ['semicolons and decimal points', 'case;A;B;O\nx;1;0.5;1\ny;0;0.25;0'],
  ['tabs', 'case\tA\tB\tO\nx\t1\t0.5\t1\ny\t0\t0.25\t0\n'],
  [
    'quotes, blanks and empty lines',
    '\ncase , "A",B,O\n\n"x, the ""first""", 1,5e-1 ,1\n  y,0,"0.25",0\n\n',
  ],
  ['names of rows as R writes them', '"","A","B","O"\n"1",1,0.5,1\n"2",0,0.25,0\n'],
  ['no names of cases', 'A,B,O\n1,0.5,1\n0,0.25,0\n'],
  ['numbers as names of cases', 'id,A,B,O\n7,1,0.5,1\n9,0,0.25,0\n'],
])('a file with %s', (_, text) => {
  const table = tableOf(text);
  expect(numbersIn(table)).toEqual(sets);
  expect(table.unread).toEqual([]);
});

test('a file that is called .tsv has tabs, whatever else its names hold', () => {
  expect(numbersIn(tableOf('A, a, b\tO\n1\t0\n', 'data.tsv'))).toEqual({ 'A, a, b': [1], O: [0] });
});

test('cases are known by their column, else by the numbers of their rows', () => {
  const named = tableOf('land,A\nÖsterreich,1\n中国,0\n');
  expect(caseIdsOf(named, caseColumnOf(named))).toEqual(['Österreich', '中国']);
  const bare = tableOf('A,B\n1,0\n0,1\n');
  expect(caseIdsOf(bare, caseColumnOf(bare))).toEqual(['1', '2']);
});

test.each([
  ['', '1:1 empty file'],
  ['\n\n', '1:1 empty file'],
  ['A,B\n', '1:1 names of columns alone'],
  ['A,B,A\n1,0,1\n', '1:5 second column `A`'],
  ['A,,B\n1,0,1\n', '1:3 column without a name'],
  ['A,B\n1\n', '2:1 row of 1 cell'],
  ['A,B\n1,0,1,1\n', '2:5 row of 4 cells'],
  ['A,B\n1,0\n"1,0\n', '3:1 double quote that nothing closes'],
  ['A,B\n1,0"x\n', '2:1 double quote within a cell'],
  ['A,B\n1,"0"x\n', '2:1 words behind a closing quote'],
])('%j is no table: %s', (text, fault) => {
  expect(unreadOf(tableOf(text))).toEqual([fault]);
});

test('bytes that are not UTF-8 are told', () => {
  const file = new VFile({ path: 'data.csv', value: 'case,A\n\uFFFD,1\n' });
  file.data.notUtf8 = 2;
  expect(unreadOf(parseDataTable(file))).toEqual(['2:1 bytes that are not UTF-8']);
});

test.each([
  ['case,A\nx,1\ny,\n', '3:3 empty cell in column `A` of case `y`'],
  ['case,A\nx,1\ny,NA\n', '3:3 `NA` in column `A` of case `y`'],
  ['case,A\nx,1\ny, yes\n', '3:4 `yes` in column `A` of case `y`'],
  ['case,A\nx,1\ny,1O\n', '3:3 `1O` in column `A` of case `y`'],
  ['case,A\nx,1\ny,0x1\n', '3:3 `0x1` in column `A` of case `y`'],
  ['case,A\nx,1\ny,Infinity\n', '3:3 `Infinity` in column `A` of case `y`'],
  ['case,A\nx,1\ny,"1,200"\n', '3:3 `1,200` in column `A` of case `y`'],
  ['case,A\nx,1\nx,0\n', '3:1 second case `x`'],
  ['case,A\nx,1\n,0\n', '3:1 case without a name'],
  ['case,A\n"x\nx",1\ny,b\n', '4:3 `b` in column `A` of case `y`'],
])('%j has a fault at %s', (text, fault) => {
  const table = tableOf(text);
  numbersIn(table);
  expect(unreadOf(table)).toEqual([fault]);
});

function setIn(text: string) {
  const table = tableOf(text);
  return { ...setOf(table, numbersOf(table, 0, [])), faults: unreadOf(table) };
}

test.each([
  ['0\n1\n1', { levels: 2, isFuzzy: false }],
  ['0\n0', { levels: 2, isFuzzy: false }],
  ['1.0\n0', { levels: 2, isFuzzy: false }],
  ['0\n0.3\n1', { levels: 2, isFuzzy: true }],
  ['2\n0\n1', { levels: 3, isFuzzy: false }],
])('the values %j say which kind of set a column is', (values, set) => {
  expect(setIn(`A\n${values}\n`)).toEqual({ label: 'A', ...set, faults: [] });
});

test.each([
  ['0\n1.2', '3:1 `1.2` in column `A`'],
  ['0.1\n-0.2', '3:1 `-0.2` in column `A`'],
  ['-1\n0', '2:1 `-1` in column `A`'],
  ['0\n2', '3:1 `2` in column `A`, in which no case has 1'],
  ['3\n1\n2', '2:1 `3` in column `A`, in which no case has 0'],
  ['720\n1098', '3:1 `1098` in column `A`, in which no case has 0'],
])('the values %j are no set: %s', (values, fault) => {
  expect(setIn(`A\n${values}\n`).faults).toEqual([fault]);
});

test('every fault stands in the file, whatever the file holds', () => {
  const piece = fc.constantFrom(
    'A',
    '1',
    '0.5',
    ',',
    ';',
    '\t',
    '\n',
    '"',
    ' ',
    'é',
    '🙂',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const table = tableOf(text);
      if (table.unread.length === 0) numbersIn(table);
      const lines = text.split('\n');
      for (const { place } of table.unread) {
        const { line, column } = place.position.start;
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
      }
    }),
    { numRuns: 500 },
  );
});
