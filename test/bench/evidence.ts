/** How long it takes to find quotations again: studies of thousands of quotes, and transcripts of thousands of records. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { VFile } from 'vfile';
import { check } from '../../src/check/index.js';
import { readTemplates } from '../../src/world/package-files.js';
import type { Input } from '../../src/domain/input.js';
import { gather } from '../../src/gather/index.js';
import type { Framework } from '../../src/domain/framework.js';
import { componentsOf } from '../../src/study/framework.js';
import { parse } from '../../src/parse/index.js';
import { parseFramework } from '../../src/parse/framework/framework.js';
import { copyOf } from './notes.js';

const syllables = 'ba de fo gi ku la me no pi ru sa te vo wi xu za'.split(' ');
const han = '部门上级安排任务窗口人员办理信息系统共享数据领导中心服务审批改革责任';

/** Numbers at random, the same for each run. */
function drawing(seed: number): (below: number) => number {
  const generator = xoroshiro128plus(seed);
  return (below) => uniformInt(generator, 0, below - 1);
}

function sentence(draw: (below: number) => number): string {
  if (draw(4) === 0)
    return `${Array.from({ length: 12 + draw(20) }, () => han.charAt(draw(han.length))).join('')}。`;
  const words = Array.from({ length: 8 + draw(16) }, () =>
    Array.from({ length: 1 + draw(3) }, () => syllables[draw(16)] ?? '').join(''),
  );
  const [first = '', ...others] = words;
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${others.join(draw(6) === 0 ? ', ' : ' ')}.`;
}

/** Words of a record as notes quote them: as they are, spelt otherwise, cut, and now and then wrong. */
function quoteOf(sentences: string[], draw: (below: number) => number): string {
  const at = draw(Math.max(1, sentences.length - 3));
  const [first = '', second = '', third = ''] = sentences.slice(at);
  switch (draw(10)) {
    case 0:
      return `“${first}  ${second}”`;
    case 1:
      return `${first.slice(0, -1)} … ${third}`;
    case 2:
      return `${first.replace(/(\S+) (\S+) (\S+)/, '$1 [they] $3')} ${second}`;
    case 3:
      return draw(5) === 0 ? first.replace(/(\S+) (\S+)$/, '$1 changed') : `[…] ${second}`;
    default:
      return `${first} ${second}`;
  }
}

const protocol = (cases: string[]) => `---
title: A generated study
framework: bryson-extended
cases: [${cases.join(', ')}]
ratings:
  "+": { label: favours, membership: 1 }
  "-": { label: hinders, membership: 0 }
---
`;

interface Size {
  cases: number;
  /** In each case. */
  quotes: number;
  records: number;
  /** Characters, about. */
  recordLength: number;
}

/** A study of cases with as many records and quotes of them; about one quote in 50 is wrong. */
async function generateQuotes({ cases, quotes, records, recordLength }: Size): Promise<Input> {
  const templates = await readTemplates();
  const titles = componentsOf(frameworkIn(templates)).map(({ title }) => title);
  const ids = Array.from({ length: cases }, (_, index) => `case-${String(index + 1)}`);
  const texts = new Map([['study.md', protocol(ids)]]);
  for (const [number, id] of ids.entries()) {
    const draw = drawing(number);
    const held = Array.from({ length: records }, (_, index) => {
      const sentences: string[] = [];
      for (let length = 0; length < recordLength; length += sentences.at(-1)?.length ?? 1)
        sentences.push(sentence(draw));
      return { id: `R${String(number * records + index)}`, sentences };
    });
    const evidence = Array.from({ length: quotes }, () => {
      const record = held[draw(held.length)];
      return record ? `> ${record.id}: ${quoteOf(record.sentences, draw)}\n` : '';
    });
    const share = Math.ceil(quotes / titles.length);
    const entries = titles.map(
      (title, at) =>
        `### ${title} (+)\n\n${evidence.slice(at * share, (at + 1) * share).join('\n')}`,
    );
    texts.set(`${id}.md`, `# Case ${id}\n\n${entries.join('\n')}`);
    const lines = held.map((record) => `${record.id}: ${record.sentences.join(' ')}\n`);
    texts.set(
      `sources/${id}.md`,
      `---\ncase: ${id}\nkind: interview\n---\n\n## S${String(number)}\n\n${lines.join('\n')}`,
    );
  }
  return inputOf(texts, templates);
}

