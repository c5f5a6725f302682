/** The reference values of test/fixtures/reference/qca, and how the data of a problem become a data set. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { defaultCaps, type Options } from '../../../src/analyse/qca/search/caps.js';
import type { Settings } from '../../../src/analyse/qca/search/settings.js';
import type { Model } from '../../../src/analyse/qca/schema.js';
import type { DataSet } from '../../../src/domain/qca.js';

export interface ReferenceSolution {
  status: 'ok' | 'error' | 'timeout';
  message?: string;
  primeImplicants: { expr: string; covers: number[] }[];
  models: ReferenceModel[];
  essential: string[];
  simplifyingAssumptions: number[][];
  modelCount: number;
  modelsSha256: string;
  modelsTruncated?: unknown;
}

export type Value = number | 'NaN' | null;

export interface ReferenceModel {
  terms: string[];
  fit: {
    terms: { term: string; inclS: Value; PRI: Value; covS: Value; covU: Value }[];
    solution: { inclS: Value; PRI: Value; covS: Value };
  };
}

export interface ReferencePair {
  conservativeModel: string[];
  parsimoniousModel: string[];
  easyCounterfactuals: number[];
  difficultCounterfactuals: number[];
  primeImplicants: { expr: string; covers: number[] }[];
  models: ReferenceModel[];
  modelCount: number;
  modelsSha256: string;
  essential: string[];
}

export interface ReferenceRun {
  args: {
    outcome: string;
    negateOutcome: boolean;
    inclCut: [number] | [number, number];
    nCut: number;
    priCut: number;
  };
  truthTable: {
    status: 'ok' | 'error';
    message?: string;
    rows: {
      row: number;
      values: number[];
      out: string;
      n: number;
      incl: Value;
      pri: Value;
      cases: string[];
      dcc: string[];
      belowNCut: boolean;
      outIfKept?: string;
    }[];
  };
  solutions?: {
    [
      key in
        | 'conservative'
        | 'parsimonious'
        | 'conservativeAllSol'
        | 'parsimoniousAllSol'
        | 'parsimoniousRowDom'
    ]?: ReferenceSolution;
  } & {
    conservativeInclC?: ReferenceSolution;
    parsimoniousInclC?: ReferenceSolution;
    intermediate?: {
      dirExp: string[];
      result: {
        status: string;
        message?: string;
        intermediate: ReferencePair[];
        pairCount: number;
        pairsTruncated?: unknown;
      };
    }[];
    contradictorySimplifyingAssumptions?: { status: string; rows: number[] };
    simultaneousSubsetRows?: { status: string; rows: number[] };
    enhanced?: { excludedRows: number[]; parsimonious: ReferenceSolution };
  };
}

export interface ReferenceProblem {
  id: string;
  kind: 'cs' | 'mv' | 'fs' | 'mixed';
  data: {
    conditions: string[];
    outcome: string;
    levels: number[];
    fuzzy: boolean[];
    caseIds: string[];
    values: number[][];
  };
  runs: ReferenceRun[];
}

/** A gzipped file of reference values. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- says what the file holds
export function loadReference<T>(name: string): T {
  const bytes = readFileSync(`test/fixtures/reference/qca/${name}.json.gz`);
  // Written by another program: its shape is told in the README beside it.
  return JSON.parse(gunzipSync(bytes).toString()) as T;
}

const solvedFiles = ['classic', 'random-cs', 'random-mv', 'random-fs', 'random-big'];

/** Every problem and run with a truth table of its own. */
export function everyRun(): { name: string; problem: ReferenceProblem; run: ReferenceRun }[] {
  return solvedFiles.flatMap((file) =>
    loadReference<{ problems: ReferenceProblem[] }>(file).problems.flatMap((problem) =>
      problem.runs.map((run) => ({
        name: `${file} ${problem.id} ${JSON.stringify(run.args)}`,
        problem,
        run,
      })),
    ),
  );
}

export function dataOf({ data }: ReferenceProblem): DataSet {
  return {
    conditions: data.conditions.map((label, at) => ({
      label,
      levels: data.levels[at]!,
      isFuzzy: data.fuzzy[at]!,
    })),
    outcome: { label: data.outcome, levels: 2, isFuzzy: true },
    rows: data.values.map((values, at) => ({
      case: data.caseIds[at]!,
      values: values.slice(0, -1),
      outcome: values.at(-1)!,
    })),
  };
}

export function settingsOf(
  { args }: Pick<ReferenceRun, 'args'>,
  other: Partial<Settings> = {},
): Settings {
  const { nCut, inclCut, priCut } = args;
  const rest = {
    rowDominance: false,
    models: 'minimal' as const,
    includeContradictions: false,
    expectations: [],
  };
  return { nCut, inclCut, priCut, ...rest, ...other };
}

/** `DEV`, `~DEV`, `DEV[1,2]` as levels by condition; for the absence of the outcome as what is expected for the outcome. */
export function expectationsOf(
  dirExp: string[],
  { data }: ReferenceProblem,
  isNegated: boolean,
): Settings['expectations'] {
  return data.conditions.map((label, at) => {
    const said = dirExp.find((item) => item.replace(/^~|\[.*\]$/g, '') === label);
    if (said === undefined) return null;
    const levels = /\[(.*)\]/.exec(said)?.[1]?.split(',').map(Number) ?? [
      said.startsWith('~') ? 0 : 1,
    ];
    if (!isNegated) return levels;
    return Array.from({ length: data.levels[at]! }, (_, level) => level).filter(
      (level) => !levels.includes(level),
    );
  });
}

export const generous: Options = {
  caps: {
    ...defaultCaps,
    models: 300_000,
    terms: Infinity,
    listedPrimeImplicants: 100_000,
    rows: 10_000_000,
    pairs: 100_000,
  },
};

export function hashOf(models: Pick<Model, 'expression'>[]): string {
  const lines = models.map(({ expression }) => expression).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

export const sorted = <T>(list: Iterable<T>): T[] =>
  [...list].sort((a, b) => (a < b ? -1 : Number(a > b)));

/** The one run in which R's floating point puts an inclusion of exactly 0.8 below the cut-off of 0.8. */
export function isRoundedByR({
  problem,
  run,
}: {
  problem: ReferenceProblem;
  run: ReferenceRun;
}): boolean {
  return problem.id === 'fs-043' && run.args.inclCut.length === 2;
}
