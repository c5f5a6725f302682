/** Generated studies: the same every time, of the shape and length that researchers write. */
import { VFile } from 'vfile';
import { readTemplates } from '../../src/world/package-files.js';
import type { Input } from '../../src/domain/input.js';
import { componentsOf } from '../../src/study/framework.js';
import { parseFramework } from '../../src/parse/framework/framework.js';

const states = ['(+)', '(-)', '(ns)', '', '(no evidence)', '(not reported)', '(+)', '(-)'];

/** A study of `n` cases on all components of bryson-extended: about 16 kB a note, one note in ten with a table. */
export async function generateStudy(n: number): Promise<Input> {
  const templates = await readTemplates();
  const find = (id: string) => templates.get(`frameworks/${id}.md`) ?? null;
  const file = find('bryson-extended');
  if (!file) throw new Error('bryson-extended is missing');
  const titles = componentsOf(parseFramework(file, find).framework).map(({ title }) => title);
  const texts = new Map<string, string>([
    ['study.md', protocol(n)],
    [
      'codebook.md',
      '# Codebook\n\n### HAIR: Higher authority impact\n\n- component: Leadership\n- definition: a higher authority is the reason given\n',
    ],
  ]);
  for (let index = 1; index <= n; index++) {
    texts.set(`case-${String(index)}.md`, note(index, titles));
    texts.set(`sources/case-${String(index)}.md`, source(index, titles.length));
  }
  const files = new Map(
    [...texts].sort().map(([path, value]) => [path, new VFile({ path, value })]),
  );
  return { folder: 'generated', files, images: new Map(), paths: new Set(files.keys()), templates };
}

/** A fresh copy: messages of one build must not stand in the next. */
export function copyOf(input: Input): Input {
  const files = new Map(
    [...input.files].map(([path, file]) => [path, new VFile({ path, value: String(file) })]),
  );
  return {
    ...input,
    files,
    templates: new Map(
      [...input.templates].map(([path, file]) => [
        path,
        new VFile({ path: file.path, value: String(file) }),
      ]),
    ),
  };
}

function protocol(n: number): string {
  const cases = Array.from({ length: n }, (_, index) => `case-${String(index + 1)}`).join(', ');
  return `---
title: A generated study
framework: bryson-extended
outcome: information-integration
cases: [${cases}]
ratings:
  "+": { label: favours, membership: 1 }
  "-": { label: hinders, membership: 0 }
  ns: { label: no clear sign }
rules: { code-matches-component: off, record-is-used: off, respondents-are-registered: off }
---

## Findings

### F1: Departments follow orders

Where the upper level asks, departments take part [B100], also in [the first case](case-1.md#leadership).

## Rival explanations

### R1: The cases differ as their evidence differs

What is told of [integration](case-1.md#information-integration) may say more about the sources than about the centres.
`;
}

function note(index: number, titles: string[]): string {
  const entries = titles.map((title, at) => entry(index, title, at));
  const table =
    index % 10 === 0 ? '| Year | Windows |\n| --- | --- |\n| 2006 | 28 |\n| 2008 | 22 |\n\n' : '';
  return `---\ntitle: Service centre ${String(index)}\nplace: District ${String(index)}\nunit: district centre\nperiod: 2006 to 2012\n---

The centre of district ${String(index)} opened with a hall of windows, to which **departments** sent staff who kept
their old superiors. It was told as a success by the district, and less so by those who worked there.

${table}## Process components

${entries.join('\n')}`;
}

function entry(index: number, title: string, at: number): string {
  const state = states[(index * 7 + at * 3) % states.length] ?? '';
  const heading = `### ${title} ${state}`.trimEnd();
  if (state.startsWith('(no'))
    return `${heading}\n\nNothing was found in the sources that were read.\n`;
  const id = `${'ABCDEFGHIJ'[index % 10] ?? 'K'}${String(index)}${String(at).padStart(2, '0')}`;
  return `${heading}

Staff of the departments describe the matter in much the same way, and the documents of the year
bear them out; what the upper level wanted was known to everyone in the hall. In the first years a window
could only take papers in and pass them on, so that applicants came back twice or three times.

> ${id} [HAIR]: Since it is arranged by the higher authority, we all consider it as the responsibility
> of our department, and *nobody* asks further.

- ${id} [HAIR]: 受访者认为这是上面派下来的事，窗口照办而已。

${state === '' ? '' : `Rationale: two voices and one document, none of them against; see [${id}].\n`}`;
}

function source(index: number, entries: number): string {
  const letter = 'ABCDEFGHIJ'[index % 10] ?? 'K';
  const records = Array.from({ length: entries }, (_, at) => {
    const id = `${letter}${String(index)}${String(at).padStart(2, '0')}`;
    return `${id}: Since it is arranged by the higher authority, we all consider it as the responsibility of our department, and nobody asks further. 部门把它当作上级安排的任务，窗口人员按要求办理。\n`;
  });
  return `---\ncase: case-${String(index)}\nkind: interview\n---\n\n## ${letter}${String(index)}\n\n- perspective: insider\n\n${records.join('\n')}`;
}
