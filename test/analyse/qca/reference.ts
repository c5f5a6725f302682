import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One file of the reference values; the caller says what it holds (test/fixtures/reference/README.md). */
export function readReference<T>(name: string): T {
  const path = new URL(`../../fixtures/reference/qca/${name}.json.gz`, import.meta.url);
  // The files are fixtures of this repository, whose form their README gives.
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as T;
}
