/** An entry as cells of a table: its mark, its records, and what cites it. */
import type { TableCell } from 'mdast';
import { keyOfThing } from '../../study/keys.js';
import { evidenceIn } from '../../study/entries.js';
import type { Entry } from '../../domain/study.js';
import { cell, text } from '../prose/nodes.js';
import { markOf, type Context } from '../names/context.js';
import { linkedThings } from '../names/things.js';
import { listed } from '../prose/words.js';
import type { Explaining } from './parts.js';

/** The heads of the columns, after the one that names the rows. */
export function headOf({ words }: Context, first: string): TableCell[] {
  const { records, takenUpIn } = words.explain;
  return [first, words.table.mark, records, takenUpIn].map((word) => cell([text(word)]));
}

/** The records of its evidence, each once; as written where there is no such record. */
export function keysIn(entry: Entry): string[] {
  return [
    ...new Set(
      evidenceIn(entry).map(({ resolved, record }) => resolved.record?.key ?? record.text),
    ),
  ];
}

/** Its mark, its records, and what cites it. */
export function entryCells(context: Explaining, entry: Entry): TableCell[] {
  const users =
    context.citations.holdersOf.get(
      keyOfThing({ kind: 'entry', id: entry.component.id, case: entry.case }),
    ) ?? [];
  return [
    cell([markOf(context, entry)]),
    cell([text(listed(context.words, keysIn(entry)))]),
    cell(linkedThings(context, users, 12)),
  ];
}
