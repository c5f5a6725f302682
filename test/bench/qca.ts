/** How long the exact analysis takes beside R, how that grows with conditions, and where random data stop. */
import { readdirSync, readFileSync } from 'node:fs';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { defaultCaps } from '../../src/analyse/qca/search/caps.js';
import type { Settings } from '../../src/analyse/qca/search/settings.js';
import { analyseDirection } from '../../src/analyse/qca/solve/minimise.js';
import { solveParsimoniously, type Solved } from '../../src/analyse/qca/solve/solutions.js';
import { setTask } from '../../src/analyse/qca/solve/tasks.js';
import { tabulate } from '../../src/analyse/qca/table/truth-table.js';
import type { DataSet } from '../../src/domain/qca.js';

const folder = 'test/fixtures/reference/bench';
const options = { caps: defaultCaps };

interface Answer {
  file: string;
  mode: string;
  failed?: boolean;
  minimize_s: number;
  primeImplicants: number;
  models: number;
}

function answersOf(version: string): Answer[] {
  const lines = readFileSync(`${folder}/results-${version}.jsonl`, 'utf8').trim().split('\n');
  // Written by another program: its shape is told in the README beside it.
  return lines.map((line) => JSON.parse(line) as Answer);
}

/** The crisp data of a file of the reference. */
export function readBenchmark(file: string): DataSet {
  const [head = [], ...lines] = readFileSync(`${folder}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return {
    conditions: head.slice(1, -1).map((label) => ({ label, levels: 2, isFuzzy: false })),
    outcome: { label: head.at(-1) ?? '', levels: 2, isFuzzy: false },
    rows: lines.map(([id = '', ...cells]) => ({
      case: id,
      values: cells.slice(0, -1).map(Number),
      outcome: Number(cells.at(-1)),
    })),
  };
}

/** Cases at random; the outcome follows a short formula, but for a share that is turned round. */
export function makeNoise(conditions: number, cases: number, noise: number, seed: number): DataSet {
  const generator = xoroshiro128plus(seed);
  const draw = () => uniformFloat64(generator);
  const rows = Array.from({ length: cases }, (_, at) => {
    const values = Array.from({ length: conditions }, () => Number(draw() < 0.5));
    const [a, b, c, d, e] = values;
    const outcome = (a === 1 && b === 0) || (c === 1 && d === 1) || (b === 1 && e === 0 && d === 0);
    return { case: `c${String(at)}`, values, outcome: Number(draw() < noise ? !outcome : outcome) };
  });
  const names = Array.from({ length: conditions }, (_, at) => ({
    label: `C${String(at + 1)}`,
    levels: 2,
    isFuzzy: false,
  }));
  return { conditions: names, outcome: { label: 'O', levels: 2, isFuzzy: false }, rows };
}

/** Crisp data as R's `minimize` takes them; presence of each condition is expected to contribute. */
export function plainSettings({ conditions }: DataSet): Settings {
  const rest = { rowDominance: false, models: 'minimal' as const, includeContradictions: false };
  return { nCut: 1, inclCut: [1], priCut: 0, ...rest, expectations: conditions.map(() => [1]) };
}

/** The parsimonious solution only, as it is timed. */
export function solveBenchmark(data: DataSet): Solved {
  const settings = plainSettings(data);
  return solveParsimoniously(
    setTask(tabulate(data, settings, false), { data, settings, isNegated: false, options }),
  );
}

function time<T>(work: () => T): { took: number; result: T } {
  const start = performance.now();
  const result = work();
  return { took: performance.now() - start, result };
}

function judge(answers: Answer[], file: string, { primes, count }: Solved): string {
  const answer = answers.find((item) => item.file === file && item.mode === 'pars');
  if (!answer) return '-';
  if (answer.failed) return 'no answer';
  const isRight = answer.primeImplicants === primes.length && answer.models === count;
  return `${answer.minimize_s.toFixed(1)} s${isRight ? '' : ' wrong'}`;
}

function row(cells: string[]): void {
  const [first = '', ...others] = cells;
  process.stdout.write(`${first.padEnd(12)}${others.map((cell) => cell.padStart(18)).join('')}\n`);
}

const ms = (took: number) => `${took.toFixed(took < 10 ? 1 : 0)} ms`;

/** Prints the table. R's times are those of the reference, on another machine; growth is within this run. */
export function benchQca(): void {
  const [newer, older] = [answersOf('3.25.1'), answersOf('3.23')];
  process.stdout.write(
    '\nAll minimal models of the parsimonious solution; three solutions with fits and assumptions\n',
  );
  row([
    'data',
    'primes',
    'models',
    'cold',
    'warm',
    'x smallest',
    'three, warm',
    'R 3.25.1',
    'R 3.23',
  ]);
  let smallest: number | null = null;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv'))) {
    const data = readBenchmark(file);
    const { took: cold, result } = time(() => solveBenchmark(data));
    const warm = Math.min(...[1, 2, 3, 4, 5].map(() => time(() => solveBenchmark(data)).took));
    const three = Math.min(
      ...[1, 2].map(
        () => time(() => analyseDirection(data, plainSettings(data), false, options)).took,
      ),
    );
    smallest ??= warm;
    const counts = [String(result.primes.length), String(result.count)];
    const growth = (warm / smallest).toFixed(0);
    row([
      file.replace('.csv', ''),
      ...counts,
      ms(cold),
      ms(warm),
      growth,
      ms(three),
      judge(newer, file, result),
      judge(older, file, result),
    ]);
  }
  process.stdout.write('\nNoise: outcomes turned round at random; three solutions\n');
  row(['data', 'noise', 'primes', 'known', 'stopped at', 'three']);
  for (const [conditions, cases, noise] of [
    [20, 200, 0.1],
    [20, 200, 0.5],
    [30, 100, 0.5],
  ] as const) {
    // prettier-ignore
    const data = makeNoise(conditions, cases, noise, 1);
    const { took, result } = time(() =>
      analyseDirection(data, plainSettings(data), false, options),
    );
    const known = result.solutions.find(({ kind }) => kind === 'parsimonious');
    const cells = [
      String(noise),
      String(known?.primeImplicantCount),
      String(known?.modelCount),
      known?.stoppedAt ?? 'no cap',
      ms(took),
    ];
    row([`k${String(conditions)}-n${String(cases)}`, ...cells]);
  }
}
