/** Changes without the report around them. */
import type { Root } from 'mdast';
import type { Changes } from '../../../changes/schema.js';
import type { Study } from '../../../domain/study.js';
import { styleOf } from '../../../parse/protocol/style.js';
import { heading, text } from '../../prose/nodes.js';
import { frameworkIn } from '../../document/translated.js';
import type { Words } from '../../prose/words.js';
import { contextOf } from '../../names/context.js';
import { renderChanges } from './index.js';

/** All changes under a heading, with files and lines. */
export function renderChangesAlone(
  { study, changes }: { study: Study; changes: Changes },
  { words, language }: { words: Words; language: string },
): Root {
  const told = { ...study, framework: frameworkIn(language, study.framework) };
  const context = contextOf({
    study: told,
    words,
    language,
    style: styleOf(study.protocol.style),
    messages: [],
    messagesWithheld: 0,
    memos: [],
    changes,
  });
  return {
    type: 'root',
    children: [
      heading(1, text(words.changes.heading)),
      ...renderChanges(changes, { ...context, under: 1 }, 'places'),
    ],
  };
}
