/** What pieces of evidence weigh together: for the analysis, and for the rules that study.md sets for a rating. */
import type { Entry, Evidence, Record } from '../domain/study.js';
import type { EvidenceMeasure, EvidenceRule, LoneBasis, Protocol } from '../domain/protocol.js';
import type { Source } from '../domain/source.js';
import { evidenceMeasures } from '../domain/protocol.js';
import { keyOf } from '../text/names.js';
import { evidenceIn, perspectiveOf } from './entries.js';
import { keyOfSource } from './keys.js';

/** Records, sources and their kinds, each once. What cites no record that the study has is a piece and nothing more. */
interface Basis {
  pieces: number;
  records: Record[];
  sources: Source[];
  kinds: string[];
  /** Without the default of sources that state none, which makes no second kind. */
  statedKinds: string[];
  /** Those that sources state; one that is not stated is none. */
  perspectives: string[];
  /** All that there is comes from one source. */
  isSingleVoice: boolean;
  /** What there is, is nothing else than: never so of no evidence at all. */
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

/** In any spelling, so that `Interview` and `interview` are not two kinds. */
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

/** What a rule asks and the evidence does not give. */
type Shortfall =
  | { what: EvidenceMeasure; has: number; needs: number }
  | { what: LoneBasis; has: null; needs: null };

/** What a rating's own rules of evidence say of its entry. */
export interface Ruling {
  rules: EvidenceRule[];
  /** Of what speaks for the rating: counter-evidence does not bear it out. */
  basis: Basis;
  missing: Shortfall[];
}

/** Holds an entry to the rules for its rating and for any; null where there are none, or no rating. */
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

/** How much of something there is. */
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
