import { symbolOf } from '../../study/legend.js';
import type { Proposition } from '../../domain/framework.js';
import type { PropositionRule } from '../../domain/protocol.js';
import type { Study } from '../../domain/study.js';
import { nearest, normaliseId } from '../../text/names.js';
import { propositionsOf } from '../../study/framework.js';
import { hinted, listed } from '../../messages/words.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';

/** Points at the study’s own rules for propositions that name none, repeat one, or give no reason. */
export const propositionRuleIsValid: Rule = {
  id: 'proposition-rule-is-valid',
  severity: 'warning',
  description:
    'A rule for a proposition names one without a sign, once, with a rating of the legend and a reason.',
  note: 'A proposition that only says that something matters is judged by the researcher’s reading, which a reviewer must be able to weigh.',
  *check(study) {
    const propositions = new Map(propositionsOf(study.framework).map((each) => [each.id, each]));
    const first = new Map<string, PropositionRule>();
    for (const rule of study.protocol.propositionRules) {
      const id = normaliseId(rule.proposition.text);
      const proposition = propositions.get(id);
      const reason = proposition
        ? faultOf(study, rule, proposition)
        : `Unexpected proposition \`${id}\`, expected one of \`${study.framework.id}\`${hinted(nearest(id, propositions.keys()))}`;
      const before = first.get(id);
      if (reason !== null) yield { place: rule.place, reason };
      else if (before) yield secondOf(rule, before);
      // As the analysis does: the first whose mark the legend has.
      if (!before && symbolOf(rule.expects, study.protocol.legend) !== null) first.set(id, rule);
    }
  },
};

function faultOf(
  { protocol: { legend } }: Study,
  { expects, reason }: PropositionRule,
  { id, expects: own }: Proposition,
): string | null {
  if (own !== null)
    return `Unexpected rule for \`${id}\`, expected none: the framework itself expects \`${own}\``;
  const symbols = legend.map(({ symbol }) => symbol);
  if (symbolOf(expects, legend) === null)
    return `Unexpected mark \`(${expects.text})\`, expected ${symbols.length > 0 ? `one of ${listed(symbols)}` : 'a rating of the legend, which study.md does not define'}`;
  return reason === ''
    ? `Missing reason for the rule on \`${id}\`, expected it behind the colon: \`${id} (${expects.text}): why\``
    : null;
}

function secondOf(rule: PropositionRule, before: PropositionRule): Pointer {
  const id = normaliseId(rule.proposition.text);
  return {
    place: rule.place,
    cause: before.place,
    reason: `Unexpected second rule for \`${id}\`, expected one; the first counts`,
  };
}
