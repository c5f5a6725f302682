/** What a public report may print of a source: what its access and the consent of its respondent allow. */
import type { Consent, Respondent, Source, SourceRecord } from '../../domain/source.js';
import type { Evidence, Study } from '../../domain/study.js';
import type { Place, Withheld } from '../../domain/text.js';
import { keyOf } from '../../text/names.js';

/** Why the words of a source may not be printed; null where they may. */
export interface Level {
  /** Words as they were said or written, and originals in their own language. */
  verbatim: Withheld | null;
  /** Paraphrases of it, its title and its attributes. */
  paraphrased: Withheld | null;
}

/** The level of each thing of a study; `content` is that of its own words. */
export interface Levels {
  ofSource: (source: Source) => Level;
  ofRecord: (record: Pick<SourceRecord, 'place' | 'form'>) => Level & { content: Withheld | null };
  ofEvidence: (evidence: Evidence) => Level & { content: Withheld | null };
}

const open: Level = { verbatim: null, paraphrased: null };

/** The level of every source, record and piece of evidence. */
export function levelsOf(study: Pick<Study, 'sources' | 'register'>): Levels {
  const consents = consentsOf(study);
  const ofSource = new Map(
    study.sources.map((source) => [source, levelOf(source, consents.get(source) ?? null)]),
  );
  // Gathering copies a record, but the place in the copy is the same object.
  const sourceAt = new Map<Place, Source>(
    study.sources.flatMap((source) => source.records.map(({ place }) => [place, source] as const)),
  );
  const isGuarded =
    study.register !== null || [...ofSource.values()].some(({ verbatim }) => verbatim !== null);
  // A quotation whose record is not found may come from any source.
  const unknown: Level = isGuarded
    ? { verbatim: 'unknown-source', paraphrased: 'unknown-source' }
    : open;
  const levelAt = (source: Source | null | undefined) =>
    source ? (ofSource.get(source) ?? unknown) : unknown;
  return {
    ofSource: levelAt,
    ofRecord: ({ place, form }) => withContent(levelAt(sourceAt.get(place)), form === 'verbatim'),
    ofEvidence: ({ resolved, kind }) => withContent(levelAt(resolved.source), kind === 'verbatim'),
  };
}

function withContent(level: Level, isVerbatim: boolean): Level & { content: Withheld | null } {
  return { ...level, content: isVerbatim ? level.verbatim : level.paraphrased };
}

function levelOf(source: Source, consent: Consent | null): Level {
  if (isRestricted(source)) return { verbatim: 'restricted', paraphrased: 'restricted' };
  if (consent === 'none') return { verbatim: 'no-consent', paraphrased: 'no-consent' };
  return consent === 'paraphrase' ? { verbatim: 'paraphrase-only', paraphrased: null } : open;
}

/** Whether a source has any access but `public`: a typing error must not open it. */
export function isRestricted(source: Source): boolean {
  const access = accessOf(source);
  return access !== null && keyOf(access) !== 'public';
}

/** The access of a source, as written; null if it has none. If two spellings of the key differ in value, the one that is not `public`. */
export function accessOf({ attributes }: Pick<Source, 'attributes'>): string | null {
  const written = [...attributes].flatMap(([name, value]) =>
    keyOf(name) === 'access' ? [String(value)] : [],
  );
  return written.findLast((access) => keyOf(access) !== 'public') ?? written[0] ?? null;
}

/** A source in which a respondent speaks. */
export function isInterview({ kind }: Pick<Source, 'kind'>): boolean {
  return keyOf(kind) === 'interview';
}

/** The consent of each source that stands for a respondent or should, `none` where the register lacks it; empty without a register. */
export function consentsOf(study: Pick<Study, 'sources' | 'register'>): Map<Source, Consent> {
  if (!study.register) return new Map();
  const registered = registeredOf(study);
  return new Map(
    study.sources.flatMap((source): [Source, Consent][] => {
      const consent = registered.get(source) ?? (isInterview(source) ? 'none' : null);
      return consent === null ? [] : [[source, consent]];
    }),
  );
}

/** The consent of each source that the register names. If two cases have a source D, a bare `D` gives both `none`. */
export function registeredOf({
  sources,
  register,
}: Pick<Study, 'sources' | 'register'>): Map<Source, Consent> {
  const written = strictestOf(register?.respondents ?? []);
  const shared = new Map<string, number>();
  for (const { id } of sources) shared.set(nameOf(id), (shared.get(nameOf(id)) ?? 0) + 1);
  return new Map(
    sources.flatMap((source): [Source, Consent][] => {
      const { id, case: inCase } = source;
      const bare = written.get(nameOf(id));
      const own = [
        inCase === null ? undefined : written.get(nameOf(`${inCase}/${id}`)),
        shared.get(nameOf(id)) === 1 ? bare : undefined,
      ];
      const consent =
        strictness.find((each) => own.includes(each)) ?? (bare === undefined ? null : 'none');
      return consent === null ? [] : [[source, consent]];
    }),
  );
}

const strictness: Consent[] = ['none', 'paraphrase', 'quote'];

/** The consent by source; of two respondents under one source the stricter counts. */
function strictestOf(respondents: Respondent[]): Map<string, Consent> {
  const consents = new Map<string, Consent>();
  for (const { source, consent } of respondents) {
    const before = consents.get(nameOf(source));
    if (before === undefined || strictness.indexOf(consent) < strictness.indexOf(before))
      consents.set(nameOf(source), consent);
  }
  return consents;
}

function nameOf(source: string): string {
  return source.normalize('NFKC').trim().toLowerCase();
}
