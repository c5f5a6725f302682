/** What a format could not hold, said at the place in the study from which it comes. */
import type { VFileMessage } from 'vfile-message';
import type { Study } from '../domain/study.js';
import type { Place } from '../domain/text.js';
import { formatHoldsReport } from '../messages/kinds.js';
import { startOf } from '../messages/pointer.js';
import { stamp } from '../messages/stamp.js';
import type { Complaint } from '../output/complaint.js';

/** A warning, or a note, for each: the other formats, and the rest of this one, are written all the same. */
export function complaintMessages(
  study: Study,
  complaints: Complaint[],
  said: VFileMessage[],
): VFileMessage[] {
  return complaints.flatMap((complaint) => {
    const { about, reason, expected, isNote = false } = complaint;
    const place = placeOf(study, about);
    if (about && 'image' in about && isKnown(said, place)) return [];
    const pointer = { place, reason: `Unexpected ${reason}, expected ${expected}` };
    return [stamp(formatHoldsReport, pointer, isNote ? 'info' : 'warning')];
  });
}

/** The checks have said of this image what is wrong with it. */
function isKnown(said: VFileMessage[], { path, position: { start } }: Place): boolean {
  return said.some(
    ({ ruleId, file, line, column }) =>
      ruleId === 'image-is-readable' &&
      file === path &&
      line === start.line &&
      column === start.column,
  );
}

/** The first place where the study has it; the protocol where it has it nowhere, as with the words of a template. */
function placeOf({ files, references, protocol }: Study, about: Complaint['about']): Place {
  const nowhere = startOf(protocol.path);
  if (about === null) return nowhere;
  if ('image' in about) {
    const shown = references.find(
      ({ form, target }) => form === 'image' && target?.id === about.image,
    );
    return shown?.place ?? nowhere;
  }
  for (const [path, file] of files) {
    const before = String(file).split(about.text, 1)[0] ?? '';
    if (before.length === String(file).length) continue;
    const lines = before.split('\n');
    const start = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    const end = { ...start, column: start.column + about.text.length };
    return { path, position: { start, end } };
  }
  return nowhere;
}
