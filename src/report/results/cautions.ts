/** Weaknesses that the study itself shows. */
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

function describe(context: Weighed, caution: Cautions[number]): string {
  return fill(context.words.cautions[caution.id], gapsOf(context, caution));
}

/** What fills the gaps in the words of a caution. */
function gapsOf(
  context: Weighed,
  { id, cases, of: concerned }: Cautions[number],
): { [gap: string]: string } {
  const { words, language, analysis } = context;
  const titles = cases.map((each) => caseTitle(context, each));
  switch (id) {
    case 'few-cases':
      return { n: numberIn(language, cases.length) };
    case 'unequal-evidence': {
      const bases = cases.map((each, index) =>
        titled(words, titles[index] ?? each, baseOf(context, each)),
      );
      return { bases: bases.join(words.marks.items) };
    }
    case 'unlike-attributes': {
      const names = concerned.map((name) => wordFor(words.attributes, name).toLowerCase());
      return { attributes: listed(words, names) };
    }
    case 'no-bad-news': {
      const { length } = analysis.weight.entries.filter(({ noBadNews }) => noBadNews);
      return { n: numberIn(language, length), cases: listed(words, titles, 'items') };
    }
    case 'self-report-only':
      return { case: listed(words, titles), components: titlesOf(context, concerned) };
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
