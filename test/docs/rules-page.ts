/** The rules as sections of docs/rules.md, each with one example: the message of its `not-ok` study, and the line it means. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rules } from '../../src/check/rules.js';

const home = 'test/check';

/** A table of all rules, in the order in which they run. */
export function ruleTable(): string {
  const rows = Array.from(
    rules.values(),
    ({ id, severity, description }) => `| [\`${id}\`](#${id}) | ${severity} | ${description} |`,
  );
  return ['| rule | severity | what holds |', '| --- | --- | --- |', ...rows].join('\n');
}

/** A section for each rule, under a heading that is its address. */
export function ruleSections(): string {
  return Array.from(rules.values(), ({ id, severity, description, note }) =>
    [`## ${id}`, description, `Severity: ${severity}.`, `Why: ${note}`, ...example(id)].join(
      '\n\n',
    ),
  ).join('\n\n');
}

interface Said {
  file: string;
  line: number;
  /** As the terminal prints it. */
  text: string;
}

/** One example: the first message whose line is not blank, or else the first message alone. */
function example(id: string): string[] {
  const folder = path.posix.join(home, id, 'not-ok');
  const messages = readFileSync(path.join(folder, 'messages.txt'), 'utf8').trim().split('\n');
  const said = messages.map(readMessage);
  const shown = said.find((each) => lineOf(folder, each).trim() !== '') ?? said[0];
  if (!shown) throw new Error(`${folder}/messages.txt is empty`);
  const line = lineOf(folder, shown);
  return [
    `For example, in [${shown.file}](../${folder}/${shown.file}):`,
    ...(line.trim() === '' ? [] : [fenced(line, languageOf(shown.file))]),
    fenced(shown.text, 'text'),
  ];
}

function readMessage(text: string): Said {
  const [, file = '', line = '', column = '', rest = ''] =
    /^(.*?):(\d+):(\d+)-\d+:\d+ (.*)$/.exec(text) ?? [];
  return { file, line: Number(line), text: `${file}:${line}:${column} ${rest}` };
}

function lineOf(folder: string, { file, line }: Said): string {
  // Bytes that are not UTF-8 are shown as the sign that stands for them.
  const lines = readFileSync(path.join(folder, file)).toString('utf8').split(/\r?\n/);
  const text = lines[line - 1] ?? '';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const longest = 200;

function languageOf(file: string): string {
  const extension = path.extname(file).slice(1);
  return extension === 'md'
    ? 'markdown'
    : extension === 'yaml' || extension === 'csv'
      ? extension
      : 'text';
}

/** A fence that is longer than any in the text. */
function fenced(text: string, language: string): string {
  const fence = /`{3,}/.test(text) ? '`````' : '```';
  return [`${fence}${language}`, text, fence].join('\n');
}
