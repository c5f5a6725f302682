import type { Nodes } from 'mdast';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, test } from 'vitest';
import { read } from '../../src/world/study-folder.js';
import { buildInput } from '../../src/tasks/build.js';
import { checkInput } from '../../src/tasks/check.js';
import { analyse } from '../../src/analyse/index.js';
import { composeStudy, faultsOf as faultsIn } from './compose-study.js';
import { documentOf } from '../../src/report/document/document.js';
import { checkTemplate } from '../../src/report/template/check.js';
import { expand } from '../../src/report/template/expand.js';
import { graft } from '../../src/report/template/graft.js';
import { wordsOf } from '../../src/report/prose/words.js';
import type { View } from '../../src/report/document/view.js';
import { runs } from '../runs.js';

let view: View;

beforeAll(async () => {
  const { study, messages } = await checkInput(await read('cases'));
  const words = wordsOf('en');
  if (!words) throw new Error('English is missing');
  view = { ...documentOf(study, analyse(study), messages), words };
});

function faultsOf(template: string, partials: { [name: string]: string } = {}): string[] {
  const file = new VFile({ path: 'templates/report/test.md', value: template });
  const others = new Map(
    Object.entries(partials).map(([name, value]) => [
      name,
      new VFile({ path: `templates/report/partials/${name}.md`, value }),
    ]),
  );
  return checkTemplate(file, {
    find: (name) => others.get(name) ?? null,
    names: [...others.keys()],
  }).map(({ line, column, reason }) => `${String(line)}:${String(column)} ${reason}`);
}

function treeOf(template: string, data: View) {
  const file = new VFile({ path: 'templates/report/test.md', value: template });
  return graft(expand(file, new Map(), data), {
    blocks: ({ nodes }) => nodes,
    words: ({ text }) => [{ type: 'text', value: text }],
    result: () => [],
  });
}

