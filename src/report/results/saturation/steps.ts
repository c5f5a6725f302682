/** The records that brought new codes, in the order of their dates, and what may be concluded. */
import type { RootContent } from 'mdast';
import type { Course } from '../../../analyse/saturation-schema.js';
import {
  cell,
  division,
  joined,
  paragraph,
  remark,
  row,
  rowHead,
  strong,
  table,
  text,
} from '../../prose/nodes.js';
import { fill, listed, numberIn } from '../../prose/words.js';
import { linkTo, type Context } from '../../names/context.js';
import { phrased } from '../../names/naming.js';
import { headsOf, mostListed, numberCell, recordsIn, restIn } from './records.js';

/** The least number of interviews after which a study of Hennink and Kaiser’s review reports saturation (2022). */
const leastSources = 9;

/** The table of steps with its notes; a sentence where no order of the records is known. */
export function renderSteps(context: Context, course: Course): RootContent[] {
  const { saturation } = context.words;
  if (course.steps.length === 0)
    return [paragraph(text(course.undated.length === 0 ? saturation.noCodes : saturation.noDates))];
  if (course.dates < 2) return [paragraph(text(saturation.oneDate)), ...undatedIn(context, course)];
  return [
    ...stepsTable(context, course),
    caution(context, course),
    orderNote(context, course),
    ...undatedIn(context, course),
  ];
}

/** One row per record with new codes; `between` counts the records without new codes since the row before. */
function stepsTable({ words, language }: Context, course: Course): RootContent[] {
  const { saturation } = words;
  const n = (value: number) => numberIn(language, value);
  const numbered = course.steps
    .map((step, index) => ({ ...step, index }))
    .filter(({ added }) => added.length > 0);
  const rows = numbered.slice(0, mostListed).map(({ record, date, added, known, index }, at) => {
    const codes = added.map((code) => [linkTo({ kind: 'code', id: code }, text(code))]);
    return row([
      rowHead([linkTo({ kind: 'record', id: record }, text(record))]),
      cell([text(date)]),
      cell(joined(codes, words.marks.list)),
      numberCell(n(known)),
      numberCell(n(index - (numbered[at - 1]?.index ?? -1) - 1)),
    ]);
  });
  const head = headsOf(
    [saturation.record, saturation.date, saturation.newCodes],
    [saturation.known, saturation.between],
  );
  const rest = numbered.length - rows.length;
  return [
    table('steps', saturation.captionSteps, head, rows),
    ...(rest > 0 ? [paragraph(text(fill(saturation.moreSteps, { n: n(rest) })))] : []),
  ];
}

function caution({ words, language }: Context, { sources }: Course): RootContent {
  const phrase = sources < leastSources ? words.saturation.few : words.saturation.enough;
  return remark(
    'caution',
    strong(text(words.cautions.label)),
    text(words.marks.label + fill(phrase, { n: numberIn(language, sources) })),
  );
}

/** How records of one date, or of dates that overlap, are put in order. */
function orderNote({ words }: Context, { overlapping }: Course): RootContent {
  const { sameDate, overlapping: phrase } = words.saturation;
  const notes = [sameDate, ...(overlapping ? [phrase] : [])];
  return division('note', [paragraph(text(notes.join(words.marks.space)))]);
}

/** Records without a date, and the codes that only they have. */
function undatedIn(context: Context, { undated, onlyUndated }: Course): RootContent[] {
  const { words } = context;
  const codes = listed(words, onlyUndated.slice(0, mostListed));
  const rest = restIn(context, onlyUndated.length);
  return [
    ...recordsIn(context, words.saturation.undated, undated),
    ...(codes === ''
      ? []
      : [paragraph(...phrased(words.saturation.onlyUndated, { codes: [text(codes), ...rest] }))]),
  ];
}
