import type { RootContent, TableRow } from 'mdast';
import type { Comparison } from '../../analyse/comparison.js';
import type { Dimension } from '../../domain/framework.js';
import type { Entry } from '../../domain/study.js';
import { anchorOf } from '../prose/anchors.js';
import { linkedBlocks } from '../prose/linked.js';
import {
  cell,
  division,
  inline,
  labelled,
  paragraph,
  row,
  rowHead,
  strong,
  table,
  text,
} from '../prose/nodes.js';
import { fill } from '../prose/words.js';
import {
  caseHeads,
  columnsAtMost,
  linkTo,
  markOf,
  type Blocks,
  type Context,
  type WholeContext,
  type Renderer,
} from '../names/context.js';
import { renderTakenUp } from './claims.js';
import { renderEvidence } from './evidence.js';
import { labelsOf, renderLabels } from './weight/labels.js';

/** One dimension, named by `argument`: findings and evidence of each component, the cases beside each other. */
export const renderSideBySide: Renderer<Comparison, WholeContext> = (
  comparison,
  context,
  argument,
) => {
  const dimension = context.study.framework.dimensions.find(({ id }) => id === argument);
  if (!dimension) return [];
  const rows = comparison.filter(
    ({ component }) => context.dimensionOf.get(component) === dimension,
  );
  const weighed = { ...context, labels: labelsOf(context) };
  return [
    ...introductions(context, dimension),
    ...(context.study.cases.length > columnsAtMost
      ? stacked(weighed, rows)
      : columns(weighed, dimension, rows)),
  ];
};

/** With the labels on the weight of each entry. */
type Claiming = Context & Pick<WholeContext, 'claims'>;
type Weighed = WholeContext & { labels: ReturnType<typeof labelsOf> };

/** What notes say of a dimension as a whole. */
function introductions({ study, under }: Context, { id }: Dimension): RootContent[] {
  return study.cases.flatMap((each) => {
    const content = each.introductions.get(id);
    if (!content || content.nodes.length === 0) return [];
    const anchor = anchorOf({ kind: 'dimension', case: each.id, id });
    return [
      division(
        'introduction',
        [paragraph(strong(text(each.title))), ...linkedBlocks(study, content, under)],
        {
          id: anchor,
          dataCase: each.id,
        },
      ),
    ];
  });
}

function columns(context: Weighed, dimension: Dimension, rows: Comparison): RootContent[] {
  const { words } = context;
  const head = [
    cell([text(words.table.component)]),
    ...caseHeads(context, (children, id) => cell(children, { dataCase: id })),
  ];
  return [
    table(
      'side-by-side',
      fill(words.captions.sideBySide, { dimension: dimension.title }),
      head,
      rows.map((each) => componentRow(context, each)),
    ),
  ];
}

function componentRow(context: Weighed, each: Comparison[number]): TableRow {
  const cells = context.study.cases.map(({ id }) => entryCell(context, each.component, id));
  return row([rowHead(titleBlocks(context, each)), ...cells], attributesOf(context, each));
}

function attributesOf({ dimensionOf }: Context, { component, verdict }: Comparison[number]) {
  return {
    dataVerdict: verdict,
    dataDimension: dimensionOf.get(component)?.id ?? '',
    dataComponent: component,
  };
}

function titleBlocks(context: Context, { component, verdict }: Comparison[number]): Blocks {
  const { words, componentById } = context;
  const { title = component, question = null } = componentById.get(component) ?? {};
  const badge = inline('verdict', [text(words.verdicts[verdict])], { dataVerdict: verdict });
  return [
    paragraph(strong(text(title))),
    paragraph(badge),
    ...(question === null ? [] : [division('question', [paragraph(text(question))])]),
  ];
}

/** Many cases: a table for each component, one row per case. */
function stacked(context: Weighed, rows: Comparison): RootContent[] {
  const { words, study } = context;
  return rows.map((each) => {
    const head = [cell([text(words.table.case)]), cell([text(words.table.evidence)])];
    const { title = each.component } = context.componentById.get(each.component) ?? {};
    const caption = fill(words.captions.stacked, { component: title });
    const body = study.cases.map(({ id, title: name }) =>
      row([
        rowHead([linkTo({ kind: 'case', id }, text(name))], { dataCase: id }),
        entryCell(context, each.component, id),
      ]),
    );
    return division(
      'component',
      [table('stacked', caption, head, body)],
      attributesOf(context, each),
    );
  });
}

function entryCell(context: Weighed, component: string, id: string) {
  const each = context.caseById.get(id);
  const entry = each?.entries.get(component);
  const label = inline('case-name', [text(each?.title ?? id)], { dir: 'auto' });
  if (!entry)
    return cell(
      [paragraph(label, text(' '), markOf(context, { state: 'missing', rating: null }))],
      { dataCase: id },
    );
  const blocks = [
    paragraph(
      label,
      text(' '),
      markOf(context, entry),
      ...renderLabels(context.labels(id, component)),
    ),
    ...partsOf(context, entry),
    ...takenUpOf(context, entry),
  ];
  return cell(blocks, {
    dataCase: id,
    id: anchorOf({ kind: 'entry', case: id, id: component }),
  });
}

function takenUpOf(context: Claiming, { case: inCase, component }: Entry): RootContent[] {
  return renderTakenUp(context, { kind: 'entry', case: inCase, id: component.id });
}

/** Findings, evidence, rationale and the rest in the order of the note. */
export function partsOf(context: Claiming, entry: Entry): RootContent[] {
  const { study, words, under } = context;
  return entry.parts.flatMap((part): RootContent[] => {
    switch (part.type) {
      case 'evidence':
        return [renderEvidence(context, part)];
      case 'rationale':
        return [
          division(
            'rationale',
            labelled(
              [strong(text(words.text.rationale)), text(words.marks.label)],
              linkedBlocks(study, part.content, under),
            ),
          ),
        ];
      default:
        return linkedBlocks(study, part.content, under);
    }
  });
}
