/** Citations and references as a reader of the report sees them. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Link, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { analyse } from '../../src/analyse/index.js';
import { decode } from '../../src/world/decode.js';
import { readTemplates } from '../../src/world/package-files.js';
import { walk } from '../../src/text/markdown.js';
import { checkInput } from '../../src/tasks/check.js';
import { setCitations } from '../../src/report/citations/index.js';
import { composeStudy } from './compose-study.js';
import { division } from '../../src/report/prose/nodes.js';
import { listPlace } from '../../src/report/citations/references.js';
import { runs } from '../runs.js';

const bibliography = `@article{bryson2006,
  author = {Bryson, John M. and Crosby, Barbara C. and Stone, Melissa Middleton},
  title = {The Design and Implementation of Cross-Sector Collaborations: Propositions from the Literature},
  journal = {Public Administration Review}, volume = {66}, number = {s1}, pages = {44--55}, year = {2006},
  doi = {10.1111/j.1540-6210.2006.00665.x}
}
@article{bryson2015,
  author = {Bryson, John M. and Crosby, Barbara C. and Stone, Melissa Middleton},
  title = {Designing and Implementing Cross-Sector Collaborations: Needed and Challenging},
  journal = {Public Administration Review}, volume = {75}, number = {5}, pages = {647--663}, year = {2015}
}
@book{yin2018, author = {Yin, Robert K.}, title = {Case Study Research and Applications: Design and Methods}, edition = {6th}, publisher = {SAGE}, year = {2018}}
@book{george2005, author = {George, Alexander L. and Bennett, Andrew}, title = {Case Studies and Theory Development in the Social Sciences}, publisher = {MIT Press}, year = {2005}}
@incollection{agranoff, author = {Agranoff, Robert}, editor = {O'Leary, Rosemary and Bingham, Lisa B.}, title = {Collaboration for Knowledge}, booktitle = {The Collaborative Public Manager}, publisher = {Georgetown University Press}, pages = {162--194}, year = {2009}}
@book{oecd, author = {{OECD}}, title = {Trust and Public Policy}, publisher = {OECD Publishing}, year = {2017}}
@book{fei2019, author = {费孝通}, title = {乡土中国}, publisher = {北京大学出版社}, year = {2019}}
@article{wang2020, author = {王, 芳 and 李, 明 and 张, 三}, title = {论文}, journal = {管理世界}, volume = {3}, number = {2}, pages = {1--9}, year = {2020}}
@book{pinyin2011, author = {Li, Ming and Wang, Fang}, title = {In English}, publisher = {SAGE}, year = {2011}, langid = {english}}
@book{liming2012, author = {李明 and 王芳}, title = {协作}, publisher = {人民出版社}, year = {2012}}
`;

interface Setting {
  csl?: string;
  language?: string;
  files?: { [path: string]: string };
}

/** The section of a text and the list of references of a report on it. */
async function setIn(text: string, { csl = 'apa', language = 'en', files = {} }: Setting = {}) {
  const all = Object.entries({
    'study.md': `---\nbibliography: r.bib\ncsl: ${csl}\nrules: { citation-resolves: info }\n---\n\n## Method\n\n${text}\n`,
    'r.bib': bibliography,
    ...files,
  });
  const read = new Map(all.map(([path, content]) => [path, decode(path, Buffer.from(content))]));
  const templates = await readTemplates();
  const { study } = await checkInput({
    folder: '.',
    files: read,
    images: new Map(),
    paths: new Set(read.keys()),
    templates,
  });
  const content = study.protocol.sections[0]?.content.nodes ?? [];
  const definitions = [...study.footnotes].map(
    ([
      identifier,
      {
        content: { nodes },
      },
    ]) => ({ type: 'footnoteDefinition', identifier, children: nodes }),
  );
  // Blocks of a footnote, as the report has them.
  const root = {
    type: 'root',
    children: [...content, division(listPlace, []), ...definitions],
  } as Root;
  const chinese = String(templates.get('locales/zh-CN.xml'));
  const cited = await setCitations(root, study, { language, chinese });
  const of = (type: string) => cited.root.children.filter((node) => node.type === type);
  return {
    root: cited.root,
    works: cited.works,
    words: of('paragraph')
      .map((node) => toString(node))
      .join('\n'),
    list: of('division').map((node) => toString(node)),
    notes: of('footnoteDefinition').map((node) => toString(node)),
    messages: cited.messages,
  };
}

const wordsOf = async (text: string, setting?: Setting) => (await setIn(text, setting)).words;

