/** Qualitative comparative analysis, in parts, so that a template can set figures between them. */
import type { RootContent } from 'mdast';
import type { Qca } from '../../../analyse/qca/schema.js';
import { heading, paragraph, text } from '../../prose/nodes.js';
import { fill, listed } from '../../prose/words.js';
import type { Context, Renderer } from '../../names/context.js';
import { renderQcaCautions } from './cautions.js';
import { renderCompletions } from './completions.js';
import { renderData } from './data.js';
import { renderNecessity } from './necessity.js';
import { renderSettings } from './settings.js';
import { renderSolutions } from './solutions.js';
import { renderTruthTable } from './truth-table.js';

/** In the order in which an analysis is judged. */
const partNames = [
  'settings',
  'data',
  'truth-table',
  'necessity',
  'solutions',
  'completions',
  'cautions',
] as const;

type Part = (typeof partNames)[number];

const parts: { [Name in Part]: Renderer<Qca> } = {
  settings: renderSettings,
  data: renderData,
  'truth-table': renderTruthTable,
  necessity: renderNecessity,
  solutions: renderSolutions,
  completions: renderCompletions,
  cautions: renderQcaCautions,
};

/** The whole analysis in the order in which it is judged, or the part that `argument` names. Nothing without an analysis. */
export const renderQca: Renderer<Qca | null> = (qca, context, argument) => {
  if (!qca) return [];
  const wanted = argument === null ? partNames : partNames.filter((name) => name === argument);
  return wanted.flatMap((name) => renderPart(context, qca, name));
};

function renderPart(context: Context, qca: Qca, name: Part): RootContent[] {
  const blocks = [
    ...(name === 'settings' ? problemOf(context, qca) : []),
    ...parts[name](qca, context, null),
  ];
  return blocks.length === 0
    ? []
    : [heading(context.under + 1, text(context.words.qca.parts[name])), ...blocks];
}

/** Why nothing could be analysed. */
function problemOf({ words }: Context, { problem }: Qca): RootContent[] {
  return problem
    ? [paragraph(text(fill(words.qca.problems[problem.id], { of: listed(words, problem.of) })))]
    : [];
}
