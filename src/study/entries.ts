/** Lists of entries, evidence and expectations that several rooms use. */
import { symbolOf } from './legend.js';
import type { Case, CoderRating, Entry, Evidence, Holder, Study, Target } from '../domain/study.js';
import type { Proposition } from '../domain/framework.js';
import type { PropositionRule } from '../domain/protocol.js';
import type { Source } from '../domain/source.js';
import { componentsOf, propositionsOf } from './framework.js';
import { keyOfThing, keyOfUnit } from './keys.js';
import { normaliseId } from '../text/names.js';

/** Every entry of every case, in the order of the notes; repeated ones too. */
export function entriesOf({ cases }: { cases: Pick<Case, 'entries' | 'repeated'>[] }): Entry[] {
  return cases.flatMap(({ entries, repeated }) => [...entries.values(), ...repeated]);
}

/** The pieces of evidence in an entry. */
export function evidenceIn(entry: Entry): Evidence[] {
  return entry.parts.filter((part) => part.type === 'evidence');
}

/** Every piece of evidence with the entry that holds it. */
export function evidenceOf(study: Pick<Study, 'cases'>): { entry: Entry; evidence: Evidence }[] {
  return entriesOf(study).flatMap((entry) =>
    evidenceIn(entry).map((evidence) => ({ entry, evidence })),
  );
}

/** Whose view a source gives: self-report, insider, independent or scholarly; null where the source does not say. */
export function perspectiveOf({ attributes }: Pick<Source, 'attributes'>): string | null {
  const perspective = attributes.get('perspective');
  return typeof perspective === 'string' ? perspective : null;
}

/** Who cites a record, by its key, each once: entries by evidence or text, findings and sections by text. */
export function usesOfRecords(study: Pick<Study, 'cases' | 'references'>): Map<string, Holder[]> {
  const uses = new Map<string, Map<string, Holder>>();
  const add = (key: string, holder: Holder) => {
    const holders = uses.get(key) ?? new Map<string, Holder>();
    uses.set(key, holders.set(keyOfThing(holder), holder));
  };
  for (const { entry, evidence } of evidenceOf(study)) {
    const { record } = evidence.resolved;
    if (record) add(record.key, { kind: 'entry', id: entry.component.id, case: entry.case });
  }
  for (const { target, holder } of study.references) {
    if (target?.kind === 'record' && holder) add(target.id, holder);
  }
  return new Map([...uses].map(([key, holders]) => [key, [...holders.values()]]));
}

/** Entries with findings that lead to no record, neither by a piece of evidence nor by a citation in their text. */
export function claimsWithoutEvidence(study: Pick<Study, 'cases' | 'references'>): Entry[] {
  const cites = new Set(
    study.references.flatMap(({ holder, target }) =>
      holder?.kind === 'entry' && target?.kind === 'record'
        ? [keyOfUnit(holder.case, holder.id)]
        : [],
    ),
  );
  return entriesOf(study).filter((entry) => {
    // Beside a word of absence, the text explains why there is no evidence.
    if (entry.state !== 'rated' && entry.state !== 'not-rated') return false;
    const hasFinding = entry.parts.some(({ type }) => type === 'finding');
    return (
      hasFinding &&
      evidenceIn(entry).length === 0 &&
      !cites.has(keyOfUnit(entry.case, entry.component.id))
    );
  });
}

/** What a proposition expects where success is seen, and who says so. */
export interface Expectation {
  proposition: Proposition;
  /** A symbol as the framework or the legend writes it; null without a sign. */
  expects: string | null;
  /** The study's own rule, where the proposition itself gives no sign. */
  rule: PropositionRule | null;
}

/** The expectation of every proposition, by its id. The framework's sign overrides study.md; of two rules the first counts. */
export function expectationsOf({
  framework,
  protocol,
}: Pick<Study, 'framework' | 'protocol'>): Map<string, Expectation> {
  const usable = protocol.propositionRules.filter(
    ({ expects }) => symbolOf(expects, protocol.legend) !== null,
  );
  return new Map(
    propositionsOf(framework).map((proposition) => {
      const rule =
        proposition.expects === null
          ? usable.find((each) => normaliseId(each.proposition.text) === proposition.id)
          : undefined;
      const expects =
        proposition.expects ?? (rule ? symbolOf(rule.expects, protocol.legend) : null);
      return [proposition.id, { proposition, expects, rule: rule ?? null }];
    }),
  );
}

/**
 * The components that each item of study.md names, by the item's id: it links to an entry of theirs, to a dimension that holds
 * them, cites a proposition stated under them, or cites an item that does one of these itself.
 */
export function componentsNamed(
  study: Pick<Study, 'references' | 'framework' | 'protocol'>,
): Map<string, Set<string>> {
  const direct = new Map<string, Set<string>>();
  const cited: [string, string][] = [];
  for (const { holder, target } of study.references) {
    if (holder?.kind !== 'item' || !target) continue;
    if (target.kind === 'item') cited.push([holder.id, target.id]);
    const names = direct.get(holder.id) ?? new Set<string>();
    for (const id of componentsBehind(study, target)) names.add(id);
    direct.set(holder.id, names);
  }
  const named = new Map([...direct].map(([id, names]) => [id, new Set(names)]));
  for (const [from, to] of cited) for (const id of direct.get(to) ?? []) named.get(from)?.add(id);
  return named;
}

function componentsBehind({ framework }: Pick<Study, 'framework'>, target: Target): string[] {
  switch (target.kind) {
    case 'entry':
      return [target.id];
    case 'dimension':
      return (
        framework.dimensions.find(({ id }) => id === target.id)?.components.map(({ id }) => id) ??
        []
      );
    case 'proposition':
      return componentsOf(framework).flatMap(({ id, propositions }) =>
        propositions.some((each) => each.id === target.id) ? [id] : [],
      );
    default:
      return [];
  }
}

/** A component of a case with what each coder said of it, in their order; null for one who said nothing. */
export interface Unit {
  case: string;
  component: string;
  ratings: (CoderRating | null)[];
}

/** Every unit that a coder rated, in the order of the framework and of the cases. A word of absence is a mark too. */
export function unitsOf({
  coding,
  cases,
  framework,
}: Pick<Study, 'coding' | 'cases' | 'framework'>): Unit[] {
  const given = coding.coders.map(({ ratings }) => {
    const marked = ratings.filter(({ state }) => state !== 'not-rated' && state !== 'missing');
    return new Map(marked.map((rating) => [keyOfUnit(rating.case, rating.component.id), rating]));
  });
  return componentsOf(framework).flatMap(({ id: component }) =>
    cases
      .map(({ id }) => ({
        case: id,
        component,
        ratings: given.map((marks) => marks.get(keyOfUnit(id, component)) ?? null),
      }))
      .filter(({ ratings }) => ratings.some((rating) => rating !== null)),
  );
}

/** Two coders gave different marks. */
export function isDisputed({ ratings }: Pick<Unit, 'ratings'>): boolean {
  const marks = ratings.flatMap((rating) => (rating ? [rating.rating ?? rating.state] : []));
  return new Set(marks).size > 1;
}
