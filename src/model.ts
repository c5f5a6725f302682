/** The types of the domain. What an author wrote comes first, what was made of it by gathering second. */
import type { Nodes, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';

/** Where something stands: a file, by its path within the study's folder, and a range in it. */
export interface Place {
  path: string;
  position: Position;
}

/** Words that take the place of what stands in a range of a file; an empty range is a place to insert at. */
export interface Replacement {
  place: Place;
  text: string;
}

/** An author's Markdown, parsed: `nodes` for the report, `text` (plain words) for people and machines. */
export interface Content {
  nodes: RootContent[];
  text: string;
  /** Set where a public report may not print the words; `nodes` then hold a sign of it, and `text` is empty. */
  withheld?: Withheld;
}

/** Why words may not be printed. */
export type Withheld = 'restricted' | 'no-consent' | 'paraphrase-only' | 'unknown-source';

/** Something that could not be read. It is kept with its place, and a rule reports it. */
export interface Unread {
  kind: 'encoding' | 'front-matter' | 'text';
  place: Place;
  found: string;
  expected: string;
}

/** An HTML comment: kept for the internal profile, never in a public report. */
export interface Memo {
  text: string;
  place: Place;
}

export interface Footnote {
  content: Content;
  path: string;
}

/** What every file yields beside its own content. */
export interface Leftovers {
  unread: Unread[];
  memos: Memo[];
  /** By an identifier that is unique in the study. */
  footnotes: Map<string, Footnote>;
}

export type Scalar = string | number | boolean;
export type Attributes = Map<string, Scalar | Scalar[]>;

/** A name as an author typed it, to be resolved by gathering. */
export interface Name {
  text: string;
  place: Place;
}

// The framework

export interface Proposition {
  id: string;
  /** The rating expected where success is seen; null if the proposition gives no sign. */
  expects: string | null;
  text: string;
  place: Place;
}

/** The same words in other languages: `{ zh: '领导力' }`. */
export interface Translations {
  [language: string]: string;
}

export interface Component {
  id: string;
  code: string | null;
  /** The heading. */
  title: string;
  titles: Translations;
  aliases: string[];
  question: string | null;
  questions: Translations;
  propositions: Proposition[];
  /** Ids of propositions that are stated under another component and concern this one too. */
  see: string[];
  about: Content;
  /** Id of the component of which this is a sub-component. */
  parent: string | null;
  place: Place;
}

export interface Dimension {
  id: string;
  code: string | null;
  title: string;
  titles: Translations;
  aliases: string[];
  propositions: Proposition[];
  about: Content;
  /** In the order of the framework, sub-components behind their component. */
  components: Component[];
  place: Place;
}

export interface Framework {
  id: string;
  title: string;
  propositions: Proposition[];
  about: Content;
  dimensions: Dimension[];
}

// The study's protocol

export interface Rating {
  symbol: string;
  label: string;
  /** Degree of membership in the set of favourable cases, 0 to 1; null if the mark has no place in a set. */
  membership: number | null;
}

export type Legend = Rating[];
export type Severity = 'off' | 'info' | 'warning' | 'error';

export interface Author {
  name: string;
  affiliation: string | null;
  orcid: string | null;
}

/** A finding, rival explanation or suggestion with an id of its own: `### F1: …`. */
export interface Item {
  id: string;
  title: string;
  content: Content;
  /** Id of the section that holds it. */
  section: string;
  place: Place;
}

/** The sections that a report knows by name; any other is carried along in its place. */
export const sectionRoles = [
  'abstract',
  'question',
  'scope',
  'framework',
  'selection',
  'method',
  'findings',
  'rivals',
  'limits',
  'conclusions',
  'suggestions',
  'checklists',
] as const;

export type SectionRole = (typeof sectionRoles)[number];

export interface Section {
  id: string;
  /** Null for a section that is carried along. */
  role: SectionRole | null;
  title: string;
  content: Content;
  items: Item[];
  /** Headings of other names that are carried along in it. */
  headings: string[];
  place: Place;
}

// Checklists of method and of reporting

/** Something that a checklist asks for. */
export interface ChecklistItem {
  /** `CV1`, `S5`, `12`. */
  id: string;
  title: string;
  titles: Translations;
  /** Other names by which study.md may call it. */
  aliases: string[];
  asks: string;
  asksIn: Translations;
  /** What of a study bears it out, and what only bears on it: names that checklists.ts knows. */
  sees: string[];
  partlySees: string[];
  /** Headings of study.md under which it is said. */
  headings: string[];
  place: Place;
}

export interface ChecklistDomain {
  title: string;
  titles: Translations;
  items: ChecklistItem[];
}

export interface Checklist {
  /** The name of its file. */
  id: string;
  title: string;
  titles: Translations;
  /** The work that it is taken from. */
  source: string;
  /** How sure it is that the list is whole. */
  certainty: string | null;
  certaintyIn: Translations;
  domains: ChecklistDomain[];
}

export const answerStatuses = ['done', 'partly-done', 'not-done', 'not-applicable'] as const;

export type AnswerStatus = (typeof answerStatuses)[number];

/** What study.md says of an item: `- S5 (done): text`. */
export interface ChecklistAnswer {
  /** As written: a checklist by its id or title, an item by its id, title or alias. */
  checklist: Name;
  item: Name;
  /** Null where the answer has no status in brackets. */
  status: AnswerStatus | null;
  content: Content;
  /** Id of the section that holds it. */
  section: string;
  place: Place;
}

/** The study's own reading of a proposition that gives no sign: `- P4 (+): why`. */
export interface PropositionRule {
  /** Its id, as written. */
  proposition: Name;
  /** The rating that is expected where success is seen, as written. */
  expects: Name;
  /** Why the study reads it so; empty if it does not say. */
  reason: string;
  place: Place;
}

/** What a rule on evidence counts. */
export const evidenceMeasures = ['pieces', 'records', 'sources', 'kinds', 'perspectives'] as const;

export type EvidenceMeasure = (typeof evidenceMeasures)[number];

/** What must not be all that a rating rests on. */
export type LoneBasis = 'self-report' | 'translation' | 'paraphrase';

/** The evidence that the study itself asks of a rating: `at least 2 sources of 2 kinds`. */
export interface EvidenceRule {
  /** A symbol of the legend; null where it holds for every rating. */
  rating: string | null;
  /** As written, clauses of a list joined by commas. */
  text: string;
  least: { [M in EvidenceMeasure]?: number };
  notAlone: LoneBasis[];
  place: Place;
}

/** How the formats that are printed look. Lengths in points or millimetres, as named. */
export interface Style {
  paper: 'a4' | 'letter';
  orientation: 'portrait' | 'landscape';
  /** The family of PDF and Word: Noto Serif or Noto Sans, with the Simplified Chinese one of the same kind. */
  font: 'serif' | 'sans';
  /** Fonts of the Word file instead of these: for Latin letters and for Han characters. */
  latin: string | null;
  han: string | null;
  /** Points. */
  size: number;
  /** Millimetres, on all sides. */
  margin: number;
  /** Line spacing, as a factor of single spacing. */
  spacing: number;
  /** A table of contents behind the title. */
  contents: boolean;
  /** Numbers in front of headings. */
  numbering: boolean;
  /** Authors are named neither in the report nor in the properties of its files: for blind review. */
  anonymous: boolean;
}

/** For whom a report is: those who do the research, or everybody. */
export type Profile = 'internal' | 'public';

/** What becomes of an attribute in a public report: its decade, its year, nothing, or the word that stands for its value. */
export type Coarsening = 'decade' | 'year' | 'omit' | Map<string, string>;

/** What study.md says of attributes that could point to a person. */
export interface Disclosure {
  /** How many respondents a combination of attributes fits at least. */
  k: number;
  /** Attributes that could point to a person; null where study.md does not name them. */
  identifying: Name[] | null;
  coarsen: (Name & { to: Coarsening })[];
}

/** The title of a study that has none. */
export const untitled = 'Untitled study';

export interface Protocol extends Leftovers {
  path: string;
  title: string;
  subtitle: string | null;
  authors: Author[];
  /** Those who rated, the author of the notes' own marks first; none if the file does not say. */
  coders: Author[];
  date: string | null;
  /** An SPDX id, an address or words. */
  licence: string | null;
  language: string;
  framework: Name | null;
  /** The order of the cases; null where the file does not give it. */
  cases: Name[] | null;
  outcome: Name | null;
  /** Of qualitative comparative analysis; none where it is not asked for. */
  conditions: Condition[];
  qca: QcaPlan;
  legend: Legend;
  template: string | null;
  formats: string[] | null;
  profile: Profile;
  disclosure: Disclosure;
  bibliography: Name[];
  /** Name of a bundled citation style, or the path of the study's own. */
  csl: Name | null;
  /** Over the style of the template, and that over the default. */
  style: { [K in keyof Style]?: Style[K] | undefined };
  /** How many words the report may have, with its place; null for the template's own limit. */
  wordLimit: { words: number; place: Place } | null;
  severities: Map<string, { severity: Severity; place: Place }>;
  sections: Section[];
  propositionRules: PropositionRule[];
  /** Checklists to be printed; null for all that there are. */
  checklists: Name[] | null;
  checklistAnswers: ChecklistAnswer[];
  evidenceRules: EvidenceRule[];
}

// What study.md says of qualitative comparative analysis

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
  of: 'component' | 'attribute';
  /** Of an attribute. */
  calibration: Calibration | null;
  /** Its name in expressions. */
  label: Name | null;
  /** Levels that are expected to contribute to the outcome, `+` the highest and `-` the lowest; null where study.md does not say. */
  expects: { levels: number[] | '+' | '-'; place: Place } | null;
}

