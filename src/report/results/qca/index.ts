/** How qualitative comparative analysis reads: in parts, so that a template can set figures between them. */
import type { RootContent } from 'mdast';
import type { Qca } from '../../../analyse/qca/schema.js';
import { heading, paragraph, text } from '../../prose/nodes.js';
import { fill, listed } from '../../prose/words.js';
import type { Context, Reader } from '../../names/context.js';
import { readQcaCautions } from './cautions.js';
import { readCompletions } from './completions.js';
import { readData } from './data.js';
import { readNecessity } from './necessity.js';
import { readSettings } from './settings.js';
import { readSolutions } from './solutions.js';
import { readTruthTable } from './truth-table.js';

const parts = {
  settings: readSettings,
  data: readData,
  'truth-table': readTruthTable,
  necessity: readNecessity,
  solutions: readSolutions,
  completions: readCompletions,
  cautions: readQcaCautions,
} satisfies { [name: string]: Reader<Qca> };

type Part = keyof typeof parts;

/** The whole analysis in the order in which it is judged, or the part that `argument` names. Nothing without an analysis. */
export const readQca: Reader<Qca | null> = (qca, context, argument) => {
  if (!qca) return [];
  // The keys are those of the object above, which Object.keys forgets.
  const names = Object.keys(parts) as Part[];
  const wanted = argument === null ? names : names.filter((name) => name === argument);
  return wanted.flatMap((name) => readPart(context, qca, name));
};

function readPart(context: Context, qca: Qca, name: Part): RootContent[] {
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
