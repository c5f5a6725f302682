import { expect, test } from 'vitest';
import { searchFor } from '../../../src/privacy/search/index.js';
import { redactText } from '../../../src/privacy/gate/redact.js';
import { textsOf } from '../../../src/privacy/read/index.js';

const nobody = { aliases: [], telephones: [], workplaces: [], posts: [], consent: 'none' as const };
const search = await searchFor({
  respondents: [{ source: 'D', names: ['Seán Núñez', '欧阳霁雪'], ...nobody }],
});

test.each([
  'Se&aacute;n N&uacute;&ntilde;ez',
  'Se&#225;n&nbsp;N&zwj;&uacute;&ntilde;ez',
  'Se%C3%A1n&rarr;N&Uacute;&Ntilde;EZ',
  `https://${new URL('https://欧阳霁雪.example').host}/`,
])('a name in entities, or in the host of an address: %s', async (text) => {
  for (const path of ['report.md', 'report.html']) {
    const texts = (await textsOf({ path, bytes: `<p>by ${text}</p>` })) ?? [];
    expect([path, texts.flatMap(search).length > 0]).toEqual([path, true]);
  }
  expect(redactText(text, search)).toMatch(/^(?:https:\/\/)?\[D\](?:\.example\/)?$/);
});

test('a name that is parted by the address of a link or the mark of a footnote is not shown', () => {
  expect(redactText('by [Seán](https://example.org) Núñez', search)).toBe('by [[D]');
  expect(redactText('by 欧阳[^1]霁雪.', search)).toBe('by [D].');
});
