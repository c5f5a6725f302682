/**
 * How each result is rendered. Every result of the analysis must have a renderer here, or the program does not compile;
 * there are also displays of the study itself. To add a display is one file and one line.
 */
import type { RootContent } from 'mdast';
import { analysisKeys, type Analysis } from '../../analyse/index.js';
import { renderFigure } from '../figures/index.js';
import { renderAgreement } from './agreement/agreement.js';
import { renderCautions } from './cautions.js';
import { renderChain } from './chain.js';
import { renderClaims } from './claims.js';
import { renderChecklists } from './checklists/checklists.js';
import { renderChanges } from './changes/index.js';
import { renderCodebook } from './codebook.js';
import { renderCodes } from './codes.js';
import type { Renderer, WholeContext } from '../names/context.js';
import { renderGaps } from './gaps.js';
import { renderInventory } from './inventory.js';
import { renderLegend } from './legend.js';
import { renderMatrix } from './matrix.js';
import { renderMemos } from './memos.js';
import { renderMessages } from './messages.js';
import { renderMill } from './mill/mill.js';
import { renderOrder } from './order.js';
import { renderOrphans } from './orphans.js';
import { renderPatterns } from './patterns.js';
import { renderAttributes } from './attributes.js';
import { renderQca } from './qca/index.js';
import { renderReferences } from '../citations/references.js';
import { renderSideBySide } from './side-by-side.js';
import { renderSaturation } from './saturation/saturation.js';
import { renderTitleBlock } from './title-block.js';
import { renderWeight } from './weight/weight.js';

/** By the key of the result. */
export const ofAnalysis = {
  comparison: renderMatrix,
  cautions: renderCautions,
  mill: renderMill,
  order: renderOrder,
  patterns: renderPatterns,
  codes: renderCodes,
  chain: renderChain,
  claims: renderClaims,
  orphans: renderOrphans,
  gaps: renderGaps,
  inventory: renderInventory,
  qca: renderQca,
  agreement: renderAgreement,
  checklists: renderChecklists,
  weight: renderWeight,
  saturation: renderSaturation,
} satisfies Displayed;

type Displayed = { [Key in keyof Analysis]: Renderer<Analysis[Key], WholeContext> };
type Display = (context: WholeContext, argument: string | null) => RootContent[];

/** By the name that a template uses: `{{result "comparison"}}`. */
export const results: { [name: string]: Display } = {
  ...Object.fromEntries(
    analysisKeys.map((key): [string, Display] => [
      key,
      (context, argument) => display(key, context.analysis[key], context, argument),
    ]),
  ),
  'side-by-side': (context, argument) =>
    renderSideBySide(context.analysis.comparison, context, argument),
  attributes: (context, argument) => renderAttributes(context.study, context, argument),
  legend: (context, argument) => renderLegend(context.study, context, argument),
  codebook: (context, argument) => renderCodebook(context.study, context, argument),
  changes: (context, argument) => renderChanges(context.changes, context, argument),
  references: (context, argument) => renderReferences(context.study, context, argument),
  figure: renderFigure,
  'title-block': (context) => renderTitleBlock(context.study, context),
  memos: (context, argument) => renderMemos(context.memos, context, argument),
  messages: (context, argument) => renderMessages(context.messages, context, argument),
};

/** What each prints, for templates/README.md: the argument after its name, if it takes one, and the words for it. */
export const prints: { [name: string]: { argument?: string; text: string } } = {
  'title-block': { text: 'subtitle, authors unless the report is anonymous, date' },
  attributes: { text: 'the cases at a glance' },
  legend: {
    argument: '"line"',
    text: 'the legend, the words of absence, and the verdicts; `"line"`: the marks alone, in one line',
  },
  inventory: { text: 'what each case rests on' },
  cautions: { text: 'weaknesses that the study itself shows' },
  comparison: {
    argument: '"marks"',
    text: 'the matrix of ratings; `"marks"`: without the numbers of pieces of evidence',
  },
  'side-by-side': {
    argument: 'id',
    text: 'one dimension, by its id: the cases side by side with findings and evidence',
  },
  figure: { argument: '"matrix"', text: 'a figure, by its name' },
  codes: { text: 'the table of codes with their records' },
  patterns: { text: 'propositions: expected, found with its evidence, verdict' },
  mill: {
    text: 'what differs along with the outcome, what is ruled out by which cases, and what Mill’s methods suppose',
  },
  order: {
    text: 'the cases in the order of the outcome, with the components that differ along with it',
  },
  chain: { text: 'every source with its records, their codes, and who uses them' },
  claims: {
    argument: 'id',
    text: 'what an item of study.md, or a section that argues, rests on and where it is taken up; without an id: a table of all items',
  },
  orphans: { text: 'where the chain of evidence breaks off, step by step' },
  agreement: {
    argument: '"summary"',
    text: 'agreement between coders, and their disagreements; `"summary"`: without components and disagreements',
  },
  codebook: { text: 'the codes with their definitions' },
  gaps: { text: 'components without evidence' },
  checklists: {
    argument: '"srqr"',
    text: 'checklists of method and reporting, a table each; one of them by its id',
  },
  qca: {
    argument: '"solutions"',
    text: 'qualitative comparative analysis; or one part of it: `"settings"`, `"data"`, `"truth-table"`, `"necessity"`, `"solutions"`, `"completions"`, `"cautions"`',
  },
  weight: {
    text: 'what the evidence of each entry weighs, and where cells rest on unequal evidence; many cases are counted',
  },
  saturation: {
    text: 'coverage, the records that still brought new codes, and those that are not coded',
  },
  changes: {
    argument: '"places"',
    text: 'what changed since the state that `--since` names; `"places"`: with files and lines, however many changes there are',
  },
  references: { text: 'the works that are cited' },
  memos: { text: 'the comments of the notes, in an internal report' },
  messages: { text: 'what the checks still say' },
};

function display<Key extends keyof Analysis>(
  key: Key,
  result: Analysis[Key],
  ...[context, argument]: Parameters<Display>
): RootContent[] {
  const displayed: Displayed = ofAnalysis;
  return displayed[key](result, context, argument);
}