describe('APA, as the seventh edition prescribes', () => {
  const forms: [what: string, text: string, expected: string][] = [
    ['one author', '[@yin2018]', '(Yin, 2018)'],
    ['two authors', '[@george2005]', '(George & Bennett, 2005)'],
    ['three authors', '[@bryson2006]', '(Bryson et al., 2006)'],
    ['an organisation', '[@oecd]', '(OECD, 2017)'],
    ['a page', '[@yin2018, p. 12]', '(Yin, 2018, p. 12)'],
    ['pages', '[@yin2018, pp. 3--4]', '(Yin, 2018, pp. 3–4)'],
    ['a number is a page', '[@yin2018, 12-13]', '(Yin, 2018, pp. 12–13)'],
    ['a chapter', '[@yin2018, chap. 3]', '(Yin, 2018, Chapter 3)'],
    ['words behind', '[@yin2018, p. 12, my emphasis]', '(Yin, 2018, p. 12, my emphasis)'],
    [
      'words in front',
      '[see @yin2018, p. 3; also @george2005]',
      '(see Yin, 2018, p. 3; also George & Bennett, 2005)',
    ],
    ['several works, by author', '[@yin2018; @george2005]', '(George & Bennett, 2005; Yin, 2018)'],
    ['two of one author', '[@bryson2006; @bryson2015]', '(Bryson et al., 2006, 2015)'],
    ['the author named before', 'Yin [-@yin2018, p. 3]', 'Yin (2018, p. 3)'],
    ['in the sentence', '@yin2018 says', 'Yin (2018) says'],
    ['two in the sentence', '@george2005 say', 'George and Bennett (2005) say'],
    ['three in the sentence', '@bryson2006 [p. 45] say', 'Bryson et al. (2006, p. 45) say'],
    ['an unknown key stays', '[@nobody, p. 3] and @noone', '(@nobody, p. 3) and @noone'],
    ['an unknown key beside a known one', '[@yin2018; @nobody]', '(Yin, 2018; @nobody)'],
  ];

  // In one report, since the engine takes most of a second to start.
  const all = setIn(forms.map(([, text]) => text).join('\n\n'));

  test.each(forms.map(([what, text, expected], index) => ({ what, text, expected, index })))(
    '$what: $text',
    async ({ expected, index }) => {
      expect((await all).words.split('\n')[index]).toBe(expected);
    },
  );

  test('the list holds what is cited, by author, and no more', async () => {
    const { list } = await setIn('[@yin2018] [@bryson2006] [@agranoff] [@george2005] [@oecd]');
    expect(list).toEqual([
      'Agranoff, R. (2009). Collaboration for Knowledge. In R. O’Leary & L. B. Bingham (Eds.), The Collaborative Public Manager (pp. 162–194). Georgetown University Press.',
      'Bryson, J. M., Crosby, B. C., & Stone, M. M. (2006). The Design and Implementation of Cross-Sector Collaborations: Propositions from the Literature. Public Administration Review, 66(s1), 44–55. https://doi.org/10.1111/j.1540-6210.2006.00665.x',
      'George, A. L., & Bennett, A. (2005). Case Studies and Theory Development in the Social Sciences. MIT Press.',
      'OECD. (2017). Trust and Public Policy. OECD Publishing.',
      'Yin, R. K. (2018). Case Study Research and Applications: Design and Methods (6th ed.). SAGE.',
    ]);
  });

  test('each citation leads to its entry, titles are slanted, addresses are links', async () => {
    const { root } = await setIn('[@yin2018; @bryson2006]\n\n@george2005');
    const links: Link[] = [];
    const slanted: string[] = [];
    const ids: unknown[] = [];
    walk(root, (node) => {
      if (node.type === 'link') links.push(node);
      if (node.type === 'emphasis') slanted.push(toString(node));
      if (node.data?.hProperties?.id !== undefined) ids.push(node.data.hProperties.id);
    });
    expect(links.map((node) => [toString(node), node.url])).toEqual([
      ['Bryson et al., 2006', '#work-bryson2006'],
      ['Yin, 2018', '#work-yin2018'],
      ['George and Bennett (2005)', '#work-george2005'],
      [
        'https://doi.org/10.1111/j.1540-6210.2006.00665.x',
        'https://doi.org/10.1111/j.1540-6210.2006.00665.x',
      ],
    ]);
    expect(ids).toEqual(['work-bryson2006', 'work-george2005', 'work-yin2018']);
    expect(slanted).toContain('Public Administration Review');
  });

  test('the works of study.json are named as the report names them', async () => {
    const { works } = await setIn('[@george2005]');
    expect(works.find(({ key }) => key === 'george2005')).toMatchObject({
      label: 'George & Bennett, 2005',
      reference:
        'George, A. L., & Bennett, A. (2005). Case Studies and Theory Development in the Social Sciences. MIT Press.',
    });
  });
});

