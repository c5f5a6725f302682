/** Study → Analysis: plain data, a result a method. To add a method is one file and one line in each of the two lists. */
import * as z from 'zod';
import type { Study } from '../model.js';
import { agree } from './agreement/index.js';
import { agreementSchema } from './agreement/schema.js';
import { cautionsSchema, weigh } from './cautions.js';
import { chainSchema, traceChain } from './chain.js';
import { codesSchema, tabulateCodes } from './codes.js';
import { compare, comparisonSchema } from './comparison.js';
import { differencesSchema, seekDifferences } from './differences.js';
import { findGaps, gapsSchema } from './gaps.js';
import { inventorySchema, takeInventory } from './inventory.js';
import { matchPatterns, patternsSchema } from './patterns.js';

export const analysisSchema = z.object({
  comparison: comparisonSchema,
  cautions: cautionsSchema,
  differences: differencesSchema,
  patterns: patternsSchema,
  codes: codesSchema,
  chain: chainSchema,
  gaps: gapsSchema,
  inventory: inventorySchema,
  agreement: agreementSchema,
});

export type Analysis = z.infer<typeof analysisSchema>;

/** Pure; missing data give a result that says so. */
export function analyse(study: Study): Analysis {
  return {
    comparison: compare(study),
    cautions: weigh(study),
    differences: seekDifferences(study),
    patterns: matchPatterns(study),
    codes: tabulateCodes(study),
    chain: traceChain(study),
    gaps: findGaps(study),
    inventory: takeInventory(study),
    agreement: agree(study),
  };
}
