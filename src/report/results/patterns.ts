import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Patterns } from '../../analyse/patterns.js';
import type { Proposition } from '../../domain/framework.js';
import { propositionsOf } from '../../study/framework.js';
import { anchorOf } from '../prose/anchors.js';
import {
  cell,
  division,
  inline,
  joined,
  paragraph,
  row,
  rowHead,
  strong,
  table,
  text,
} from '../prose/nodes.js';
import { explained, fill, listed, numberIn, titled } from '../prose/words.js';
import {
  caseHeads,
  columnsAtMost,
  linkTo,
  markOf,
  shownMark,
  titleOf,
  type Blocks,
  type Context,
  type Renderer,
} from '../names/context.js';
import { linkedMark, phrased } from '../names/naming.js';

/** Propositions against cases: expected, found with its evidence, verdict. */
export const renderPatterns: Renderer<Patterns> = (patterns, context) => {
  const { words, study } = context;
  if (patterns.length === 0) return [paragraph(text(words.text.noneToMatch))];
  const propositions = new Map(
    propositionsOf(study.framework).map((proposition) => [proposition.id, proposition]),
  );
  const head = [
    cell([text(words.table.proposition)]),
    cell([text(words.table.component)]),
    cell([text(words.table.expected)]),
    ...caseHeads(context, (children, id) => cell(children, { dataCase: id })),
  ];
  const seen = new Set<string>();
  const rows = patterns.map((each) => {
    const anchor = seen.has(each.proposition)
      ? {}
      : { id: anchorOf({ kind: 'proposition', id: each.proposition }) };
    seen.add(each.proposition);
    return patternRow(context, each, propositions.get(each.proposition), anchor);
  });
  const note = [
    words.text.patternsNote,
    ...(study.outcome ? [words.matching.outcomeNote] : []),
  ].join(words.marks.space);
  return [
    division('note', [paragraph(text(note))]),
    division('scroll', [
      table('patterns', words.captions.patterns, head, [...outcomeRow(context), ...rows]),
    ]),
    ...ownRules(context, patterns),
  ];
};

/** The outcome stands above the propositions, which are expected to explain it. */
function outcomeRow(context: Context): TableRow[] {
  const { study, words } = context;
  const { outcome } = study;
  if (!outcome) return [];
  return [
    row([
      rowHead([strong(text(words.matching.outcome))]),
      cell([text(titleOf(context, outcome.id))]),
      cell([text('–')]),
      ...study.cases.map(({ id }) => cell([linkedMark(context, outcome.id, id)], { dataCase: id })),
    ]),
  ];
}

function patternRow(
  context: Context,
  pattern: Patterns[number],
  stated: Proposition | undefined,
  anchor: { id?: string },
): TableRow {
  const { words, study } = context;
  const { proposition, component, expects, by, cells } = pattern;
  const summary =
    study.cases.length > columnsAtMost && component !== null
      ? [paragraph(inline('records', [text(countsOf(context, pattern))]))]
      : [];
  const statement = paragraph(strong(text(proposition)), text(` ${stated?.text ?? ''}`));
  const mark = expects === null ? text('–') : markOf(context, { state: 'rated', rating: expects });
  const own = by === 'study' ? [text(' '), inline('weight', [text(words.matching.ownRule)])] : [];
  return row([
    rowHead([statement, ...summary], anchor),
    cell([text(component === null ? words.text.whole : titleOf(context, component))]),
    cell([mark, ...own]),
    ...study.cases.map(({ id }) => {
      const found = cells[id];
      if (!found || component === null)
        return cell([text(words.patternVerdicts['no-sign'])], { dataCase: id });
      return cell(foundIn(context, { component, id, found }), { dataCase: id });
    }),
  ]);
}

/** `fits: 12, against: 3`. */
function countsOf({ words, language }: Context, { verdicts }: Patterns[number]): string {
  const { fits = 0, against = 0, mixed = 0, 'no-sign': noSign = 0 } = verdicts;
  const none = (verdicts['no-evidence'] ?? 0) + (verdicts['not-rated'] ?? 0);
  const counts: [string, number][] = [
    [words.patternVerdicts.fits, fits],
    [words.patternVerdicts.against, against],
    [words.patternVerdicts.mixed, mixed],
    [words.patternVerdicts['no-evidence'], none],
    [words.patternVerdicts['no-sign'], noSign],
  ];
  return listed(
    words,
    counts
      .filter(([, n]) => n > 0)
      .map(([verdict, n]) => titled(words, verdict, numberIn(language, n))),
    'parts',
  );
}

interface Found {
  component: string;
  id: string;
  found: Patterns[number]['cells'][string];
}

/** How many records a cell names: several with few cases, one with many, whose columns are narrow. */
const namedAtMost = { few: 6, many: 1 };

function foundIn(context: Context, { component, id, found }: Found): Blocks {
  const { words, study } = context;
  const verdict = inline('pattern', [text(words.patternVerdicts[found.verdict])], {
    dataPattern: found.verdict,
  });
  const head = [linkedMark(context, component, id), text(' '), verdict];
  const atMost = study.cases.length > columnsAtMost ? namedAtMost.many : namedAtMost.few;
  const records = recordsOf(context, found.evidence, atMost);
  const counter =
    found.counter.length === 0
      ? []
      : phrased(words.matching.against, { records: recordsOf(context, found.counter, atMost) });
  const lines = [records, counter].filter((line) => line.length > 0);
  return lines.length === 0
    ? head
    : [paragraph(...head), ...lines.map((line) => paragraph(inline('records', line)))];
}

function recordsOf(
  { words, language }: Context,
  keys: string[],
  atMost: number,
): PhrasingContent[] {
  const named = keys
    .slice(0, atMost)
    .map((key) => [linkTo({ kind: 'record', id: key }, text(key))]);
  const left = keys.length - named.length;
  const rest =
    left > 0
      ? [text(words.marks.list + fill(words.matching.more, { n: numberIn(language, left) }))]
      : [];
  return [...joined(named, words.marks.list), ...rest];
}

/** The signs that are the study's own, each once, with their reasons. */
function ownRules({ words }: Context, patterns: Patterns): RootContent[] {
  const own = new Map(
    patterns.flatMap((each) => (each.by === 'study' ? [[each.proposition, each] as const] : [])),
  );
  if (own.size === 0) return [];
  const lines = [...own.values()].map(({ proposition, expects, reason }) =>
    paragraph(
      strong(text(explained(words, proposition, shownMark(expects ?? '')))),
      text(words.marks.colon + (reason ?? words.matching.noReason)),
    ),
  );
  return [paragraph(text(words.matching.ownRules)), division('rules', lines)];
}
