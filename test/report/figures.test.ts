import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, test } from 'vitest';
import { read } from '../../src/world/study-folder.js';
import { componentsOf } from '../../src/study/framework.js';
import { renderSvg } from '../../src/output/svg.js';
import { checkTemplate } from '../../src/report/template/check.js';
import { wordsOf } from '../../src/report/prose/words.js';
import { evidenceOf } from '../../src/study/entries.js';
import { generateStudy } from '../bench/notes.js';
import {
  changed,
  drawStudy,
  elementsIn,
  partsOf,
  spotsIn,
  withEveryMark,
  type Drawn,
} from './figures-in-memory.js';

const words = wordsOf('en')!;
const sizes = [1, 2, 8, 30];
let own: Drawn;
let generated: Map<number, Drawn>;
let varied: Drawn;

beforeAll(async () => {
  own = await drawStudy(await read('cases'));
  generated = new Map(
    await Promise.all(
      sizes.map(async (n) => [n, await drawStudy(await generateStudy(n))] as const),
    ),
  );
  varied = await drawStudy(withEveryMark(await generateStudy(2)));
});

function everyStudy(): Drawn[] {
  return [own, ...generated.values(), varied];
}

/** `Planning, Wuhou: + (favours)`, for every cell. */
function cellsOf({ study }: Drawn): string[] {
  const { legend } = study.protocol;
  return study.cases.flatMap(({ title, entries }) =>
    componentsOf(study.framework).map((component) => {
      const { state, rating } = entries.get(component.id) ?? { state: 'missing', rating: null };
      const shown = rating === '-' ? '−' : rating;
      const label = legend.find(({ symbol }) => symbol === rating)?.label ?? '';
      return `${component.title}, ${title}: ${shown === null ? words.states[state] : `${shown} (${label})`}`;
    }),
  );
}

