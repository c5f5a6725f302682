import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { DataSet } from '../../../src/model.js';

export interface Run {
  args: { negateOutcome: boolean; inclCut: number | number[]; nCut: number; priCut: number };
  necessity?: {
    single?: { condition: string; level: number; inclN: number | 'NaN'; RoN: number | 'NaN'; covN: number | 'NaN' }[];
    superSubset?: { expressions: { error: string } | { expr: string; inclN: number; RoN: number; covN: number }[] };
  };
}

export interface Problem {
  id: string;
  data: { conditions: string[]; outcome: string; levels: number[]; fuzzy: boolean[]; caseIds: string[]; values: number[][] };
  runs: Run[];
}

/** One file of the reference values (test/fixtures/reference/README.md); the caller says what it holds. */
export function readReference(name: string): unknown {
  const path = new URL(`../../fixtures/reference/qca/${name}.json.gz`, import.meta.url);
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8'));
}

/** The data sets of a file, with what R found in them. */
export function problemsOf(name: string): Problem[] {
  // The files are fixtures of this repository, whose form their README gives.
  return (readReference(name) as { problems: Problem[] }).problems;
}

/** A problem's data as the analysis takes them. */
export function dataOf({ data }: Problem): DataSet {
  const { conditions, outcome, levels, fuzzy, caseIds, values } = data;
  return {
    conditions: conditions.map((label, at) => ({ label, levels: levels[at] ?? 2, isFuzzy: fuzzy[at] ?? false })),
    outcome: { label: outcome, levels: 2, isFuzzy: values.some((row) => !Number.isInteger(row.at(-1))) },
    rows: values.map((row, at) => ({ case: caseIds[at] ?? '', values: row.slice(0, -1), outcome: row.at(-1) ?? 0 })),
  };
}
