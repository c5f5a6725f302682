/** Study → Analysis: plain data, a result a method. To add a method is one file and one line in each of the two lists. */
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
import { eliminate } from './mill/index.js';
import { millSchema } from './mill/schema.js';
import { orderCases, orderSchema } from './order.js';
import { findOrphans, orphansSchema } from './orphans.js';
import { matchPatterns, patternsSchema } from './patterns.js';
import type { Watch } from './qca/search/settings.js';
import { analyseSets } from './qca/index.js';
import { qcaSchema } from './qca/schema.js';
import { followCodes, saturationSchema } from './saturation.js';
import { weighEvidence, weightSchema } from './weight.js';

export const analysisSchema = z.object({
  comparison: comparisonSchema,
  cautions: cautionsSchema,
  mill: millSchema,
  order: orderSchema,
  patterns: patternsSchema,
  codes: codesSchema,
  chain: chainSchema,
  claims: claimsSchema,
  orphans: orphansSchema,
  gaps: gapsSchema,
  inventory: inventorySchema,
  qca: qcaSchema.nullable(),
  agreement: agreementSchema,
  checklists: checklistsSchema,
  weight: weightSchema,
  saturation: saturationSchema,
});

export type Analysis = z.infer<typeof analysisSchema>;

/** Pure; missing data give a result that says so. `watch` is told from time to time how far a long search is. */
export function analyse(study: Study, watch?: Watch): Analysis {
  const chain = traceChain(study);
  const claims = traceClaims(study);
  return {
    comparison: compare(study),
    cautions: weigh(study),
    mill: eliminate(study),
    order: orderCases(study),
    patterns: matchPatterns(study),
    codes: tabulateCodes(study),
    chain,
    claims,
    orphans: findOrphans(study, chain, claims),
    gaps: findGaps(study),
    inventory: takeInventory(study),
    qca: analyseSets(study, watch),
    agreement: agree(study),
    checklists: fillChecklists(study),
    weight: weighEvidence(study),
    saturation: followCodes(study),
  };
}
