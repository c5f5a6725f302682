/** Compares a study with an older state of it. */
import { analyse } from '../analyse/index.js';
import type { Judged } from '../changes/results.js';
import type { Changes } from '../changes/schema.js';
import { gather } from '../gather/index.js';
import type { Study } from '../domain/study.js';
import { formatNames } from '../output/formats.js';
import { parse } from '../parse/index.js';
import type { State } from '../world/states.js';

/** The results that are compared. */
export const judgedKeys = [
  'comparison',
  'mill',
  'patterns',
  'qca',
] as const satisfies (keyof Judged)[];

/** What changed since an older state, which is read as the study itself is; `show` withholds of it what it withholds of the newer one. */
export async function changesSince(
  { input, name, commit }: Pick<State, 'input' | 'name' | 'commit'>,
  newer: { study: Study; analysis: Judged },
  show?: (study: Study) => Study,
): Promise<Changes> {
  const { compareStates, withholdOlderWords } = await import('../changes/index.js');
  const parsed = await parse(input, { formats: formatNames });
  const { profile, disclosure } = newer.study.protocol;
  const older = gather(input, {
    ...parsed,
    register: newer.study.register,
    protocol: { ...parsed.protocol, profile, disclosure },
  });
  const study = show?.(older) ?? older;
  const all = compareStates({ study, analysis: analyse(study, { only: judgedKeys }) }, newer);
  return {
    since: name,
    commit,
    unread: study.unread.length,
    ...(show && profile === 'public' ? withholdOlderWords(all) : all),
  };
}
