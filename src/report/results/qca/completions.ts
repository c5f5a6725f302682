/** What holds however the open marks are settled. */
import type { RootContent, TableRow } from 'mdast';
import type { Qca } from '../../../analyse/qca/schema.js';
import { cell, inline, paragraph, row, rowHead, table, text } from '../../prose/nodes.js';
import { explained, fill, listed, numberIn } from '../../prose/words.js';
import { linkTo, type Context, type Renderer } from '../../names/context.js';
import {
  breakable,
  equation,
  headCells,
  numberCell,
  numberHead,
  shortName,
  shownAtMost,
} from '../../names/qca.js';

type Completions = NonNullable<Qca['completions']>;
type CompletedTerm = Completions['terms'][number];

/** What holds however the open marks are settled, and what only in some ways of settling them. */
export const renderCompletions: Renderer<Qca> = (qca, context) => {
  const { completions } = qca;
  if (!completions) return [];
  const { words, language } = context;
  const n = (value: number) => numberIn(language, value);
  const counts = {
    possible: n(completions.possible),
    run: n(completions.run),
    n: n(completions.cells.length),
  };
  const about = [
    fill(words.qca.completionsNote, counts),
    completions.isSampled ? fill(words.qca.sampled, counts) : words.qca.allRun,
  ];
  const kinds = [...new Set(completions.terms.map(keyOf))];
  return [
    paragraph(text(about.join(words.marks.space))),
    ...openCells(context, qca, completions),
    ...kinds.flatMap((key) =>
      termsOf(
        context,
        qca,
        completions,
        completions.terms.filter((term) => keyOf(term) === key),
      ),
    ),
  ];
};

function keyOf({ isNegated, kind }: CompletedTerm): string {
  return `${String(isNegated)} ${kind}`;
}

function openCells(context: Context, qca: Qca, { cells }: Completions): RootContent[] {
  const { words } = context;
  const columns = [...qca.conditions, ...(qca.outcome ? [qca.outcome] : [])];
  const ids = [...new Set(cells.map((each) => each.case))];
  const children = ids.map((id) => {
    const labels = cells
      .filter((each) => each.case === id)
      .map(({ column }) => columns.find((each) => each.id === column)?.label ?? column);
    return paragraph(
      linkTo(
        { kind: 'case', id },
        text(explained(words, shortName(context, id), listed(words, labels))),
      ),
    );
  });
  const head = headCells([words.qca.heads.openMarks]);
  return children.length === 0
    ? []
    : [
        table(
          'qca-open',
          words.qca.captions.open,
          head,
          children.map((child) => row([rowHead(child.children)])),
        ),
      ];
}

/** The terms of one solution: a table, and a sentence on those that hold in every completion. */
function termsOf(
  context: Context,
  qca: Qca,
  { run }: Completions,
  terms: CompletedTerm[],
): RootContent[] {
  const [first] = terms;
  if (!first) return [];
  const { words, language } = context;
  const { heads, captions, solutions, firstOf } = words.qca;
  const label = qca.outcome?.label ?? '';
  const outcome = first.isNegated ? `~${label}` : label;
  const head = [
    ...headCells([heads.term, heads.verdict]),
    numberHead(heads.inEvery),
    numberHead(heads.inSome),
  ];
  const sorted = terms.toSorted((a, b) => b.inEvery - a.inEvery || b.inSome - a.inSome);
  const rows = sorted
    .slice(0, shownAtMost.terms)
    .map((term) => termRow(context, term, outcome, run));
  const caption = fill(captions.completions, { outcome, solution: solutions[first.kind] });
  const counts = { shown: numberIn(language, rows.length), all: numberIn(language, terms.length) };
  const rest = rows.length < terms.length ? [fill(firstOf, counts)] : [];
  return [
    table('qca-completions', caption, head, rows),
    paragraph(text([robustIn(context, terms), ...rest].join(words.marks.space))),
  ];
}

function termRow(
  { words, language }: Context,
  { expression, isRobust, inEvery, inSome }: CompletedTerm,
  outcome: string,
  run: number,
): TableRow {
  const { robust, possible, ofRun } = words.qca;
  const verdict = inline('robustness', [text(isRobust ? robust : possible)], {
    dataRobust: isRobust,
  });
  const counts = [inEvery, inSome].map((n) =>
    numberCell(fill(ofRun, { n: numberIn(language, n), run: numberIn(language, run) })),
  );
  return row([rowHead([text(equation(expression, outcome))]), cell([verdict]), ...counts]);
}

function robustIn({ words }: Context, terms: CompletedTerm[]): string {
  const robust = terms
    .filter(({ isRobust }) => isRobust)
    .map(({ expression }) => breakable(expression));
  return robust.length === 0
    ? words.qca.noneRobust
    : fill(words.qca.robustTerms, { terms: listed(words, robust, 'items') });
}
