/** What a file is known by. */
import { createHash } from 'node:crypto';

export interface Digest {
  /** In hexadecimal digits. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** Hash and size of bytes; of a text those of its UTF-8. */
export function digestOf(bytes: string | Uint8Array): Digest {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: Buffer.byteLength(bytes),
  };
}
