import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate } from '../../src/analyse/dates.js';

test.each([
  ['2016', '2016-01-01', '2016-12-31'],
  ['2016 (issue 6)', '2016-01-01', '2016-12-31'],
  ['2019-05', '2019-05-01', '2019-05-31'],
  ['2020-02', '2020-02-01', '2020-02-29'],
  ['2018-12-11', '2018-12-11', '2018-12-11'],
  ['2018/12/11', '2018-12-11', '2018-12-11'],
  ['２０１９年５月', '2019-05-01', '2019-05-31'],
  ['2019年', '2019-01-01', '2019-12-31'],
  ['2019 年 5 月 3 日', '2019-05-03', '2019-05-03'],
  ['3 May 2019', '2019-05-03', '2019-05-03'],
  ['Sept. 2019', '2019-09-01', '2019-09-30'],
  ['March 12, 2019', '2019-03-12', '2019-03-12'],
  ['2010-2019', '2010-01-01', '2019-12-31'],
  ['2010–2019', '2010-01-01', '2019-12-31'],
  ['2016/2017', '2016-01-01', '2017-12-31'],
  ['2019-05 to 2019-07', '2019-05-01', '2019-07-31'],
  ['2019-05-03/2019-06-01', '2019-05-03', '2019-06-01'],
  ['2019年5月至7月', '2019-05-01', '2019-07-31'],
  ['2019年5月3日至8日', '2019-05-03', '2019-05-08'],
  ['2018年至2020年', '2018-01-01', '2020-12-31'],
])('%s is a date', (written, from, to) => {
  expect(readDate(written)).toEqual({ from, to });
});

test.each([
  '',
  'not stated',
  'about 2006',
  'listed 2017',
  'printed as 06.03.2017; the order of day and month is unclear',
  '06.03.2017',
  '2019-13',
  '2019-02-30',
  '2019-00-01',
  '20166',
  '2019 to 2017',
  '2016–2017–2018',
  '2019年至',
  '2019年至7日',
  '(2016)',
])('%j is none', (written) => {
  expect(readDate(written)).toBeNull();
});

test('days keep their order, however they are written', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const chinese = (iso: string) => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [a, b] = [readDate(one), readDate(chinese(other))];
      expect([a?.from, b?.from]).toEqual([one, other]);
      expect(readDate(one < other ? `${one} to ${other}` : `${other} to ${one}`)).toEqual(
        one < other ? { from: one, to: other } : { from: other, to: one },
      );
    }),
  );
});
