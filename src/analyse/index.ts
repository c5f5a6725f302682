/** Study → Analysis: plain data, one result for each method. To add a method is one file, and one line in the list below. */
import * as z from 'zod';
import type { Study } from '../domain/study.js';
import { agree } from './agreement/index.js';
import { agreementSchema } from './agreement/schema.js';
import { cautionsSchema, weigh } from './cautions.js';
import { chainSchema, traceChain } from './chain.js';
import { claimsSchema, traceClaims } from './claims.js';
import { fillChecklists } from './checklists/index.js';
import { checklistsSchema } from './checklists/schema.js';
import { codesSchema, tabulateCodes } from './codes.js';
import { compare, comparisonSchema } from './comparison.js';
import { findGaps, gapsSchema } from './gaps.js';
import { inventorySchema, takeInventory } from './inventory.js';
import { method, type Run } from './method.js';
import { eliminate } from './mill/index.js';
import { millSchema } from './mill/schema.js';
import { orderCases, orderSchema } from './order.js';
import { findOrphans, orphansSchema } from './orphans.js';
import { matchPatterns, patternsSchema } from './patterns.js';
import { analyseSets } from './qca/index.js';
import { qcaSchema } from './qca/schema.js';
import { followCodes } from './saturation.js';
import { saturationSchema } from './saturation-schema.js';
import { weighEvidence } from './weight.js';
import { weightSchema } from './weight-schema.js';

const chain = method(chainSchema, traceChain);
const claims = method(claimsSchema, traceClaims);

/** By the key of its result, in the order of study.json. */
const methods = {
  comparison: method(comparisonSchema, compare),
  cautions: method(cautionsSchema, weigh),
  mill: method(millSchema, eliminate),
  order: method(orderSchema, orderCases),
  patterns: method(patternsSchema, matchPatterns),
  codes: method(codesSchema, tabulateCodes),
  chain,
  claims,
  orphans: method(orphansSchema, (study, run) =>
    findOrphans(study, chain.resultIn(run), claims.resultIn(run)),
  ),
  gaps: method(gapsSchema, findGaps),
  inventory: method(inventorySchema, takeInventory),
  qca: method(qcaSchema.nullable(), (study, { watch }) => analyseSets(study, watch)),
  agreement: method(agreementSchema, agree),
  checklists: method(checklistsSchema, fillChecklists),
  weight: method(weightSchema, weighEvidence),
  saturation: method(saturationSchema, followCodes),
};

type Schemas = { [Key in keyof typeof methods]: (typeof methods)[Key]['schema'] };

/** The form of an analysis, with a description of each of its fields. */
export const analysisSchema = z.object(
  // Object.fromEntries forgets which schema belongs to which key.
  Object.fromEntries(Object.entries(methods).map(([key, { schema }]) => [key, schema])) as Schemas,
);

/** The result of each method, by its key. */
export type Analysis = z.infer<typeof analysisSchema>;

/** The keys of all results, in the order of study.json. */
export const analysisKeys = analysisSchema.keyof().options;

interface Asked<Key extends keyof Analysis> {
  /** The methods to run, with those that they need; all unless given. */
  only?: readonly Key[];
  watch?: Run['watch'];
}

/** Runs all methods, or those that are asked for. Missing data give a result that says so. */
export function analyse<Key extends keyof Analysis = keyof Analysis>(
  study: Study,
  { only, watch }: Asked<Key> = {},
): Pick<Analysis, Key> {
  const run: Run = { study, watch };
  const keys: readonly (keyof Analysis)[] = only ?? analysisKeys;
  // Object.fromEntries forgets which result belongs to which key.
  return Object.fromEntries(keys.map((key) => [key, methods[key].resultIn(run)])) as Pick<
    Analysis,
    Key
  >;
}
