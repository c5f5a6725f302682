/** Qualitative comparative analysis: of data, or of the sets that a study's ratings and attributes make. */
import type { DataSet, Study } from '../../model.js';
import type { Settings, Watch } from './data.js';
import type { Qca } from './schema.js';

/** Analyses a data set for its outcome and for the absence of it; a problem of the data is told in the result, never thrown. */
export function analyseData(data: DataSet, settings: Partial<Settings> = {}, watch?: Watch): Qca {
  throw new Error(`Not yet written: ${String([data.rows.length, settings.nCut, watch])}`);
}

/** Analyses the sets that study.md names under `conditions:`; null where it names none. */
export function analyseSets(study: Study, watch?: Watch): Qca | null {
  if (study.protocol.conditions.length === 0) return null;
  throw new Error(`Not yet written: ${String(watch)}`);
}
