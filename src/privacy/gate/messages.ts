/** What the gate says: of the register, of names in the study, and of names in what was to be written. */
import type { VFileMessage } from 'vfile-message';
import type { Place } from '../../domain/text.js';
import {
  outputIsSearchable,
  registerIsReadable,
  respondentIsNotTraceable,
  respondentIsUnnamed,
} from '../../messages/kinds.js';
import { startOf } from '../../messages/pointer.js';
import { stamp } from '../../messages/stamp.js';
import { listed } from '../../messages/words.js';
import type { Sought } from '../search/index.js';
import type { Found } from './places.js';
import type { Fault } from './register.js';

/** What stands in which outputs; `sought` is null for an output that cannot be searched. */
export interface Leak {
  sought: Sought | null;
  /** Their paths, without names. */
  outputs: string[];
}

/** A fault of the register. */
export function faultMessage({ place, expected }: Fault): VFileMessage {
  const reason = `Unexpected register of respondents, expected ${expected}`;
  return stamp(registerIsReadable, { place, reason });
}

/** A name in the study, said before anything is built from it. */
export function nameMessage({ sought, place, holder }: Found): VFileMessage {
  const where = {
    text: '',
    memo: '',
    path: ' in the name of this file',
    picture: ' in what this picture says of itself',
  }[holder];
  const wanted = isStop(sought)
    ? `the pseudonym \`${sought.source}\`; a public report that shows it is not written`
    : 'words that point to more than one person';
  const reason = `${unexpected(sought)}${where}, expected ${wanted}`;
  return stamp(kindOf(sought), { place, reason }, 'warning');
}

/** What was about to be written, at the places of the study from which it comes; else at the start of study.md. */
export function leakMessages(
  { sought, outputs }: Leak,
  places: Place[],
  path: string,
): VFileMessage[] {
  if (sought === null) {
    const reason = `Unexpected ${listed(outputs)}, which cannot be searched for registered names, expected outputs that can`;
    return [stamp(outputIsSearchable, { place: startOf(path), reason })];
  }
  // The warnings at the places have said so.
  if (!isStop(sought) && places.length > 0) return [];
  const expected =
    places.length > 0
      ? `the pseudonym \`${sought.source}\``
      : 'none there; no line of the study has it';
  const reason = `${unexpected(sought)} in ${listed(outputs)}, expected ${expected}`;
  const known = places.length > 0 ? places : [startOf(path)];
  return known.map((place) => stamp(kindOf(sought), { place, reason }));
}

/** Messages without the warnings that an error on a name at the same place has overtaken. */
export function withoutOvertaken(messages: VFileMessage[]): VFileMessage[] {
  const ofNames = ({ ruleId }: VFileMessage) => ruleId === respondentIsUnnamed.id;
  const placeOf = ({ file, line, column }: VFileMessage) =>
    `${file ?? ''}:${String(line)}:${String(column)}`;
  const stopped = new Set(
    messages.filter((each) => ofNames(each) && each.fatal === true).map(placeOf),
  );
  return messages.filter(
    (each) => !ofNames(each) || each.fatal === true || !stopped.has(placeOf(each)),
  );
}

/** What a hit stops: a name or number the report; a place of work or a post, which may be words of common use, nothing. */
export function isStop({ kind }: Sought): boolean {
  return kind === 'name' || kind === 'telephone';
}

function kindOf(sought: Sought) {
  return isStop(sought) ? respondentIsUnnamed : respondentIsNotTraceable;
}

const words = {
  name: 'name',
  telephone: 'telephone number',
  workplace: 'place of work',
  post: 'post',
};

function unexpected({ source, kind }: Sought): string {
  return `Unexpected ${words[kind]} of the respondent \`${source}\``;
}
