/** Compares a study with an older state of it. */
import { analyse } from '../analyse/index.js';
import type { Judged } from '../changes/results.js';
import type { Changes } from '../changes/schema.js';
import type { Study } from '../domain/study.js';
import { disclose } from '../privacy/disclose/index.js';
import type { Policy } from '../privacy/policy.js';
import type { State } from '../world/states.js';
import { studyOf } from './gather.js';

/** The results that are compared. */
export const judgedKeys = [
  'comparison',
  'mill',
  'patterns',
  'qca',
] as const satisfies (keyof Judged)[];

/**
 * What changed since an older state. With the policy of the newer one, whatever that withholds is withheld of the older
 * one too; without a policy all is compared.
 */
export async function changesSince(
  { input, name, commit }: Pick<State, 'input' | 'name' | 'commit'>,
  newer: { study: Study; analysis: Judged },
  policy: Policy | null,
): Promise<Changes> {
  const { compareStates, withholdOlderWords } = await import('../changes/index.js');
  const older = await studyOf(input);
  const study = policy ? disclose(older, policy) : older;
  const all = compareStates({ study, analysis: analyse(study, { only: judgedKeys }) }, newer);
  return {
    since: name,
    commit,
    unread: study.unread.length,
    ...(policy?.profile === 'public' ? withholdOlderWords(all) : all),
  };
}
