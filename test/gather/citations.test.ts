/** Citations: works of a bibliography. */
import { describe, expect, test } from 'vitest';
import { studyOf } from '../parse/in-memory.js';
import { folder, referencesIn } from './references-in-memory.js';

describe('a citation', () => {
  test('has one work or several, each perhaps with a page', async () => {
    const [first, second, ...more] = await referencesIn('As in [@bryson2006, p. 12; @yin2018].');
    expect(more).toEqual([]);
    expect([first, second].map((reference) => [reference?.form, reference?.target])).toEqual([
      ['citation', { kind: 'work', id: 'bryson2006' }],
      ['citation', { kind: 'work', id: 'yin2018' }],
    ]);
    expect(first?.node).toMatchObject({
      items: [
        { key: 'bryson2006', locator: 'p. 12' },
        { key: 'yin2018', locator: null },
      ],
    });
  });

  test('leads to a work of BibTeX', async () => {
    const { study } = await studyOf({
      ...folder,
      'study.md': '---\nbibliography: references.bib\n---\n',
    });
    expect(study.works.map(({ key, label, url }) => [key, label, url])).toEqual([
      ['bryson2006', 'Bryson et al., 2006', 'https://doi.org/10.1111/j.1540-6210.2006.00665.x'],
      ['yin2018', 'Yin, 2018', null],
    ]);
  });

  test('leads to a work of CSL-JSON', async () => {
    const works = [
      {
        id: 'ragin2008',
        type: 'book',
        title: 'Redesigning Social Inquiry',
        author: [{ family: 'Ragin' }],
        issued: { 'date-parts': [[2008]] },
      },
    ];
    const { study, messages } = await studyOf({
      'study.md': '---\nbibliography: works.json\n---\n',
      'works.json': JSON.stringify(works),
      'a.md': '[@ragin2008]',
    });
    expect(study.works.map(({ key, label }) => [key, label])).toEqual([
      ['ragin2008', 'Ragin, 2008'],
    ]);
    expect(messages.filter(({ ruleId }) => ruleId === 'citation-resolves')).toEqual([]);
  });

  test('of an unknown key leads nowhere', async () => {
    expect(await referencesIn('[@bryson2007]')).toMatchObject([
      { written: 'bryson2007', target: null, hint: 'did you mean `bryson2006`?' },
    ]);
  });
});
