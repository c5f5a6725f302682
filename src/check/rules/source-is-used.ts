import { slug } from 'github-slugger';
import { usesOfRecords } from '../../study/entries.js';
import type { Rule } from '../rule.js';
import { keyOfSource } from '../../study/keys.js';

/** Points at sources that nothing cites and that do not say why. */
export const sourceIsUsed: Rule = {
  id: 'source-is-used',
  severity: 'info',
  description:
    'Every source is cited somewhere, or a record of it; or a `note` says why it has none.',
  note: 'A source that was read and is not used was passed over, or may be the one that disagrees; say which (Yin: attend to all the evidence).',
  *check(study) {
    const uses = usesOfRecords(study);
    const used = new Set(
      study.records.flatMap(({ key, source, place }) =>
        uses.has(key) ? [keyOfSource({ place, id: source })] : [],
      ),
    );
    const cited = new Set(
      study.references.flatMap(({ target }) => (target?.kind === 'source' ? [target.id] : [])),
    );
    for (const { id, place, records, attributes } of study.sources) {
      if (used.has(keyOfSource({ place, id })) || cited.has(id)) continue;
      const isExplained = records.length === 0 && attributes.has('note');
      if (isExplained) continue;
      const [what, instead] =
        records.length === 0
          ? [
              'that has no records and that nothing cites',
              'a record of it (`D122: …`), or `- note: …` that says why it has none',
            ]
          : [
              'of which nothing cites a record',
              `a record of it as evidence in a note, or a link to it in a text (\`[…](${place.path}#${slug(id)})\`)`,
            ];
      yield { place, reason: `Unexpected source \`${id}\` ${what}, expected ${instead}` };
    }
  },
};
