/** What may stand of a source in a public report: what its access and the consent of its respondent allow. */
import type { Consent, Respondent, Source, SourceRecord } from '../../domain/source.js';
import type { Evidence, Study } from '../../domain/study.js';
import type { Place, Withheld } from '../../domain/text.js';
import { keyOf } from '../../text/names.js';

/** Why the words of a source may not stand; null where they may. */
export interface Level {
  /** Words as they were said or written, and originals in their own language. */
  verbatim: Withheld | null;
  /** What is said in other words; its title and attributes go with it. */
  paraphrased: Withheld | null;
}

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
  // A record that is gathered is a copy; its place is not.
  const sourceAt = new Map<Place, Source>(
    study.sources.flatMap((source) => source.records.map(({ place }) => [place, source] as const)),
  );
  const isGuarded =
    study.register !== null || [...ofSource.values()].some(({ verbatim }) => verbatim !== null);
  // A quotation of a record that is not found may be of any source.
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

/** Any word but `public` closes a source: a slip of the pen must not open it. */
export function isRestricted(source: Source): boolean {
  const access = accessOf(source);
  return access !== null && keyOf(access) !== 'public';
}

/** What a source says of its access, as written; where its file says another thing in another spelling, what is not `public`. */
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

/** The consent of each source that stands for a respondent, or should; of others, and of all without a register, nothing is known. */
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

/** What the register says of each source that it names. Where two cases have a D, a bare D says of neither who it is. */
export function registeredOf({
  sources,
  register,
}: Pick<Study, 'sources' | 'register'>): Map<Source, Consent> {
  const written = strictestOf(register?.respondents ?? []);
  const shared = new Map<string, number>();
  for (const { id } of sources) shared.set(nameOf(id), (shared.get(nameOf(id)) ?? 0) + 1);
  return new Map(
    sources.flatMap((source): [Source, Consent][] => {
      const { id, case: of } = source;
      const bare = written.get(nameOf(id));
      const own = [
        of === null ? undefined : written.get(nameOf(`${of}/${id}`)),
        shared.get(nameOf(id)) === 1 ? bare : undefined,
      ];
      const consent =
        strictness.find((each) => own.includes(each)) ?? (bare === undefined ? null : 'none');
      return consent === null ? [] : [[source, consent]];
    }),
  );
}

const strictness: Consent[] = ['none', 'paraphrase', 'quote'];

/** Of two respondents under one source the one who agreed to less counts. */
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
