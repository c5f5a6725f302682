/** `explain`, as a reader of the terminal sees it. */
import { readdirSync } from 'node:fs';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/check/rules.js';
import { componentsOf } from '../../src/study/framework.js';
import { renderTerminal } from '../../src/output/terminal/index.js';
import { checkInput, checkStudy } from '../../src/tasks/check.js';
import {
  explainChecked,
  explainInput,
  explainStudy,
  printExplained,
} from '../../src/tasks/explain.js';
import { read } from '../../src/world/study-folder.js';
import { inputOf, type Files } from '../parse/in-memory.js';

async function told(
  what: string,
  {
    folder = 'cases',
    width = 200,
    language,
  }: { folder?: string; width?: number; language?: string } = {},
) {
  const { root } = await explained(folder, what, language);
  return renderTerminal(root, { width, colour: false });
}

const known = new Map<string, ReturnType<typeof readAndCheck>>();

async function readAndCheck(folder: string) {
  const input = await read(folder);
  return { input, checked: await checkInput(input) };
}

/** Explains a thing of a study in a folder, which is read and checked once for all that is asked of it. */
async function explained(folder: string, what: string, language?: string) {
  const study = known.get(folder) ?? readAndCheck(folder);
  known.set(folder, study);
  const { input, checked } = await study;
  return explainChecked(checked, input, what, language);
}

const of = async (files: Files, what: string) =>
  renderTerminal((await explainInput(await inputOf(files), what)).root, {
    width: 200,
    colour: false,
  });

