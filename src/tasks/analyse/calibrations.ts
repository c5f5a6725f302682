/** How columns of raw numbers become sets, in the words of study.md: `anchors`, `linear`, `ecdf`, `indirect`, `thresholds`, `ranks`. */
import type * as z from 'zod';
import type { Calibration } from '../../domain/qca.js';
import { conditionsOf, conditionsSchema } from '../../parse/protocol/conditions.js';
import { startOf } from '../../messages/pointer.js';
import { UserError } from '../../domain/user-error.js';
import { unknownName } from './expectations.js';

/** As a condition of study.md has it: `{ anchors: [400, 550, 900] }`, `{ thresholds: [550, 850] }`, `{ ranks: true }`. */
export type WrittenCalibration = Omit<
  z.output<typeof conditionsSchema>[number],
  'attribute' | 'component' | 'label' | 'expects'
>;

const ways = ['anchors', 'linear', 'ecdf', 'indirect', 'thresholds', 'ranks'] as const;

function isWay(name: string): name is (typeof ways)[number] {
  return ways.some((way) => way === name);
}

/** `DEV=400,550,900`, `DEV=linear:400,550,900`, `DEV=ranks`. Three or six numbers are anchors, fewer are thresholds. Throws a `UserError`. */
export function calibrationIn(written: string): {
  column: string;
  calibration: WrittenCalibration;
} {
  const [, column = '', way, list = ''] =
    /^\s*(.+?)\s*=\s*(?:([a-z]+)\s*(?::|$))?\s*(.*?)\s*$/s.exec(written) ?? [];
  const numbers =
    list === '' ? [] : list.split(',').map((each) => Number(each.trim() === '' ? NaN : each));
  if (
    column === '' ||
    numbers.some((number) => !Number.isFinite(number)) ||
    (way === undefined && numbers.length === 0)
  )
    throw new UserError(
      `Unexpected calibration \`${written}\`, expected one such as \`DEV=400,550,900\` or \`DEV=thresholds:550,850\``,
    );
  const chosen = way ?? (numbers.length < 3 ? 'thresholds' : 'anchors');
  if (!isWay(chosen)) throw new UserError(unknownName(chosen, 'way of calibration', [...ways]));
  return { column, calibration: chosen === 'ranks' ? { ranks: true } : { [chosen]: numbers } };
}

/** The calibration of a column. Throws a `UserError` if it is none, with what study.md would be told. */
export function calibrationOf(column: string, written: WrittenCalibration): Calibration {
  const read = conditionsSchema.safeParse([{ attribute: column, ...written }]);
  const [issue] = read.error?.issues ?? [];
  if (issue) throw new UserError(`Unexpected calibration of \`${column}\`, ${issue.message}`);
  const [condition] = conditionsOf(read.data ?? [], () => startOf(''));
  if (!condition?.calibration) throw new Error('A column was read as a component');
  return condition.calibration;
}
