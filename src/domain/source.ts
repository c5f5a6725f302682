/** Sources, records, codes and respondents, as written. */
import type { Content, Place, Attributes, Withheld, Leftovers, Name } from './text.js';
import type { Original } from './note.js';

/** What the text of a record can be. */
export const recordForms = ['verbatim', 'description', 'summary'] as const;

/** What the text of a record is. */
export type RecordForm = (typeof recordForms)[number];

/** The words that may stand behind the id of a record. */
export const flags = [...recordForms, 'translated'] as const;

/** A word behind the id of a record: what its text is, or that it is translated. */
export type Flag = (typeof flags)[number];

/** A record of a source, as written. */
export interface SourceRecord {
  /** As written, without spaces: `A200`. */
  id: string;
  /** The case in front of the id (`chaoyang/D122`) or of the file; null for a record of no case. */
  case: string | null;
  source: string;
  /** As written behind the id. */
  flags: Flag[];
  /** What the text of the record is: as flagged, else verbatim for interviews and a summary for the rest. */
  form: RecordForm;
  content: Content;
  original: Original | null;
  place: Place;
}

/** A respondent, a document or an observation, with its records. */
export interface Source {
  id: string;
  case: string | null;
  kind: string;
  /** One that is not stated is printed as a document, and is no kind of its own where kinds are counted. */
  isKindStated: boolean;
  title: string | null;
  url: string | null;
  attributes: Attributes;
  /** Attributes whose values a public report may not print. */
  withheldAttributes?: string[];
  /** Why a public report may not print all of its words. */
  withheld?: Withheld;
  about: Content;
  records: SourceRecord[];
  place: Place;
}

/** A file of `sources/`, as written. */
export interface SourceFile extends Leftovers {
  path: string;
  case: Name | null;
  about: Content;
  sources: Source[];
}

/** A code of the codebook. */
export interface Code {
  id: string;
  name: string;
  /** The components with which the code is matched, as written. */
  components: Name[];
  definition: string | null;
  include: string | null;
  exclude: string | null;
  about: Content;
  place: Place;
}

/** codebook.md, as written. */
export interface Codebook extends Leftovers {
  path: string;
  about: Content;
  codes: Code[];
}

/** What a respondent can agree to. */
export const consents = ['quote', 'paraphrase', 'none'] as const;

/** To what a respondent has agreed: their words, what they said in other words, or nothing. */
export type Consent = (typeof consents)[number];

/** A respondent. The source that stands for them in the study is their pseudonym. */
export interface Respondent {
  /** As a heading of `sources/` has it: `D`, or `chaoyang/D` where two cases have a D. */
  source: string;
  names: string[];
  aliases: string[];
  telephones: string[];
  /** Places of work. */
  workplaces: string[];
  /** Posts that point to one person. */
  posts: string[];
  consent: Consent;
  /** Of the respondent in the register. */
  place?: Place;
}

/** The register of respondents, which no output prints. */
export interface Register {
  respondents: Respondent[];
  /** What could not be read: places and what was expected there, without a word of what was found. */
  faults: { place: Place; expected: string }[];
}