describe('explain', () => {
  test('a record: in full, with its source, its codes, where it is evidence, and the findings and suggestions that it reaches', async () => {
    const text = await told('D122');
    expect(text).toMatch(/^D122 \(record\)\n═/);
    expect(text).toContain(
      'is: interview record, insider, own words, translated\nsource: D: Interview records',
    );
    expect(text).toMatch(/codes: HAIR\nwritten at: sources\/chaoyang-interviews\.md:\d+/);
    expect(text).toContain('│ unlike scientific research institutions');
    expect(text).toMatch(
      /• Building leadership, Quan Cheng Dai Ban, Chaoyang District \(\+\): quoted; HAIR; speaks for \+; chaoyang\.md:\d+/,
    );
    expect(text).toContain('• F3: Both are led from above, in two different senses\n');
    expect(text).toContain(
      '• SU5: Settle who promotes and appraises counter staff before asking for cooperation, over F3',
    );
  });

  test('a finding: its text, what it rests on, the sources behind it, and where it is taken up', async () => {
    const text = await told('F1');
    expect(text).toMatch(
      /^F1: The outcome is not rated in either case \(finding\)\n═+\n\nunder: Findings\nwritten at: study\.md:\d+\n/,
    );
    expect(text).toContain('• CY-15: Less of higher-order effects');
    expect(text).toContain(
      '• Degree of information integration, Quan Cheng Dai Ban, Chaoyang District (not rated)',
    );
    expect(text).toContain('sources behind it: Deck, Y, S10, S13');
    expect(text).toContain('• SU2: Measure integration before explaining it');
  });

  test('a suggestion: the findings that it follows from, and over which it reaches a record', async () => {
    const text = await told('SU2');
    expect(text).toContain('(suggestion)');
    expect(text).toContain('• F1: The outcome is not rated in either case');
    expect(text).toContain('nearest record, over: F1 → CY-15');
    expect(text).toContain('Nothing cites it.');
  });

  test('an entry: its mark, findings, evidence, rationale, what is expected of it, and where it is taken up', async () => {
    const text = await told('chaoyang#leadership');
    expect(text).toContain('rating: + (favours the collaboration)');
    expect(text).toContain('The project was pushed from the top.');
    expect(text).toContain('— D122 · interview record, insider, own words, translated · HAIR');
    expect(text).toContain('Rationale: the mark is printed on the deck');
    expect(text).toMatch(/• P5 \(\+; fits\): /);
    expect(text).toContain('Taken up in\n');
    expect(text).toContain('• F3: Both are led from above');
  });

  test('a case, a component, a dimension, a proposition, a code, a source, a section and a work', async () => {
    expect(await told('chaoyang')).toMatch(
      /│ Building leadership +│ \(\+\) +│ CY-03, D122, A200, Y203 +│ F3 +│/,
    );
    expect(await told('leadership')).toMatch(
      /Verdict: same[^]*│ Administrative approval bureau, Wuhou District +│ \(\+\) +│ W-15, W-16 +│ F3/,
    );
    expect(await told('process components')).toContain(
      '• Building leadership: chaoyang (+), wuhou (+)',
    );
    expect(await told('P5')).toMatch(
      /Expected: \+[^]*• Quan Cheng Dai Ban, Chaoyang District: \(\+\), fits: CY-03, D122, A200, Y203/,
    );
    expect(await told('HAIR')).toMatch(
      /\(code\)[^]*Definition: the reason given[^]*Records: 3[^]*• D122: Building leadership, Quan/,
    );
    expect(await told('S1')).toMatch(
      /\(source\)[^]*Records: 3[^]*• W-01: In January 2006 .*\(used in 4\)/,
    );
    expect(await told('conclusions')).toMatch(
      /^Conclusions \(section of study\.md\)[^]*• F2: The cases stand/,
    );
    expect(await told('@bryson2006')).toMatch(
      /\(cited work\)[^]*The Design and Implementation[^]*study\.md:\d+/,
    );
  });

  test('a rule: what holds and why, how severe it is here and by default, how to change it, and where it speaks now', async () => {
    const files: Files = {
      'study.md': '---\nratings: { "+": { label: x } }\nrules: { record-is-used: warning }\n---\n',
      'framework.md': '## One\n\n### Alpha\n',
      'a.md': '## One\n\n### Alpha (not reported)\n',
      'sources/d.md': '## D\n\nD1: said\n',
    };
    const text = await of(files, 'record-is-used');
    expect(text).toContain('Every record is cited somewhere.');
    expect(text).toContain('Records that no claim uses may be the ones that speak against it.');
    expect(text).toContain('severity in this study: warning\nby default: note (info)');
    expect(text).toContain(
      'In the front matter of study.md, with one of off, info, warning, error:\n\n    rules:\n      record-is-used: off',
    );
    expect(text).toContain('• sources/d.md:3:1 warning: Unexpected record `D1` that nothing cites');
    expect(await of(files, 'link-resolves')).toContain('Nothing: the rule holds everywhere.');
  });

  test.each([
    ['d122', /^D122 \(record\)/],
    ['A 200', /^A200 \(record\)/],
    ['[CY-01]', /^CY-01 \(record\)/],
    ['chaoyang/D122', /^D122 \(record\)/],
    ['ｆ１', /^F1: /],
    ['wuhou.md#leadership', /^Building leadership, Administrative approval bureau/],
    ['chaoyang＃PR-LEAD', /^Building leadership, Quan Cheng/],
    ['chaoyang#领导力', /^Building leadership, Quan Cheng/],
    ['chaoyang.md#initial-agreement--', /^Forging initial agreements, Quan Cheng/],
    ['领导力', /^Building leadership \(component\)/],
    ['study.md#f3', /^F3: /],
    ['out/report.html#f3', /^F3: /],
    ['./cases/sources/chaoyang-interviews.md#D122', /^D122 \(record\)/],
    ['./cases/chaoyang.md', /^Quan Cheng Dai Ban, Chaoyang District \(case\)/],
    ['Record is used', /^record-is-used \(rule\)/],
  ])('finds %s', async (written, expected) => {
    expect(await told(written)).toMatch(expected);
  });

  test.each([
    ['chaoyang#ledership', 'expected an entry of `chaoyang`; did you mean `chaoyang#Leadership`'],
    [
      'chaoyng#leadership',
      'expected a case or a file of the study before `#`; did you mean `chaoyang#leadership`',
    ],
    ['./cases/chaoyng.md#leadership', 'did you mean `chaoyang#leadership`'],
    ['nowhere/wuhan.md', 'expected the name of something in the study, or a rule'],
    ['record-is-usd', 'did you mean `record-is-used`'],
    ['quote-in', 'expected the name of something in the study, or a rule'],
    ['__proto__', 'expected the name of something in the study, or a rule'],
    ['', 'Unexpected ``, expected the name'],
  ])('refuses %j and says what was meant', async (written, expected) => {
    await expect(explainStudy('cases', written)).rejects.toThrow(expected);
  });

  const two: Files = {
    'study.md': '---\ncases: [a, b]\nratings: { "+": { label: x } }\n---\n',
    'framework.md': '## One\n\n### Alpha\n',
    'a.md': '## One\n\n### Alpha (+)\n\n> D1: said in a\n',
    'b.md': '## One\n\n### Alpha (+)\n\n> D1 [D]: said in b\n',
    'sources/a.md': '---\ncase: a\n---\n\n## D\n\nD1: said in a\n',
    'sources/b.md': '---\ncase: b\n---\n\n## D\n\nD1: said in b\n',
    'codebook.md': '### D: A code of the same name\n\n- component: Alpha\n',
  };

  test('finds a name with a `#` in it', async () => {
    const files: Files = {
      ...two,
      'sources/a.md': '---\ncase: a\n---\n\n## D\n\n- title: Letter #12\n\nD1: said in a\n',
    };
    expect(await of(files, 'Letter #12')).toMatch(/\(source\)/);
  });

  test('tells all that a name may mean: records of two cases, sources and a code', async () => {
    const records = await of(two, 'D1');
    expect(records).toContain('a/D1 (record)');
    expect(records).toContain('b/D1 (record)');
    expect(await of(two, 'b/D1')).not.toContain('said in a');
    const all = await of(two, 'D');
    expect(all.match(/^D \(source\)/gm)).toHaveLength(2);
    expect(all).toContain('D: A code of the same name (code)');
    expect(await of(two, 'a/D')).not.toContain('said in b');
  });

  test('speaks Chinese where the study does, or is asked to', async () => {
    const chinese = {
      ...two,
      'study.md': '---\nlanguage: zh\nratings: { "+": { label: 好 } }\n---\n',
    };
    expect(await of(chinese, 'a/D1')).toMatch(/^a\/D1（记录）[^]*性质：[^]*用作证据之处/);
    expect(await told('F1', { language: 'zh' })).toContain('（研究发现）');
    await expect(explainStudy('cases', 'F1', 'xx')).rejects.toThrow('Unexpected language `xx`');
  });

  test('gives data too: what it is, what it rests on, and all that it leads to with the way', async () => {
    const { explained: things } = await explained('cases', 'D122');
    const [record] = JSON.parse(printExplained(things)) as typeof things;
    expect(record).toMatchObject({
      subject: { kind: 'record', id: 'D122' },
      about: { source: 'D', chain: { codes: ['HAIR'] } },
    });
    expect(record?.leadsTo).toContainEqual({
      thing: { kind: 'item', id: 'SU5' },
      over: { kind: 'item', id: 'F3' },
    });
    const [finding] = (await explained('cases', 'F1')).explained;
    expect(finding?.restsOn).toContainEqual({ kind: 'record', id: 'CY-15' });
  });
});

