/** What the first and last bytes of a picture say of it. */
import type { ImageFacts } from '../domain/work.js';

type Kind = NonNullable<ImageFacts['kind']>;

/** First bytes, as hexadecimal numbers. */
const signatures: { kind: Kind; starts: RegExp }[] = [
  { kind: 'png', starts: /^89504e470d0a1a0a/ },
  { kind: 'jpeg', starts: /^ffd8ff/ },
  { kind: 'gif', starts: /^47494638(37|39)61/ },
  { kind: 'webp', starts: /^52494646.{8}57454250/ },
];

/** Looks at the bytes; keeps none of them. */
export function factsOf(path: string, bytes: Buffer): ImageFacts {
  const head = bytes.toString('hex', 0, 12);
  const kind = signatures.find(({ starts }) => starts.test(head))?.kind ?? null;
  return { path, kind, size: bytes.length, isCutOff: kind !== null && isCutOff(kind, bytes) };
}

/** Each kind says at its start how long it is, or how it ends. */
function isCutOff(kind: Kind, bytes: Buffer): boolean {
  switch (kind) {
    case 'png':
      return !hasPngEnd(bytes);
    case 'jpeg':
      // Cameras write more behind the end of the picture.
      return bytes.lastIndexOf(Buffer.of(0xff, 0xd9)) < 4;
    case 'gif':
      return bytes.lastIndexOf(0x3b) < 13;
    case 'webp':
      return bytes.length < bytes.readUInt32LE(4) + 8;
  }
}

/** A PNG is a chain of pieces, each with its length in front, the last one named IEND. */
function hasPngEnd(bytes: Buffer): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true;
    at += length + 12;
  }
  return false;
}