describe('a numeric style', () => {
  test('numbers in the order of reading, footnotes where they are referred to', async () => {
    const { words, list, notes } = await setIn(
      'One [@yin2018].[^n] Then [@bryson2006; @yin2018] and @oecd.\n\n[^n]: Also [@george2005].',
      {
        csl: 'vancouver',
      },
    );
    expect(words).toBe('One (1). Then (1,3) and OECD (4).');
    expect(notes).toEqual(['Also (2).']);
    expect(list.map((entry) => entry.slice(0, 10))).toEqual([
      '1. Yin RK.',
      '2. George ',
      '3. Bryson ',
      '4. OECD. T',
    ]);
  });

  test('numbers Chinese and English works together', async () => {
    for (const language of ['en', 'zh']) {
      const { words } = await setIn(
        '[@yin2018] [@fei2019] [@wang2020; @fei2019] [@oecd; @yin2018]',
        { csl: 'vancouver', language },
      );
      expect(words.normalize('NFKC')).toBe('(1) (2) (2,3) (1,4)');
    }
  });
});

describe('Chinese works', () => {
  test('keep their form in an English report, behind the others', async () => {
    const { words, list } = await setIn(
      '[@fei2019, p. 12] [@wang2020; @pinyin2011] @liming2012 [@bryson2006]',
    );
    expect(words).toBe(
      '(费孝通, 2019, 页 12) (Li & Wang, 2011; 王芳等, 2020) 李明、王芳 (2012) (Bryson et al., 2006)',
    );
    expect(list.slice(1)).toEqual([
      'Li, M., & Wang, F. (2011). In English. SAGE.',
      '李明、王芳. (2012). 协作. 人民出版社.',
      '王芳、李明、张三. (2020). 论文. 管理世界, 3(2), 1–9.',
      '费孝通. (2019). 乡土中国. 北京大学出版社.',
    ]);
  });

  test('stand first in a Chinese report, by their sound; English ones keep theirs', async () => {
    const { words, list } = await setIn(
      '（见@wang2020）[@fei2019，第12页；@bryson2006]，@george2005认为',
      { language: 'zh' },
    );
    expect(words).toBe(
      '（见王芳等（2020））（费孝通，2019，页 12；Bryson et al., 2006），George and Bennett（2005）认为',
    );
    expect(list.map((entry) => entry.slice(0, 3))).toEqual(['费孝通', '王芳、', 'Bry', 'Geo']);
    expect(list[3]).toBe(
      'George, A. L., & Bennett, A. (2005). Case Studies and Theory Development in the Social Sciences. MIT Press.',
    );
  });

  test('have no slanted titles', async () => {
    const { root } = await setIn('[@fei2019] [@wang2020]');
    const types = new Set<Nodes['type']>();
    walk(root, ({ type }) => types.add(type));
    expect(types).not.toContain('emphasis');
  });

  test('are cited in Harvard without signs of English', async () => {
    expect(await wordsOf('[@liming2012] [@wang2020]', { csl: 'harvard1' })).toBe(
      '(李明、王芳, 2012) (王芳、李明、张三, 2020)',
    );
  });
});

const styleOf = (kind: string, layout: string) =>
  `<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0"><info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00Z</updated></info>` +
  `<citation><layout ${layout}><names variable="author"><name form="short" and="text"/></names><text variable="title" prefix=", "/></layout></citation>` +
  '<bibliography><sort><key variable="title"/></sort><layout suffix="!"><text variable="title"/></layout></bibliography></style>';

