/** Messages that no rule of `check` gives: they come of the register, of building a report, or of a data file. */
import type { Kind } from './kind.js';

/** The register of respondents cannot be relied on. */
export const registerIsReadable: Kind = {
  id: 'register-is-readable',
  severity: 'error',
  description:
    'The register of respondents can be read, and each respondent in it is one source of the study, under a pseudonym.',
  note: 'Whoever cannot be looked for cannot be protected.',
  isPrivate: true,
};

/** A respondent’s name or telephone number stands in the study, or in an output. */
export const respondentIsUnnamed: Kind = {
  id: 'respondent-is-unnamed',
  severity: 'error',
  description: 'No public report holds the name or the telephone number of a respondent.',
  note: 'Respondents were promised that nobody learns who they are (confidentiality is part of consent).',
  isPrivate: true,
};

/** A place of work or a post stands in the study, or in an output. */
export const respondentIsNotTraceable: Kind = {
  id: 'respondent-is-not-traceable',
  severity: 'warning',
  description: 'No public report holds a place of work or a post that points to one respondent.',
  note: 'A workplace or a post may point to one person as surely as a name (deductive disclosure).',
  isPrivate: true,
};

/** An output that cannot be read back. */
export const outputIsSearchable: Kind = {
  id: 'output-is-searchable',
  severity: 'error',
  description: 'Every output of a public report can be searched for the names of respondents.',
  note: 'What cannot be searched may hold any name.',
  isPrivate: true,
};

/** Something in a template leads nowhere. */
export const templateFitsView: Kind = {
  id: 'template-fits-view',
  severity: 'error',
  description: 'A template names only what a template may see.',
  note: 'A path that leads nowhere would print an empty section.',
};

/** How many words the report has. */
export const wordLimit: Kind = {
  id: 'word-limit',
  severity: 'warning',
  description: 'The report has no more words than study.md or its template allows.',
  note: 'Counted are headings, paragraphs, lists, quotations and footnotes, a Han character as a word; not the title block, tables, figures, references and the appendix.',
};

/** What a format could not hold. */
export const formatHoldsReport: Kind = {
  id: 'format-holds-report',
  severity: 'warning',
  description: 'Every format can show all that the report says.',
  note: 'A reader of the printed report must find in it what the notes say.',
};

/** A fault, or something to know, in a data file. */
export const dataFile: Kind = {
  id: 'data-file',
  severity: 'error',
  description: 'A data file is a table of cases by columns, complete and in sets.',
  note: 'A study is rerun only on exactly its data.',
};

/** The study’s own citation style failed. */
export const citationStyleWorks: Kind = {
  id: 'nothing-is-unread',
  severity: 'warning',
  description: 'The study’s own citation style can be used.',
  note: 'The report is set in the default style instead.',
};

/** All of these for the documents, but the one whose id is that of a rule. */
export const kinds: Kind[] = [
  registerIsReadable,
  respondentIsUnnamed,
  respondentIsNotTraceable,
  outputIsSearchable,
  templateFitsView,
  wordLimit,
  formatHoldsReport,
  dataFile,
];
