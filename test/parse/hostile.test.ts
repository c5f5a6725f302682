/** Texts that mean harm do none. */
import { describe, expect, test } from 'vitest';
import { linesOf, noteOf, studyOf, type Files } from './in-memory.js';

describe('hostile front matter', () => {
  const inFrontMatter = (yaml: string): Files => {
    const value = `---\n${yaml}\n---\n`;
    return { 'study.md': value, 'a.md': value, 'sources/s.md': value, 'framework.md': value };
  };

  test('aliases that expand without end are refused', async () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map(
        (key, at) =>
          `${key}: &${key} [${Array(9)
            .fill(`*${'abcdefgh'[at] ?? ''}`)
            .join(', ')}]`,
      ),
    ];
    const lines = linesOf(await studyOf(inFrontMatter(bomb.join('\n'))), 'front-matter-is-valid');
    expect(lines).toEqual(
      ['a.md', 'framework.md', 'sources/s.md', 'study.md'].map(
        (path) =>
          `${path}:2:1-2:1 error Unexpected aliases that expand without end, expected YAML without nested aliases`,
      ),
    );
  });

  test.each([
    ['brackets', `a: ${'['.repeat(20_000)}`],
    ['braces', '{a: '.repeat(20_000)],
    ['brackets behind closing ones', `a: ${']'.repeat(20_000)}${'['.repeat(20_000)}`],
    ['dashes', '- '.repeat(20_000)],
    [
      'indentation',
      Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ],
  ])('%s nested without end are refused', async (_, yaml) => {
    const lines = linesOf(await studyOf(inFrontMatter(yaml)), 'front-matter-is-valid');
    expect(lines).toContain(
      'a.md:2:1-2:1 error Unexpected front matter, expected at most 100 levels of nesting',
    );
  });

  test('tags make nothing but text', async () => {
    const { study } = await studyOf({
      'study.md': '',
      'a.md': '---\nplace: !!js/function "function(){ throw 1 }"\nunit: !!binary aGk=\n---\n',
    });
    expect(study.cases[0]?.attributes.get('place')).toBe('function(){ throw 1 }');
  });
});

describe('names of JavaScript’s own', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'];

  test.each(names)(
    '%s may be a key, a case, an attribute, a mark, a code, a source, a component',
    async (name) => {
      const { study } = await studyOf({
        'study.md': `---\ncases: ["${name}"]\nratings: { "${name}": { label: odd }, "+": { label: good } }\nrules: { "${name}": off }\n---\n\n## ${name}\n\n[a](#${name})\n`,
        [`${name}.md`]: `---\n${name}: value\n---\n\n## Process\n\n### \`${name}\` (\`${name}\`)\n\n> ${name}/D1 [${name}] (${name}): x\n\n[@${name}]\n`,
        'sources/s.md': `---\n${name}: x\ncase: ${name}\n---\n\n## \`${name}\`\n\n- ${name}: value\n\nD1 (${name}): x\n`,
        'codebook.md': `### \`${name}\`: Odd\n\n- component: ${name}\n- ${name}: x\n`,
        'framework.md': `## Process\n\n### \`${name}\`\n`,
      });
      expect(study.cases.map(({ id }) => id)).toEqual([name]);
      expect(study.sources[0]).toMatchObject({ id: name, case: name });
      expect(study.codes[0]?.id).toBe(name);
      expect(study.framework.dimensions[0]?.components[0]?.title).toBe(name);
      expect(study.cases[0]?.entries.size).toBe(1);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as { label?: unknown; value?: unknown }).label).toBeUndefined();
    },
  );

  test.each(names.filter((name) => name !== '__proto__'))(
    '%s is an attribute like any other',
    (name) => {
      expect([...noteOf(`---\n${name}: value\nplace: Beijing\n---\n`).attributes]).toEqual([
        [name, 'value'],
        ['place', 'Beijing'],
      ]);
    },
  );

  test('__proto__ as a key changes no other attribute', () => {
    const { attributes } = noteOf(
      '---\n__proto__: { place: Nowhere, isAdmin: true }\nplace: Beijing\n---\n',
    );
    expect(attributes.get('place')).toBe('Beijing');
    expect(attributes.has('isAdmin')).toBe(false);
  });
});
