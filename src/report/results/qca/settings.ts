import type { RootContent } from 'mdast';
import { expressLiteral } from '../../../analyse/qca/table/expressions.js';
import type { Qca } from '../../../analyse/qca/schema.js';
import { cell, paragraph, row, rowHead, strong, table, text } from '../../prose/nodes.js';
import { explained, fill, listed, numberIn, titled } from '../../prose/words.js';
import { linkTo, type Blocks, type Context, type Renderer } from '../../names/context.js';
import { headCells, meaningOf } from '../../names/qca.js';

type Condition = Qca['conditions'][number];

/** What was analysed, and by which settings. */
export const renderSettings: Renderer<Qca> = (qca, context) => {
  const phrases = context.words.qca;
  const { outcome, cases, conditions, leftOut } = qca;
  const counts = {
    n: numberIn(context.language, cases.length - leftOut.cases.length),
    k: numberIn(context.language, conditions.length),
  };
  const lead =
    outcome === null
      ? []
      : [paragraph(text(fill(phrases.analysed, { ...counts, outcome: nameOf(context, outcome) })))];
  return [...lead, setsTable(context, qca), settingsTable(context, qca)];
};

function nameOf(context: Context, column: NonNullable<Qca['outcome']>): string {
  const meaning = meaningOf(context, column);
  return meaning === column.label ? column.label : explained(context.words, column.label, meaning);
}

function setsTable(context: Context, { conditions, outcome }: Qca): RootContent {
  const { heads, captions } = context.words.qca;
  const head = headCells([
    heads.label,
    heads.set,
    heads.kind,
    heads.calibration,
    heads.expectation,
  ]);
  const columns = [
    ...conditions,
    ...(outcome ? [{ ...outcome, expects: null, expectedBy: null, isOutcome: true }] : []),
  ];
  const rows = columns.map((column, index) =>
    row([
      rowHead([strong(text(column.label))]),
      cell([text(meaningOf(context, column))]),
      cell([text(kindOf(context, column))]),
      cell([text(calibrationOf(context, column))]),
      cell(
        'isOutcome' in column
          ? [text(context.words.qca.isOutcome)]
          : expectationOf(context, conditions, index),
      ),
    ]),
  );
  return table('qca-sets', captions.sets, head, rows);
}

function kindOf({ words, language }: Context, { levels, isFuzzy }: Condition): string {
  const { setKinds } = words.qca;
  if (isFuzzy) return setKinds.fuzzy;
  return levels > 2
    ? fill(setKinds['multi-value'], { n: numberIn(language, levels) })
    : setKinds.crisp;
}

function calibrationOf({ words, language }: Context, { calibration }: Condition): string {
  const { calibrations, notCalibrated } = words.qca;
  if (!calibration) return notCalibrated;
  const { method, thresholds, idm, exponents } = calibration;
  const numbers = (values: number[]) => {
    const shown = values.map((value) => numberIn(language, value, { atMost: 6 }));
    return listed(words, shown, 'items');
  };
  return [
    thresholds.length === 0
      ? calibrations[method]
      : titled(words, calibrations[method], numbers(thresholds)),
    ...(idm === null ? [] : [fill(words.qca.idm, { n: numbers([idm]) })]),
    ...(exponents?.some((value) => value !== 1)
      ? [fill(words.qca.exponents, { n: numbers(exponents) })]
      : []),
  ].join(words.marks.items);
}

function expectationOf(context: Context, conditions: Condition[], condition: number): Blocks {
  const { words } = context;
  const { expects = null, expectedBy = null } = conditions[condition] ?? {};
  if (!expects) return [text(words.qca.noExpectation)];
  const levels = listed(
    words,
    expects.map((level) => expressLiteral(conditions, { condition, level })),
  );
  if (expectedBy === null) return [text(levels)];
  const by =
    expectedBy === 'study.md'
      ? text(expectedBy)
      : linkTo({ kind: 'proposition', id: expectedBy }, text(expectedBy));
  return [text(levels + words.marks.space + words.marks.open), by, text(words.marks.close)];
}

function settingsTable(context: Context, { settings, conditions }: Qca): RootContent {
  const { words, language } = context;
  const { captions, heads, settingNames, settingValues, models, unclear } = words.qca;
  const [positive, contradictory] = settings.inclCut;
  const contradictoryCut: [string, string][] =
    contradictory === undefined
      ? []
      : [[settingNames.contradictoryCut, numberIn(language, contradictory, 3)]];
  // A data file has no marks.
  const hasMarks = !conditions.every((each) => each.of === 'column');
  const treatment: [string, string][] = hasMarks
    ? [[settingNames.unclear, unclear[settings.unclear]]]
    : [];
  const values: [string, string][] = [
    [settingNames.nCut, numberIn(language, settings.nCut)],
    [settingNames.inclCut, numberIn(language, positive ?? 1, 3)],
    ...contradictoryCut,
    [
      settingNames.priCut,
      settings.priCut === 0 ? settingValues.none : numberIn(language, settings.priCut, 3),
    ],
    [settingNames.models, models[settings.models]],
    [settingNames.rowDominance, settings.rowDominance ? settingValues.dropped : settingValues.kept],
    [
      settingNames.contradictions,
      settings.includeContradictions ? settingValues.mayBePositive : settingValues.never,
    ],
    ...treatment,
  ];
  const head = headCells([heads.setting, heads.value]);
  const rows = values.map(([name, value]) => row([rowHead([text(name)]), cell([text(value)])]));
  return table('qca-settings', captions.settings, head, rows);
}
