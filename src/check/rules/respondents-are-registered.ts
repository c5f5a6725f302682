import { isInterview, isRestricted, registeredOf } from '../../privacy/levels/levels.js';
import type { Rule } from '../rule.js';

const file = '`private/respondents.yaml`';

/** Points at interviews whose respondent is not in the register. */
export const respondentsAreRegistered: Rule = {
  id: 'respondents-are-registered',
  severity: 'info',
  description: 'A register says of the respondent of every interview to what they have agreed.',
  note: 'Consent is recorded respondent by respondent, apart from the data (UK Data Service).',
  *check(study) {
    const interviews = study.sources.filter(
      (source) => isInterview(source) && !isRestricted(source),
    );
    const [first] = interviews;
    if (!first) return;
    if (!study.register) {
      yield {
        place: first.place,
        reason: `Missing register of respondents, expected ${file} with what each has agreed to; without it a public report prints what every interview says`,
      };
      return;
    }
    const registered = registeredOf(study);
    for (const source of interviews) {
      if (registered.has(source)) continue;
      yield {
        place: source.place,
        reason: `Missing respondent of \`${source.id}\` in ${file}, expected what they have agreed to; until then a public report withholds what they said`,
      };
    }
  },
};
