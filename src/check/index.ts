/** Study → messages on its files. Never changes the study; the order of rules does not matter. */
import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import type { Place, Replacement, Severity, Study } from '../model.js';
import { hinted, type Pointer, type Rule } from './rule.js';
import { rules, type RuleId } from './rules.js';
import { nearest } from '../names.js';

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
    for (const pointer of rules[id].rule.check(study)) addMessage(study, id, rules[id].rule, severity, pointer);
  }
  for (const pointer of unknownRules(study))
    addMessage(study, 'front-matter-is-valid', rules['front-matter-is-valid'].rule, 'error', pointer);
  return messagesOf(study);
}

/** All messages of a study, by file and place. */
function messagesOf({ files }: Pick<Study, 'files'>): VFileMessage[] {
  return [...files.values()].flatMap((file) => file.messages.sort(byPlace));
}

function addMessage({ files }: Study, id: RuleId, rule: Rule, severity: Severity, { place, reason, expected, cause, fix }: Pointer): void {
  const file = files.get(place.path) ?? new VFile({ path: place.path, value: '' });
  files.set(place.path, file);
  // What an author wrote may go over several lines.
  const message = file.message(reason.replace(/\s+/g, ' '), { place: withEnd(place), ruleId: id, source: 'crosscase' });
  message.file = place.path;
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  message.note = rule.note;
  message.url = `README.md#${id}`;
  if (expected) message.expected = expected;
  if (cause) message.cause = messageAt(cause);
  if (fix) message.fix = fix;
}

function withEnd({ position }: Place) {
  return { start: { ...position.start }, end: { ...position.end } };
}

function messageAt(place: Place): VFileMessage {
  const message = new VFileMessage('The other place', { place: withEnd(place) });
  message.file = place.path;
  return message;
}

/** The order in which messages of a file stand. */
export function byPlace(a: VFileMessage, b: VFileMessage): number {
  const order = (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  return order || (a.reason < b.reason ? -1 : 1);
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
