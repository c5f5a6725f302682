/** study.md, sentence by sentence of its specification. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseProtocol } from '../../../src/parse/protocol/protocol.js';

const protocolOf = (value: string) => parseProtocol(new VFile({ path: 'study.md', value }));

describe('front matter', () => {
  test('says who, what, when and how', () => {
    const { sections, unread, ...protocol } = protocolOf(`---
title: A study
subtitle: Of two cases
authors: [A Name, { name: Another Name, affiliation: Somewhere, orcid: 0000-0002-1825-0097 }]
date: 2026-11-23
language: zh
framework: bryson-extended
cases: [wuhou, chaoyang]
outcome: information-integration
conditions: [Leadership, Planning]
template: brief
formats: [md, json]
profile: internal
bibliography: [a.bib, b.json]
rules: { record-is-used: off }
---
`);
    expect({ sections, unread }).toEqual({ sections: [], unread: [] });
    expect(protocol).toMatchObject({
      title: 'A study',
      subtitle: 'Of two cases',
      authors: [
        { name: 'A Name', affiliation: null, orcid: null },
        { name: 'Another Name', affiliation: 'Somewhere', orcid: '0000-0002-1825-0097' },
      ],
      date: '2026-11-23',
      language: 'zh',
      framework: { text: 'bryson-extended' },
      cases: [{ text: 'wuhou' }, { text: 'chaoyang' }],
      outcome: { text: 'information-integration' },
      conditions: [{ text: 'Leadership' }, { text: 'Planning' }],
      template: 'brief',
      formats: ['md', 'json'],
      profile: 'internal',
      bibliography: [{ text: 'a.bib' }, { text: 'b.json' }],
    });
    expect(protocol.severities.get('record-is-used')?.severity).toBe('off');
  });

  test('may be left out: the report is public, in English, and has no legend', () => {
    expect(protocolOf('')).toMatchObject({
      title: 'Untitled study',
      language: 'en',
      profile: 'public',
      legend: [],
      cases: null,
      formats: null,
    });
    expect(protocolOf('# From the heading\n').title).toBe('From the heading');
  });

  test('has the legend, with marks in their half-width form and membership only where it is given', () => {
    const { legend } = protocolOf(
      '---\nratings:\n  "＋": { label: favours, membership: 1 }\n  "−": { label: hinders, membership: 0 }\n  "+/-": { label: both, membership: 0.5 }\n  ns: { label: no clear sign }\n---\n',
    );
    expect(legend).toEqual([
      { symbol: '+', label: 'favours', membership: 1 },
      { symbol: '-', label: 'hinders', membership: 0 },
      { symbol: '+/-', label: 'both', membership: 0.5 },
      { symbol: 'ns', label: 'no clear sign', membership: null },
    ]);
  });

  test('loses no more than the value that does not fit', () => {
    const { title, language, subtitle, unread } = protocolOf(
      '---\ntitle: A study\nlanguage: de\nsubtitle: Of two\nfoo: 1\n---\n',
    );
    expect({ title, language, subtitle }).toEqual({
      title: 'A study',
      language: 'en',
      subtitle: 'Of two',
    });
    expect(unread.map(({ found }) => found).sort()).toEqual(['`language`', 'key `foo`']);
  });

  test('names the nearest key of a style, and keeps the place of a word limit', () => {
    const { unread, wordLimit } = protocolOf(
      '---\nword-limit: 8000\nstyle:\n  anonymus: true\n  zzz: 1\n---\n',
    );
    expect(unread.map(({ found, expected }) => `${found}: ${expected}`)).toEqual([
      'key `anonymus` of `style`: a known key; did you mean `anonymous`?',
      'key `zzz` of `style`: known keys only',
    ]);
    expect(wordLimit).toMatchObject({
      words: 8000,
      place: { path: 'study.md', position: { start: { line: 2, column: 13 } } },
    });
  });
});

describe('the body', () => {
  const { sections, title } = protocolOf(`Opening words.

# The title

Below it.

## Research Question

Why?

### In detail

Because.

## Cross-case findings

Above the items.

### F1: The first

Its text.

#### With a heading

And more.

### F2：第二

### Without an id

Carried along.

## 竞争性解释

### R1: Chance

## Suggestions

### S1: Do it

## An odd heading

Its text.
`);
  const findings = sections.find(({ role }) => role === 'findings');

  test('has sections, those that a report knows by their role, others carried along in their place', () => {
    expect(title).toBe('The title');
    expect(
      sections.map(({ role, title: heading, content }) => [role, heading, content.text]),
    ).toEqual([
      [null, '', 'Opening words.\n\nBelow it.'],
      ['question', 'Research Question', 'Why?\n\nIn detail\n\nBecause.'],
      ['findings', 'Cross-case findings', 'Above the items.'],
      ['rivals', '竞争性解释', ''],
      ['suggestions', 'Suggestions', ''],
      [null, 'An odd heading', 'Its text.'],
    ]);
  });

  test('has items with ids, which hold what stands under them', () => {
    expect(
      sections.flatMap(({ items }) =>
        items.map(({ id, title: heading, section }) => [id, heading, section]),
      ),
    ).toEqual([
      ['F1', 'The first', 'cross-case-findings'],
      ['F2', '第二', 'cross-case-findings'],
      ['R1', 'Chance', '竞争性解释'],
      ['S1', 'Do it', 'suggestions'],
    ]);
    expect(findings?.items.map(({ content }) => content.text)).toEqual([
      'Its text.\n\nWith a heading\n\nAnd more.',
      'Without an id\n\nCarried along.',
    ]);
  });

  test.each([
    'Question',
    'Scope',
    'Case selection',
    'Data and method',
    'Findings',
    'Rival explanations',
    'Limits',
    'Conclusions',
    'Suggestions',
  ])('knows the section %s in any case', (name) => {
    for (const written of [name, name.toUpperCase(), `${name}:`])
      expect(protocolOf(`## ${written}\n`).sections[0]?.role).not.toBeNull();
    expect(protocolOf(`## ${name} of another\n`).sections[0]?.role).toBeNull();
  });
});
