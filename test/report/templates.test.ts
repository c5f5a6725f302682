/** The bundled templates beside the default one: which parts each has, and how long its report is. */
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analyse/index.js';
import { read } from '../../src/world/study-folder.js';
import { parseMarkdown, walk } from '../../src/text/markdown.js';
import { buildInput } from '../../src/tasks/build.js';
import { checkInput } from '../../src/tasks/check.js';
import { type Composed } from '../../src/report/index.js';
import { composeStudy, faultsOf } from './compose-study.js';
import { countWords } from '../../src/report/prose/length.js';
import { wordsOf } from '../../src/report/prose/words.js';
import { inputOf, type Files } from '../parse/in-memory.js';

async function composed(
  folder: string,
  template: string,
  language = 'en',
): Promise<Composed & { root: Root }> {
  const input = await read(folder);
  const { study, messages } = await checkInput(input);
  const made = await composeStudy(study, analyse(study), messages, input.templates, {
    template,
    language,
  });
  expect(faultsOf(made)).toEqual([]);
  if (!made.root) throw new Error(`${template} has a fault`);
  return { ...made, root: made.root };
}

function headingsOf(root: Root): string[] {
  return root.children.flatMap((node) =>
    node.type === 'heading' && node.depth === 2 ? [toString(node)] : [],
  );
}

function kindsOf(root: Root): string[] {
  const kinds: string[] = [];
  walk(root, (node) => {
    if (node.type === 'division') kinds.push(node.kind);
  });
  return kinds;
}

describe.each([
  'cases',
  'test/scenarios/chinese/input',
  'test/scenarios/hostile/input',
  'test/scenarios/outcome-differs/input',
])('with %s', (folder) => {
  test.each(['journal-article', 'slides-table', 'practitioner-brief'])(
    '%s is built in every language',
    async (template) => {
      for (const language of ['en', 'zh'])
        expect((await composed(folder, template, language)).root.children.length).toBeGreaterThan(
          2,
        );
    },
  );
});

describe('journal-article', () => {
  test('has the parts of an article in their order', async () => {
    const { root, layout } = await composed('cases', 'journal-article');
    const headings = headingsOf(root);
    const wanted = [
      'Abstract',
      'Question',
      'Framework: Bryson, Crosby & Stone (2006), extended for information integration',
      'Data and method',
      'The cases, each as a whole',
      'Comparison',
      'Findings',
      'Rival explanations',
      'Limits',
      'Conclusions',
      'References',
      'Appendix',
    ];
    expect(headings.filter((heading) => wanted.includes(heading))).toEqual(wanted);
    expect(layout).toMatchObject({
      wordLimit: 8000,
      style: { spacing: 2, size: 12, font: 'serif', contents: false, anonymous: false },
    });
  });

  test('leaves the chain of evidence and the side-by-side tables to the full report', async () => {
    const kinds = kindsOf((await composed('cases', 'journal-article')).root);
    expect(kinds).not.toContain('record');
    expect(kinds).not.toContain('table-side-by-side');
    expect(kinds).toContain('table-matrix');
  });
});

describe('slides-table', () => {
  test('is a title, one matrix of marks and a legend of one line, on a turned page', async () => {
    const { root, layout } = await composed('cases', 'slides-table');
    expect(root.children.map((node) => (node.type === 'division' ? node.kind : node.type))).toEqual(
      ['heading', 'scroll', 'note'],
    );
    expect(layout.style).toMatchObject({
      orientation: 'landscape',
      contents: false,
      numbering: false,
    });
    const [, matrix, legend] = root.children.map((node) => toString(node));
    expect(matrix).not.toMatch(/interview|document/);
    expect(legend).toBe(
      '+ favours the collaboration; − hinders the collaboration; ns no clear sign',
    );
  });
});

describe('practitioner-brief', () => {
  test('asks, finds, suggests, and says where the evidence is weak', async () => {
    const { root, layout } = await composed('cases', 'practitioner-brief');
    expect(headingsOf(root)).toEqual([
      'What was asked',
      'What was found',
      'What is suggested',
      'Where the evidence is weak',
      'How to read on',
    ]);
    expect(kindsOf(root)).toContain('caution');
    expect(layout.style.contents).toBe(false);
    expect(toString(root)).toContain('Ask first which departments gave up powers');
  });

  test('says so where a study has no findings and no suggestions yet', async () => {
    const { root } = await composed('test/scenarios/one-case/input', 'practitioner-brief');
    expect(toString(root)).toContain('The study makes no suggestions.');
  });
});

