import type { RootContent } from 'mdast';
import type { CodeTable } from '../../analyse/codes.js';
import { linkedBlocks } from '../prose/linked.js';
import {
  cell,
  division,
  inline,
  joined,
  labelled,
  paragraph,
  row,
  rowHead,
  strong,
  table,
  text,
} from '../prose/nodes.js';
import { describeRecord } from './evidence.js';
import { bracketed, fill } from '../prose/words.js';
import {
  caseTitle,
  linkTo,
  titleOf,
  titlesOf,
  type Context,
  type Renderer,
} from '../names/context.js';

/** The table of codes: name with its component, abbreviation, and the records in full. */
export const renderCodes: Renderer<CodeTable> = (codes, context) => {
  const { words } = context;
  if (codes.length === 0) return [paragraph(text(words.text.noCodes))];
  const head = [words.table.name, words.table.abbreviation, words.table.records].map((word) =>
    cell([text(word)]),
  );
  const rows = codes.map(({ code, components, records }) => {
    const name = context.study.codes.find(({ id }) => id === code)?.name ?? code;
    const matches =
      components.length === 0
        ? []
        : [paragraph(text(bracketed(words, titlesOf(context, components))))];
    const shown =
      records.length > inFullAtMost
        ? [idsOf(context, records)]
        : records.flatMap(({ record, entries }) => recordBlocks(context, record, entries));
    return row([
      rowHead([paragraph(text(name)), ...matches]),
      cell([linkTo({ kind: 'code', id: code }, text(code))]),
      cell(shown.length > 0 ? shown : [paragraph(text(words.text.noRecordsOfCode))]),
    ]);
  });
  return [table('codes', words.captions.codes, head, rows)];
};

/** With more records than this, the table shows only their ids; their words are in the chain of evidence. */
const inFullAtMost = 30;

function idsOf({ words }: Context, records: CodeTable[number]['records']): RootContent {
  return paragraph(
    ...joined(
      records.map(({ record }) => [linkTo({ kind: 'record', id: record }, text(record))]),
      words.marks.list,
    ),
  );
}

function recordBlocks(
  context: Context,
  key: string,
  entries: CodeTable[number]['records'][number]['entries'],
): RootContent[] {
  const { study, words, under } = context;
  const found = context.recordByKey.get(key);
  if (!found) return [];
  const { record, source } = found;
  const described = inline('origin-kind', [
    text(bracketed(words, describeRecord(context, record, source))),
  ]);
  const label = [
    strong(linkTo({ kind: 'record', id: key }, text(key))),
    text(words.marks.space),
    described,
    text(words.marks.colon),
  ];
  const uses = entries.map(({ case: id, component }) => [
    linkTo(
      { kind: 'entry', case: id, id: component },
      text(
        fill(words.holders.entry, {
          component: titleOf(context, component),
          case: caseTitle(context, id),
        }),
      ),
    ),
  ]);
  const used = division('uses', [
    paragraph(text(words.text.usedIn + words.marks.label), ...joined(uses, words.marks.items)),
  ]);
  return [
    division('record', [...labelled(label, linkedBlocks(study, record.content, under)), used]),
  ];
}
