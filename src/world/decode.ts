/** Bytes of a study as text. */
import { VFile } from 'vfile';
import { digestOf, type Digest } from './digest.js';

declare module 'vfile' {
  interface DataMap {
    /** Number of the first line that is not UTF-8. */
    notUtf8: number;
    /** Of its bytes as they are on the disk. */
    digest: Digest;
  }
}

/** Bytes as text: without a byte order mark, lines ending in LF; the first line that is not UTF-8 is noted. */
export function decode(name: string, bytes: Uint8Array): VFile {
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
  const file = new VFile({ path: name, value: text });
  file.data.digest = digestOf(bytes);
  const broken = isUtf8(bytes) ? -1 : text.indexOf('\uFFFD');
  if (broken >= 0) file.data.notUtf8 = text.slice(0, broken).split('\n').length;
  return file;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
