/** Tree → bytes: a report in each of the formats that are asked for. */
import type { Complaint } from './complaint.js';
import type { MadeFile, Report } from './format.js';
import { formats, type FormatName } from './formats.js';

/** A file to be written, and what it cost. */
export interface Rendered extends MadeFile {
  /** How long it took, in milliseconds. */
  took: number;
}

/**
 * Renders a report in each of the formats, in order; `begin` is called with the name of the next one. A path that two
 * formats make stands once, as the first made it.
 */
export async function render(
  report: Report,
  wanted: FormatName[],
  begin: (format: FormatName) => void = () => undefined,
): Promise<{ outputs: Rendered[]; complaints: Complaint[] }> {
  const outputs = new Map<string, Rendered>();
  const complaints: Complaint[] = [];
  for (const name of new Set(wanted)) {
    begin(name);
    const start = performance.now();
    const made = await formats[name].render(report);
    const took = performance.now() - start;
    const files = made.files.filter(({ path }) => !outputs.has(path));
    for (const file of files) outputs.set(file.path, { ...file, took: took / files.length });
    complaints.push(...(made.complaints ?? []));
  }
  return { outputs: [...outputs.values()], complaints };
}
