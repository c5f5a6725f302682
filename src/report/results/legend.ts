import type { RootContent, TableRow } from 'mdast';
import { verdicts } from '../../analyse/comparison.js';
import { unratedStates, type Study } from '../../domain/study.js';
import {
  cell,
  division,
  inline,
  joined,
  paragraph,
  quotation,
  row,
  rowHead,
  table,
  text,
} from '../prose/nodes.js';
import { numberIn } from '../prose/words.js';
import { markOf, type Context, type ContextWith, type Renderer } from '../names/context.js';
import { renderSigns } from './weight/labels.js';

/** The study's legend, and the words for what is not rated: the five states are never merged. `line` as argument: marks only. */
export const renderLegend: Renderer<Study, ContextWith<'weight'>> = (
  { protocol },
  context,
  argument,
) => {
  if (argument === 'line') return protocol.legend.length === 0 ? [] : [legendLine(context)];
  const { words } = context;
  return [
    marksTable(context),
    verdictsTable(context),
    table(
      'evidence-kinds',
      words.captions.evidence,
      [cell([text(words.table.evidenceShown)]), cell([text(words.table.meaning)])],
      evidenceRows(context),
    ),
    ...renderSigns(context),
    division('note', [paragraph(text(words.text.asGiven))]),
  ];
};

function marksTable(context: Context): RootContent {
  const { words, language, study } = context;
  const { mark, meaning, membership } = words.table;
  const head = [mark, meaning, membership].map((word) => cell([text(word)]));
  const marks = study.protocol.legend.map(({ symbol, label, membership: degree }) =>
    row([
      rowHead([markOf(context, { state: 'rated', rating: symbol })]),
      cell([text(label)]),
      cell([text(degree === null ? words.text.noMembership : numberIn(language, degree))]),
    ]),
  );
  const states = unratedStates.map((state) =>
    row([
      rowHead([markOf(context, { state, rating: null })]),
      cell([text(words.stateMeanings[state])]),
      cell([text(words.text.noMembership)]),
    ]),
  );
  return table('legend', words.captions.legend, head, [...marks, ...states]);
}

function verdictsTable({ words }: Context): RootContent {
  const head = [words.table.verdict, words.table.meaning].map((word) => cell([text(word)]));
  const rows = verdicts.map((verdict) =>
    row([
      rowHead([inline('verdict', [text(words.verdicts[verdict])], { dataVerdict: verdict })]),
      cell([text(words.verdictMeanings[verdict])]),
    ]),
  );
  return table('verdicts', words.captions.verdicts, head, rows);
}

function legendLine(context: Context): RootContent {
  const marks = context.study.protocol.legend.map(({ symbol, label }) => [
    markOf(context, { state: 'rated', rating: symbol }),
    text(` ${label}`),
  ]);
  return division('note', [paragraph(...joined(marks, context.words.marks.items))]);
}

/** A sample of each way in which a format may set evidence. */
function evidenceRows({ words }: Context): TableRow[] {
  const samples = [
    { name: 'interview', source: 'interview', isQuoted: true, isCounter: false },
    { name: 'document', source: 'document', isQuoted: true, isCounter: false },
    { name: 'paraphrase', source: 'document', isQuoted: false, isCounter: false },
    { name: 'counter', source: 'document', isQuoted: false, isCounter: true },
  ] as const;
  return samples.map(({ name, source, isQuoted, isCounter }) => {
    const sample = paragraph(text(words.evidenceSamples[name]));
    const properties = {
      dataKind: isQuoted ? 'verbatim' : 'paraphrased',
      dataSource: source,
      dataCounter: isCounter,
    };
    const shown = division('evidence', isQuoted ? [quotation([sample])] : [sample], properties);
    return row([rowHead([shown]), cell([text(words.evidenceMeanings[name])])]);
  });
}
