/** What pieces of evidence weigh together: for the analysis, and for the rules that study.md sets for a rating. */
import type { Entry, Evidence, Record } from '../domain/study.js';
import type { EvidenceMeasure, EvidenceRule, LoneBasis, Protocol } from '../domain/protocol.js';
import type { Source } from '../domain/source.js';
import { evidenceMeasures } from '../domain/protocol.js';
import { keyOf } from '../text/names.js';
import { evidenceIn, perspectiveOf } from './entries.js';
import { keyOfSource } from './keys.js';

/** Distinct records, sources and kinds. Evidence without a known record counts only as a piece. */
interface Basis {
  pieces: number;
  records: Record[];
  sources: Source[];
  kinds: string[];
  /** Stated kinds only: the default kind must not count as a second one. */
  statedKinds: string[];
  /** Only perspectives that sources state. */
  perspectives: string[];
  /** All of the evidence comes from one source. */
  isSingleVoice: boolean;
  /** True where all of the evidence is of that sort; false where there is none. */
  isAll: { [B in LoneBasis]: boolean };
}

/** Weighs pieces of evidence. */
export function weighPieces(pieces: Evidence[]): Basis {
  const sources = [
    ...new Map(
      pieces.flatMap(({ resolved: { source } }) => (source ? [[keyOfSource(source), source]] : [])),
    ).values(),
  ];
  const isAll = (is: (piece: Evidence) => boolean) => pieces.length > 0 && pieces.every(is);
  return {
    pieces: pieces.length,
    records: [
      ...new Map(
        pieces.flatMap(({ resolved: { record } }) => (record ? [[record.key, record]] : [])),
      ).values(),
    ],
    sources,
    kinds: eachOnce(sources.map(({ kind }) => kind)),
    statedKinds: eachOnce(
      sources.flatMap(({ kind, isKindStated }) => (isKindStated ? [kind] : [])),
    ),
    perspectives: eachOnce(sources.flatMap((source) => perspectiveOf(source) ?? [])),
    isSingleVoice: sources.length === 1 && pieces.every(({ resolved }) => resolved.source !== null),
    isAll: {
      'self-report': isAll(
        ({ resolved: { source } }) =>
          source !== null && keyOf(perspectiveOf(source) ?? '') === 'selfreport',
      ),
      translation: isAll(isTranslation),
      paraphrase: isAll(({ kind }) => kind === 'paraphrased'),
    },
  };
}

/** Ignores spelling, so that `Interview` and `interview` are one kind. */
function eachOnce(words: string[]): string[] {
  const first = new Map<string, string>();
  for (const word of words) {
    const key = keyOf(word) || word;
    if (!first.has(key)) first.set(key, word);
  }
  return [...first.values()];
}

/** A translated record whose own words stand neither in the sources nor in the note. */
function isTranslation({ resolved: { record }, original }: Evidence): boolean {
  return (
    record !== null &&
    record.flags.includes('translated') &&
    record.original === null &&
    original === null
  );
}

/** A demand of a rule that the evidence does not meet. */
type Shortfall =
  | { what: EvidenceMeasure; has: number; needs: number }
  | { what: LoneBasis; has: null; needs: null };

/** What a rating's own rules of evidence say of its entry. */
export interface Ruling {
  rules: EvidenceRule[];
  /** Weighs only the evidence for the rating, since counter-evidence cannot support it. */
  basis: Basis;
  missing: Shortfall[];
}

/** Checks an entry against the rules for its rating and for all ratings; null without rules or rating. */
export function ruleOn(
  entry: Entry,
  { evidenceRules }: Pick<Protocol, 'evidenceRules'>,
): Ruling | null {
  const rules =
    entry.state === 'rated'
      ? evidenceRules.filter(({ rating }) => rating === null || rating === entry.rating)
      : [];
  if (rules.length === 0) return null;
  const basis = weighPieces(evidenceIn(entry).filter(({ isCounter }) => !isCounter));
  const short = evidenceMeasures.flatMap((what): Shortfall[] => {
    const needs = Math.max(0, ...rules.map(({ least }) => least[what] ?? 0));
    const has = countOf(basis, what);
    return has < needs ? [{ what, has, needs }] : [];
  });
  const alone = [...new Set(rules.flatMap(({ notAlone }) => notAlone))].filter(
    (what) => basis.isAll[what],
  );
  return {
    rules,
    basis,
    missing: [...short, ...alone.map((what) => ({ what, has: null, needs: null }))],
  };
}

/** The count that a rule compares. */
export function countOf(basis: Basis, measure: EvidenceMeasure): number {
  return measure === 'pieces'
    ? basis.pieces
    : basis[measure === 'kinds' ? 'statedKinds' : measure].length;
}

/**
 * Rated on the favourable side while all that there is are self-reports without a word against: the absence of bad news in a
 * self-report is never evidence for a good rating.
 */
export function isGoodForWantOfBadNews(
  entry: Entry,
  { legend }: Pick<Protocol, 'legend'>,
): boolean {
  const membership =
    legend.find(({ symbol }) => entry.state === 'rated' && symbol === entry.rating)?.membership ??
    0;
  const evidence = evidenceIn(entry);
  return (
    membership > 0.5 &&
    weighPieces(evidence).isAll['self-report'] &&
    !evidence.some(({ isCounter }) => isCounter)
  );
}
