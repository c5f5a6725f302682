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
    study: aboutOf(study),
    framework: frameworkOf(study.framework),
    cases: study.cases.map(caseOf),
    sources: study.sources.map(sourceOf),
    records: study.records.map(recordOf),
    codes: codesOf(study),
    works: worksOf(study.works),
    comparison,
    analysis,
    memos: memosOf(study),
    changes: null,
    messages: messages.map(messageOf),
    messagesWithheld,
  };
}
