/** What a format could not hold, said at the place in the study from which it comes. */
import type { Place } from '../domain/text.js';
import type { Study } from '../domain/study.js';
import type { Complaint } from '../output/complaint.js';
import { VFile } from 'vfile';

/** Adds a warning, or a note: the other formats, and the rest of this one, are written all the same. */
export function placeComplaint(
  study: Study,
  { about, reason, expected, isNote = false }: Complaint,
): void {
  const { path, position } = placeOf(study, about);
  const file = study.files.get(path) ?? new VFile({ path, value: '' });
  study.files.set(path, file);
  if (about && 'image' in about && isKnown(file, position)) return;
  const message = file.message(`Unexpected ${reason}, expected ${expected}`, {
    place: position,
    ruleId: 'format-holds-report',
    source: 'crosscase',
  });
  message.file = path;
  message.fatal = isNote ? undefined : false;
  message.note = 'A reader of the printed report must find in it what the notes say.';
  message.url = 'README.md#outputs';
}

/** The checks have said of this image what is wrong with it. */
function isKnown({ messages }: VFile, { start }: Place['position']): boolean {
  return messages.some(
    ({ ruleId, line, column }) =>
      ruleId === 'image-is-readable' && line === start.line && column === start.column,
  );
}

/** The first place where the study has it; the protocol where it has it nowhere, as with the words of a template. */
function placeOf({ files, references, protocol }: Study, about: Complaint['about']): Place {
  const start = { line: 1, column: 1 };
  const nowhere: Place = { path: protocol.path, position: { start, end: start } };
  if (about === null) return nowhere;
  if ('image' in about)
    return (
      references.find(({ form, target }) => form === 'image' && target?.id === about.image)
        ?.place ?? nowhere
    );
  for (const [path, file] of files) {
    const before = String(file).split(about.text, 1)[0] ?? '';
    if (before.length === String(file).length) continue;
    const lines = before.split('\n');
    const at = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    return { path, position: { start: at, end: { ...at, column: at.column + about.text.length } } };
  }
  return nowhere;
}