describe('the static check', () => {
  test.each([
    ['{{study.titel}}', '1:3', '`title`'],
    ['# A\n\n{{#each cases}}{{titel}}{{/each}}', '3:18', '`title`'],
    ['{{#if study.autors}}x{{/if}}', '1:7', '`authors`'],
    ['{{#each cases as |case|}}{{case.nam}}{{/each}}', '1:28', 'expected a name'],
    ['{{result "comparisn"}}', '1:10', '`comparison`'],
    ['{{result "side-by-side" study.titel}}', '1:25', '`title`'],
    ['{{anchor "cases" study.title}}', '1:10', '`case`'],
    ['{{#if (eq study.titel "x")}}y{{/if}}', '1:11', '`title`'],
    ['{{#each cases}}{{../study.titel}}{{/each}}', '1:18', '`title`'],
    ['{{words.report.contnts}}', '1:3', '`contents`'],
  ])('%s: a typo is found with its place and the nearest name', (template, place, hint) => {
    const faults = faultsOf(template);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${place} `);
    expect(faults[0]).toContain(hint);
  });

  test.each([
    ['{{{study.title}}}', 'raw'],
    ['{{&study.title}}', 'raw'],
    ['{{cases}}', 'expected words or numbers'],
    ['{{#each study.title}}x{{/each}}', 'expected a list'],
    ['{{> nothing}}', 'Unexpected partial `nothing`'],
    ['{{#each cases}}', 'expected Handlebars'],
    ['{{#list cases}}x{{/list}}', 'Unexpected block'],
    ['{{lookup cases 0}}', 'Unexpected helper `lookup`'],
    ['{{../study.title}}', 'expected fewer `../`'],
    ['{{@indx}}', 'Unexpected `@indx`'],
    ['{{study.constructor}}', 'Unexpected `constructor`'],
    ['{{study.__proto__}}', 'Unexpected `__proto__`'],
    ['{{#> layout}}x{{/layout}}', 'expected expressions, blocks and partials only'],
    ['a \uE000 b', 'private-use'],
  ])('%s is refused', (template, reason) => {
    expect(faultsOf(template).join('\n')).toContain(reason);
  });

  test('a partial is checked where it is called, with the context and the names that it gets', () => {
    expect(
      faultsOf('{{#each cases}}{{> one label=@root.study.title}}{{/each}}', {
        one: '{{title}} {{label}}',
      }),
    ).toEqual([]);
    expect(faultsOf('{{#each cases}}{{> one}}{{/each}}', { one: '{{titel}}' })[0]).toContain(
      'did you mean `title`?',
    );
    expect(faultsOf('{{> one}}', { one: '{{> one}}' })[0]).toContain(
      'a partial that does not call itself',
    );
  });

  test('the bundled templates have no fault', async () => {
    const { study, messages } = await checkInput(await read('cases'));
    const { templates } = await read('cases');
    const composed = await composeStudy(study, analyse(study), messages, templates);
    expect(faultsIn(composed)).toEqual([]);
    expect(composed.root).not.toBeNull();
  });
});

const template = `# {{study.title}}

{{#each cases}}
## {{anchor "case" id}}{{title}}: *{{id}}* and **{{../study.language}}**

- {{title}} [{{id}}]({{link "case" id}}) [away]({{file}}) \`{{title}}\`

> {{title}}

| {{id}} | b |
| --- | --- |
| {{title}} | {{#if @first}}first{{else}}other{{/if}} |

{{/each}}
`;

/** Types and numbers of children: what a reader of the tree could be misled about. */
function shapeOf(node: Nodes): unknown {
  return 'children' in node ? [node.type, node.children.map(shapeOf)] : node.type;
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '|',
    '**',
    '<script>alert(1)</script>',
    '{{study.title}}',
    '{{{x}}}',
    '\n\n# Heading',
    '`',
    '](javascript:alert(1))',
    '- item',
    '> quote',
    '\uE0000\uE001',
    '[x]: y',
    '汉字',
    '🙂',
    '&lt;',
    '\\',
    '```',
  ),
  fc
    .array(
      fc.constantFrom(
        '|',
        '*',
        '_',
        '\n',
        '#',
        '`',
        '<',
        '>',
        '[',
        ']',
        '(',
        ')',
        '!',
        '\\',
        '{',
        '}',
        ' ',
        'a',
        '\uE000',
        '\uE001',
        '0',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('data cannot change the shape of the tree', () => {
  test('for any strings the tree has the shape that it has for plain words', () => {
    const plain = shapeOf(treeOf(template, withStrings(['word', 'word', 'word', 'word'])));
    fc.assert(
      fc.property(fc.tuple(nasty, nasty, nasty, nasty), (strings) => {
        expect(shapeOf(treeOf(template, withStrings(strings)))).toEqual(plain);
      }),
      runs(120, 1000),
    );
  });

  function withStrings([study = '', title = '', id = '', file = '']: string[]): View {
    return {
      ...view,
      study: { ...view.study, title: study },
      cases: view.cases.map((each) => ({ ...each, title, id, file })),
    };
  }

  test('an address with an unsafe scheme does not get through, however it is spelt', () => {
    for (const url of [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'java\tscript:alert(1)',
      'java\nscript:x',
      '\u0001javascript:x',
      'data:text/html,x',
      'vbscript:x',
      '//evil.example',
    ]) {
      const tree = JSON.stringify(treeOf('[x]({{study.title}})', withStrings([url])));
      expect(tree).toContain('"url":""');
    }
  });

  test('an expression within raw HTML, or a result within a line, is an error of the template', () => {
    expect(() => treeOf('<b title="{{study.title}}">', view)).toThrow('within raw HTML');
    expect(() => treeOf('Here: {{result "comparison"}}', view)).toThrow(
      'in a paragraph of its own',
    );
  });
});

describe('a study’s own templates', () => {
  test('win over the bundled ones, file by file', async () => {
    const input = await read('cases');
    input.templates.set(
      'report/partials/appendix.md',
      new VFile({ path: 'templates/report/partials/appendix.md', value: '## Our own end\n' }),
    );
    const { outputs } = await buildInput(input, { formats: ['md'] });
    expect(String(outputs[0]?.bytes)).toContain('## Our own end');
    expect(String(outputs[0]?.bytes)).not.toContain('Chain of evidence\n');
  });

  test('with a typo stop the build with a message at their own place', async () => {
    const input = await read('cases');
    input.templates.set(
      'report/default.md',
      new VFile({ path: 'templates/report/default.md', value: '# {{study.titel}}\n' }),
    );
    const { outputs, messages } = await buildInput(input);
    expect(outputs).toEqual([]);
    expect(messages.map(String)).toEqual([
      'templates/report/default.md:1:5-1:16: Unexpected `titel` in `study.titel`, expected a name that the view has there; did you mean `title`?',
    ]);
  });

  test('links that the report does not hold become words', async () => {
    const input = await read('cases');
    input.templates.set(
      'report/short.md',
      new VFile({
        path: 'templates/report/short.md',
        value: '# {{study.title}}\n\n{{result "comparison"}}\n',
      }),
    );
    const { outputs } = await buildInput(input, { formats: ['md'], template: 'short' });
    expect(String(outputs[0]?.bytes)).not.toContain('](#');
  });
});
