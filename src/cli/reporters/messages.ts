/** What every reporter asks of messages. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/** The severity of a message; vfile writes it as `true`, `false` or `undefined`. */
export function severityOf({ fatal }: VFileMessage): 'error' | 'warning' | 'info' {
  return fatal === true ? 'error' : fatal === false ? 'warning' : 'info';
}

/** All messages with their files, in the order of the files. */
export function messagesOf(files: VFile[]): { file: VFile; message: VFileMessage }[] {
  return files.flatMap((file) => file.messages.map((message) => ({ file, message })));
}

/** Where the words end that a message is about; null where it has only a start. */
export function endOf({ place }: VFileMessage): { line: number; column: number } | null {
  return place && 'end' in place ? place.end : null;
}
