/** Ways through a gathered study that several stages take. */
import { symbolOf } from './legend.js';
import type { Case, Entry, Evidence, Holder, Proposition, PropositionRule, Study } from './model.js';
import { normaliseId, propositionsOf } from './names.js';

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
  return entriesOf(study).flatMap((entry) => evidenceIn(entry).map((evidence) => ({ entry, evidence })));
}

/** Who cites a record, by its key, each once: entries by evidence or text, findings and sections by text. */
export function usesOfRecords(study: Pick<Study, 'cases' | 'references'>): Map<string, Holder[]> {
  const uses = new Map<string, Map<string, Holder>>();
  const add = (key: string, holder: Holder) => {
    const holders = uses.get(key) ?? new Map<string, Holder>();
    uses.set(key, holders.set(JSON.stringify(holder), holder));
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

/** What a proposition expects where success is seen, and who says so. */
export interface Expectation {
  proposition: Proposition;
  /** A symbol as the framework or the legend writes it; null without a sign. */
  expects: string | null;
  /** The study's own rule, where the proposition itself gives no sign. */
  rule: PropositionRule | null;
}

/** The expectation of every proposition, by its id. The framework's own sign is never overruled; of two rules the first counts. */
export function expectationsOf({ framework, protocol }: Pick<Study, 'framework' | 'protocol'>): Map<string, Expectation> {
  const usable = protocol.propositionRules.filter(({ expects }) => symbolOf(expects, protocol.legend) !== null);
  return new Map(
    propositionsOf(framework).map((proposition) => {
      const rule = proposition.expects === null ? usable.find((each) => normaliseId(each.proposition.text) === proposition.id) : undefined;
      const expects = proposition.expects ?? (rule ? symbolOf(rule.expects, protocol.legend) : null);
      return [proposition.id, { proposition, expects, rule: rule ?? null }];
    }),
  );
}
