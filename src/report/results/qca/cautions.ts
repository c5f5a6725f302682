import type { RootContent } from 'mdast';
import type { Qca } from '../../../analyse/qca/schema.js';
import { paragraph, remark, strong, text } from '../../nodes.js';
import { bracketed, fill, listed, numberIn } from '../../words.js';
import { shortName, breakable } from './naming.js';
import type { Context, Reader } from '../context.js';

type Caution = Qca['cautions'][number];

/** Where each rule of thumb is argued for. */
const sources: { [Id in Caution['id']]: string | null } = {
  'many-conditions': 'Marx & Dusa 2011',
  'limited-diversity': 'Ragin 1987; Schneider & Wagemann 2012',
  'contradictory-rows': 'Rihoux & De Meur 2009',
  'half-membership': 'Ragin 2008',
  'constant-condition': 'Schneider & Wagemann 2012',
  'twin-conditions': null,
  'ambiguous-models': 'Baumgartner & Thiem 2017',
  'low-coverage': 'Ragin 2008',
  'low-pri': 'Schneider & Wagemann 2012; Greckhamer et al. 2018',
  skewed: 'Schneider & Wagemann 2012',
  'no-expectations': 'Ragin & Sonnett 2005',
  'unclear-settled': null,
  'contradictory-assumptions': 'Schneider & Wagemann 2012',
  'simultaneous-subsets': 'Schneider & Wagemann 2012',
  stopped: null,
};

/** Each weakness that the analysis itself shows, with its rule of thumb and where that comes from. */
export const readQcaCautions: Reader<Qca> = ({ cautions }, context) =>
  cautions.length === 0 ? [paragraph(text(context.words.qca.noCautions))] : cautions.map((caution) => cautionOf(context, caution));

function cautionOf(context: Context, caution: Caution): RootContent {
  const { words, language } = context;
  const { id, of, n, limit } = caution;
  const named = of.map((each) => (context.caseById.has(each) ? shortName(context, each) : breakable(each)));
  const shown = named.slice(0, namedAtMost);
  const rest = named.length - shown.length;
  const list = listed(words, [...shown, ...(rest > 0 ? [fill(words.qca.andMore, { n: numberIn(language, rest) })] : [])], 'items');
  const number = (value: number | null) => (value === null ? '–' : numberIn(language, value));
  const told = fill(words.qca.cautions[id], { of: list, n: number(n), limit: number(limit) });
  const source = sources[id];
  const from = source === null ? '' : words.marks.space + bracketed(words, source);
  return remark('caution', strong(text(words.cautions.label)), text(words.marks.label + told + from));
}

const namedAtMost = 24;
