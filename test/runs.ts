/** How often properties are tried: a little in `npm test`, much more in `npm run campaign`. */
import type { Parameters } from 'fast-check';

/** Whether this is a campaign, and not the everyday suite. */
export const isCampaign = process.env.CAMPAIGN === '1';

const { CAMPAIGN_SEED, CAMPAIGN_RUNS } = process.env;

/** Settings of a property that is slow, as it builds whole studies: `few` runs every day, `many` in a campaign unless it names a number. */
export function runs(few: number, many: number): Pick<Parameters<unknown>, 'numRuns' | 'seed'> {
  if (!isCampaign) return { numRuns: few };
  return {
    numRuns: CAMPAIGN_RUNS ? Number(CAMPAIGN_RUNS) : many,
    ...(CAMPAIGN_SEED ? { seed: Number(CAMPAIGN_SEED) } : {}),
  };
}
