/** Composes a report with nothing asked for but a template and a language. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Analysis } from '../../src/analyse/index.js';
import type { Study } from '../../src/domain/study.js';
import { compose, type Composed } from '../../src/report/index.js';

/** The report of a study that nothing is withheld from beyond its own profile. */
export function composeStudy(
  study: Study,
  analysis: Analysis,
  printed: VFileMessage[],
  templates: Map<string, VFile>,
  { template = 'default', language = 'en' } = {},
): Promise<Composed> {
  const material = { analysis, messages: { printed, withheld: 0 }, changes: null, templates };
  const { profile } = study.protocol;
  return compose(study, material, { template, language, profile, isAnonymous: false });
}

/** What is wrong with the template of a report. */
export function faultsOf({ messages }: Composed): string[] {
  return messages.filter(({ ruleId }) => ruleId === 'template-fits-view').map(String);
}
