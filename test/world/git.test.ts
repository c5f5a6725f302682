/** The door to git, against repositories made here. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { read } from '../../src/world/study-folder.js';
import { readCommitted } from '../../src/world/git.js';
import { diffStudy } from '../../src/tasks/diff.js';
import { readState } from '../../src/world/states.js';

const hasGit = spawnSync('git', ['--version']).status === 0;
const states = path.resolve('test/changes/ratings-and-evidence');
let home: string;
let cases: string;

function git(...words: string[]): string {
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')),
  );
  const env = { ...own, GIT_CONFIG_GLOBAL: path.join(home, 'no-config'), GIT_CONFIG_NOSYSTEM: '1' };
  const settings = [
    '-c',
    'user.name=Ada',
    '-c',
    'user.email=ada@example.org',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'core.autocrlf=false',
  ];
  const { status, stdout, stderr } = spawnSync('git', [...settings, ...words], {
    cwd: path.join(home, 'work'),
    encoding: 'utf8',
    env,
  });
  if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
  return stdout.trim();
}

function commit(tag: string): void {
  git('add', '--all', '--force');
  git('commit', '--quiet', '--no-verify', '--message', tag);
  git('tag', tag);
}

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'crosscase-'));
  cases = path.join(home, 'work', 'cases');
  mkdirSync(path.join(home, 'work'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

/** A repository whose tag `v1` holds the older state, and whose folder the newer one. */
function start(): void {
  git('init', '--quiet', '.');
  git('checkout', '--quiet', '-b', 'trunk');
  cpSync(path.join(states, 'old'), cases, { recursive: true });
  commit('v1');
  rmSync(cases, { recursive: true });
  cpSync(path.join(states, 'new'), cases, { recursive: true });
}

describe.skipIf(!hasGit)(
  hasGit ? 'an older state' : 'an older state (skipped: no git on this machine)',
  () => {
    test('is read as its folder would be, and compared alike', async () => {
      start();
      const { input, commit: hash } = await readCommitted(cases, 'v1');
      const folder = await read(path.join(states, 'old'));
      const texts = (files: typeof folder.files) =>
        [...files].map(([name, file]) => [name, String(file)]);
      expect(hash).toBe(git('rev-parse', 'v1'));
      expect(texts(input.files)).toEqual(texts(folder.files));
      expect([...input.paths]).toEqual([...folder.paths]);
      const [byRef, byFolder] = [
        await diffStudy('v1', cases),
        await diffStudy(path.join(states, 'old'), cases),
      ];
      expect(byRef.changes).toEqual({ ...byFolder.changes, since: 'v1', commit: hash });
      expect(byRef.changes.changes.length).toBeGreaterThan(10);
    });

    test('has names in any script, pictures, templates, long and empty files; not what is private, hidden or a link', async () => {
      git('init', '--quiet', '.');
      const long = 'x'.repeat(3_000_000);
      const picture = Buffer.from([0x89, 0x50, 0x0a, 0x00, 0x0d, 0x0a]);
      const files = {
        'study.md': '',
        '朝 阳.md': 'a\r\nb\n',
        'sources/"q".md': long,
        'templates/report/x.md': 'own',
        'fig.png': picture,
        'data.xlsx': 'y',
      };
      const never = {
        'private/respondents.yaml': 'secret',
        'Private/talk.md': 'secret',
        '.hidden/a.md': 'hidden',
        'node_modules/a.md': 'installed',
      };
      for (const [name, content] of Object.entries({ ...files, ...never })) {
        mkdirSync(path.dirname(path.join(cases, name)), { recursive: true });
        writeFileSync(path.join(cases, name), content);
      }
      symlinkSync('/etc/hostname', path.join(cases, 'link.md'));
      commit('v1');
      const { input } = await readCommitted(cases, 'v1');
      expect([...input.paths].sort()).toEqual(Object.keys(files).sort());
      expect(String(input.files.get('朝 阳.md'))).toBe('a\nb\n');
      expect(String(input.files.get('sources/"q".md'))).toBe(long);
      expect(input.images.get('fig.png')).toEqual(picture);
      expect(String(input.templates.get('report/x.md'))).toBe('own');
      expect(input.templates.has('frameworks/bryson-2006.md')).toBe(true);
      expect([...input.files.values()].join()).not.toMatch(/secret|hidden|installed/);
    });

    test('is not that of a repository that the environment names', async () => {
      start();
      vi.stubEnv('GIT_DIR', path.join(home, 'elsewhere'));
      vi.stubEnv('GIT_WORK_TREE', home);
      expect((await readCommitted(cases, 'v1')).commit).toBe(git('rev-parse', 'v1'));
    });

    test('gives way to a folder of notes of its name, which is said', async () => {
      start();
      git('branch', 'old');
      const [before, older] = [process.cwd(), path.join(home, 'work', 'old')];
      process.chdir(path.join(home, 'work'));
      try {
        mkdirSync(older);
        expect(await readState('old', 'cases')).toMatchObject({
          commit: git('rev-parse', 'old'),
          isAlsoRef: false,
        });
        cpSync(path.join(states, 'old'), older, { recursive: true });
        expect(await readState('old', 'cases')).toMatchObject({ commit: null, isAlsoRef: true });
        expect(await readState('./old', 'cases')).toMatchObject({ commit: null, isAlsoRef: false });
        expect(await readState('refs/heads/old', 'cases')).toMatchObject({
          commit: git('rev-parse', 'old'),
        });
      } finally {
        process.chdir(before);
      }
    });
  },
);

