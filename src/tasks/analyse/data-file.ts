/** A published study rerun from its data alone: a CSV or TSV file, analysed by qualitative comparative analysis. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { analyseData as analyseSets } from '../../analyse/qca/index.js';
import type { Qca } from '../../analyse/qca/schema.js';
import { decode } from '../../world/decode.js';
import { realWorld, type World } from '../../world/world.js';
import { gather } from '../../gather/index.js';
import type { Calibration } from '../../domain/qca.js';
import type { Study } from '../../domain/study.js';
import type { Unread } from '../../domain/text.js';
import { parseDataTable, type DataTable } from '../../parse/data/data-table.js';
import type { Severity } from '../../domain/protocol.js';
import { collect, messagesOn } from '../../messages/collect.js';
import { dataFile } from '../../messages/kinds.js';
import { stamp } from '../../messages/stamp.js';
import { emptyParsed } from '../../parse/empty.js';
import { calibrationOf, type WrittenCalibration } from './calibrations.js';
import { columnNamed, columnsOf, type Columns, type DataOptions } from './columns.js';
import { setsOf, type Calibrated, type Sets } from './sets.js';
import { chooseMethods, type Analysed, type AnalyseOptions } from './methods.js';
import { expectationsOf } from './expectations.js';
import { settingsOf } from './settings.js';
import { shownPart } from './asked-part.js';
import { UserError } from '../../domain/user-error.js';

/** What is asked of a data file. */
export interface RerunOptions extends AnalyseOptions, DataOptions {
  /** Columns of raw numbers, and how each becomes a set: `{ DEV: { anchors: [400, 550, 900] } }`. */
  calibrate?: { [column: string]: WrittenCalibration };
}

/** Analyses a data file. Throws a `UserError` for a wrong request; what is wrong in the file is a message. */
export async function analyseDataFile(
  name: string,
  options: RerunOptions,
  world: World = realWorld,
): Promise<Analysed> {
  return analyseData(await world.readDataFile(name), options);
}

/** Analyses the text of a data file; what it throws is as for the file. */
export function analyseData(data: string | VFile, options: RerunOptions): Analysed {
  const file = typeof data === 'string' ? decode('data.csv', Buffer.from(data)) : data;
  const other = chooseMethods(options.methods)?.find((method) => method !== 'qca');
  if (other !== undefined)
    throw new UserError(
      `Unexpected method \`${other}\` for a data file, expected \`qca\`: other methods need notes`,
    );
  const settings = settingsOf(options);
  const table = parseDataTable(file);
  const study = emptyStudy(file);
  const sets = table.unread.length > 0 ? null : chooseSets(table, options);
  const said = [
    ...table.unread.map((unread) => messageOf(unread, 'error')),
    ...(sets?.remarks ?? []).map((remark) => messageOf(remark, 'warning')),
  ];
  const files = collect([file], said);
  const told = { study, files, messages: messagesOn(files) };
  if (!sets) return { ...told, results: {} };
  const { conditions } = sets.data;
  const expectations = options.expect && {
    expectations: expectationsOf(options.expect, conditions),
  };
  const qca = analyseSets(sets.data, { ...settings, ...expectations }, options.watch);
  const shown = shownPart(withOrigins(qca, sets), {
    ...options,
    negate: options.negate ?? sets.isNegated,
  });
  return { ...told, results: { qca: shown } };
}

function chooseSets(
  table: DataTable,
  { calibrate = {}, ...options }: RerunOptions,
): (Sets & Pick<Columns, 'isNegated'>) | null {
  const columns = columnsOf(table, options);
  const calibrations = new Map<number, Calibration>();
  for (const [name, written] of Object.entries(calibrate)) {
    const column = columnNamed(table, name, 'column to calibrate');
    if (column !== columns.outcome && !columns.conditions.includes(column))
      throw new UserError(
        `Unexpected calibration of \`${name}\`, expected that of the outcome or of a condition`,
      );
    calibrations.set(column, calibrationOf(name, written));
  }
  const sets = setsOf(table, columns, calibrations);
  return sets && { ...sets, isNegated: columns.isNegated };
}

/** A study in which nothing is written: what is shown is shown by its own names. */
function emptyStudy(file: VFile): Study {
  const files = new Map([[file.path, file]]);
  return gather({ files, images: new Map(), paths: new Set() }, emptyParsed());
}

function messageOf({ place, found, expected }: Unread, severity: Severity): VFileMessage {
  return stamp(dataFile, { place, reason: `Unexpected ${found}, expected ${expected}` }, severity);
}

/** The result with the file's own values, and how they became sets. */
function withOrigins(qca: Qca, { conditions, outcome, data }: Sets): Qca {
  const rawOf = new Map(
    data.rows.map(({ case: id }, row) => [
      id,
      [...conditions, outcome].map(({ raw }) => raw.cells[row]?.text ?? null),
    ]),
  );
  return {
    ...qca,
    conditions: qca.conditions.map((column) => ({
      ...column,
      calibration: originOf(conditions, column.label),
    })),
    outcome: qca.outcome && { ...qca.outcome, calibration: originOf([outcome], qca.outcome.label) },
    cases: qca.cases.map((each) => ({ ...each, raw: rawOf.get(each.case) ?? each.raw })),
  };
}

function originOf(columns: Calibrated[], label: string): Qca['conditions'][number]['calibration'] {
  const calibration = columns.find(({ set }) => set.label === label)?.calibration;
  if (!calibration) return null;
  const { method, thresholds, idm, exponents } = calibration;
  return {
    method,
    thresholds,
    idm: method === 'direct' ? idm : null,
    exponents: method === 'linear' ? exponents : null,
  };
}