/** What is not said is null or empty: the analysis has its own defaults. */
export interface QcaPlan {
  /** An attribute in the place of the component that `outcome:` of the study names. */
  outcome: Condition | null;
  nCut: number | null;
  inclCut: [number] | [number, number] | null;
  priCut: number | null;
  unclear: 'complete' | 'leave-out-condition' | 'leave-out-case';
  rowDominance: boolean;
  models: 'minimal' | 'irredundant';
  /** Contradictory rows may be taken as positive, like remainders. */
  includeContradictions: boolean;
}

// Case notes, as written

/** `(+)` behind a heading or a record id, in its normal form: half-width, hyphen for minus, single spaces. */
export type Mark = Name;

export interface Original {
  language: string;
  content: Content;
}

export interface NoteEvidence {
  type: 'evidence';
  kind: 'verbatim' | 'paraphrased';
  record: Name;
  codes: Name[];
  mark: Mark | null;
  content: Content;
  original: Original | null;
  place: Place;
}

export interface Statement {
  type: 'finding' | 'rationale' | 'other';
  content: Content;
  place: Place;
}

export interface NoteEntry {
  component: string;
  mark: Mark | null;
  /** Findings, evidence, rationale and the rest, in the order of the note. */
  parts: (Statement | NoteEvidence)[];
  place: Place;
}

