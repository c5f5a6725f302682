import type { Place } from '../../domain/text.js';
import type { Study } from '../../domain/study.js';
import { keyOf } from '../../text/names.js';
import { propositionsOf } from '../../study/framework.js';
import type { Rule } from '../rule.js';

/** Points at ids that name more than one thing. */
export const recordIdIsUnique: Rule = {
  id: 'record-id-is-unique',
  severity: 'error',
  description:
    'An id of a record, source, code, finding, rival explanation, suggestion or proposition names one thing only.',
  note: 'A citation that could mean two records proves neither.',
  *check(study) {
    const first = new Map<string, Place>();
    for (const { name, written, place } of idsOf(study)) {
      const cause = first.get(name);
      if (cause)
        yield {
          place,
          cause,
          reason: `Unexpected id \`${written}\` a second time, expected an id that is unique in the study`,
        };
      else first.set(name, place);
    }
  },
};

/** Records of two cases may share an id; each is known by its case then. */
function idsOf({
  files,
  records,
  codes,
  sources,
  protocol,
  framework,
}: Study): { name: string; written: string; place: Place }[] {
  const items = protocol.sections.flatMap((section) => section.items);
  const propositions = propositionsOf(framework);
  // The second one is reported: it should be in a file that the author can change.
  const bundled = propositions.filter(({ place }) => !files.has(place.path));
  const own = propositions.filter(({ place }) => files.has(place.path));
  const named = ({ id, place }: { id: string; place: Place }) => ({ name: id, written: id, place });
  return [
    ...bundled.map(named),
    ...records.map(({ id, key, place }) => ({ name: key, written: id, place })),
    ...[...own, ...items].map(named),
    // Codes and sources are cited in other ways, and may share an id with a record.
    ...codes.map(({ id, place }) => ({ name: `code ${keyOf(id)}`, written: id, place })),
    ...sources.map(({ id, case: home, place }) => ({
      name: `source ${home ?? ''} ${id}`,
      written: id,
      place,
    })),
  ];
}