describe('a style of the study’s own', () => {
  test('sets citations and list', async () => {
    const files = { 'own.csl': styleOf('in-text', 'prefix="{" suffix="}" delimiter=" + "') };
    const { words, list } = await setIn('[@yin2018; @oecd]', { csl: 'own.csl', files });
    expect(words).toBe(
      '{Yin, Case Study Research and Applications: Design and Methods + OECD, Trust and Public Policy}',
    );
    expect(list).toEqual([
      'Case Study Research and Applications: Design and Methods!',
      'Trust and Public Policy!',
    ]);
  });

  test('may cite in footnotes', async () => {
    const files = { 'own.csl': styleOf('note', 'suffix="."') };
    const { root, words, notes } = await setIn(
      'As in [@oecd].[^n] And @yin2018.\n\n[^n]: Here [@oecd] too.',
      { csl: 'own.csl', files },
    );
    expect(words).toBe('As in. And Yin.');
    expect(notes).toEqual([
      'Here OECD, Trust and Public Policy too.',
      'OECD, Trust and Public Policy.',
      'Yin, Case Study Research and Applications: Design and Methods.',
    ]);
    const order: string[] = [];
    walk(root, (node) => {
      if (node.type === 'footnoteReference') order.push(node.identifier);
    });
    expect(order).toEqual(['citation-1', 'study-n', 'citation-2']);
  });

  test('that the engine refuses is said at its place, and APA stands in for it', async () => {
    const files = {
      'own.csl': styleOf('in-text', '').replace(
        '<names variable="author">',
        '<nothing/><names variable="author">',
      ),
    };
    const { words, messages } = await setIn('[@oecd]', { csl: 'own.csl', files });
    expect(words).toBe('(OECD, 2017)');
    const [message] = messages.filter(({ reason }) => reason.includes('own.csl'));
    expect(message?.reason).toMatch(
      /^Unexpected citation style `own.csl`, expected one that citeproc can use/,
    );
    expect(message?.place).toMatchObject({ start: { line: 3, column: 6 } });
  });
});

describe('hostile data', () => {
  const hostile =
    '@book{x, author = {<script>, *a* & b}, title = {<script>alert(1)</script> *x* [D1] {{y}} &amp; <a href="javascript:1">z</a>}, url = {javascript:alert(1)}, year = {2001}}';

  test('are words', async () => {
    const { root, list } = await setIn('[@x] @x', { files: { 'r.bib': hostile } });
    expect(list[0]).toContain('<script>alert(1)</script> *x* [D1]');
    const types = new Set<string>();
    walk(root, (node) => {
      types.add(node.type);
      if (node.type === 'link') expect(node.url).toMatch(/^#work-x$/);
    });
    expect([...types].sort()).toEqual([
      'division',
      'emphasis',
      'link',
      'paragraph',
      'root',
      'text',
    ]);
  });

  test('any item of CSL-JSON is set, and every citation leaves words', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.constant(null),
      fc.array(
        fc.record(
          { family: fc.string({ unit: 'binary' }), given: fc.string() },
          { requiredKeys: [] },
        ),
        { maxLength: 3 },
      ),
      fc.record({
        'date-parts': fc.array(fc.array(fc.oneof(fc.integer(), fc.string())), { maxLength: 2 }),
      }),
    );
    const keys = [
      'type',
      'title',
      'author',
      'editor',
      'issued',
      'volume',
      'page',
      'DOI',
      'URL',
      'language',
      'note',
      'container-title',
      'edition',
    ];
    const item = fc.record(Object.fromEntries(keys.map((key) => [key, value])), {
      requiredKeys: [],
    });
    await fc.assert(
      fc.asyncProperty(item, async (data) => {
        const { root, words } = await setIn('[@it, p. 3] and @it.', {
          csl: 'vancouver',
          files: {
            'study.md':
              '---\nbibliography: r.json\ncsl: vancouver\n---\n\n## Method\n\n[@it, p. 3] and @it.\n',
            'r.json': JSON.stringify([{ ...data, id: 'it' }]),
          },
        });
        expect(words).toMatch(/^\(1\) and [\s\S]*\(1\)\.$/);
        walk(root, (node) => {
          expect(['citation', 'html']).not.toContain(node.type);
        });
      }),
      runs(12, 200),
    );
  });
});

test('is the same each time', async () => {
  const once = () => setIn('[@yin2018; @fei2019] @wang2020 [@bryson2006, p. 3]');
  const [first, second] = [await once(), await once()];
  expect(JSON.stringify(first.root)).toBe(JSON.stringify(second.root));
});

test('a report that cites nothing starts no engine and has no heading over an empty list', async () => {
  const files = new Map([
    [
      'study.md',
      decode('study.md', Buffer.from('---\nbibliography: r.bib\n---\n\n## Method\n\nNothing.\n')),
    ],
    ['r.bib', decode('r.bib', Buffer.from(bibliography))],
  ]);
  const templates = await readTemplates();
  const { study, messages } = await checkInput({
    folder: '.',
    files,
    images: new Map(),
    paths: new Set(files.keys()),
    templates,
  });
  const { root } = await composeStudy(study, analyse(study), messages, templates, {
    template: 'default',
    language: 'en',
  });
  expect(
    root?.children.filter(({ type }) => type === 'heading').map((node) => toString(node)),
  ).not.toContain('References');
});
