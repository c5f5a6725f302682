/** A framework, sentence by sentence of its specification. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readTemplates } from '../../../src/world/package-files.js';
import { componentsOf, indexFramework } from '../../../src/study/framework.js';
import { parseFramework } from '../../../src/parse/framework/framework.js';
import { base, componentsIn, frameworkFrom, placesOf } from './frameworks-in-memory.js';

describe('a framework by itself', () => {
  const { framework, unread } = frameworkFrom({ base });
  const [alpha] = componentsOf(framework);

  test('has dimensions, components and sub-components by the depth of headings', () => {
    expect(unread).toEqual([]);
    expect(framework.dimensions.map(({ id, title, code }) => [id, title, code])).toEqual([
      ['one', 'One', 'ON'],
      ['two', 'Two', null],
    ]);
    expect(componentsOf(framework).map(({ id, parent }) => [id, parent])).toEqual([
      ['alpha', null],
      ['sub', 'alpha'],
      ['beta', null],
      ['gamma', null],
    ]);
  });

  test('reads the property list of a component, and what it covers', () => {
    expect(alpha).toMatchObject({
      code: 'A-1',
      aliases: ['Aleph', '甲'],
      question: 'Who?',
      see: ['P22', 'P0'],
      about: { text: 'About alpha.' },
    });
  });

  test('has propositions of its own, of dimensions and of components; a mark says what is expected', () => {
    expect(framework.propositions.map(({ id, text }) => [id, text])).toEqual([
      ['P22', 'It is hard.'],
    ]);
    expect(framework.dimensions[0]?.propositions.map(({ id }) => id)).toEqual(['P0']);
    expect(alpha?.propositions.map(({ id, expects, text }) => [id, expects, text])).toEqual([
      ['P5', null, 'Likelier with sponsors.'],
      ['P6', '+', 'Likelier with champions.'],
    ]);
  });

  test.each(['alpha', 'ALEPH', '甲', 'a1', 'A-1', 'Al-pha?'])('finds a component by %s', (name) => {
    expect(indexFramework(framework).find(name)?.id).toBe('alpha');
  });

  test('takes the title of its file, the heading, or its id', () => {
    expect(framework.title).toBe('Base');
    expect(frameworkFrom({ x: '# The whole\n' }).framework.title).toBe('The whole');
    expect(frameworkFrom({ x: '' }).framework).toMatchObject({
      id: 'x',
      title: 'x',
      dimensions: [],
    });
  });

  test('takes an id that is given', () => {
    expect(
      componentsIn(
        frameworkFrom({ x: '## One\n\n- id: first\n\n### Alpha\n\n- id: a\n\n#### Sub\n' }),
      ),
    ).toEqual(['first/a', 'first/sub']);
  });

  test('of one component is one', () => {
    expect(componentsIn(frameworkFrom({ x: '## One\n\n### Alpha\n' }))).toEqual(['one/alpha']);
  });

  test('reports what it cannot read, and keeps the rest', () => {
    const read = frameworkFrom({
      x: '### Orphan\n\n## One\n\n### Alpha\n\n- cod: A\n- alias: Aleph\n\n### Beta\n\n- code: B\n- no key\n',
    });
    expect(placesOf(read)).toEqual([
      'frameworks/x.md:1:1 component `Orphan` outside a dimension',
      'frameworks/x.md:7:1 property `cod`',
      'frameworks/x.md:13:1 an item without a key in a property list',
    ]);
    expect(
      componentsOf(read.framework).map(({ id, aliases, code }) => [id, aliases, code]),
    ).toEqual([
      ['alpha', ['Aleph'], null],
      ['beta', [], null],
    ]);
    // A list of which an item does not fit stays what it is.
    expect(componentsOf(read.framework)[1]?.about.nodes.map(({ type }) => type)).toEqual(['list']);
  });
});

describe('titles and questions in other languages', () => {
  const read = (lines: string, heading = '### Alpha') =>
    frameworkFrom({ x: `## One\n\n${heading}\n\n${lines}\n` });

  test('stand beside the heading, which stays the title and makes the id', () => {
    const { framework, unread } = read(
      '- title (zh): 领导力\n- title（ZH-Hant）：領導力\n- question: Who?\n- question (zh): 谁？',
    );
    expect(unread).toEqual([]);
    expect(componentsOf(framework)).toMatchObject([
      {
        id: 'alpha',
        title: 'Alpha',
        titles: { zh: '领导力', 'zh-hant': '領導力' },
        question: 'Who?',
        questions: { zh: '谁？' },
      },
    ]);
    expect(indexFramework(framework).find('领导力')?.id).toBe('alpha');
    expect(frameworkFrom({ x: '## One\n\n- title (zh): 一\n' }).framework.dimensions).toMatchObject(
      [{ title: 'One', titles: { zh: '一' } }],
    );
  });

  test('do not stand in for a question in the framework’s own', () => {
    expect(componentsOf(read('- question (zh): 谁？').framework)).toMatchObject([
      { question: null, questions: { zh: '谁？' } },
    ]);
  });

  test.each([
    [
      '- title: Leadership',
      'property `title` without a language',
      'a language such as `(zh)`; the heading has the framework’s own',
    ],
    [
      '- title (in Chinese): 领导力',
      '`(in Chinese)` behind `title`',
      'a language such as `(zh)`; the heading has the framework’s own',
    ],
    ['- code (zh): L', '`(zh)` behind `code`', 'no brackets'],
    [
      '- titel (zh): 领导力',
      'property `titel`',
      'a property of a framework; did you mean `title`?',
    ],
  ])('%s is reported with what was expected', (line, found, expected) => {
    expect(read(line).unread).toMatchObject([{ found, expected }]);
  });

  test('of a framework are refined by one that extends it', () => {
    const base = '## One\n\n### Alpha\n\n- title (zh): 甲\n- question (zh): 谁？\n';
    const { framework } = frameworkFrom({
      base,
      x: '---\nextends: base\n---\n\n## One\n\n### Alpha\n\n- title (zh): 乙\n',
    });
    expect(componentsOf(framework)).toMatchObject([
      { titles: { zh: '乙' }, questions: { zh: '谁？' } },
    ]);
  });
});

test('the bundled frameworks can be read whole, with ids and names that no two components share', async () => {
  const templates = await readTemplates();
  const find = (id: string) => templates.get(`frameworks/${id}.md`) ?? null;
  const ids = [...templates.keys()].flatMap(
    (path) => /^frameworks\/(.*)\.md$/.exec(path)?.[1] ?? [],
  );
  expect(ids).toContain('bryson-2006');
  for (const id of ids) {
    const file = find(id);
    const { framework, unread } = parseFramework(file ?? new VFile(), find);
    expect(unread, id).toEqual([]);
    const index = indexFramework(framework);
    const components = componentsOf(framework);
    expect(new Set(components.map((component) => component.id)).size, id).toBe(components.length);
    for (const component of components) {
      const names = [
        component.id,
        component.title,
        ...component.aliases,
        ...(component.code === null ? [] : [component.code]),
      ];
      for (const name of names) expect(index.find(name)?.id, `${id}: ${name}`).toBe(component.id);
    }
  }
});