describe('the length of a report', () => {
  const words = wordsOf('en')!;
  const count = (markdown: string) => countWords(parseMarkdown(markdown), words);

  test.each([
    ['Three plain words', 3],
    ['# Two words\n\nand two', 4],
    ['well-known facts — 3%', 3],
    ['全程代办', 4],
    ['全程代办 (QCDB) 始于2014年。', 9],
    ['a *b* **c** [d e](https://x.y)', 5],
    ['- a b\n- c\n\n> d e', 5],
    ['text[^1]\n\n[^1]: of a footnote', 4],
    ['| a | b |\n| --- | --- |\n| c | d |\n\nafter', 1],
    ['before\n\n## References\n\nA work.\n\n### Of it\n\nx\n\n## After\n\ny', 3],
    ['before\n\n## Appendix\n\n### A table\n\nx', 1],
    ['… — ·', 0],
  ])('%j is %i words', (markdown, expected) => {
    expect(count(markdown)).toBe(expected);
  });

  const files = (front: string): Files => ({
    'study.md': `---\ntitle: One two three\n${front}ratings:\n  "+": { label: x }\n---\n\n## Question\n\nWhat is it?\n`,
    'framework.md': '## One\n\n### Alpha\n',
    'a.md': '## One\n\n### Alpha (not reported)\n',
  });

  async function saidOf(
    front: string,
    template = '# {{study.title}}\n\n{{> section study.sections.question}}\n',
  ) {
    const input = await inputOf(files(front));
    input.templates.set(
      'report/short.md',
      new VFile({ path: 'templates/report/short.md', value: template }),
    );
    const { messages } = await buildInput(input, { formats: ['md'], template: 'short' });
    return messages
      .filter(({ ruleId }) => ruleId === 'word-limit')
      .map((message) => [String(message), message.fatal]);
  }

  test('is said at the limit of study.md, and is a warning when it is over', async () => {
    expect(await saidOf('word-limit: 1000\n')).toEqual([
      ['study.md:3:13-3:17: 7 of 1,000 words', undefined],
    ]);
    expect(await saidOf('word-limit: 6\n')).toEqual([
      ['study.md:3:13-3:14: Unexpected 7 words, expected at most 6', false],
    ]);
  });

  test('is said at the start of study.md when the template has the limit, over which study.md has its own', async () => {
    const template = '---\nword-limit: 5\n---\n\n# {{study.title}}\n';
    expect(await saidOf('', template)).toEqual([['study.md:1:1-1:1: 3 of 5 words', undefined]]);
    expect(await saidOf('word-limit: 2\n', template)).toEqual([
      ['study.md:3:13-3:14: Unexpected 3 words, expected at most 2', false],
    ]);
  });

  test('is not said where nobody asks', async () => {
    expect(await saidOf('')).toEqual([]);
  });
});

describe('an anonymous report', () => {
  const files = (front: string): Files => ({
    'study.md': `---\ntitle: T\nauthors:\n  - { name: Ada Byron, affiliation: Analytical Office, orcid: 0000-0002-1825-0097 }\n${front}ratings:\n  "+": { label: x }\n---\n`,
    'framework.md': '## One\n\n### Alpha\n',
    'a.md': '## One\n\n### Alpha (not reported)\n',
  });
  const named = /Ada|Byron|Analytical|1825/;

  async function built(
    front: string,
    options: { anonymous?: boolean; template?: string } = {},
  ): Promise<string> {
    const input = await inputOf(files(front));
    const own = '# {{study.title}}\n\n{{#each study.authors}}\n{{name}}\n{{/each}}\n';
    input.templates.set(
      'report/own.md',
      new VFile({ path: 'templates/report/own.md', value: own }),
    );
    const { outputs } = await buildInput(input, { formats: ['md', 'html', 'json'], ...options });
    return outputs.map(({ bytes }) => String(bytes)).join('\n');
  }

  test('names its authors in no format, by the style of the study or by an option, whatever the template', async () => {
    expect(await built('')).toMatch(named);
    expect(await built('', { template: 'own' })).toMatch(named);
    expect(await built('style: { anonymous: true }\n')).not.toMatch(named);
    expect(await built('', { anonymous: true })).not.toMatch(named);
    expect(
      await built('style: { anonymous: false }\n', { anonymous: true, template: 'own' }),
    ).not.toMatch(named);
  });

  test('says that they are withheld', async () => {
    expect(await built('', { anonymous: true })).toContain('Authors withheld for review');
  });
});

test('an unknown template is refused with the nearest', async () => {
  const input = await read('test/scenarios/one-case/input');
  await expect(buildInput(input, { template: 'jurnal-artcle' })).rejects.toThrow(
    'did you mean `journal-article`?',
  );
});
