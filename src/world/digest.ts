/** Computes the digest of a file. */
import { createHash } from 'node:crypto';
import type { Digest } from '../domain/input.js';

/** Hash and size of bytes; a text counts as UTF-8. */
export function digestOf(bytes: string | Uint8Array): Digest {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: Buffer.byteLength(bytes),
  };
}
