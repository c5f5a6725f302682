import type { Cautions } from '../../analyse/cautions.js';
import { remark, strong, text } from '../prose/nodes.js';
import { bracketed, fill, listed, numberIn, titled, wordFor } from '../prose/words.js';
import { caseTitle, titlesOf, type ContextWith, type Renderer } from '../names/context.js';

type Weighed = ContextWith<'weight' | 'inventory'>;

/** Each caution as a paragraph of its own. */
export const renderCautions: Renderer<Cautions, Weighed> = (cautions, context) =>
  cautions.map((caution) =>
    remark(
      'caution',
      strong(text(context.words.cautions.label)),
      text(context.words.marks.label + describe(context, caution)),
    ),
  );

function describe(context: Weighed, { id, cases, of }: Cautions[number]): string {
  const { words, language } = context;
  const phrase = words.cautions[id];
  switch (id) {
    case 'few-cases':
      return fill(phrase, { n: numberIn(language, cases.length) });
    case 'unequal-evidence':
      return fill(phrase, {
        bases: cases
          .map((each) => titled(words, caseTitle(context, each), baseOf(context, each)))
          .join(words.marks.items),
      });
    case 'unlike-attributes':
      return fill(phrase, {
        attributes: listed(
          words,
          of.map((name) => wordFor(words.attributes, name).toLowerCase()),
        ),
      });
    case 'no-bad-news':
      return fill(phrase, {
        n: numberIn(
          language,
          context.analysis.weight.entries.filter(({ noBadNews }) => noBadNews).length,
        ),
        cases: listed(
          words,
          cases.map((each) => caseTitle(context, each)),
          'items',
        ),
      });
    case 'self-report-only':
      return fill(phrase, {
        case: listed(
          words,
          cases.map((each) => caseTitle(context, each)),
        ),
        components: titlesOf(context, of),
      });
  }
}

/** `3 interview (insider), 20 document (scholarly)`: pieces of evidence by kind and perspective. */
function baseOf({ analysis, words, language }: Weighed, id: string): string {
  const rows = analysis.inventory.filter((row) => row.case === id && row.pieces > 0);
  const parts = rows.map(
    ({ kind, perspective, pieces }) =>
      fill(words.text.ofKind, { n: numberIn(language, pieces), kind: wordFor(words.kinds, kind) }) +
      words.marks.space +
      bracketed(words, wordFor(words.perspectives, perspective ?? 'none')),
  );
  return parts.length > 0 ? listed(words, parts, 'parts') : words.states['no-evidence'];
}
