/** What a public report tells of an older state: that words changed, and none that it withholds or that were taken back. */
import { expect, test } from 'vitest';
import { buildInput } from '../../src/tasks/build.js';
import { inputOf, type Files } from '../parse/in-memory.js';

const states = (profile: string): { older: Files; newer: Files } => {
  const files = (source: string, records: string, evidence: string): Files => ({
    'study.md': `---\nprofile: ${profile}\nratings: { "+": { label: yes } }\n---\n`,
    'framework.md': '## One\n\n### Alpha\n',
    'a.md': `## One\n\n### Alpha (+)\n\n> B1: Mr Secret6 asked us.\n\n${evidence}`,
    'sources/a.md': `---\nkind: interview\n---\n\n## A\n\n${source}\n\nA paragraph on A.\n\n${records}\n`,
    'sources/b.md': '---\nkind: interview\n---\n\n## B\n\nB1: Mr Secret6 asked us.\n',
  });
  const older = files(
    '- town: Secret1',
    'A1: Said Secret2.\n\nA2: Said Secret3.',
    '> A1: Said Secret2.\n\n> A2: Said Secret3.\n',
  );
  const newer = files('- access: restricted', 'A1: Said Secret2.', '> A1: Said Secret2.\n');
  older['sources/c.md'] = '---\nkind: interview\n---\n\n## C\n\n- title: Secret4\n\nC1: Secret5.\n';
  for (const name of ['a.md', 'sources/b.md'])
    newer[name] = String(newer[name]).replace('Mr Secret6', '[Someone]');
  return { older, newer };
};

async function written(profile: string): Promise<string> {
  const { older, newer } = states(profile);
  const since = { input: await inputOf(older), name: 'v1', commit: null, isAlsoRef: false };
  const { outputs } = await buildInput(await inputOf(newer), { formats: ['md', 'json'], since });
  return outputs.map(({ bytes }) => String(bytes)).join('\n');
}

test('words of sources that are restricted by now, that went, or that were made anonymous stand nowhere', async () => {
  const text = await written('public');
  expect(text).not.toContain('Secret');
  const [, section = ''] = /\n## What changed\n([^]*?)\n## Appendix\n/.exec(text) ?? [];
  expect(section.match(/^- .*?(?=\\?$)/gm)).toEqual([
    '- Alpha, evidence A2: removed',
    '- Source C: removed, with 1 record',
    '- Source [A](#source-a), access: nothing → restricted',
    '- Record A2: removed',
    '- Alpha, evidence [B1](#record-b1), words: in other words',
    '- Record [B1](#record-b1), words: in other words',
  ]);
});

test('an internal report tells them', async () => {
  const text = await written('internal');
  for (const number of '12346') expect(text).toContain(`Secret${number}`);
});
