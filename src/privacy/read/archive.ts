/** Every part of a ZIP file; of a Word file that is its paragraphs, notes, properties, drawings and pictures. */
import { unzipSync } from 'fflate';

/** The parts by their names. Throws if it cannot be unpacked. */
export function partsOfArchive(bytes: Uint8Array): { path: string; bytes: Uint8Array }[] {
  return Object.entries(unzipSync(bytes)).map(([path, part]) => ({
    // Office files keep XML under the ending `rels` too.
    path: /\.(?:xml|rels)$/i.test(path) ? `${path}.xml` : path,
    bytes: part,
  }));
}
