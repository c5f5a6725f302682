import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/world/study-folder.js';
import { buildInput } from '../../../src/tasks/build.js';
import { checkInput } from '../../../src/tasks/check.js';
import { toldOf } from './naive.js';
import { harmless, withFolder, type Files } from './planted.js';

const where = 'private/respondents.yaml';
const ofNames =
  'a list of names, each of two letters or more, one to an item, without brackets, commas or strokes';

/** What is said of a register, and that no build of it is written. */
async function saidOf(
  register: string | Uint8Array,
  change: (folder: string) => void = () => undefined,
): Promise<string[]> {
  return withFolder({ ...harmless(), [where]: register }, async (folder) => {
    change(folder);
    const built = await buildInput(await read(folder), { formats: ['md'] });
    const said = built.messages.filter(({ ruleId }) => ruleId === 'register-is-readable');
    if (said.length > 0) expect(built.outputs).toEqual([]);
    expect(said.every(({ fatal }) => fatal)).toBe(true);
    for (const secret of ['Secret', 'Person', 'secret', '秘密'])
      expect(toldOf(built)).not.toContain(secret);
    return said.map(
      ({ file, line, column, reason }) =>
        `${String(file)}:${String(line)}:${String(column)} ${reason.replace('Unexpected register of respondents, expected ', '')}`,
    );
  });
}

describe('a register that cannot be read stops the build, and none of its words is repeated', () => {
  test.each([
    [
      'syntax',
      'respondents:\n  D: { names: [Secret Person\n',
      /^private\/respondents\.yaml:\d+:\d+ YAML that can be read$/,
    ],
    [
      'a key twice',
      'respondents:\n  D: { names: [Secret Person] }\n  D: { names: [Secret Other] }\n',
      /:3:3 each key once$/,
    ],
    [
      'encoding',
      Buffer.from('respondents:\n  D: { names: [Secr\xe9t] }\n', 'latin1'),
      /:2:1 UTF-8$/,
    ],
    ['nothing', '', /:1:1 `respondents:` alone, with at least one of them/],
    ['nobody', 'respondents: {}\n', /`respondents:` alone, with at least one of them/],
    ['another shape', '- Secret Person\n', /`respondents:` alone/],
    ['another key', 'Secret Person:\n  D: { names: [A Person] }\n', /`respondents:` alone/],
    ['nesting without end', `respondents: ${'['.repeat(5000)}`, /`respondents:` with one key/],
    [
      'aliases without end',
      `respondents:\n  D: &a\n    names: [&b [Secret, Secret], *b, *b]\n    posts: *a\n`,
      /.+/,
    ],
  ])('%s', async (_, register, expected) => {
    const said = await saidOf(register);
    expect(said.join('\n')).toMatch(expected);
  });

  test.each([
    ['D: Secret Person', '2:3 a respondent with `names:`'],
    ['D: { consent: quote }', `2:3 \`names:\` with ${ofNames}`],
    [
      'D: { names: [Secret Person], secret: 1 }',
      '2:32 one of `names`, `aliases`, `telephones`, `workplaces`, `posts`, `consent`',
    ],
    ['D: { names: [] }', `2:15 ${ofNames}`],
    ['D: { names: [""] }', `2:15 ${ofNames}`],
    ['D: { names: [S] }', `2:15 ${ofNames}`],
    ['D: { names: [秘] }', `2:15 ${ofNames}`],
    ['D: { names: [Secret Person], aliases: [密] }', `2:41 ${ofNames}`],
    ['D: { names: "Secret Person, 秘密" }', `2:15 ${ofNames}`],
    ['D: { names: [秘密 Secret] }', `2:15 ${ofNames}`],
    ['D: { names: [秘密（Secret）] }', `2:15 ${ofNames}`],
    ['D: { names: [Secret Person], aliases: [Secret／秘密] }', `2:41 ${ofNames}`],
    [
      'D: { names: [Secret Person], telephones: ["123转456"] }',
      '2:44 a list of numbers of 6 to 17 digits, in quotation marks',
    ],
    [
      'D: { names: [Secret Person], telephones: ["138 0000 1234/139 0000 1234"] }',
      '2:44 a list of numbers of 6 to 17 digits, in quotation marks',
    ],
    [
      'D: { names: [Secret Person], telephones: ["12345"] }',
      '2:44 a list of numbers of 6 to 17 digits, in quotation marks',
    ],
    ['D: { names: [Secret Person], consent: Secret }', '2:41 one of `quote`, `paraphrase`, `none`'],
    ['X: { names: [Secret Person] }', '2:3 the id of a source of the study'],
  ])('%s', async (line, expected) => {
    expect(await saidOf(`respondents:\n  ${line}\n`)).toEqual([`${where}:${expected}`]);
  });

  test('a folder in its place, no right to open it, a link that leads nowhere, a folder that cannot be opened', async () => {
    const file = (folder: string) => path.join(folder, where);
    const cases: ((folder: string) => void)[] = [
      (folder) => {
        rmSync(file(folder));
        mkdirSync(file(folder));
      },
      (folder) => {
        rmSync(file(folder));
        symlinkSync(path.join(folder, 'nowhere'), file(folder));
      },
      (folder) => {
        rmSync(path.join(folder, 'private'), { recursive: true });
        symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'private'));
      },
    ];
    // Whoever runs the tests as root may open everything.
    if (process.getuid?.() !== 0)
      cases.push((folder) => {
        chmodSync(file(folder), 0);
      });
    for (const change of cases)
      expect((await saidOf('respondents: {}', change)).join('\n')).toMatch(/that can be opened$/);
  });

  test.each([
    'private/respondents.yml',
    'private/respondents.YAML',
    'private/people.yaml',
    'Private/respondents.yaml',
    'respondents.yaml',
    'sources/respondents.yaml',
  ])('a register by another name is none: %s', async (name) => {
    const said = await saidOf('respondents:\n  D: { names: [Secret Person] }\n', (folder) => {
      if (name.startsWith('Private'))
        renameSync(path.join(folder, 'private'), path.join(folder, 'Private'));
      else renameSync(path.join(folder, where), path.join(folder, name));
    });
    expect(said.join('\n')).toContain('`private/respondents.yaml`');
  });

  test('two respondents of one name, and one who is no source', async () => {
    const two = (other: string) => `respondents:\n  D: { names: [Secret Person] }\n  ${other}\n`;
    expect((await saidOf(two('E: { names: [person SECRET] }'))).sort()).toEqual([
      `${where}:3:3 names that no other respondent has`,
      `${where}:3:3 the id of a source of the study`,
    ]);
    // Nor is a pseudonym a name because a name holds it.
    expect(await saidOf('respondents:\n  D: { names: [Secret D] }\n')).toEqual([]);
  });

  test('no setting of study.md makes less of it', async () => {
    const files: Files = { ...harmless(), [where]: 'respondents: 秘密' };
    files['study.md'] = String(files['study.md']).replace(
      'title:',
      'rules: { register-is-readable: off }\nprofile: internal\ntitle:',
    );
    await withFolder(files, async (folder) => {
      const { messages } = await checkInput(await read(folder));
      expect(messages.find(({ ruleId }) => ruleId === 'register-is-readable')?.fatal).toBe(true);
    });
  });
});

