import { mendName, sourceAt } from '../fixes.js';
import { recordsMeant } from '../records-meant.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';
import type { Study } from '../../domain/study.js';
import type { Unread } from '../../domain/text.js';

/** Points at text that could not be read, and at text in places that are not read. */
export const nothingIsUnread: Rule = {
  id: 'nothing-is-unread',
  severity: 'warning',
  description: 'Everything in the study’s files is understood.',
  note: 'What is silently skipped is lost to the analysis.',
  *check(study) {
    const mend = idsMended(study);
    for (const unread of study.unread) {
      const { kind, place, found, expected } = unread;
      if (kind === 'text')
        yield { place, reason: `Unexpected ${found}, expected ${expected}`, ...mend(unread) };
    }
  },
};

/** A quotation or bullet of a case note that begins with a record id in lower case: `> d122: …`. */
const idInFront =
  /^(?:>|[-*+])[ \t]+(?<id>\p{L}{1,4}[- ]?\p{Nd}+)(?:\s*(?:\[[^\]]*\]|\([^)]*\)))*\s*[:：]/u;

function idsMended(study: Study): (unread: Unread) => Pick<Pointer, 'fix'> {
  const meant = recordsMeant(study);
  const notes = new Map(study.cases.map(({ path, id }) => [path, id]));
  return ({ place }) => {
    const home = notes.get(place.path);
    const [line = ''] = home === undefined ? [] : sourceAt(study, place);
    const { id } = idInFront.exec(line)?.groups ?? {};
    if (id === undefined) return {};
    const { start } = place.position;
    const column = start.column + line.indexOf(id);
    const end = { line: start.line, column: column + id.length };
    return mendName(
      study,
      { text: id, place: { ...place, position: { start: { ...start, column }, end } } },
      meant(id, home ?? null),
    );
  };
}