describe.skipIf(!hasGit)(
  hasGit ? 'a wrong request' : 'a wrong request (skipped: no git on this machine)',
  () => {
    test.each([
      [
        'v2',
        'Unexpected `v2`, expected a branch, tag or commit of the repository, or a folder of notes; did you mean `v1`?',
      ],
      ['trunc', 'did you mean `trunk`?'],
      [
        '--upload-pack=touch pwned',
        'Unexpected `--upload-pack=touch pwned`, expected a branch, tag or commit, or a folder of notes',
      ],
      ['-v1', 'Unexpected `-v1`, expected a branch'],
      ['$(touch pwned)', 'Unexpected `$(touch pwned)`, expected a branch'],
      ['v1; touch pwned', 'expected a branch'],
      ['v1\nHEAD', 'Unexpected `v1�HEAD`, expected a branch'],
      ['v1\0', 'Unexpected `v1�`'],
      ['', 'Unexpected ``, expected a branch'],
      ['HEAD:cases', 'Unexpected `HEAD:cases`'],
      ['v1^{tree}', 'Unexpected `v1^{tree}`'],
      ['./v1', 'No folder `./v1`, expected a folder of case notes'],
    ])('%j is told', async (ref, message) => {
      start();
      const told = { name: 'UserError', message: expect.stringContaining(message) as string };
      await expect(readState(ref, cases)).rejects.toMatchObject(told);
      expect(readdirSync(path.join(home, 'work'))).toEqual(['.git', 'cases']);
      expect(existsSync('pwned')).toBe(false);
    });

    test('a folder that is in no repository, or not in the commit, is told', async () => {
      start();
      cpSync(cases, path.join(home, 'alone'), { recursive: true });
      await expect(readCommitted(path.join(home, 'alone'), 'v1')).rejects.toThrow(
        /alone` is in no git repository, expected one/,
      );
      cpSync(cases, path.join(home, 'work', 'other'), { recursive: true });
      await expect(readCommitted(path.join(home, 'work', 'other'), 'v1')).rejects.toThrow(
        /No folder `.*other` in `v1`, expected a commit/,
      );
    });

    test('a repository without a working tree there is told', async () => {
      start();
      const bare = path.join(home, 'bare');
      git('clone', '--quiet', '--bare', path.join(home, 'work'), bare);
      const message = /is outside the working tree of its repository, expected a folder in it/;
      await expect(readCommitted(bare, 'v1')).rejects.toThrow(message);
      git('config', 'core.worktree', bare);
      await expect(readCommitted(cases, 'v1')).rejects.toThrow(message);
    });

    test('a shallow clone is told', async () => {
      start();
      commit('v2');
      const clone = path.join(home, 'shallow');
      git(
        'clone',
        '--quiet',
        '--depth',
        '1',
        '--no-tags',
        `file://${path.join(home, 'work')}`,
        clone,
      );
      await expect(readCommitted(path.join(clone, 'cases'), 'HEAD~1')).rejects.toThrow(
        '`git fetch --unshallow` brings the older commits',
      );
    });

    test('a clone without all contents is told, and nothing is fetched', async () => {
      start();
      commit('v2');
      const hash = git('rev-parse', 'v1:cases/north.md');
      rmSync(path.join(home, 'work', '.git', 'objects', hash.slice(0, 2), hash.slice(2)));
      git('config', 'remote.origin.url', `ext::touch ${path.join(home, 'ran')}`);
      git('config', 'remote.origin.promisor', 'true');
      git('config', 'protocol.ext.allow', 'always');
      git('config', 'extensions.partialClone', 'origin');
      await expect(readCommitted(cases, 'v1')).rejects.toThrow(
        /No content of `north\.md` at `v1`, expected a whole clone/,
      );
      expect(existsSync(path.join(home, 'ran'))).toBe(false);
    });

    test('a machine without git is told', async () => {
      start();
      vi.stubEnv('PATH', path.join(home, 'empty'));
      await expect(readCommitted(cases, 'v1')).rejects.toThrow(
        'No `git` on this machine, expected one to read an older state',
      );
    });
  },
);

describe.skipIf(!hasGit || process.platform === 'win32')('a hostile repository', () => {
  test('runs none of the programs that its settings name', async () => {
    start();
    const ran = path.join(home, 'ran');
    const program = path.join(home, 'program');
    writeFileSync(program, `#!/bin/sh\ntouch "${ran}"\ncat\n`);
    chmodSync(program, 0o755);
    writeFileSync(path.join(cases, '.gitattributes'), '* filter=evil diff=evil\n');
    commit('v2');
    for (const name of [
      'post-checkout',
      'reference-transaction',
      'post-index-change',
      'fsmonitor-watchman',
    ]) {
      cpSync(program, path.join(home, 'work', '.git', 'hooks', name), { recursive: true });
    }
    const settings = [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'core.editor',
      'core.askPass',
      'diff.external',
      'gpg.program',
    ];
    const ofDrivers = [
      'filter.evil.smudge',
      'filter.evil.clean',
      'filter.evil.process',
      'diff.evil.textconv',
      'diff.evil.command',
    ];
    for (const name of [...settings, ...ofDrivers]) git('config', name, program);
    for (const name of ['rev-parse', 'ls-tree', 'cat-file', 'for-each-ref'])
      git('config', `alias.${name}`, `!${program}`);
    rmSync(ran, { force: true });
    const { input } = await readCommitted(cases, 'v2');
    expect(String(input.files.get('study.md'))).toBe(
      readFileSync(path.join(cases, 'study.md'), 'utf8'),
    );
    await expect(readCommitted(cases, 'v3')).rejects.toThrow('did you mean');
    expect(existsSync(ran)).toBe(false);
  });
});