describe.each([
  'cases',
  ...readdirSync('test/scenarios').map((name) => `test/scenarios/${name}/input`),
])('in %s', (folder) => {
  test('a thing of each kind is explained within 40, 80 and 120 columns', async () => {
    const { study } = await checkStudy(folder);
    const [entry] = study.cases.flatMap(({ id, entries }) =>
      [...entries.keys()].map((component) => `${id}#${component}`),
    );
    const items = study.protocol.sections.flatMap((section) => section.items);
    const named = [
      study.sources,
      study.cases,
      study.codes,
      items,
      study.protocol.sections,
      componentsOf(study.framework),
    ];
    const names = [
      study.records[0]?.key,
      entry,
      ...named.map(([first]) => first?.id),
      [...rules.keys()][0],
    ];
    for (const name of new Set(names)) {
      if (name === undefined) continue;
      const { root } = await explained(folder, name);
      for (const width of [40, 80, 120]) {
        const text = renderTerminal(root, { width, colour: false });
        // Authors may write `{{cases}}`, which stays as it is.
        expect(text, name).not.toMatch(/undefined|\[object|(?<!\{)\{\w+\}|NaN/);
        expect(
          text.split('\n').filter((line) => stringWidth(line) > width),
          name,
        ).toEqual([]);
        expect(text.length, name).toBeGreaterThan(20);
      }
    }
  });
});