export interface CaseNote extends Leftovers {
  path: string;
  id: string;
  title: string;
  attributes: Attributes;
  /** Where each attribute is written. */
  attributePlaces: Map<string, Place>;
  /** Attributes whose values a public report may not print. */
  withheldAttributes?: string[];
  /** The case as a whole: what stands before the first dimension. */
  profile: Content;
  /** What stands under a dimension's heading before its first component, by dimension id. */
  introductions: Map<string, Content>;
  entries: NoteEntry[];
  /** Headings that name nothing in the framework, with what stands under them. */
  strangers: { heading: Name; content: Content }[];
  place: Place;
}

// Sources and codes, as written

export type RecordForm = 'verbatim' | 'description' | 'summary';
export type Flag = RecordForm | 'translated';

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

export interface SourceFile extends Leftovers {
  path: string;
  case: Name | null;
  about: Content;
  sources: Source[];
}

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

export interface Codebook extends Leftovers {
  path: string;
  about: Content;
  codes: Code[];
}

// Ratings of coders, as written

/** What a coder says of one component of one case. */
export interface WrittenRating {
  case: Name;
  component: Name;
  /** Null where there are only words. */
  mark: Mark | null;
  rationale: Content | null;
  /** In a file of consensus: the mark that the note had before. */
  was: Mark | null;
  /** In a file of consensus. */
  settledBy: string | null;
  place: Place;
}

