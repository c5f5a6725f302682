/** Study → messages on its files. Never changes the study; the order of rules does not matter. */
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Replacement } from '../domain/text.js';
import type { Severity } from '../domain/protocol.js';
import type { Study } from '../domain/study.js';
import { hinted } from '../messages/words.js';
import type { Pointer } from '../messages/pointer.js';
import type { Rule } from './rule.js';
import { rules, type RuleId } from './rules.js';
import { nearest } from '../text/names.js';
import { byPlace, withEnd, messageAt } from '../messages/stamp.js';

declare module 'vfile-message' {
  interface VFileMessage {
    /** What mends it, where there is only one answer. */
    fix?: Replacement[];
  }
}

/** Runs every rule. Messages stand on the study's files, and are returned by file and place. */
export function check(study: Study): VFileMessage[] {
  for (const id of Object.keys(rules) as RuleId[]) {
    const severity = study.protocol.severities.get(id)?.severity ?? rules[id].severity;
    if (severity === 'off') continue;
    for (const pointer of rules[id].rule.check(study))
      addMessage(study, id, rules[id].rule, severity, pointer);
  }
  for (const pointer of unknownRules(study))
    addMessage(
      study,
      'front-matter-is-valid',
      rules['front-matter-is-valid'].rule,
      'error',
      pointer,
    );
  return messagesOf(study);
}

/** All messages of a study, by file and place. */
function messagesOf({ files }: Pick<Study, 'files'>): VFileMessage[] {
  return [...files.values()].flatMap((file) => file.messages.sort(byPlace));
}

function addMessage(
  { files }: Study,
  id: RuleId,
  rule: Rule,
  severity: Severity,
  { place, reason, expected, cause, fix }: Pointer,
): void {
  const file = files.get(place.path) ?? new VFile({ path: place.path, value: '' });
  files.set(place.path, file);
  // What an author wrote may go over several lines.
  const message = file.message(reason.replace(/\s+/g, ' '), {
    place: withEnd(place),
    ruleId: id,
    source: 'crosscase',
  });
  message.file = place.path;
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  message.note = rule.note;
  message.url = `README.md#${id}`;
  if (expected) message.expected = expected;
  if (cause) message.cause = messageAt(cause);
  if (fix) message.fix = fix;
}

function unknownRules({ protocol }: Study): Pointer[] {
  const ids = Object.keys(rules);
  return [...protocol.severities]
    .filter(([id]) => !ids.includes(id))
    .map(([id, { place }]) => ({
      place,
      reason: `Unexpected rule \`${id}\`, expected the id of a rule${hinted(nearest(id, ids))}`,
      expected: ids,
    }));
}
