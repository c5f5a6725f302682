/** Tasks take everything from the world that they are given. */
import { expect, test } from 'vitest';
import { buildStudy } from '../../src/tasks/build.js';
import { checkStudy } from '../../src/tasks/check.js';
import { diffStudy } from '../../src/tasks/diff.js';
import { mendStudy } from '../../src/tasks/mend.js';
import { worldOf } from './in-memory.js';

const folder = 'a study that no disk holds';
const files = {
  'study.md': '---\ntitle: A small study\nframework: small\n---\n\n# Questions\n\n- RQ1: Why?\n',
  'framework.md': '---\nid: small\n---\n\n# Small\n\n## Process\n\n### Leadership\n',
  'a.md': '# A\n\n## Process\n\n### Leadership\n\n- One person led.\n',
};

test('a study is built without a disk', async () => {
  const { world, written } = worldOf(folder, files);
  const { messages } = await buildStudy(folder, 'out', { formats: ['md', 'json'] }, world);
  expect(messages.filter(({ fatal }) => fatal === true)).toEqual([]);
  expect([...written.keys()]).toContain('out/report.md');
  expect(written.get('out/report.md')).toContain('One person led.');
});

test('a study is checked and compared without a disk', async () => {
  const { world, written } = worldOf(folder, files);
  expect((await checkStudy(folder, world)).study.cases).toHaveLength(1);
  expect((await diffStudy(folder, folder, world)).changes.since).toBe(folder);
  expect(written.size).toBe(0);
});

test('what is mended is written over in the world alone', async () => {
  const misspelt = { ...files, 'a.md': files['a.md'].replace('### Leadership', '### Leadreship') };
  const { world, written } = worldOf(folder, misspelt);
  const { mended } = await mendStudy(folder, world);
  expect([...written.keys()]).toEqual(mended.map(({ path }) => `${folder}/${path}`));
});