/** `ratings/<coder>.md` or `.csv`; `ratings/consensus.md` says what was settled where coders differ. */
export interface RatingsFile extends Leftovers {
  path: string;
  kind: 'coder' | 'consensus';
  coder: Name;
  date: string | null;
  /** As written, where there is more than one. */
  round: string | null;
  /** In a file of consensus: who settled what says nothing else. */
  settledBy: string | null;
  about: Content;
  /** All names of cases and components in the file, whether or not a mark stands with them. */
  cases: Name[];
  components: Name[];
  ratings: WrittenRating[];
}

// Who the respondents are: read from private/respondents.yaml, and never to be printed anywhere

export type Consent = 'quote' | 'paraphrase' | 'none';

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
  /** To what the respondent has agreed: their words, what they said in other words, or nothing. */
  consent: Consent;
  /** Of the respondent in the register. */
  place?: Place;
}

export interface Register {
  respondents: Respondent[];
  /** What could not be read: places and what was expected there, without a word of what was found. */
  faults: { place: Place; expected: string }[];
}

/** A work that `[@key]` may cite. */
export interface Work {
  key: string;
  /** As CSL-JSON has it. */
  item: CslItem;
  /** Of its entry in the bibliography. */
  place: Place;
  /** In running text: `Bryson et al., 2006`. */
  label: string;
  /** In the list of references. */
  reference: string;
  url: string | null;
}

export interface CslName {
  family?: string | undefined;
  given?: string | undefined;
  literal?: string | undefined;
}

/** A work in the terms of the Citation Style Language: what is read of it here, and all else that its entry says. */
export interface CslItem {
  [variable: string]: unknown;
  id: string;
  type: string;
  title?: string | undefined;
  language?: string | undefined;
  author?: CslName[] | undefined;
  editor?: CslName[] | undefined;
}

/** How a report cites. */
export interface CitationStyle {
  /** Of a bundled style, or the path of the study's own. */
  name: string;
  /** The study's own style, as CSL; null for a bundled one. */
  source: string | null;
  /** Where study.md names it. */
  place: Place | null;
}

/** What is known of a picture without its pixels. */
export interface ImageFacts {
  path: string;
  /** `png`, as its first bytes say; null if they say nothing. */
  kind: 'png' | 'jpeg' | 'gif' | 'webp' | null;
  /** Bytes. */
  size: number;
  /** It has no end, or its end is missing. */
  isCutOff: boolean;
}

/** A study as written: nothing that refers to something else is resolved yet. */
export interface Parsed {
  protocol: Protocol;
  framework: Framework;
  notes: CaseNote[];
  sources: SourceFile[];
  codebook: Codebook | null;
  ratings: RatingsFile[];
  works: Work[];
  citationStyle: CitationStyle;
  /** Null if the study has none. */
  register: Register | null;
  /** All that there are, the study's own too. */
  checklists: Checklist[];
  unread: Unread[];
}

// The study, gathered

