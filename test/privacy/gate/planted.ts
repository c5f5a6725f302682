/** A study with a register, on a disk, and every place in which someone may have left a name. All people in it are invented. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { read } from '../../../src/world/study-folder.js';
import type { Input } from '../../../src/domain/input.js';

export interface Files {
  [path: string]: string | Uint8Array;
}

const register = `respondents:
  D:
    names: [欧阳霁雪, Ouyang Jixue]
    aliases: [Captain Snow]
    telephones: ["+86 10 6555 0142"]
    workplaces: [Mulberry Lane Counter]
    posts: [head of the mulberry window]
    consent: quote
`;

/** Nobody is named in it. */
export function harmless(): Files {
  return {
    'study.md': `---
title: Counters
disclosure: { identifying: [] }
authors: [Ada Author]
ratings: { "+": { label: favours } }
bibliography: works.bib
---

## Question

Does everyone keep discipline? [@one]

## Findings

### F1: Counters differ

They do [D1], see [the counter](east.md#alpha).

![A counter](images/counter.png)
`,
    'framework.md': '---\nid: own\n---\n\n## Process\n\n### Alpha\n\n- question: Who?\n',
    'east.md':
      '---\nplace: East\n---\n\n## Process\n\n### Alpha (+)\n\nA finding.[^1]\n\n> D1 [HAIR]: we all agree\n\nRationale: because.\n\n[^1]: A footnote.\n',
    'sources/talks.md':
      '---\nkind: interview\n---\n\n## D\n\n- role: clerk\n- url: https://example.org/talk\n\nD1: we all agree\n',
    'codebook.md':
      '# Codebook\n\n### HAIR: Higher authority\n\n- component: Alpha\n- definition: a reason\n',
    'works.bib': '@book{one, author = {Writer, Ada}, title = {On counters}, year = {2001}}\n',
    'images/counter.png': picture(),
    'private/respondents.yaml': register,
  };
}

