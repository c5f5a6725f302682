import type { Patterns } from '../../analyse/patterns.js';
import type { Proposition, Study } from '../../model.js';
import { propositionsOf } from '../../names.js';
import { anchorOf } from '../anchors.js';
import { cell, division, inline, paragraph, row, rowHead, strong, table, text } from '../nodes.js';
import { caseHeads, linkTo, markOf, titleOf, type Context, type Reader } from './context.js';

/** Propositions against cases: expected, found, verdict. */
export const readPatterns: Reader<Patterns> = (patterns, context) => {
  const { words, study } = context;
  if (patterns.length === 0) return [paragraph(text(words.text.noneToMatch))];
  const propositions = propositionsById(study);
  const head = [
    cell([text(words.table.proposition)]),
    cell([text(words.table.component)]),
    cell([text(words.table.expected)]),
    ...caseHeads(context, (children, id) => cell(children, { dataCase: id })),
  ];
  const seen = new Set<string>();
  const rows = patterns.map((each) => {
    const anchor = seen.has(each.proposition) ? {} : { id: anchorOf({ kind: 'proposition', id: each.proposition }) };
    seen.add(each.proposition);
    return patternRow(context, each, propositions.get(each.proposition)?.text ?? '', anchor);
  });
  return [
    division('note', [paragraph(text(words.text.patternsNote))]),
    division('scroll', [table('patterns', words.captions.patterns, head, rows)]),
  ];
};

function propositionsById({ framework }: Study): Map<string, Proposition> {
  return new Map(propositionsOf(framework).map((proposition) => [proposition.id, proposition]));
}

function patternRow(
  context: Context,
  { proposition, component, expects, cells }: Patterns[number],
  statement: string,
  anchor: { id?: string },
) {
  const { words, study } = context;
  return row([
    rowHead([strong(text(proposition)), text(` ${statement}`)], anchor),
    cell([text(component === null ? words.text.whole : titleOf(context, component))]),
    cell([expects === null ? text('–') : markOf(context, { state: 'rated', rating: expects })]),
    ...study.cases.map(({ id }) => {
      const found = cells[id];
      if (!found || component === null) return cell([text(words.patternVerdicts['no-sign'])], { dataCase: id });
      const mark = linkTo({ kind: 'entry', case: id, id: component }, markOf(context, found));
      return cell([mark, text(' '), inline('pattern', [text(words.patternVerdicts[found.verdict])], { dataPattern: found.verdict })], {
        dataCase: id,
      });
    }),
  ]);
}
