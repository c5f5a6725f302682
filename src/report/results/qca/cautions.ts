import type { RootContent } from 'mdast';
import type { Qca } from '../../../analyse/qca/schema.js';
import { paragraph, remark, strong, text } from '../../prose/nodes.js';
import { bracketed, explained, fill, listed, numberIn } from '../../prose/words.js';
import { shortName, breakable } from '../../names/qca.js';
import type { Context, Renderer } from '../../names/context.js';

type Caution = Qca['cautions'][number];

/** Where each rule of thumb is argued for. */
const sources: { [Id in Caution['id']]: string | null } = {
  'many-conditions': 'Berg-Schlosser & De Meur 2009; Marx & Dușa 2011',
  'limited-diversity': 'Ragin 1987',
  'contradictory-rows': 'Rihoux & De Meur 2009',
  'half-membership': 'Ragin 2008',
  'constant-condition': null,
  'twin-conditions': null,
  'ambiguous-models': 'Baumgartner & Thiem 2017',
  'low-coverage': null,
  'low-pri': 'Greckhamer et al. 2018',
  skewed: 'Oana, Schneider & Thomann 2021',
  'no-expectations': 'Ragin & Sonnett 2005',
  'unclear-settled': null,
  'contradictory-assumptions': 'Schneider & Wagemann 2012',
  'simultaneous-subsets': 'Schneider & Wagemann 2012',
  stopped: null,
};

/** Each weakness that the analysis itself shows, with its rule of thumb and where that comes from. */
export const renderQcaCautions: Renderer<Qca> = ({ cautions }, context) =>
  cautions.length === 0
    ? [paragraph(text(context.words.qca.noCautions))]
    : cautions.map((caution) => cautionOf(context, caution));

function cautionOf(context: Context, caution: Caution): RootContent {
  const { words, language } = context;
  const { id, n, limit } = caution;
  const number = (value: number | null) =>
    value === null ? words.qca.uncounted : numberIn(language, value);
  const told = fill(words.qca.cautions[id], {
    of: namesOf(context, caution),
    n: number(n),
    limit: number(limit),
  });
  const source = sources[id];
  const from = source === null ? '' : words.marks.space + bracketed(words, source);
  return remark(
    'caution',
    strong(text(words.cautions.label)),
    text(words.marks.label + told + from),
  );
}

/** Names in one caution; the rest are counted. */
const namedAtMost = 24;

/** `DEV; URB`, or `AU (DEV, URB)` where the first is what the others belong to. */
function namesOf(context: Context, { id, of: concerned }: Caution): string {
  const { words, language } = context;
  const names = concerned.map((each) =>
    context.caseById.has(each) ? shortName(context, each) : breakable(each),
  );
  const rest = names.length - namedAtMost;
  const shown = [
    ...names.slice(0, namedAtMost),
    ...(rest > 0 ? [fill(words.qca.andMore, { n: numberIn(language, rest) })] : []),
  ];
  const [first = '', ...others] = shown;
  const isOfFirst = (id === 'contradictory-rows' || id === 'half-membership') && others.length > 0;
  return isOfFirst ? explained(words, first, listed(words, others)) : listed(words, shown, 'items');
}
