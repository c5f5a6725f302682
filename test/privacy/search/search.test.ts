import { expect, test } from 'vitest';
import { searchFor } from '../../../src/privacy/search/index.js';
import type { Respondent } from '../../../src/domain/source.js';

function respondent(source: string, names: string[], others: Partial<Respondent> = {}): Respondent {
  return {
    source,
    names,
    aliases: [],
    telephones: [],
    workplaces: [],
    posts: [],
    consent: 'none',
    ...others,
  };
}

/** Invented, and chosen to be mistaken for something else. */
const search = await searchFor({
  respondents: [
    respondent('D', ['张三'], {
      telephones: ['+86 10 1234 5678', '138 0000 1234'],
      aliases: ['老张头'],
    }),
    respondent('E', ['Li Na', 'Łukasz Øberg', 'María del Carmen Ruiz']),
    respondent('F', ['李可', '游灿', '吕后', '单于飞']),
    respondent('G', ['Нина Иванова', 'أحمد علي', 'Γιώργος Παπάς', 'やまだたろう']),
    respondent('H', ['Mononym'], { posts: ['head of the third window'] }),
  ],
});

const found = (text: string) => [
  ...new Set(search(text).map(({ source, start, end }) => `${source} ${text.slice(start, end)}`)),
];

test.each([
  ['张三', '張三', '張 三', '张\u200b三', '张·三', '张**三**', '张\n三', '《张三》'],
  [
    'Zhang San',
    'ZHANG SAN',
    'Zhāng Sān',
    'Zha\u0304ng San',
    'Ｚｈａｎｇ　Ｓａｎ',
    'San Zhang',
    'zhang_san',
    'ZhangSan',
    'zhangsan',
    'Zha-\nng San',
    'Z h a n g S a n',
  ],
  ['Z\u00adhang San', 'Zhаng Sаn', '𝒁𝒉𝒂𝒏𝒈 𝑺𝒂𝒏', 'Zhang, San'],
])('Han names are found in both forms, in any spacing, and in pinyin: %s', (...spellings) => {
  for (const spelling of spellings)
    expect([spelling, found(`问（${spelling}）`)]).toEqual([
      spelling,
      [`D ${spelling.replace(/[《》]/g, '').replace(/\*+$/, '')}`],
    ]);
});

test.each([
  'Li Na',
  'lina',
  'NA, LI',
  'Lukasz Oberg',
  'ŁUKASZ ØBERG',
  'Ruiz, María del Carmen',
  'maria del carmen ruiz',
])('%s', (name) => {
  expect(found(`They met ${name}’s office.`)).toEqual([`E ${name}`]);
});

test.each([
  'Lü Hou',
  'lv hou',
  'Lyu Hou',
  'Shan Yufei',
  'Chan Yufei',
  'Like You said LiKe',
  'You Can',
])('readings and ways to write them: %s', (text) => {
  expect(search(text)[0]?.source).toBe('F');
});

test.each([
  'нина иванова',
  'НИНА ИВАНОВА',
  'وأَحمد علي',
  'أحـمد علی',
  'أحمد على',
  'ΓΙΩΡΓΟΣ ΠΑΠΑΣ',
  'γιωργος παπας',
  'ヤマダ タロウ',
  'ﾔﾏﾀﾞﾀﾛｳ',
])('other scripts: %s', (text) => {
  expect(search(text)[0]?.source).toBe('G');
});

test.each([
  '01012345678',
  '(010) 1234-5678',
  '+86 10 1234 5678',
  '0086-10-12345678',
  '861012345678',
  '０１０．１２３４．５６７８',
  '٠١٠١٢٣٤٥٦٧٨',
  '一三八〇〇〇〇一二三四',
  '幺三八零零零零幺二三四',
])('a telephone number: %s', (number) => {
  expect(search(`call ${number}.`).map(({ source, kind }) => `${source} ${kind}`)).toContain(
    'D telephone',
  );
});

test.each([
  '010-6555 0142转8012',
  '010-65550142',
  '01065550142',
  '0139 0000 5678',
  '137/0000/9999',
  '１３７００００９９９９',
])('a number that is registered with its extension, or beside another one: %s', async (number) => {
  const telephones = ['010-6555 0142转8012', '139 0000 5678; 137/0000/9999'];
  const searchNumbers = await searchFor({
    respondents: [respondent('D', ['Mononym'], { telephones })],
  });
  expect(searchNumbers(`call ${number} now`)).not.toEqual([]);
});

test.each([
  'discipline',
  'Li Nature',
  'a linage',
  'carolina',
  'Zhang Sanford',
  'Xizhang san',
  'like it',
  'Like it',
  'you can',
  'What you can do',
  '两张，三份',
  '张先生三次',
  '9138000012345',
  '12345',
  '1380000',
  'mononymous',
  'head of the window',
  '李家可以',
  'LINATURE',
])('%s is nobody', (text) => {
  expect(found(text)).toEqual([]);
});

test('a hit is told by offsets and source, and a text of any length is searched in pieces', () => {
  const long = `${'讨论 of windows. '.repeat(200_000)}张三`;
  expect(search(long)).toEqual([
    { source: 'D', kind: 'name', start: long.length - 2, end: long.length },
  ]);
  expect(search('she is head of the THIRD window')).toEqual([
    { source: 'H', kind: 'post', start: 7, end: 31 },
  ]);
});
