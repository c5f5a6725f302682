/** Turns bytes into text. */
import { VFile } from 'vfile';
import { digestOf } from './digest.js';

/** Bytes as text, without a byte order mark and with lines that end in LF; `data` has their digest and the first line that is not UTF-8. */
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
