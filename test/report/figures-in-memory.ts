/** Drawings of a study, and studies with a twist. */
import type { Element } from 'hast';
import { VFile } from 'vfile';
import { analyse, type Analysis } from '../../src/analyse/index.js';
import type { Input } from '../../src/domain/input.js';
import { walk, type Graphic } from '../../src/text/markdown.js';
import type { Study } from '../../src/domain/study.js';
import { checkInput } from '../../src/tasks/check.js';
import { composeStudy } from './compose-study.js';

export interface Drawn {
  study: Study;
  analysis: Analysis;
  graphics: Graphic[];
}

/** Every drawing of the default report. */
export async function drawStudy(input: Input): Promise<Drawn> {
  const { study, messages } = await checkInput(input);
  const analysis = analyse(study);
  const { root } = await composeStudy(study, analysis, messages, input.templates, {
    template: 'default',
    language: 'en',
  });
  const graphics: Graphic[] = [];
  if (root)
    walk(root, (node) => {
      if (node.type === 'graphic') graphics.push(node);
    });
  return { study, analysis, graphics };
}

/** The parts of one figure. */
export function partsOf({ graphics }: Drawn, figure: string): Graphic[] {
  return graphics.filter(({ name }) => name.replace(/-\d+$/, '') === figure);
}

/** Elements of a drawing that fit. */
export function elementsIn(node: Element, fits: (element: Element) => boolean): Element[] {
  const below = node.children.flatMap((child) =>
    child.type === 'element' ? elementsIn(child, fits) : [],
  );
  return fits(node) ? [node, ...below] : below;
}

/** What stands for something, by its label. */
export function spotsIn({ svg }: Graphic): Map<string, Element> {
  return new Map(
    elementsIn(svg, ({ properties }) => properties.dataLabel !== undefined).map((spot) => [
      String(spot.properties.dataLabel),
      spot,
    ]),
  );
}

/** A study whose files have been changed. */
export function changed(input: Input, change: (text: string, path: string) => string): Input {
  const files = new Map(
    [...input.files].map(([path, file]) => [
      path,
      new VFile({ path, value: change(String(file), path) }),
    ]),
  );
  return { ...input, files };
}

/** A study with every kind of rating and every state, on generated notes. */
export function withEveryMark(input: Input): Input {
  const marks = [
    '(++)',
    '(+)',
    '(0)',
    '(-)',
    '(--)',
    '(ns)',
    '(x)',
    '',
    '(not asked)',
    '(no evidence)',
    '(not applicable)',
    '(not reported)',
  ];
  const ratings = [
    '"++": { label: a, membership: 1 }',
    '"+": { label: b, membership: 0.7 }',
    '"0": { label: c, membership: 0.5 }',
  ];
  const others = [
    '"-": { label: d, membership: 0.3 }',
    '"--": { label: e, membership: 0 }',
    'ns: { label: f }',
    'x: { label: g }',
  ];
  return changed(input, (text, path) => {
    if (path === 'study.md') {
      const legend = `ratings:\n${[...ratings, ...others].map((each) => `  ${each}\n`).join('')}`;
      // Generated notes give evidence on everything, also where the mark says that there is none.
      return text
        .replace(/ratings:\n(?: .*\n)+/, legend)
        .replace('rules: {', 'rules: { absence-has-no-evidence: off,');
    }
    let index = 0;
    if (!path.startsWith('case-')) return text;
    // The first component is left out, so that it is missing.
    const marked = text.replace(/^### (.*?)(?: \([^)]*\))?$/gm, (_, title: string) =>
      `### ${title} ${marks[index++ % marks.length] ?? ''}`.trimEnd(),
    );
    return marked.replace(/^### General environment[^]*?(?=^### )/m, '');
  });
}
