/** A report in Chinese, from notes in Chinese and in English. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/world/study-folder.js';
import { buildInput } from '../../src/tasks/build.js';
import type { BuildOptions } from '../../src/tasks/options.js';
import { inputOf, studyOf, type Files } from '../parse/in-memory.js';

const scenario = 'test/scenarios/chinese/input';

async function textsOf(folder: string, options: BuildOptions): Promise<(name: string) => string> {
  const { outputs } = await buildInput(await read(folder), {
    formats: ['md', 'html', 'json'],
    ...options,
  });
  return (name) => String(outputs.find(({ path }) => path === name)?.bytes);
}

/** What a reader of the Markdown reads: without anchors and addresses. */
function readable(markdown: string): string {
  return markdown.replace(/<a id="[^"]*"><\/a>/g, '').replace(/\]\((?:#|figures\/)[^)]*\)/g, ']');
}

describe('a study in Chinese', () => {
  test('has no word of English but those that its authors wrote', async () => {
    const text = await textsOf(scenario, { language: 'zh' });
    const notes = ['朝阳.md', '武侯.md', 'codebook.md', 'sources/访谈.md', 'framework.md'].map(
      (file) => readFileSync(`${scenario}/${file}`, 'utf8'),
    );
    // Checklists are cited by the names of their works; their items have ids.
    const works = ['yin', 'srqr', 'coreq'].flatMap(
      (id) =>
        readFileSync(`templates/checklists/${id}.md`, 'utf8').match(
          /^(?:- source: .*|- \w+ \(zh\): .*|### \w+(?=:))/gm,
        ) ?? [],
    );
    const foreign = readable(text('report.md')).match(/\p{Script=Latin}{2,}/gu) ?? [];
    expect(foreign).toContain('HAIR');
    for (const word of foreign)
      expect(
        [...notes, ...works, 'br'].some((note) => note.includes(word)),
        word,
      ).toBe(true);
  });

  test('has full-width signs between Chinese words', async () => {
    const text = await textsOf(scenario, { language: 'zh' });
    expect(readable(text('report.md'))).not.toMatch(
      /\p{Script=Han}[,;:]|[,;:] \p{Script=Han}|\p{Script=Han} ?\((?!\*)/u,
    );
    expect(text('report.md')).toContain('| 过程 | 领导力；信任 |');
    expect(text('report.md')).toContain('### F1：领导力来自上级');
    expect(text('report.md')).toContain('**丁7**（访谈记录，原话）：上级要求');
  });

  test('emphasises labels in a way that closes on GitHub: a letter stands before the last asterisk', async () => {
    const text = await textsOf(scenario, { language: 'zh' });
    expect(text('report.md')).toContain('**评定理由**：自上而下。');
    expect(text('report.md')).toContain('**对应要素**：[领导力](#entry-朝阳-领导力)');
  });

  test('says so in the page, for browsers and readers aloud', async () => {
    const text = await textsOf(scenario, { language: 'zh' });
    expect(text('report.html')).toContain('<html lang="zh">');
    expect(text('report.html')).toContain('"back":"返回原处"');
    expect((await textsOf(scenario, {}))('report.html')).toContain('<html lang="en">');
  });
});

describe('the language of a report', () => {
  const files: Files = {
    'study.md':
      '---\nlanguage: zh\nframework: bryson-2006\noutcome: Public value\nratings:\n  "+": { label: 有利 }\n---\n',
    'a.md': '## 过程要素\n\n### 构建领导力 (+)\n\n- D1: x\n',
    'sources/d.md': '## D\n\n- perspective: insider\n- access: restricted\n- 备注: 甲\n\nD1: x\n',
  };
  const built = async (options: BuildOptions) => {
    const { outputs } = await buildInput(await inputOf(files), {
      formats: ['md', 'json'],
      ...options,
    });
    return ['report.md', 'study.json'].map((name) =>
      String(outputs.find(({ path }) => path === name)?.bytes),
    );
  };

  test('is that of study.md, and an option wins over it', async () => {
    expect((await built({}))[0]).toContain('## 证据链'.slice(3));
    const [english] = await built({ language: 'en' });
    expect(english).toContain('Chain of evidence');
    expect(english).not.toContain('证据链');
  });

  test('names the framework’s parts in it, whose headings stay what ids and links are made of', async () => {
    const [chinese, json] = await built({});
    expect(chinese).toContain('| 过程要素 |');
    expect(chinese).toContain('**构建领导力**');
    expect(chinese).toMatch(/^\| 公共价值 \|/m);
    expect(chinese).not.toContain('Building leadership');
    expect(chinese).toContain('#entry-a-leadership');
    const { framework } = JSON.parse(json ?? '') as {
      framework: { dimensions: { components: { id: string }[] }[] };
    };
    expect(framework.dimensions[1]?.components[1]).toMatchObject({
      id: 'leadership',
      title: 'Building leadership',
      titles: { zh: '构建领导力' },
    });
    expect((await built({ language: 'en' }))[0]).toContain('**Building leadership**');
  });

  test('names what is known of a source in it, and leaves the rest as written', async () => {
    const [internal] = await built({ profile: 'internal' });
    expect(internal).toContain('立场：局内人 · 查阅范围：受限 · 备注：甲');
    // Of a restricted source a public report says no more than how it weighs.
    const [chinese] = await built({});
    expect(chinese).toMatch(/^立场：局内人 · 查阅范围：受限$/m);
  });

  test('that is unknown is refused with the nearest', async () => {
    for (const language of ['cn', 'zh-CN', 'zh_Hans', 'Chinese', '中文'])
      await expect(built({ language })).rejects.toThrow(
        `Unexpected language \`${language}\`, expected one of \`en\`, \`zh\`; did you mean \`zh\`?`,
      );
    await expect(built({ language: 'English' })).rejects.toThrow('did you mean `en`?');
    await expect(built({ language: 'tlh' })).rejects.toThrow(/expected one of `en`, `zh`$/);
  });
});

test('every dimension, component and question of the bundled frameworks has a form in Chinese', async () => {
  const { study } = await studyOf({ 'study.md': '---\nframework: bryson-extended\n---\n' });
  for (const dimension of study.framework.dimensions) {
    for (const { title, titles } of [dimension, ...dimension.components])
      expect(titles.zh, title).toMatch(/\p{Script=Han}{2}/u);
    for (const { title, questions } of dimension.components)
      expect(questions.zh, title).toMatch(/？$/);
  }
});

test('an original stands beside its translation, marked with its language', async () => {
  const files = {
    'study.md': '---\nratings:\n  "+": { label: x }\n---\n',
    'framework.md': '## One\n\n### Alpha\n',
    'a.md':
      '## One\n\n### Alpha (+)\n\n> D1: We are asked.\n>\n> Original (zh): 上级要求。\n\n> D2: It is said.\n>\n> Original (our own): 如此。\n',
    'sources/d.md':
      '---\ncase: a\nkind: interview\n---\n\n## D\n\nD1 (translated): We are asked.\n\nOriginal (zh): 上级要求。\n\nD2 (translated): It is said.\n\nOriginal (our own): 如此。\n',
  };
  const { outputs } = await buildInput(await inputOf(files), { formats: ['html', 'md'] });
  const [html, markdown] = outputs.map(({ bytes }) => String(bytes));
  const pair =
    /<div lang="zh" class="original">\s*<p lang="en"><em>Original \(Chinese\):<\/em><\/p>\s*<p>上级要求。<\/p>/g;
  // Once in the entry, once in the chain of evidence.
  expect(html?.match(pair)).toHaveLength(2);
  expect(html).toContain('<em>Original (our own):</em>');
  expect(html).not.toContain('lang="our own"');
  expect(markdown).toContain('_Original (Chinese):_\n\n上级要求。');
});
