/** The chain of evidence as a reader of the report follows it: each step is a link that leads somewhere, in every format. */
import type { Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../src/analyse/index.js';
import { keyOfThing } from '../../src/study/keys.js';
import { read } from '../../src/world/study-folder.js';
import { walk } from '../../src/text/markdown.js';
import { buildInput, type BuildPlan } from '../../src/tasks/build.js';
import { checkInput } from '../../src/tasks/check.js';
import { anchorOf } from '../../src/report/prose/anchors.js';
import { composeStudy } from './compose-study.js';
import { readPdf, squeezed } from '../output/pdf-text.js';
import { inputOf } from '../parse/in-memory.js';
import { elementsOf, paragraphsIn, readWord } from '../word.js';

type Made = Awaited<ReturnType<typeof composed>>;

async function composed(folder: string, template = 'default', language = 'en') {
  const input = await read(folder);
  const { study, messages } = await checkInput(input);
  const analysis = analyse(study);
  const { root } = await composeStudy(study, analysis, messages, input.templates, {
    template,
    language,
  });
  if (!root) throw new Error(`${template} has a fault`);
  return { study, analysis, root };
}

function urlsIn(node: Root | RootContent): Set<string> {
  const urls = new Set<string>();
  walk(node, (each) => {
    if (each.type === 'link') urls.add(each.url);
  });
  return urls;
}

/** What stands behind a heading up to the next one. */
function below({ root }: Made, id: string): RootContent[] {
  const at = root.children.findIndex(({ data }) => data?.hProperties?.id === id);
  const rest = root.children.slice(at + 1);
  const end = rest.findIndex(({ type }) => type === 'heading');
  return at < 0 ? [] : rest.slice(0, end < 0 ? undefined : end);
}

/** Divisions of a kind within nodes. */
function divisions(nodes: RootContent[], kind: string): RootContent[] {
  const found: RootContent[] = [];
  walk({ type: 'root', children: nodes }, (node) => {
    if (node.type === 'division' && node.kind === kind) found.push(node);
  });
  return found;
}

function byId({ root }: Made, id: string): RootContent | undefined {
  let found: RootContent | undefined;
  walk(root, (node) => {
    if (node.data?.hProperties?.id === id && node.type !== 'root') found ??= node;
  });
  return found;
}

describe.each([
  'cases',
  'test/scenarios/five-cases/input',
  'test/scenarios/chinese/input',
  'test/scenarios/outcome-differs/input',
])('in the report of %s', (folder) => {
  let made: Made;

  beforeAll(async () => {
    made = await composed(folder);
  }, 60_000);

  test('each record leads to its source, to its codes and to everyone who uses it', () => {
    const { analysis } = made;
    expect(analysis.chain.length).toBeGreaterThan(0);
    for (const { record, source, codes, usedBy } of analysis.chain) {
      const block = byId(made, anchorOf({ kind: 'record', id: record }));
      const urls = block ? urlsIn(block) : new Set();
      const wanted = [
        { kind: 'source' as const, id: source },
        ...codes.map((id) => ({ kind: 'code' as const, id })),
        ...usedBy,
      ];
      expect(
        wanted.map((each) => `#${anchorOf(each)}`).filter((url) => !urls.has(url)),
        record,
      ).toEqual([]);
    }
  });

  test('each code leads to its records, and to an entry of each component', () => {
    const { analysis, study } = made;
    for (const { code, records, components } of analysis.codes) {
      const urls = new Set(
        below(made, anchorOf({ kind: 'code', id: code })).flatMap((node) => [...urlsIn(node)]),
      );
      for (const { record } of records)
        expect(urls, code).toContain(`#${anchorOf({ kind: 'record', id: record })}`);
      for (const id of components) {
        const anchors = study.cases.map(
          (each) => `#${anchorOf({ kind: 'entry', id, case: each.id })}`,
        );
        expect(
          anchors.some((anchor) => urls.has(anchor)) ||
            !anchors.some((anchor) => byId(made, anchor.slice(1))),
        ).toBe(true);
      }
    }
  });

  test('under each item stands what it rests on and where it is taken up, each as a link', () => {
    const items = made.analysis.claims.filter(({ claim }) => claim.kind === 'item');
    for (const { claim, restsOn, usedBy } of items) {
      const [lines] = divisions(below(made, anchorOf(claim)), 'uses');
      if (!lines) throw new Error(`Nothing under ${claim.id}`);
      const urls = urlsIn(lines);
      const wanted = [...restsOn, ...usedBy]
        .map((each) => anchorOf(each))
        .filter((anchor) => byId(made, anchor));
      expect(
        wanted.filter((anchor) => !urls.has(`#${anchor}`)),
        claim.id,
      ).toEqual([]);
      if (restsOn.length === 0) expect(toString(lines)).toMatch(/Rests on nothing|没有任何材料/);
    }
  });

  test('each entry that is taken up says where, at its end', () => {
    for (const { claim, usedBy } of made.analysis.claims) {
      if (claim.kind !== 'entry' || usedBy.length === 0) continue;
      const cell = byId(made, anchorOf(claim));
      const line = cell && 'children' in cell ? cell.children.at(-1) : undefined;
      // Up to a dozen are named.
      for (const user of usedBy.slice(0, 12))
        expect(line ? [...urlsIn(line)] : [], keyOfThing(claim)).toContain(`#${anchorOf(user)}`);
    }
  });

  test('no link of it leads nowhere', () => {
    const ids = new Set<string>();
    walk(made.root, ({ data }) => {
      if (data?.hProperties?.id !== undefined) ids.add(`#${String(data.hProperties.id)}`);
    });
    expect([...urlsIn(made.root)].filter((url) => url.startsWith('#') && !ids.has(url))).toEqual(
      [],
    );
  });
});

describe('the files of this repository’s study', () => {
  let built: BuildPlan;

  beforeAll(async () => {
    built = await buildInput(await read('cases'), { formats: ['html', 'pdf', 'docx'] });
  }, 120_000);

  const bytesOf = (name: string) => built.outputs.find(({ path }) => path === name)?.bytes ?? '';

  test('the page holds both lines with live links', () => {
    const html = String(bytesOf('report.html'));
    const [, lines = ''] = /id="item-f3"[^]*?<div class="uses">([^]*?)<\/div>/.exec(html) ?? [];
    expect(lines.replace(/<[^>]+>/g, '')).toMatch(
      /^\s*Rests on: CY-03, D122, A200, Y203, .* · P5\s*Taken up in: section “Conclusions”; SU5\s*$/,
    );
    for (const [, id = ''] of lines.matchAll(/href="#([^"]+)"/g))
      expect(html).toContain(` id="${id}"`);
  });

  test('so does the PDF, and every link in it leads to a page', async () => {
    const { text, links } = await readPdf(Buffer.from(bytesOf('report.pdf')));
    expect(squeezed(text)).toContain(squeezed('Rests on: CY-03, D122, A200, Y203'));
    expect(squeezed(text)).toContain(squeezed('Taken up in: section “Conclusions”; SU5'));
    expect(links.leading).toBe(links.inner);
  }, 60_000);

  test('so does the Word file, each link to a bookmark that is there', () => {
    const { body } = readWord(Buffer.from(bytesOf('report.docx')));
    const names = new Set(
      elementsOf(body, 'w:bookmarkStart').map(({ attributes }) => attributes.get('w:name')),
    );
    const lines = paragraphsIn(body).filter(({ words }) =>
      /Rests on:|Taken up in:|Source: /.test(words),
    );
    expect(lines.length).toBeGreaterThan(100);
    for (const { words, style, element } of lines.filter((line) => line.style === 'Uses')) {
      const anchors = elementsOf(element, 'w:hyperlink').map(({ attributes }) =>
        attributes.get('w:anchor'),
      );
      expect(anchors.length, `${style} ${words}`).toBeGreaterThan(0);
      expect(anchors.filter((anchor) => !names.has(anchor))).toEqual([]);
    }
  });
});

test('loose ends are listed in the appendix, and what is in order is said', async () => {
  const files = {
    'study.md':
      '---\nratings: { "+": { label: x } }\n---\n\n## Findings\n\n### F1: One\n\nNo ground.\n\n## Suggestions\n\n### SU1: Do\n\n[F1]\n',
    'framework.md': '## One\n\n### Alpha\n',
    'sources/d.md': '---\nkind: interview\n---\n\n## D\n\nD1: said\n\nD2: unused\n',
    'a.md': '## One\n\n### Alpha (+)\n\n> D1: said\n',
  };
  const { outputs } = await buildInput(await inputOf(files), { formats: ['md'] });
  const report = String(outputs[0]?.bytes);
  expect(report).toContain('- **Records that nothing cites**: [D2](#record-d2)');
  expect(report).toContain(
    '- **Cross-case findings from which no record can be reached**: [F1](#item-f1)',
  );
  expect(report).toMatch(/Nothing is loose at these steps: sources; .*suggestions and findings\./);
  expect(report).toContain('Rests on nothing that this study holds.');
  expect(report).toContain('Rests on: [F1](#item-f1) · no record can be reached from here');
});

test('a long list is cut, with a count that leads on', async () => {
  const ids = Array.from({ length: 40 }, (_, index) => `D${String(index + 1)}`);
  const files = {
    'study.md': `---\nratings: { "+": { label: x } }\n---\n\n## Findings\n\n### F1: Many\n\n${ids.map((id) => `[${id}]`).join(' ')}\n`,
    'framework.md': '## One\n\n### Alpha\n',
    'sources/d.md': `---\nkind: interview\n---\n\n## D\n\n${ids.map((id) => `${id}: said`).join('\n\n')}\n`,
    'a.md': '## One\n\n### Alpha (+)\n\n> D1: said\n',
  };
  const { outputs } = await buildInput(await inputOf(files), { formats: ['md'] });
  expect(String(outputs[0]?.bytes)).toContain('[D12](#record-d12), [28 more](#record-d13)');
});

test('an article has the chain as a table in its appendix, and a brief leaves it out', async () => {
  const article = await composed('cases', 'journal-article');
  const tables = divisions(article.root.children, 'table-claims');
  expect(tables.map((each) => toString(each))).toEqual([
    expect.stringContaining('F3 Both are led from above'),
  ]);
  expect(divisions(article.root.children, 'uses')).toEqual([]);
  expect(toString((await composed('cases', 'practitioner-brief')).root)).not.toContain('Rests on');
});

test('a study without any sections prints no lines of claims', async () => {
  const { root } = await composed('test/scenarios/one-component/input');
  expect(divisions(root.children, 'table-claims')).toEqual([]);
});
