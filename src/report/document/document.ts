/** Study, analysis and messages as one plain object: the content of study.json. */
import type { VFileMessage } from 'vfile-message';
import type { Analysis } from '../../analyse/index.js';
import type { Study } from '../../domain/study.js';
import { aboutOf } from './about.js';
import { caseOf } from './case.js';
import { codesOf } from './code.js';
import { frameworkOf } from './framework.js';
import { memosOf } from './memos.js';
import { messageOf } from './message.js';
import { recordOf, sourceOf } from './source.js';
import type { Document } from './view.js';
import { worksOf } from './work.js';

/** The document of a study, without changes; `messagesWithheld` counts messages that are not among these. */
export function documentOf(
  study: Study,
  { comparison, ...analysis }: Analysis,
  messages: VFileMessage[],
  messagesWithheld = 0,
): Document {
  return {
    ...contentsOf(study),
    comparison,
    analysis,
    ...remarksOn(study, messages, messagesWithheld),
  };
}

type Remarks = Pick<Document, 'memos' | 'changes' | 'messages' | 'messagesWithheld'>;

/** What authors' memos and messages say about a study. */
export function remarksOn(study: Study, messages: VFileMessage[], messagesWithheld = 0): Remarks {
  return {
    memos: memosOf(study),
    changes: null,
    messages: messages.map(messageOf),
    messagesWithheld,
  };
}

/** What a study holds, before anything is computed from it. */
export function contentsOf(
  study: Study,
): Omit<Document, 'comparison' | 'analysis' | keyof Remarks> {
  return {
    study: aboutOf(study),
    framework: frameworkOf(study.framework),
    cases: study.cases.map(caseOf),
    sources: study.sources.map(sourceOf),
    records: study.records.map(recordOf),
    codes: codesOf(study),
    works: worksOf(study.works),
  };
}