export type Absence = 'not-asked' | 'no-evidence' | 'not-applicable' | 'not-reported';
export type State = 'rated' | 'not-rated' | Absence | 'missing';

/** A record with the name by which the study knows it: `D122`, or `chaoyang/D122` where two cases have a D122. */
export interface Record extends SourceRecord {
  key: string;
}

export interface Evidence extends NoteEvidence {
  resolved: { record: Record | null; source: Source | null; codes: Code[] };
  /** The rating for which this piece speaks: its own mark, else the entry's. */
  speaksFor: string | null;
  /** It speaks for another rating than the entry's. */
  isCounter: boolean;
}

export interface Entry {
  case: string;
  component: Component;
  state: State;
  rating: string | null;
  mark: Mark | null;
  parts: (Statement | Evidence)[];
  place: Place;
}

export interface Case extends Omit<CaseNote, 'entries'> {
  /** By component id; a component that the note leaves out is not in it. */
  entries: Map<string, Entry>;
  /** Entries of components that the note enters more than once, behind the first. */
  repeated: Entry[];
}

/** A coder's rating of a unit, which is a component of a case. */
export interface CoderRating {
  case: string;
  component: Component;
  state: State;
  rating: string | null;
  rationale: Content | null;
  place: Place;
}

export interface Coder {
  name: string;
  /** Their file; null for the author of the notes' own marks. */
  path: string | null;
  date: string | null;
  round: string | null;
  ratings: CoderRating[];
}

/** What was settled where coders differ. */
export interface Settlement extends CoderRating {
  /** What the note said before. */
  was: Pick<CoderRating, 'state' | 'rating'> | null;
  settledBy: string | null;
}

/** Who rated what: the case notes' own marks come first, unless their author has a file too. */
export interface Coding {
  coders: Coder[];
  settlements: Settlement[];
  files: RatingsFile[];
  /** Names in these files that mean no case or component, with the nearest one that would. */
  strangers: { of: 'case' | 'component'; name: Name; nearest: string | null }[];
  /** Ratings of a unit that the same file has rated before. */
  repeated: { rating: CoderRating; first: CoderRating }[];
  /** Files of a coder who has one already. */
  twice: { file: RatingsFile; first: RatingsFile }[];
}

/** What a link can lead to. */
export type Target =
  | { kind: 'record' | 'source' | 'item' | 'proposition' | 'section' | 'case' | 'code' | 'work'; id: string }
  | { kind: 'dimension'; id: string; case: string | null }
  | { kind: 'entry'; id: string; case: string }
  | { kind: 'file'; id: string };

/** Who holds a reference: what a chain of evidence names as the user of a record. */
export type Holder =
  { kind: 'item' | 'section' | 'case' | 'source'; id: string } | { kind: 'dimension' | 'entry'; id: string; case: string };

export interface Reference {
  node: Nodes;
  form: 'short' | 'link' | 'citation' | 'image';
  written: string;
  place: Place;
  holder: Holder | null;
  target: Target | null;
  /** Where it does not resolve: the nearest thing that would, or why it cannot. */
  hint: string | null;
}

export interface Study {
  files: Map<string, VFile>;
  protocol: Protocol;
  framework: Framework;
  cases: Case[];
  /** Notes that `cases:` of the protocol does not name. */
  otherNotes: CaseNote[];
  sources: Source[];
  records: Record[];
  codes: Code[];
  codebook: Codebook | null;
  coding: Coding;
  works: Work[];
  citationStyle: CitationStyle;
  register: Register | null;
  /** All that there are, the study's own too; the protocol says which are printed. */
  checklists: Checklist[];
  images: ImageFacts[];
  references: Reference[];
  /** By node, for whoever writes the links. */
  targets: Map<Nodes, Target>;
  outcome: Component | null;
  footnotes: Map<string, Footnote>;
  /** By file and place; none in the public profile. */
  memos: Memo[];
  unread: Unread[];
}

// Sets, for qualitative comparative analysis

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
