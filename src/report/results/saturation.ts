import type { PhrasingContent, RootContent } from 'mdast';
import type { Course, Saturation } from '../../analyse/saturation.js';
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
} from '../prose/nodes.js';
import { fill, listed, numberIn } from '../prose/words.js';
import { caseTitle, linkTo, type Context, type Renderer } from '../names/context.js';
import { phrased, restOf } from '../names/naming.js';

/** More than a reader would go through: the rest is counted. */
const mostListed = 30;

/** The least number of interviews after which a study of Hennink and Kaiser’s review reports saturation (2022). */
const leastSources = 9;

/** What is covered, which records brought new codes, and which are not coded. */
export const renderSaturation: Renderer<Saturation> = (saturation, context) => [
  courses(saturation, context),
  ...steps(saturation.study, context),
  ...leftOut(saturation, context),
];

function courses({ study, cases, coverage }: Saturation, context: Context): RootContent {
  const { words, language } = context;
  const { heads } = words.saturation;
  const n = (value: number) => cell([text(numberIn(language, value))], { className: ['number'] });
  const plain = [words.table.case, heads.covered];
  const numbered = [heads.dated, heads.undated, heads.codes];
  const rowOf = (course: Course) => {
    const covered = coverage.find((each) => each.case === course.case);
    const share = covered
      ? fill(words.saturation.ofAll, {
          n: numberIn(language, covered.covered),
          all: numberIn(language, covered.components),
        })
      : '–';
    const name =
      course.case === null
        ? text(words.saturation.whole)
        : linkTo({ kind: 'case', id: course.case }, text(caseTitle(context, course.case)));
    const codes = (course.steps.at(-1)?.known ?? 0) + course.onlyUndated.length;
    return row(
      [
        rowHead([name]),
        cell([text(share)]),
        n(course.steps.length),
        n(course.undated.length),
        n(codes),
        cell(lastOf(course, context)),
      ],
      course.case === null ? {} : { dataCase: course.case },
    );
  };
  // Of a single case the study as a whole says the same.
  const rows = [...(cases.length > 1 ? [study] : []), ...cases].map(rowOf);
  return division('scroll', [
    table(
      'saturation',
      words.saturation.caption,
      [
        ...plain.map((word) => headOf(word)),
        ...numbered.map((word) => headOf(word, true)),
        headOf(heads.last),
      ],
      rows,
    ),
  ]);
}

/** Both in one cell, so that the table needs no turned page. */
function lastOf({ dates, last, since }: Course, { words, language }: Context): PhrasingContent[] {
  if (dates < 2 || last === null || since === null) return [text('–')];
  return phrased(words.saturation.lastSince, {
    record: [linkTo({ kind: 'record', id: last }, text(last))],
    n: numberIn(language, since),
  });
}

function headOf(word: string, isNumber = false) {
  return cell([text(word)], isNumber ? { className: ['number'] } : {});
}

/** The records that brought new codes, if an order is known, and what may be concluded. */
function steps(course: Course, context: Context): RootContent[] {
  const { words, language } = context;
  const { saturation } = words;
  if (course.steps.length === 0)
    return [paragraph(text(course.undated.length === 0 ? saturation.noCodes : saturation.noDates))];
  if (course.dates < 2) return [paragraph(text(saturation.oneDate)), ...undated(course, context)];
  const numbered = course.steps
    .map((step, index) => ({ ...step, index }))
    .filter(({ added }) => added.length > 0);
  const rows = numbered.slice(0, mostListed).map(({ record, date, added, known, index }, at) =>
    row([
      rowHead([linkTo({ kind: 'record', id: record }, text(record))]),
      cell([text(date)]),
      cell(
        joined(
          added.map((code) => [linkTo({ kind: 'code', id: code }, text(code))]),
          words.marks.list,
        ),
      ),
      cell([text(numberIn(language, known))], { className: ['number'] }),
      cell([text(numberIn(language, index - (numbered[at - 1]?.index ?? -1) - 1))], {
        className: ['number'],
      }),
    ]),
  );
  const plain = [words.saturation.record, saturation.date, saturation.newCodes];
  const rest = numbered.length - rows.length;
  return [
    table(
      'steps',
      saturation.captionSteps,
      [
        ...plain.map((word) => headOf(word)),
        headOf(saturation.known, true),
        headOf(saturation.between, true),
      ],
      rows,
    ),
    ...(rest > 0
      ? [paragraph(text(fill(saturation.moreSteps, { n: numberIn(language, rest) })))]
      : []),
    caution(context, course),
    division('note', [
      paragraph(
        text(
          [saturation.sameDate, ...(course.overlapping ? [saturation.overlapping] : [])].join(
            words.marks.space,
          ),
        ),
      ),
    ]),
    ...undated(course, context),
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

function undated(course: Course, context: Context): RootContent[] {
  const { words } = context;
  const codes = listed(words, course.onlyUndated.slice(0, mostListed));
  const rest = restOf(context, course.onlyUndated.length - mostListed, {
    one: words.saturation.oneMore,
    many: words.saturation.more,
  });
  return [
    ...records(context, words.saturation.undated, course.undated),
    ...(codes === ''
      ? []
      : [paragraph(...phrased(words.saturation.onlyUndated, { codes: [text(codes), ...rest] }))]),
  ];
}

function leftOut({ uncoded }: Saturation, context: Context): RootContent[] {
  const { saturation } = context.words;
  const evidence = records(context, saturation.uncoded, uncoded.evidence);
  return [
    ...(evidence.length > 0 ? evidence : [paragraph(text(saturation.allCoded))]),
    ...records(context, saturation.cited, uncoded.cited),
    ...records(context, saturation.unused, uncoded.unused),
  ];
}

/** Records by their ids, each linked; of many the first, and how many more there are. */
function records(context: Context, phrase: string, keys: string[]): RootContent[] {
  const { words } = context;
  if (keys.length === 0) return [];
  const shown = keys
    .slice(0, mostListed)
    .map((key) => [linkTo({ kind: 'record', id: key }, text(key))]);
  const rest = restOf(context, keys.length - mostListed, {
    one: words.saturation.oneMore,
    many: words.saturation.more,
  });
  return [
    paragraph(...phrased(phrase, { records: [...joined(shown, words.marks.list), ...rest] })),
  ];
}
