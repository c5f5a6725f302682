import { nearest, spellingsOf } from '../../text/names.js';
import { mendName } from '../fixes.js';
import { startOf } from '../../messages/pointer.js';
import { hinted, listed } from '../../messages/words.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';
import type { Study } from '../../domain/study.js';

/** Points at cases without a note, notes without a case, and cases named twice. */
export const caseIsInStudy: Rule = {
  id: 'case-is-in-study',
  severity: 'error',
  description:
    'The cases of the protocol and the case notes of the folder are the same, each once.',
  note: 'The choice of cases is part of the design; a case that drops out unseen changes it.',
  *check(study) {
    yield* notesWithoutCase(study);
    yield* casesWithoutNote(study);
    if (study.cases.length + study.otherNotes.length === 0) {
      yield {
        place: startOf(study.protocol.path),
        reason: 'Missing case notes, expected a Markdown file a case beside study.md',
      };
    }
  },
};

function* notesWithoutCase({ cases, otherNotes, protocol }: Study): Iterable<Pointer> {
  const ids = protocol.cases?.map(({ text }) => text) ?? [];
  for (const note of otherNotes) {
    const twin = cases.find(({ id }) => id === note.id);
    const reason = twin
      ? `Unexpected case id \`${note.id}\` a second time, expected an id of its own: rename the file or give it \`id:\``
      : `Unexpected case \`${note.id}\`, expected one of \`cases:\` in study.md (${listed(ids)})`;
    yield { place: note.place, reason, ...(twin && { cause: twin.place }) };
  }
}

function* casesWithoutNote(study: Study): Iterable<Pointer> {
  const { cases, otherNotes, sources, protocol } = study;
  const notes = spellingsOf(otherNotes.map(({ id }) => id));
  const ids = cases.map(({ id }) => id);
  for (const [index, { text, place }] of (protocol.cases ?? []).entries()) {
    const isTwice = protocol.cases?.findIndex((other) => other.text === text) !== index;
    if (isTwice)
      yield { place, reason: `Unexpected case \`${text}\` a second time, expected each case once` };
    if (isTwice || ids.includes(text)) continue;
    const meant = nearest(
      text,
      otherNotes.map(({ id }) => id),
    );
    yield {
      place,
      reason: `Unexpected case \`${text}\`, expected a case note \`${text}.md\`${hinted(meant)}`,
      ...mendName(study, { text, place }, notes.same(text)),
    };
  }
  for (const source of sources) {
    if (source.case !== null && !ids.includes(source.case)) {
      const reason = `Unexpected case \`${source.case}\` of source \`${source.id}\`, expected a case of the study`;
      yield { place: source.place, reason: `${reason}${hinted(nearest(source.case, ids))}` };
    }
    for (const { id, case: own, place } of source.records) {
      if (own === null || own === source.case || ids.includes(own)) continue;
      const reason = `Unexpected case \`${own}\` of record \`${id}\`, expected a case of the study`;
      yield {
        place,
        reason: `${reason}${hinted(nearest(own, ids))}`,
        ...mendName(study, { text: own, place }, spellingsOf(ids).same(own)),
      };
    }
  }
}
