import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

/** vfile says `true`, `false` and `undefined` for the three. */
export function severityOf({ fatal }: VFileMessage): 'error' | 'warning' | 'info' {
  return fatal === true ? 'error' : fatal === false ? 'warning' : 'info';
}

/** All messages with their files, errors and all, in the order of the files. */
export function messagesOf(files: VFile[]): { file: VFile; message: VFileMessage }[] {
  return files.flatMap((file) => file.messages.map((message) => ({ file, message })));
}
