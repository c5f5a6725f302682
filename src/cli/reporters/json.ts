import type { Reporter } from './reporter.js';
import { messagesOf, severityOf } from './severity.js';
import { join } from 'node:path/posix';

/** One JSON object with all messages, for other programs. */
export const reportJson: Reporter = (files, { base }) => {
  const messages = messagesOf(files).map(({ file, message }) => ({
    file: join(base, file.path),
    line: message.line ?? 1,
    column: message.column ?? 1,
    endLine: endOf(message.place)?.line ?? message.line ?? 1,
    endColumn: endOf(message.place)?.column ?? message.column ?? 1,
    severity: severityOf(message),
    rule: message.ruleId ?? null,
    reason: message.reason,
    expected: message.expected ?? [],
    note: message.note ?? null,
    url: message.url ?? null,
    // What mends a line that names a respondent may name them too.
    fix: (message.isPrivate ? [] : (message.fix ?? [])).map(
      ({ place: { path, position }, text }) => ({
        file: join(base, path),
        line: position.start.line,
        column: position.start.column,
        endLine: position.end.line,
        endColumn: position.end.column,
        text,
      }),
    ),
  }));
  return {
    text: JSON.stringify({ messages }, null, 2),
    errors: messages.filter(({ severity }) => severity === 'error').length,
  };
};

function endOf(place: unknown): { line: number; column: number } | null {
  // A place is a point or a range of vfile-message; only a range has an end.
  return typeof place === 'object' && place !== null && 'end' in place
    ? (place.end as { line: number; column: number })
    : null;
}
