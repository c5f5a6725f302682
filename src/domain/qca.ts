/** What study.md says of qualitative comparative analysis, and the sets that come of it. */
import type { Name, Place } from './text.js';

/** How numbers become a set. */
export interface Calibration {
  method: 'as-given' | 'direct' | 'linear' | 'ecdf' | 'indirect' | 'crisp' | 'ranks';
  /**
   * Of `direct`, `linear` and `ecdf` the anchors of exclusion, crossover and inclusion, of a bell those of its rise and its fall;
   * of `crisp` and `indirect` the cuts, rising; of the others none.
   */
  thresholds: number[];
  /** Of `direct`: the membership at the anchor of inclusion. */
  idm: number;
  /** Of `linear`: how the lines bend below and above a membership of 0.5; 1 is straight. */
  exponents: [number, number];
}

/** A component or an attribute of the cases that becomes a set. Its name is as written. */
export interface Condition extends Name {
  kind: 'component' | 'attribute';
  /** Of an attribute. */
  calibration: Calibration | null;
  /** Its name in expressions. */
  label: Name | null;
  /** Levels that are expected to contribute to the outcome, `+` the highest and `-` the lowest; null where study.md does not say. */
  expects: { levels: number[] | '+' | '-'; place: Place } | null;
}

/** What can be done where a mark has no membership. */
export const unclearTreatments = ['complete', 'leave-out-condition', 'leave-out-case'] as const;

/** What is done where a mark has no membership. */
export type UnclearTreatment = (typeof unclearTreatments)[number];

/** Which covers a solution can list. */
export const modelChoices = ['minimal', 'irredundant'] as const;

/** Which covers a solution lists: those of the fewest terms, or all from which no term can be taken. */
export type ModelChoice = (typeof modelChoices)[number];

/** What is not said is null or empty: the analysis has its own defaults. */
export interface QcaPlan {
  /** An attribute in the place of the component that `outcome:` of the study names. */
  outcome: Condition | null;
  nCut: number | null;
  inclCut: [number] | [number, number] | null;
  priCut: number | null;
  unclear: UnclearTreatment;
  rowDominance: boolean;
  models: ModelChoice;
  /** Contradictory rows may be taken as positive, like remainders. */
  includeContradictions: boolean;
}

/** A set: crisp, multi-value (levels from 0) or fuzzy. */
export interface SetColumn {
  label: string;
  /** 2 for crisp and fuzzy sets. */
  levels: number;
  isFuzzy: boolean;
}

/** Complete data: no value is missing. */
export interface DataSet {
  conditions: SetColumn[];
  outcome: SetColumn;
  rows: { case: string; values: number[]; outcome: number }[];
}
