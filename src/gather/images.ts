/** Reads the facts of a picture from its first and last bytes. */
import type { ImageFacts } from '../domain/work.js';

type Kind = NonNullable<ImageFacts['kind']>;

/** First bytes, as hexadecimal numbers. */
const signatures: { kind: Kind; starts: RegExp }[] = [
  { kind: 'png', starts: /^89504e470d0a1a0a/ },
  { kind: 'jpeg', starts: /^ffd8ff/ },
  { kind: 'gif', starts: /^47494638(37|39)61/ },
  { kind: 'webp', starts: /^52494646.{8}57454250/ },
];

/** Reads the facts of a picture; none of its bytes are kept. */
export function factsOf(path: string, bytes: Uint8Array): ImageFacts {
  const head = [...bytes.subarray(0, 12)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const kind = signatures.find(({ starts }) => starts.test(head))?.kind ?? null;
  return { path, kind, size: bytes.length, isCutOff: kind !== null && isCutOff(kind, bytes) };
}

/** Each kind says at its start how long it is, or how it ends. */
function isCutOff(kind: Kind, bytes: Uint8Array): boolean {
  switch (kind) {
    case 'png':
      return !hasPngEnd(bytes);
    case 'jpeg':
      // Cameras append data after the end of the picture.
      return lastMarker(bytes, 0xd9) < 4;
    case 'gif':
      return bytes.lastIndexOf(0x3b) < 13;
    case 'webp':
      return bytes.length < viewOf(bytes).getUint32(4, true) + 8;
  }
}

/** A PNG is a chain of pieces, each with its length in front, the last one named IEND. */
function hasPngEnd(bytes: Uint8Array): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = viewOf(bytes).getUint32(at);
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === 'IEND') return true;
    at += length + 12;
  }
  return false;
}

/** Where a marker of a JPEG stands for the last time; -1 if it is not there. */
function lastMarker(bytes: Uint8Array, marker: number): number {
  return bytes.findLastIndex((byte, at) => byte === 0xff && bytes[at + 1] === marker);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
