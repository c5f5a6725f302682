/** Kind and size of an image by its bytes; its name may be wrong. */

/** What Word must be told of an image. */
export interface PictureFile {
  type: 'png' | 'jpg' | 'gif';
  /** Pixels. */
  width: number;
  height: number;
}

/** Kind and size of a PNG, JPEG or GIF file; null if it is none of these, or not whole. */
export function pictureOf(bytes: Uint8Array): PictureFile | null {
  const found = png(bytes) ?? gif(bytes) ?? jpeg(bytes);
  return found && found.width > 0 && found.height > 0 ? found : null;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function holds(bytes: Uint8Array, text: string, at: number): boolean {
  return (
    at >= 0 &&
    Array.from(text, (letter) => letter.charCodeAt(0)).every(
      (code, index) => bytes[at + index] === code,
    )
  );
}

function png(bytes: Uint8Array): PictureFile | null {
  if (
    bytes.length < 45 ||
    !holds(bytes, '\x89PNG\r\n\x1A\n', 0) ||
    !holds(bytes, 'IEND', bytes.length - 8)
  )
    return null;
  const view = viewOf(bytes);
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(bytes: Uint8Array): PictureFile | null {
  if (bytes.length < 14 || !holds(bytes, 'GIF8', 0) || bytes.at(-1) !== 0x3b) return null;
  const view = viewOf(bytes);
  return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** The size stands in the segment that starts the frame; other segments are skipped. */
function jpeg(bytes: Uint8Array): PictureFile | null {
  if (!holds(bytes, '\xFF\xD8', 0) || !endsJpeg(bytes)) return null;
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (startsFrame)
      return { type: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return null;
}

/** Some cameras write a few bytes after the end mark. */
function endsJpeg(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(-64);
  return tail.some((byte, index) => byte === 0xff && tail[index + 1] === 0xd9);
}
