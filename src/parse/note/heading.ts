/** The heading of an entry: a name, and perhaps a mark behind it. */
import type { Name } from '../../domain/text.js';
import type { FrameworkIndex } from '../../study/framework.js';
import { keyOf } from '../../text/names.js';
import { leaveUnread, placeOfPiece, type Document } from '../text/document.js';
import { splitMark, type OutlineSection } from '../text/outline.js';

/** A heading as a name and a mark. Brackets at its end are a mark, unless they are part of a name of the framework. */
export function splitHeading(
  document: Document,
  section: OutlineSection,
  index: FrameworkIndex,
): { name: string; mark: Name | null } {
  const split = splitMark(document, section.heading);
  const whole = section.heading.text;
  const isOwnName =
    split.mark !== null &&
    keyOf(split.mark.text) !== '' &&
    (index.find(whole) ?? index.findDimension(whole)) !== null;
  if (isOwnName) return { name: whole, mark: null };
  complainOfMark(document, split.name, section.heading.place);
  return split;
}

/** A second mark, or one without round brackets. Names are found without punctuation, so it would go unnoticed. */
const almostMark = /(?:[(（][^()（）]*[)）]|[[［][^[\]［］]*[\]］]|\s[-+−–＋－])$/u;

function complainOfMark(document: Document, name: string, place: Name['place']): void {
  const [written] = almostMark.exec(name) ?? [];
  // Longer words in brackets belong to a name.
  if (written === undefined || keyOf(written).length > 3) return;
  const piece = written.trim();
  leaveUnread(
    document,
    placeOfPiece(document, place.position, piece),
    `\`${piece}\` in a heading`,
    'one mark in round brackets at its end, such as `(+)`',
  );
}
