import { join } from 'node:path/posix';
import { endOf, messagesOf, severityOf } from './messages.js';
import type { Reporter } from './reporter.js';

/** One JSON object with all messages, for other programs. */
export const reportJson: Reporter = (files, { base }) => {
  const messages = messagesOf(files).map(({ file, message }) => ({
    file: join(base, file.path),
    line: message.line ?? 1,
    column: message.column ?? 1,
    endLine: endOf(message)?.line ?? message.line ?? 1,
    endColumn: endOf(message)?.column ?? message.column ?? 1,
    severity: severityOf(message),
    rule: message.ruleId ?? null,
    reason: message.reason,
    expected: message.expected ?? [],
    note: message.note ?? null,
    url: message.url ?? null,
    // The text that mends a line with a name in it may hold that name.
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
