/** `npm run bench`: how long things take, as ratios within one run. Absolute times are this machine's, of this minute. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { analyse } from '../../src/analyse/index.js';
import { check } from '../../src/check/index.js';
import { read } from '../../src/world/study-folder.js';
import type { Input } from '../../src/domain/input.js';
import { gather } from '../../src/gather/index.js';
import { indexFramework } from '../../src/study/framework.js';
import { formatNames } from '../../src/output/formats.js';
import { parse } from '../../src/parse/index.js';
import { parseNote } from '../../src/parse/note/note.js';
import { buildInput } from '../../src/tasks/build.js';
import { composeStudy } from '../report/compose-study.js';
import { benchEvidence } from './evidence.js';
import { copyOf, generateStudy } from './notes.js';
import { benchQca } from './qca.js';

const runs = 5;

async function fastest(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}

function print(label: string, value: string): void {
  process.stdout.write(`${label.padEnd(64)}${value.padStart(12)}\n`);
}

async function benchBuild(): Promise<void> {
  const input = await generateStudy(200);
  const notes = [...input.files.values()].filter(({ path: name }) => name.startsWith('case-'));
  const bytes = notes.reduce((sum, file) => sum + Buffer.byteLength(String(file)), 0);
  const plain = unified().use(remarkParse).freeze();
  const { framework } = await parse(copyOf(input));
  const index = indexFramework(framework);

  const baseline = await fastest(() => {
    notes.forEach((file) => plain.parse(file));
  });
  const parsing = await fastest(() => {
    notes.forEach((file) => parseNote(file, index));
  });
  const formats = ['md', 'html', 'json'];
  const whole = await fastest(() => buildInput(copyOf(input), { formats }));
  print(
    `200 notes, ${(bytes / 1e6).toFixed(1)} MB, remark-parse alone`,
    `${baseline.toFixed(0)} ms`,
  );
  print('the same notes parsed as case notes', `${parsing.toFixed(0)} ms`);
  print('notes parsed a second', (200_000 / parsing).toFixed(0));
  print('whole build of the study, sources and md, html, json', `${whole.toFixed(0)} ms`);
  print('ratio: whole build / remark-parse alone on the notes', (whole / baseline).toFixed(2));
  const sources = [...input.files.values()].filter(({ path: name }) => name.startsWith('sources/'));
  const both =
    baseline +
    (await fastest(() => {
      sources.forEach((file) => plain.parse(file));
    }));
  print('ratio: whole build / remark-parse alone on notes and sources', (whole / both).toFixed(2));
  await benchStages(input, whole);
}

/** What share of a whole build each stage takes. */
async function benchStages(input: Input, whole: number): Promise<void> {
  const share = (label: string, time: number) => {
    print(`  of which ${label}`, `${((100 * time) / whole).toFixed(0)} %`);
  };
  const parsed = await parse(copyOf(input));
  const study = gather(input, parsed);
  const messages = check(study);
  const analysis = analyse(study);
  share('parse', await fastest(() => parse(copyOf(input))));
  share(
    'gather',
    (await fastest(async () => gather(input, await parse(copyOf(input))))) -
      (await fastest(() => parse(copyOf(input)))),
  );
  share('analyse', await fastest(() => analyse(study)));
  const design = { template: 'default', language: 'en' };
  share(
    'compose',
    await fastest(() => composeStudy(study, analysis, messages, copyOf(input).templates, design)),
  );
}

/** How long a build takes with all formats, and what share of it each has. */
async function benchFormats(label: string, input: Input): Promise<void> {
  const formats = [...formatNames];
  const begun: { format: string; at: number }[] = [];
  const begin = (format: string) => {
    begun.push({ format, at: performance.now() });
  };
  // Once only: the setting of the PDF remembers what it has set before, which no user has.
  const start = performance.now();
  await buildInput(copyOf(input), { formats, begin });
  const end = performance.now();
  print(label, `${(end - start).toFixed(0)} ms`);
  const share = (name: string, from: number, to: number) => {
    print(
      `  of which ${name}`,
      `${(to - from).toFixed(0)} ms  ${((100 * (to - from)) / (end - start)).toFixed(0).padStart(2)} %`,
    );
  };
  share('all in front of the formats', start, begun[0]?.at ?? end);
  begun.forEach(({ format, at }, index) => {
    share(format, at, begun[index + 1]?.at ?? end);
  });
}

/** The study of this repository, as a user runs it. */
async function benchStart(): Promise<void> {
  const out = mkdtempSync(path.join(tmpdir(), 'crosscase-'));
  const run = (...args: string[]) =>
    fastest(() => {
      const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], {
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stderr);
    });
  const bare = await fastest(() => spawnSync(process.execPath, ['-e', '']));
  const start = await run('--version');
  const build = await run('build', 'cases', '--out', out, '--format', formatNames.join(','));
  const web = await run('build', 'cases', '--out', out, '--format', 'md,html,json');
  rmSync(out, { recursive: true });
  print('build of the repository’s study, all formats', `${build.toFixed(0)} ms`);
  print('build of the repository’s study: md, html and json', `${web.toFixed(0)} ms`);
  print('share of Node’s own start', `${((100 * bare) / build).toFixed(0)} %`);
  print(
    'share of the start of the program, Node’s included',
    `${((100 * start) / build).toFixed(0)} %`,
  );
}

await benchStart();
await benchFormats('the repository’s study, all formats, within the program', await read('cases'));
await benchFormats('30 cases, all formats', await generateStudy(30));
await benchBuild();
await benchEvidence();
benchQca();