/** One transcript: a source whose records stand line by line in one paragraph, each of about 50 characters. */
async function generateTranscript(records: number, quotes: number): Promise<Input> {
  const draw = drawing(records);
  const lines = Array.from(
    { length: records },
    (_, index) => `R${String(index)}: ${sentence(draw).slice(0, 45)}`,
  );
  const evidence = Array.from({ length: quotes }, () => `> ${lines[draw(records)] ?? ''}\n`);
  const texts = new Map([
    ['study.md', protocol(['a'])],
    ['a.md', `# A\n\n### Leadership (+)\n\n${evidence.join('\n')}`],
    ['sources/a.md', `---\nkind: interview\n---\n\n## S\n\n${lines.join('\n')}\n`],
  ]);
  return inputOf(texts, await readTemplates());
}

function frameworkIn(templates: Input['templates']): Framework {
  const find = (id: string) => templates.get(`frameworks/${id}.md`) ?? null;
  const file = find('bryson-extended');
  if (!file) throw new Error('bryson-extended is missing');
  return parseFramework(file, find).framework;
}

function inputOf(texts: Map<string, string>, templates: Input['templates']): Input {
  const files = new Map(
    [...texts].sort().map(([path, value]) => [path, new VFile({ path, value })]),
  );
  return { folder: 'generated', files, images: new Map(), paths: new Set(files.keys()), templates };
}

async function stagesOf(input: Input): Promise<{ times: number[]; cpu: number; found: number }> {
  const fresh = copyOf(input);
  const before = process.cpuUsage();
  const at = [performance.now()];
  const parsed = await parse(fresh);
  at.push(performance.now());
  const study = gather(fresh, parsed);
  at.push(performance.now());
  const messages = check(study);
  at.push(performance.now());
  const times = at.slice(1).map((end, index) => end - (at[index] ?? 0));
  const { user, system } = process.cpuUsage(before);
  return {
    times,
    cpu: (user + system) / 1000,
    found: messages.filter(({ ruleId }) => ruleId === 'quote-matches-record').length,
  };
}

function row(label: string, cells: string[]): void {
  process.stdout.write(`${label.padEnd(34)}${cells.map((cell) => cell.padStart(11)).join('')}\n`);
}

/** Prints the time of each stage, and how the time of the processor grows from line to line: 2.0 is linear where the size is doubled. */
async function print(sizes: { label: string; make: () => Promise<Input> }[]): Promise<void> {
  row('', ['parse', 'gather', 'check', 'all', 'processor', 'x before', 'misquotes']);
  let before: number | null = null;
  for (const { label, make } of sizes) {
    const { times, cpu, found } = await stagesOf(await make());
    const whole = times.reduce((sum, time) => sum + time, 0);
    const growth = before === null ? '' : (cpu / before).toFixed(1);
    row(label, [
      ...[...times, whole, cpu].map((time) => `${(time / 1000).toFixed(2)} s`),
      growth,
      String(found),
    ]);
    before = cpu;
  }
}

/** Prints the tables. */
export async function benchEvidence(): Promise<void> {
  process.stdout.write(
    '\nQuotations found again in their records: parse, gather and check, in memory\n',
  );
  await print(
    [50, 100, 200].map((cases) => ({
      label: `${String(cases)} cases, ${String(cases * 20)} quotes, ${String(cases / 10)} MB`,
      make: () => generateQuotes({ cases, quotes: 20, records: 20, recordLength: 4600 }),
    })),
  );
  process.stdout.write('\nOne transcript in one paragraph, 500 quotes of it\n');
  await print(
    [5000, 10000, 20000].map((records) => ({
      label: `${String(records)} record lines`,
      make: () => generateTranscript(records, 500),
    })),
  );
}
