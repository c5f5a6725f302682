/** Where messages come together: on the files they speak of, in the order of their places. */
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/**
 * The files with these messages and no others, each file once; the files that are given stay as they are. A message on a
 * file that is not among them brings a file without text.
 */
export function collect(files: Iterable<VFile>, messages: Iterable<VFileMessage>): VFile[] {
  const byPath = new Map<string, VFile>();
  for (const { path, value, data } of files)
    if (!byPath.has(path)) byPath.set(path, new VFile({ path, value, data }));
  for (const message of messages) {
    const path = message.file ?? '';
    const file = byPath.get(path) ?? new VFile({ path, value: '' });
    byPath.set(path, file);
    file.messages.push(message);
  }
  return [...byPath.values()].map((file) => {
    file.messages.sort(byPlace);
    return file;
  });
}

/** All messages of files, in their order. */
export function messagesOn(files: VFile[]): VFileMessage[] {
  return files.flatMap(({ messages }) => messages);
}

function byPlace(a: VFileMessage, b: VFileMessage): number {
  const order = (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  return order || (a.reason < b.reason ? -1 : 1);
}

/** Whether any of these stops the writing of a report. */
export function hasError(messages: VFileMessage[]): boolean {
  return messages.some(({ fatal }) => fatal === true);
}
