import type { Rule } from '../rule.js';

/** Points at translated records without their original. */
export const translationHasOriginal: Rule = {
  id: 'translation-has-original',
  severity: 'info',
  description:
    'A translated record that is no summary has its original, or its source says with `original:` why there is none.',
  note: 'Without the original words nobody can check a translation, which is an interpretation already (van Nes et al. 2010).',
  *check({ records, sources }) {
    const explained = new Set(
      sources
        .filter(({ attributes }) => attributes.has('original'))
        .flatMap((source) => source.records.map(({ place }) => place)),
    );
    for (const { key, flags, form, original, place } of records) {
      if (!flags.includes('translated') || form === 'summary' || original || explained.has(place))
        continue;
      yield {
        place,
        reason: `Missing original of \`${key}\`, which is translated, expected a paragraph \`Original (xx): …\` below it, with the language for \`xx\`; or \`- original: …\` below its source, to say why there is none`,
      };
    }
  },
};
