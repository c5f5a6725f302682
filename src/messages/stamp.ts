/** How a message is made: what points at a place becomes a message of its kind. */
import { VFileMessage } from 'vfile-message';
import type { Severity } from '../domain/protocol.js';
import type { Place, Replacement } from '../domain/text.js';
import type { Kind } from './kind.js';
import type { Pointer } from './pointer.js';

declare module 'vfile-message' {
  interface VFileMessage {
    /** What mends it, where there is only one answer. */
    fix?: Replacement[];
    /** It speaks of a respondent, or its line names one: that line is never printed, and no report holds the message. */
    isPrivate?: boolean;
  }
}

/** A message of a kind at a place, in one line; a severity of study.md replaces that of its kind. */
export function stamp(
  kind: Kind,
  { place, reason, expected, cause, fix }: Pointer,
  severity: Severity = kind.severity,
): VFileMessage {
  const { id, note, isPrivate } = kind;
  // What an author wrote may go over several lines.
  const message = new VFileMessage(reason.replace(/\s+/g, ' '), {
    place: withEnd(place),
    ruleId: id,
    source: 'crosscase',
  });
  message.name = `${place.path}:${message.name}`;
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  return Object.assign(message, {
    file: place.path,
    note,
    url: `docs/rules.md#${id}`,
    ...(expected && { expected }),
    ...(cause && { cause: messageAt(cause) }),
    ...(fix && { fix }),
    ...(isPrivate && { isPrivate }),
  });
}

function withEnd({ position: { start, end } }: Place): Place['position'] {
  return { start: { ...start }, end: { ...end } };
}

function messageAt(place: Place): VFileMessage {
  const message = new VFileMessage('The other place', { place: withEnd(place) });
  message.file = place.path;
  return message;
}

/** The place that a message points to beside its own; null if there is none. */
export function causeOf({ cause }: VFileMessage): VFileMessage | null {
  return cause instanceof VFileMessage ? cause : null;
}

/** A message of the same kind and place, with every word of it passed through `change`. */
export function reworded(message: VFileMessage, change: (words: string) => string): VFileMessage {
  const { place, ruleId, source, fatal, note, url, expected, cause, fix, isPrivate } = message;
  const same = new VFileMessage(change(message.reason), { place, ruleId, source });
  return Object.assign(same, {
    name: change(message.name),
    file: message.file,
    fatal,
    note,
    url,
    ...(expected && { expected: expected.map(change) }),
    ...(cause !== undefined && { cause }),
    ...(fix && { fix }),
    ...(isPrivate && { isPrivate }),
  });
}

/** A message on the same file under another path, and its other place likewise. */
export function renamed(message: VFileMessage, rename: (path: string) => string): VFileMessage {
  const same = reworded(message, (words) => words);
  const other = causeOf(message);
  if (message.file !== undefined) same.file = rename(message.file);
  if (other) same.cause = renamed(other, rename);
  return same;
}
