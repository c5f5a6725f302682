/** Each unit on which coders differ: what each said first and why, and what was settled. */
import type { RootContent, TableCell } from 'mdast';
import type { Agreement } from '../../../analyse/agreement/schema.js';
import type { Content } from '../../../domain/text.js';
import { unitsOf } from '../../../study/entries.js';
import { linkedBlocks } from '../../prose/linked.js';
import { cell, division, inline, paragraph, row, rowHead, table, text } from '../../prose/nodes.js';
import { fill } from '../../prose/words.js';
import { shownAs } from './coefficients.js';
import { caseTitle, linkTo, titleOf, type Blocks, type Context } from '../../names/context.js';
import { keyOfUnit } from '../../../study/keys.js';

type Disagreement = Agreement['disagreements'][number];

/** One row per unit, with a link to its entry. */
export function renderDisagreements(
  context: Context,
  { coders, disagreements }: Agreement,
): RootContent[] {
  const { words } = context;
  const phrases = words.agreement;
  if (disagreements.length === 0) return [paragraph(text(phrases.noDisagreements))];
  const reasons = reasonsOf(context);
  const head = [
    cell([text(words.table.component)]),
    ...coders.map(({ id, name }) => cell([text(name ?? fill(phrases.coder, { id }))])),
    cell([text(phrases.settled)]),
  ];
  const rows = disagreements.map((each) =>
    row([
      rowHead([
        paragraph(
          linkTo(
            { kind: 'entry', case: each.case, id: each.component },
            text(titleOf(context, each.component)),
          ),
        ),
        inCase(context, each),
      ]),
      ...coders.map(({ id }, index) =>
        saidBy(context, each.said[id]?.mark ?? null, reasons(each)[index] ?? null),
      ),
      settledCell(context, each),
    ]),
  );
  return [division('scroll', [table('disagreements', phrases.captionDisagreements, head, rows)])];
}

function inCase(context: Context, { case: id }: Disagreement): RootContent & { type: 'paragraph' } {
  return paragraph(text(caseTitle(context, id)));
}

/** The reasons as authors wrote them, by coder: the result holds their plain words only. */
function reasonsOf({ study }: Context): (unit: Disagreement) => (Content | null)[] {
  const units = new Map(unitsOf(study).map((unit) => [keyOfUnit(unit.case, unit.component), unit]));
  return ({ case: id, component }) =>
    units.get(keyOfUnit(id, component))?.ratings.map((rating) => rating?.rationale ?? null) ?? [];
}

function saidBy(context: Context, mark: string | null, reason: Content | null): TableCell {
  if (mark === null)
    return cell([paragraph(inline('state', [text(context.words.agreement.unrated)]))]);
  return cell([paragraph(shownAs(context, mark)), ...reasonBlocks(context, reason)]);
}

function reasonBlocks({ study, under }: Context, reason: Content | null): Blocks {
  return reason ? linkedBlocks(study, reason, under) : [];
}

function settledCell(context: Context, { case: id, component, settled }: Disagreement): TableCell {
  const phrases = context.words.agreement;
  if (!settled) return cell([paragraph(text(phrases.open))]);
  const own = context.study.coding.settlements.find(
    (each) => each.case === id && each.component.id === component,
  );
  const by =
    settled.by === null
      ? []
      : [
          paragraph(
            inline('origin-kind', [
              text(phrases.settledBy + context.words.marks.label + settled.by),
            ]),
          ),
        ];
  return cell([
    paragraph(...(settled.mark === null ? [text('–')] : [shownAs(context, settled.mark)])),
    ...by,
    ...reasonBlocks(context, own?.rationale ?? null),
  ]);
}
