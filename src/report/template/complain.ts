/** What is wrong in a template. Handlebars counts columns from 0. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { templateFitsView } from '../../messages/kinds.js';
import { stamp } from '../../messages/stamp.js';

/** A range in a template, as Handlebars gives it: lines from 1, columns from 0. */
export interface Range {
  start: { line: number; column: number };
  end: { line: number; column: number };
}

/** What is wrong at a range of a template. */
export interface Fault {
  at: Range;
  reason: string;
  expected?: string[] | undefined;
}

/** A template under check, and the list to which each fault is added. */
export interface Checking {
  file: VFile;
  faults: VFileMessage[];
}

/** Adds a fault; every fault of a template is an error. */
export function complain({ file, faults }: Checking, { at, reason, expected }: Fault): void {
  const point = ({ line, column }: Range['start']) => ({ line, column: column + 1 });
  const position = { start: point(at.start), end: point(at.end) };
  faults.push(
    stamp(templateFitsView, {
      place: { path: file.path, position },
      reason,
      ...(expected && { expected }),
    }),
  );
}