test('a pseudonym that holds a registered name is a fault', async () => {
  const files: Files = { ...harmless(), [where]: 'respondents:\n  Secret: { names: [Secret] }\n' };
  files['sources/talks.md'] = String(files['sources/talks.md']).replace('## D', '## Secret');
  await withFolder(files, async (folder) => {
    const built = await buildInput(await read(folder), { formats: ['md'] });
    expect(built.outputs).toEqual([]);
    expect(built.messages.map(({ reason }) => reason).join('\n')).toContain('expected a pseudonym');
    expect(toldOf(built)).not.toContain('Secret');
  });
});

test('nothing else in private/ is read, listed, linked to or suggested', async () => {
  const files: Files = {
    ...harmless(),
    'private/raw.md': '# raw words\n',
    'private/deep/photo.png': 'x',
    'private/list.json': '{}',
  };
  files['east.md'] = String(files['east.md']).replace(
    'A finding',
    '[one](private/raw.md) [two](private/raww.md)',
  );
  await withFolder(files, async (folder) => {
    writeFileSync(path.join(folder, 'private', 'extra.txt'), '');
    const input = await read(folder);
    expect(
      [...input.paths, ...input.files.keys(), ...input.images.keys()].filter((name) =>
        /private/i.test(name),
      ),
    ).toEqual([]);
    const { messages } = await checkInput(input);
    const reasons = messages
      .filter(({ ruleId }) => ruleId === 'link-resolves')
      .map(({ reason }) => reason);
    expect(reasons).toHaveLength(2);
    for (const reason of reasons) expect(reason).not.toMatch(/mean `private/);
    expect(reasons[0]?.replace('raw.md', 'raww.md')).toBe(reasons[1]);
  });
});
