/** Saturation: what is covered, which records brought new codes, and which are not coded. */
import type { RootContent } from 'mdast';
import type { Saturation } from '../../../analyse/saturation-schema.js';
import { paragraph, text } from '../../prose/nodes.js';
import type { Context, Renderer } from '../../names/context.js';
import { coursesTable } from './courses.js';
import { recordsIn } from './records.js';
import { renderSteps } from './steps.js';

/** What is covered, which records brought new codes, and which are not coded. */
export const renderSaturation: Renderer<Saturation> = (saturation, context) => [
  coursesTable(context, saturation),
  ...renderSteps(context, saturation.study),
  ...uncodedIn(context, saturation),
];

function uncodedIn(context: Context, { uncoded }: Saturation): RootContent[] {
  const { saturation } = context.words;
  const evidence = recordsIn(context, saturation.uncoded, uncoded.evidence);
  return [
    ...(evidence.length > 0 ? evidence : [paragraph(text(saturation.allCoded))]),
    ...recordsIn(context, saturation.cited, uncoded.cited),
    ...recordsIn(context, saturation.unused, uncoded.unused),
  ];
}
