/** What `check --fix` shows of lines in which a respondent is named. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reportMended } from '../../../src/cli/reporters/mended.js';
import { mendStudy } from '../../../src/tasks/mend.js';
import { letters, toldOf } from './naive.js';
import { harmless, withFolder } from './planted.js';

test('a line that names a respondent is mended, and shown without the name', async () => {
  const files = harmless();
  const note = String(files['east.md']).replace(
    '> D1 [HAIR]: we all agree',
    '> D-1 [HAIR]: we all agree, Ouyang Jixue said',
  );
  await withFolder({ ...files, 'east.md': note }, async (folder) => {
    const mended = await mendStudy(folder);
    expect(mended.mended.map((file) => file.path)).toEqual(['east.md']);
    const told = reportMended(mended.mended, mended.leftAlone, { colour: false, base: 'cases' });
    expect(told).toContain('> {+D1+} [HAIR]: we all agree, [D] said');
    expect(letters(told + toldOf(mended))).not.toMatch(/ouyang|jixue/);
    expect(readFileSync(path.join(folder, 'east.md'), 'utf8')).toBe(note.replace('D-1', 'D1'));
  });
});
