/** What an anonymous report leaves out, for blind review. */
import { withoutNames } from '../../analyse/agreement/index.js';
import type { Analysis } from '../../analyse/index.js';
import type { Study } from '../../domain/study.js';
import type { Document } from './view.js';

/** A template may name the authors in any place, and study.json would too. */
export function withoutAuthors(study: Study): Study {
  return { ...study, protocol: { ...study.protocol, authors: [] } };
}

/** A file of ratings has the name of its coder. */
export function withoutNamesOfFiles(document: Document): Document {
  const hide = (file: string) => file.replace(/^ratings\/.*/s, 'ratings/…');
  const hidden = <T extends { file: string }>(each: T): T => ({ ...each, file: hide(each.file) });
  const { messages, memos, changes } = document;
  return {
    ...document,
    messages: messages.map(hidden),
    memos: memos.map(hidden),
    changes: changes && {
      ...changes,
      changes: changes.changes.map((change) => ({
        ...change,
        place: change.place && hidden(change.place),
      })),
    },
  };
}

/** The analysis without the names of coders. */
export function withoutCoders(analysis: Analysis): Analysis {
  return { ...analysis, agreement: analysis.agreement && withoutNames(analysis.agreement) };
}
