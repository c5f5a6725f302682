/** `npm run campaign -- --seed 7 --runs 500`: the tests of long properties, with more runs than `npm test` has time for. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { seed: { type: 'string' }, runs: { type: 'string' } },
  allowPositionals: true,
});
for (const [name, value] of Object.entries(values))
  if (!/^-?\d+$/.test(value))
    throw new Error(`Unexpected --${name} ${value}, expected a whole number`);

const files = [
  'test/analyse/claims.test.ts',
  'test/analyse/mill.test.ts',
  'test/changes/states.test.ts',
  'test/output/docx.test.ts',
  'test/output/markdown.test.ts',
  'test/output/pdf.test.ts',
  'test/parse/robust.test.ts',
  'test/privacy/disclose/disclose.test.ts',
  'test/privacy/gate/leaks.test.ts',
  'test/report/citations.test.ts',
  'test/report/template.test.ts',
  'test/scenarios.test.ts',
  'test/text/chunks.test.ts',
  'test/text/quotes/misquotes.test.ts',
];
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...(positionals.length > 0 ? positionals : files)],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      CAMPAIGN: '1',
      CAMPAIGN_SEED: values.seed ?? '',
      CAMPAIGN_RUNS: values.runs ?? '',
    },
  },
);
process.exitCode = status ?? 1;
