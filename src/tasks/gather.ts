/** From what has been read to a study. */
import type { Input } from '../domain/input.js';
import type { Study } from '../domain/study.js';
import { gather } from '../gather/index.js';
import { formatNames } from '../output/formats.js';
import { parse } from '../parse/index.js';

/** Parses and gathers what has been read. */
export async function studyOf(input: Input): Promise<Study> {
  return gather(input, await parse(input, { formats: formatNames }));
}
