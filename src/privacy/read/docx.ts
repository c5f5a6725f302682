/** Every part of a Word file: its paragraphs, notes, properties, drawings and pictures. */
import { unzipSync } from 'fflate';

/** The parts by their names. Throws if it cannot be unpacked. */
export function partsOfDocx(bytes: Uint8Array): { path: string; bytes: Uint8Array }[] {
  return Object.entries(unzipSync(bytes)).map(([path, part]) => ({
    path: /\.(?:xml|rels)$/i.test(path) ? `${path}.xml` : path,
    bytes: part,
  }));
}
