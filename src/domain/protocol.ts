/** What study.md says: how the study was designed, and how its report is to look. */
import type { Content, Place, Name, Leftovers } from './text.js';
import type { Condition, QcaPlan } from './qca.js';
import type { ChecklistAnswer } from './checklist.js';

/** A mark of the legend with its meaning. */
export interface Rating {
  symbol: string;
  label: string;
  /** Degree of membership in the set of favourable cases, 0 to 1; null if the mark has no place in a set. */
  membership: number | null;
}

/** The marks that a study uses, with their meanings. */
export type Legend = Rating[];

/** How bad a message can be, rising; `off` for a rule that is not asked. */
export const severities = ['off', 'info', 'warning', 'error'] as const;

/** How bad what a rule finds is; `off` if the rule is not asked. */
export type Severity = (typeof severities)[number];

/** Who wrote the study, or coded it. */
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

/** What a section is for, whatever language its heading is in. */
export type SectionRole = (typeof sectionRoles)[number];

/** A section of study.md. */
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

/** One of the counts for which a rule may set a minimum. */
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

/** Sizes of paper. */
export const papers = ['a4', 'letter'] as const;

/** How a page is turned. */
export const orientations = ['portrait', 'landscape'] as const;

/** Families of fonts. */
export const fontFamilies = ['serif', 'sans'] as const;

/** How the formats that are printed look. Lengths in points or millimetres, as named. */
export interface Style {
  paper: (typeof papers)[number];
  orientation: (typeof orientations)[number];
  /** The family of PDF and Word: Noto Serif or Noto Sans, with the Simplified Chinese one of the same kind. */
  font: (typeof fontFamilies)[number];
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

/** For whom a report can be. */
export const profiles = ['internal', 'public'] as const;

/** For whom a report is: those who do the research, or everybody. */
export type Profile = (typeof profiles)[number];

/** What can become of an attribute in a public report: its decade, its year, or nothing. */
export const coarsenings = ['decade', 'year', 'omit'] as const;

/** What becomes of an attribute in a public report, or the word that stands for each value. */
export type Coarsening = (typeof coarsenings)[number] | Map<string, string>;

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

/** Everything that study.md says. */
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
