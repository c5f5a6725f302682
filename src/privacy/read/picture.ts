/** Words in a picture's metadata: the parts of PNG, JPEG, GIF and WebP files that hold text. */
import { inflateSync } from 'node:zlib';

/** The words in the parts of a picture that are not pixels; in all of it, if its kind is not known. */
export function wordsOfPicture(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return piecesOf(buffer).flatMap((piece) => [piece, ...unpacked(piece)].flatMap(readings));
}

function piecesOf(buffer: Buffer): Buffer[] {
  const head = buffer.toString('latin1', 0, 12);
  if (head.startsWith('\u0089PNG')) return piecesOfPng(buffer);
  if (head.startsWith('\u00ff\u00d8')) return piecesOfJpeg(buffer);
  if (/^RIFF....WEBP/s.test(head)) return piecesOfWebp(buffer);
  // A GIF is small enough to be read whole, and so is a file of no known kind.
  return [buffer];
}

function piecesOfPng(buffer: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let at = 8;
  while (at + 12 <= buffer.length) {
    const end = at + 12 + buffer.readUInt32BE(at);
    const type = buffer.toString('latin1', at + 4, at + 8);
    if (!/^(?:IDAT|fdAT|PLTE)$/.test(type)) pieces.push(buffer.subarray(at + 8, end - 4));
    at = end;
    if (type === 'IEND') break;
  }
  return [...pieces, buffer.subarray(Math.min(at, buffer.length))];
}

function piecesOfJpeg(buffer: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let at = 2;
  while (at + 4 <= buffer.length && buffer[at] === 0xff) {
    const marker = buffer[at + 1] ?? 0;
    const end = at + 2 + buffer.readUInt16BE(at + 2);
    if (marker === 0xda) {
      at = endOfScan(buffer, end);
      if (buffer[at + 1] === 0xd9) return [...pieces, buffer.subarray(at + 2)];
      continue;
    }
    if (marker >= 0xe0) pieces.push(buffer.subarray(at + 4, end));
    at = end;
  }
  return [...pieces, buffer.subarray(Math.min(at, buffer.length))];
}

/** The next marker behind pixels: within them, 0xff is followed by a zero or by a marker that only counts. */
function endOfScan(buffer: Buffer, from: number): number {
  for (let at = buffer.indexOf(0xff, from); at >= 0; at = buffer.indexOf(0xff, at + 1)) {
    const next = buffer[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return buffer.length;
}

function piecesOfWebp(buffer: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let at = 12;
  while (at + 8 <= buffer.length) {
    const end = at + 8 + buffer.readUInt32LE(at + 4);
    if (!/^(?:VP8.|ALPH|ANMF)$/.test(buffer.toString('latin1', at, at + 4)))
      pieces.push(buffer.subarray(at + 8, end));
    at = end + (end % 2);
  }
  return [...pieces, buffer.subarray(Math.min(at, buffer.length))];
}

/** Texts of a PNG may be packed; the packed part begins behind one of the zeros that end its keyword and its languages. */
function unpacked(piece: Buffer): Buffer[] {
  const starts = [...piece.subarray(0, 400).entries()].flatMap(([index, byte]) =>
    byte === 0x78 && (piece[index - 1] ?? 0) < 2 ? [index] : [],
  );
  return starts.flatMap((start) => {
    try {
      return [inflateSync(piece.subarray(start), { maxOutputLength: 1 << 24 })];
    } catch {
      return [];
    }
  });
}

/** A piece in each encoding that cameras and programs use; of binary data only runs of letters remain. */
function readings(piece: Buffer): string[] {
  const odd = piece.subarray(1);
  const wide = [piece, odd].flatMap((each) =>
    ['utf-16le', 'utf-16be'].map((encoding) => new TextDecoder(encoding).decode(each)),
  );
  return [new TextDecoder().decode(piece), piece.toString('latin1'), ...wide].map((text) =>
    text.replace(/[^\p{L}\p{N}\p{P}\p{S}\p{M}\p{Zs}\p{Cf}\n\r\t\0]+/gu, '\n'),
  );
}
