/** A rule: what holds, why, how severe it is here, and its messages in this study. */
import type { RootContent } from 'mdast';
import { rules } from '../../check/rules.js';
import { severities, type Severity } from '../../domain/protocol.js';
import { paragraph, text } from '../prose/nodes.js';
import { explained, fill, listed } from '../prose/words.js';
import { said } from './messages.js';
import { facts, part, titleLine, type Explaining } from './parts.js';
import type { SubjectOf } from './subject.js';

/** A rule of the check. Its words are English, as those of messages are. */
export function explainRule(context: Explaining, { id }: SubjectOf<'rule'>): RootContent[] {
  const { words, study, messages } = context;
  const rule = rules.get(id);
  if (!rule) return [];
  const { severity } = rule;
  const own = study.protocol.severities.get(id);
  const named = (each: Severity) => {
    const word = each === 'off' ? words.explain.off : words.severities[each];
    return word === each ? word : explained(words, word, each);
  };
  const here = messages.filter((message) => message.rule === id);
  const silent = own?.severity === 'off' ? words.explain.isOff : words.explain.silent;
  const change = fill(words.explain.change, {
    file: study.protocol.path,
    values: listed(words, [...severities]),
  });
  return [
    titleLine(context, id, 'rule'),
    paragraph(text(rule.description)),
    paragraph(text(rule.note)),
    ...facts(context, [
      [words.explain.severity, named(own?.severity ?? severity)],
      [words.explain.byDefault, named(severity)],
    ]),
    ...part(words.explain.toChange, [
      paragraph(text(change)),
      { type: 'code', value: `rules:\n  ${id}: off`, lang: 'yaml' },
    ]),
    ...(here.length > 0
      ? said(context, here)
      : part(words.explain.said, [paragraph(text(silent))])),
  ];
}
