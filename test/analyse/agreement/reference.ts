/** The reference problems of agreement, computed with R (test/fixtures/reference/README.md). */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Matrix } from '../../../src/analyse/agreement/matrix.js';

/** R's NaN stands as a word. */
export type Value = number | 'NaN';

export interface Estimate {
  pa: Value;
  pe: Value;
  value: Value;
  se: Value;
}

export const estimates = [
  'percentAgreement',
  'gwetAC',
  'fleissKappa',
  'congerKappa',
  'brennanPrediger',
  'krippendorffAlphaGwet',
] as const;
export const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export const weightings = ['unweighted', 'linear', 'quadratic', 'ordinal'] as const;

export interface Problem {
  id: string;
  categories: number[];
  raters: number;
  ratings: (number | null)[][];
  published?: { [name: string]: number };
  results: {
    krippendorffAlpha: {
      [metric in (typeof metrics)[number]]: {
        value: Value;
        Do: number;
        De: number;
        n: number;
        units: number;
        coincidence: number[][];
      };
    };
    irrCAC_unweighted: { [name in (typeof estimates)[number]]: Estimate };
    irrCAC_linear: { [name in (typeof estimates)[number]]: Estimate };
    irrCAC_quadratic: { [name in (typeof estimates)[number]]: Estimate };
    irrCAC_ordinal: { [name in (typeof estimates)[number]]: Estimate };
    'irr_kripp.alpha': { [metric in (typeof metrics)[number]]: Value };
    irr_agree_allRaters?: number;
    irr_fleiss_listwise?: { value: Value };
    irr_light_listwise?: Value;
    irr_kappa2?: { [weights in 'unweighted' | 'linear' | 'quadratic']: { value: Value } } & {
      categoriesUsed: number[];
    };
    cohenListwise?: {
      [weights in 'unweighted' | 'linear' | 'quadratic']: {
        po: number;
        pe: number;
        value: Value;
        seNonNull: Value;
        seNull: Value;
      };
    };
    cohenCustomDisagreementWeights?: { weights: number[][]; value: number };
  };
}

export interface Resampling {
  problem: string;
  ratings: (number | null)[][];
  categories: number[];
  indices1Based: number[][];
  alphaNominal: Value[];
  alphaOrdinal: Value[];
  percentileNominal: [number, number, number];
  percentileOrdinal: [number, number, number];
  undefinedNominal: number;
}

function load(name: string): unknown {
  const bytes = readFileSync(`test/fixtures/reference/irr/${name}.json.gz`);
  return (JSON.parse(gunzipSync(bytes).toString()) as { problems: unknown }).problems;
}

const classic = load('classic') as Problem[];
export const problems = [...classic, ...(load('random') as Problem[])];
export const resamplings = load('bootstrap') as Resampling[];

/** Ratings as indices of the full list of categories. */
export function matrixOf({ ratings, categories }: Pick<Problem, 'ratings' | 'categories'>): Matrix {
  return ratings.map((unit) =>
    unit.map((rating) => (rating === null ? null : categories.indexOf(rating))),
  );
}

export function classicProblem(id: string): Problem {
  const found = classic.find((problem) => problem.id === id);
  if (!found) throw new Error(`No reference problem ${id}`);
  return found;
}