describe.each(['matrix', 'framework'])('the %s', (figure) => {
  test('has each cell once, with its mark', () => {
    for (const drawn of everyStudy()) {
      const cells = partsOf(drawn, figure).flatMap((part) =>
        [...spotsIn(part).keys()].filter(
          (label) => !drawn.study.cases.some(({ id, title }) => label === `${id}: ${title}`),
        ),
      );
      expect(cells.sort()).toEqual(cellsOf(drawn).sort());
    }
  });

  test('leads from each cell to its entry, and from what is missing nowhere', () => {
    for (const part of partsOf(varied, figure)) {
      for (const [label, { properties }] of spotsIn(part)) {
        if (label.endsWith(words.states.missing)) expect(properties.dataTarget).toBeUndefined();
        else expect(properties.dataTarget).toMatch(/^#(?:entry|case)-/);
      }
    }
  });

  test('tells every rating and every state apart by form alone', () => {
    const forms = new Map<string, Set<string>>();
    for (const part of partsOf(varied, figure)) {
      const textures = new Map(
        elementsIn(part.svg, ({ tagName }) => tagName === 'pattern').map((each) => [
          String(each.properties.id),
          formOf(each),
        ]),
      );
      for (const [label, spot] of spotsIn(part)) {
        if (String(spot.properties.dataTarget).startsWith('#case-')) continue;
        const mark = label.replace(/^.*: /, '');
        const form = formOf(spot, textures);
        forms.set(mark, (forms.get(mark) ?? new Set()).add(form));
      }
    }
    const all = [...forms.values()].flatMap((some) => [...some]);
    expect([...forms.values()].map(({ size }) => size)).toEqual([...forms].map(() => 1));
    // Seven ratings, and not rated, not asked, no evidence, not applicable, not reported, missing.
    expect(new Set(all).size).toBe(13);
  });

  test('explains the marks that occur, and no others', () => {
    for (const drawn of [own, varied]) {
      for (const part of partsOf(drawn, figure)) {
        const explained = elementsIn(part.svg, ({ tagName }) => tagName === 'text').map((each) =>
          toString(each),
        );
        const occurs = (word: string) =>
          cellsOf(drawn).some((cell) => cell.endsWith(`: ${word}`) || cell.endsWith(`(${word})`));
        const possible = [
          ...drawn.study.protocol.legend.map(({ label }) => label),
          ...Object.values(words.states),
        ];
        expect(possible.filter((word) => explained.includes(word))).toEqual(
          possible.filter(occurs),
        );
      }
    }
  });

  test('splits many cases evenly', () => {
    const parts = partsOf(generated.get(30)!, figure);
    expect(parts.map(({ name }) => name)).toEqual([1, 2, 3].map((n) => `${figure}-${String(n)}`));
    const counts = parts.map(
      (part) =>
        new Set([...spotsIn(part).keys()].map((label) => /Service centre \d+/.exec(label)?.[0]))
          .size,
    );
    expect(counts).toEqual([10, 10, 10]);
  });

  test('says in words what it shows', () => {
    const [{ description } = { description: '' }] = partsOf(own, figure);
    for (const { title } of [...componentsOf(own.study.framework), ...own.study.cases])
      expect(description).toContain(title);
    expect(description).toContain(
      '− (hinders the collaboration) on Forging initial agreements, Managing conflict',
    );
  });
});

/** What is left of a shape in black and white: what is drawn and how, but not where, nor in which letters. */
function formOf(node: Element, textures = new Map<string, string>()): string {
  const { properties, tagName } = node;
  const ground = /^url\(#(.*)\)$/.exec(properties.fill ?? '')?.[1];
  const kept = ['r', 'rx', 'strokeDashArray', 'strokeWidth', 'patternTransform'].map((name) =>
    String(properties[name as keyof typeof properties] ?? ''),
  );
  const isPlain = tagName === 'title' || tagName === 'text';
  const look = isPlain
    ? ''
    : [
        tagName,
        ...kept,
        properties.fill === 'none' ? 'hollow' : '',
        ground === undefined ? '' : textures.get(ground),
      ].join(' ');
  const size = tagName === 'pattern' ? String(properties.width) : '';
  return [
    look,
    size,
    ...node.children.map((child) => (child.type === 'element' ? formOf(child, textures) : '')),
  ].join(';');
}

describe('the comparison', () => {
  test('sets each component in the column of its verdict', () => {
    for (const drawn of everyStudy().filter(({ study }) => study.cases.length > 1)) {
      const labels = partsOf(drawn, 'comparison').flatMap((part) => [...spotsIn(part).keys()]);
      const verdicts = drawn.analysis.comparison.map(
        ({ component, verdict }) => `${words.verdicts[verdict]}: ${titleIn(drawn, component)}.`,
      );
      expect(labels.filter((label) => verdicts.includes(label)).sort()).toEqual(verdicts.sort());
    }
  });

  test('is not drawn of one case', () => {
    expect(partsOf(generated.get(1)!, 'comparison')).toEqual([]);
  });
});

function titleIn({ study }: Drawn, id: string): string {
  return componentsOf(study.framework).find((component) => component.id === id)!.title;
}

describe('the coverage', () => {
  test('writes the pieces of each cell by kind of source, and sums nothing', () => {
    for (const drawn of everyStudy()) {
      const labels = new Set(
        partsOf(drawn, 'coverage').flatMap((part) => [...spotsIn(part).keys()]),
      );
      for (const { component, cells } of drawn.analysis.comparison) {
        for (const { id, title } of drawn.study.cases) {
          const kinds = Object.entries(cells[id]!.kinds).map(([kind, n]) => `${kind} ${String(n)}`);
          expect(labels).toContain(
            `${titleIn(drawn, component)}, ${title}: ${kinds.join(', ') || words.figures.noEvidence}`,
          );
        }
      }
    }
  });

  test('draws a disk for each kind that a cell has, larger for more', () => {
    const [part] = partsOf(own, 'coverage');
    const sizes = new Map<number, number>();
    for (const spot of spotsIn(part!).values()) {
      const numbers = elementsIn(spot, ({ tagName }) => tagName === 'text').map((each) =>
        Number(toString(each)),
      );
      const disks = elementsIn(spot, ({ tagName }) => tagName === 'circle').map(({ properties }) =>
        Number(properties.r),
      );
      if (String(spot.properties.dataTarget).startsWith('#case-')) continue;
      expect(disks).toHaveLength(numbers.length);
      numbers.forEach((n, index) => sizes.set(n, disks[index]!));
    }
    const bySize = [...sizes].sort(([a], [b]) => a - b).map(([, size]) => size);
    expect(bySize.length).toBeGreaterThan(3);
    expect(bySize).toEqual([...new Set(bySize)].sort((a, b) => a - b));
  });
});

describe('the chain', () => {
  test('shows each record that is evidence, and no other, case by case', () => {
    const parts = partsOf(own, 'chain');
    expect(parts).toHaveLength(own.study.cases.length);
    parts.forEach((part, index) => {
      const spots = [...spotsIn(part).values()].map(({ properties }) =>
        String(properties.dataTarget),
      );
      const shown = spots.flatMap((target) => /^#record-(.*)$/.exec(target)?.[1] ?? []);
      const cited = evidenceOf({ cases: [own.study.cases[index]!] }).map(({ evidence }) =>
        evidence.resolved.record!.key.toLowerCase(),
      );
      expect(shown.sort()).toEqual([...new Set(cited)].sort());
    });
  });

  test('gathers the records of a large study by source, and says so', () => {
    const parts = partsOf(generated.get(30)!, 'chain');
    for (const { description } of parts)
      expect(description).toContain('stand together, with their number');
    const labels = parts.flatMap((part) => [...spotsIn(part).keys()]);
    for (const { id, records } of generated.get(30)!.study.sources)
      expect(
        records.length === 0 || labels.some((label) => label.endsWith(`records of ${id}`)),
      ).toBe(true);
  });
});

test('the same study gives the same bytes', async () => {
  const again = await drawStudy(await read('cases'));
  expect(again.graphics.map(renderSvg)).toEqual(own.graphics.map(renderSvg));
  expect(new Set(own.graphics.map(({ name }) => name)).size).toBe(own.graphics.length);
});

test('hostile titles stay text', async () => {
  const title =
    '</title><script>alert(1)</script> & "x" ]]> {{x}} \u202eabc 😀 <a href="javascript:alert(1)">';
  const hostile = changed(await generateStudy(2), (text, path) =>
    path.startsWith('case-') ? text.replace(/^title: .*$/m, `title: '${title}'`) : text,
  );
  for (const graphic of (await drawStudy(hostile)).graphics) {
    const svg = renderSvg(graphic);
    const known = [
      'circle',
      'defs',
      'desc',
      'g',
      'line',
      'path',
      'pattern',
      'rect',
      'svg',
      'text',
      'title',
      'tspan',
    ];
    expect(known).toEqual(
      expect.arrayContaining([...svg.matchAll(/<\/?([a-z]+)/gi)].map(([, name]) => name)),
    );
  }
});

test('a drawing that stands for itself leads nowhere and has no attribute of the page', () => {
  for (const graphic of own.graphics) expect(renderSvg(graphic)).not.toMatch(/data-|href/);
});

test('a figure that does not exist is an error with the nearest name', () => {
  const file = new VFile({
    path: 'templates/report/test.md',
    value: '{{result "figure" "matrx"}}\n\n{{result "figure"}}\n\n{{result "figure" "chain"}}',
  });
  const faults = checkTemplate(file, { find: () => null, names: [] }).map(
    ({ line, column, reason }) => `${String(line)}:${String(column)} ${reason}`,
  );
  expect(faults).toEqual([
    expect.stringMatching(/^1:19 Unexpected `matrx` for `figure`.*did you mean `matrix`\?$/),
    expect.stringMatching(/^3:1 .*expected one of `framework`/),
  ]);
});
