import type { Unread } from '../../src/domain/text.js';
import type { Checked } from '../../src/tasks/check.js';

/** The places that are not in their text. */
export function astray(value: string, unread: Unread[]): Unread[] {
  const lines = value.split('\n');
  const isIn = ({ line, column }: { line: number; column: number }) =>
    line >= 1 &&
    line <= lines.length &&
    column >= 1 &&
    column <= (lines[line - 1] ?? '').length + 1;
  return unread.filter(({ place: { position } }) => !isIn(position.start) || !isIn(position.end));
}

/** The reasons of messages whose places are not in their files. */
export function astrayIn({ messages, files }: Checked): string[] {
  return messages.flatMap((message) => {
    const { place } = message;
    if (!place || !('end' in place)) return [message.reason];
    const value = String(files.find(({ path }) => path === message.file) ?? '');
    const unread: Unread = {
      kind: 'text',
      place: { path: '', position: place },
      found: message.reason,
      expected: '',
    };
    return astray(value, [unread]).map(({ found }) => found);
  });
}