/** A picture of one point, with a line about itself. */
export function picture(chunk = 'tEXt', words: Buffer = Buffer.from('Author\0nobody')): Uint8Array {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  const pieces = [
    piece('IHDR', head),
    piece(chunk, words),
    piece('IDAT', deflateSync(Buffer.from([0, 9, 9, 9]))),
    piece('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...pieces]);
}

function piece(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(data.length, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
}

function changed(
  file: string,
  from: string | RegExp,
  to: (name: string) => string,
): (files: Files, name: string) => Files {
  return (files, name) => {
    const text = String(files[file]);
    const made = text.replace(from, () => to(name));
    if (made === text) throw new Error(`Nothing to change in ${file}`);
    return { ...files, [file]: made };
  };
}

function renamed(files: Files, from: string, to: string): Files {
  const entries = Object.entries(files).map(([path, content]): [string, string | Uint8Array] => [
    path.replace(from, to),
    typeof content === 'string' ? content.replaceAll(from, encodeURI(to)) : content,
  ]);
  return Object.fromEntries(entries);
}

const quoted = (text: string) => JSON.stringify(text);

/** Where a name may be left, and how. */
export const places: { [place: string]: (files: Files, name: string) => Files } = {
  'a finding': changed('east.md', 'A finding', (name) => `A finding about ${name} here`),
  'a quotation': (files, name) =>
    ['east.md', 'sources/talks.md'].reduce(
      (made, file) =>
        changed(file, 'we all agree', () => `we, said ${name}, all agree`)(made, name),
      files,
    ),
  'what is inserted in a quotation': changed(
    'east.md',
    'we all agree',
    (name) => `we [said ${name}] all agree`,
  ),
  'a rationale': changed('east.md', 'because', (name) => `because ${name} said so`),
  'a footnote': changed('east.md', 'A footnote', (name) => `A footnote on ${name}`),
  'an attribute of a case': changed('east.md', 'place: East', (name) => `place: ${quoted(name)}`),
  'the key of an attribute': changed('east.md', 'place: East', (name) => `${quoted(name)}: East`),
  'the title of a case': changed('east.md', 'place: East', (name) => `title: ${quoted(name)}`),
  'the title of a link': changed(
    'east.md',
    'A finding',
    (name) => `[A finding](https://example.org/ "by ${name.replaceAll('"', '')}")`,
  ),
  'the address of a link': changed(
    'east.md',
    'A finding',
    (name) => `[A finding](https://example.org/${encodeURIComponent(name)}/x)`,
  ),
  'the description of a picture': changed(
    'study.md',
    'A counter]',
    (name) => `The counter of ${name} there]`,
  ),
  'a record': changed(
    'sources/talks.md',
    'we all agree',
    (name) => `we all agree, said ${name} then`,
  ),
  'an attribute of a source': changed('sources/talks.md', 'clerk', (name) => `clerk ${name}`),
  'the url of a source': changed(
    'sources/talks.md',
    'org/talk',
    (name) => `org/${encodeURIComponent(name)}`,
  ),
  'the name of a code': changed('codebook.md', 'Higher authority', (name) => `Higher ${name}`),
  'the definition of a code': changed('codebook.md', 'a reason', (name) => `a reason of ${name}`),
  'the title of the study': changed(
    'study.md',
    'title: Counters',
    (name) => `title: ${quoted(`Counters of ${name}`)}`,
  ),
  'an author': changed('study.md', 'Ada Author', (name) => quoted(name)),
  'the label of a rating': changed(
    'study.md',
    'label: favours',
    (name) => `label: ${quoted(name)}`,
  ),
  'a section': changed('study.md', 'Does everyone', (name) => `Does ${name} now`),
  'a heading': changed('study.md', 'Counters differ', (name) => `Counters of ${name}`),
  'a component, and so the label of a figure': (files, name) =>
    changed(
      'framework.md',
      '### Alpha',
      (each) => `### ${each.replace(/\s+/g, ' ')}\n\n- code: ALPHA`,
    )(
      {
        ...files,
        'east.md': String(files['east.md']).replace('### Alpha', '### ALPHA'),
        'codebook.md': String(files['codebook.md']).replace('Alpha', 'ALPHA'),
      },
      name,
    ),
  'a block of code': changed(
    'east.md',
    'A finding',
    (name) => `A finding\n\n\`\`\`\n${name}\n\`\`\`\n\nand`,
  ),
  'two cells of a table': changed('study.md', 'Does everyone', (name) => {
    const letters = Array.from(name.replaceAll('|', ''));
    const [from, to] = [
      letters.slice(0, letters.length / 2),
      letters.slice(letters.length / 2),
    ].map((half) => half.join(''));
    return `| a | b |\n| - | - |\n| ${from ?? ''} | ${to ?? ''} |\n\nDoes everyone`;
  }),
  'an answer to a checklist': (files, name) => ({
    ...files,
    'study.md': `${String(files['study.md'])}\n## Checklists\n\n### SRQR\n\n- S9 (done): ${name} asked them\n`,
  }),
  'a coder': (files, name) => ({
    ...files,
    'ratings/second.md': `---\ncoder: ${quoted(name)}\n---\n\n## east\n\n### Alpha (+)\n`,
  }),
  'a proposition': changed(
    'framework.md',
    '- question: Who?',
    (name) => `- question: Who?\n- P1 (+): ${name} helps`,
  ),
  'the coarser word for another': changed(
    'study.md',
    'identifying: []',
    (name) => `identifying: [], coarsen: { role: { clerk: ${quoted(name)} } }`,
  ),
  'a work': changed('works.bib', 'On counters', (name) => `On ${name} and counters`),
  'a template of the study': (files, name) => ({
    ...files,
    'templates/report/default.md': `# {{study.title}}\n\nThanks to ${name.replaceAll('{', '')}, who helped.\n\n{{result "comparison"}}\n`,
  }),
  'the name of a note': (files, name) =>
    renamed(files, 'east', name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')),
  'the name of a picture': (files, name) =>
    renamed(files, 'counter.png', `${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.png`),
  'what a picture says of itself': (files, name) => ({
    ...files,
    'images/counter.png': picture('tEXt', Buffer.from(`Author\0${name}`)),
  }),
};

/** Writes the files to a new folder, and reads them as the program does. */
export async function inputOf(files: Files): Promise<Input> {
  return withFolder(files, read);
}

/** Does something with a folder that holds these files, and takes it away again. */
export async function withFolder<Result>(
  files: Files,
  action: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'crosscase-gate-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    return await action(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
