/** The program as its own process, after it has been compiled: what the tests of `run` in this process cannot see. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { useFolder } from './in-process.js';

const { at, study } = useFolder();
const program = path.resolve('dist/cli.js');

interface Environment {
  [name: string]: string | undefined;
}

function spawnCrosscase(
  args: string[],
  { node = [], env = {} }: { node?: string[]; env?: Environment } = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, program, ...args], {
    cwd: at(),
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
  });
  return { status, stdout, stderr };
}

const faulty = {
  'study.md': '---\ntitle: A\n---\n',
  'a.md': '### Leadership (+)\n\n> A1: x\n',
};

test('the command line says what it is', () => {
  expect(spawnCrosscase(['--version']).stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  expect(spawnCrosscase(['--help']).stdout).toContain('build [options] [folder]');
  expect(existsSync('dist/cli.js')).toBe(true);
});

test('errors in the notes and wrong requests become the exit codes 1 and 2, each on its stream', () => {
  study(faulty);
  const check = spawnCrosscase(['check']);
  expect(check).toMatchObject({ status: 1, stderr: '' });
  expect(check.stdout).toContain('cases/a.md:3:');
  expect(spawnCrosscase(['check', '--format', 'xml'])).toEqual({
    status: 2,
    stdout: '',
    stderr: 'Unexpected format `xml`, expected one of `text`, `json`, `github`\n',
  });
});

test('a pipe gets colours only by FORCE_COLOR, and NO_COLOR goes before it', () => {
  study(faulty);
  const sign = '\u001B[';
  const printed = (env: Environment) => spawnCrosscase(['check'], { env }).stdout;
  expect(printed({ NO_COLOR: undefined })).not.toContain(sign);
  expect(printed({ NO_COLOR: undefined, FORCE_COLOR: '1' })).toContain(sign);
  expect(printed({ NO_COLOR: '1', FORCE_COLOR: '1' })).not.toContain(sign);
});

test('a fault of the program itself is thrown, with its stack', () => {
  study(faulty);
  const broken =
    'data:text/javascript,JSON.stringify = () => { throw new Error("broken on purpose"); }';
  const { status, stdout, stderr } = spawnCrosscase(['check', '--format', 'json'], {
    node: ['--import', broken],
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/broken on purpose[^]*\n {4}at /);
});

test('writes every format of `cases` to `output`, a line a file with size and time, and no progress into a pipe', () => {
  cpSync('cases', at('cases'), { recursive: true });
  const { status, stdout, stderr } = spawnCrosscase(['build']);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const lines = stdout.trim().split('\n');
  for (const line of lines) expect(line).toMatch(/^output\/\S+ {2}[\d.]+ kB {2}\d+ ms$/);
  const files = lines.map((line) => line.replace(/^output\/(\S+).*$/, '$1'));
  const reports = [
    'report.md',
    'report.html',
    'report.pdf',
    'report.docx',
    'study.json',
    'study.schema.json',
    'ro-crate-metadata.json',
  ];
  expect(files.filter((file) => !file.startsWith('figures/'))).toEqual(reports);
  expect(files).toContain('figures/matrix.svg');
  const written = readdirSync(at('output'), { recursive: true, encoding: 'utf8' });
  expect(written.filter((name) => name !== 'figures').sort()).toEqual(files.sort());
});

test('`| head` gets the first lines without a complaint', () => {
  const notes = path.resolve('test/scenarios/lipset/input');
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${program}" analyse "${notes}" | head -1`],
    {
      cwd: at(),
      encoding: 'utf8',
    },
  );
  expect({ stdout, stderr }).toEqual({
    stdout: 'Mill’s methods: what differs along with the outcome\n',
    stderr: '',
  });
});

test('Ctrl-C ends a long analysis at once, with nothing printed and nothing left behind', async () => {
  // Data without a pattern, from a fixed sequence of numbers: the search takes many times as long as the test waits.
  let state = 12345;
  const bit = () => ((state = (state * 1103515245 + 12345) % 2 ** 31) < 2 ** 30 ? 0 : 1);
  const names = Array.from({ length: 20 }, (_, index) => `C${String(index)}`);
  const rows = Array.from({ length: 200 }, () => [...names.map(bit), bit()].join(','));
  writeFileSync(at('noise.csv'), [[...names, 'O'].join(','), ...rows, ''].join('\n'));
  const child = spawn(
    process.execPath,
    [program, 'analyse', '--data', 'noise.csv', '--outcome', 'O'],
    { cwd: at() },
  );
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += String(chunk)));
  await new Promise((resolve) => setTimeout(resolve, 2000));
  child.kill('SIGINT');
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  // A shell gives 130 for this signal.
  expect({ code, signal, printed }).toEqual({ code: null, signal: 'SIGINT', printed: '' });
  expect(readdirSync(at())).toEqual(['noise.csv']);
}, 20_000);

test('Ctrl-C while files are written leaves none half-written and none under its name', async () => {
  const there = at('there');
  const script = `import { write } from ${JSON.stringify(pathToFileURL(path.resolve('dist/index.js')).href)};
    const outputs = Array.from({ length: 400 }, (_, index) => ({ path: 'file-' + index, bytes: Buffer.alloc(500_000) }));
    await write(${JSON.stringify(there)}, outputs);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  const closed = once(child, 'close');
  await expect
    .poll(() => existsSync(there) && readdirSync(there).some((name) => name.endsWith('.part')), {
      interval: 5,
      timeout: 15_000,
    })
    .toBe(true);
  child.kill('SIGINT');
  expect(await closed).toEqual([null, 'SIGINT']);
  expect(readdirSync(there)).toEqual([]);
}, 20_000);
