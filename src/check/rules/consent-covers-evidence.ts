import type { EvidenceKind } from '../../domain/note.js';
import type { Consent, Source } from '../../domain/source.js';
import { consentsOf } from '../../privacy/levels/levels.js';
import { evidenceOf } from '../../study/entries.js';
import type { Rule } from '../rule.js';

/** Points at evidence that uses words in a way to which the respondent did not agree. */
export const consentCoversEvidence: Rule = {
  id: 'consent-covers-evidence',
  severity: 'warning',
  description:
    'A respondent agreed to the way in which the notes use their words: quoted, or in other words.',
  note: 'Consent to take part is not consent to be quoted; a public report withholds what it does not cover (COREQ; SRQR 9).',
  *check(study) {
    const consents = consentsOf(study);
    for (const { evidence } of evidenceOf(study)) {
      const { source } = evidence.resolved;
      const consent = source && consents.get(source);
      if (!source || !consent || isCovered(consent, evidence.kind)) continue;
      yield {
        place: evidence.place,
        reason: reasonOf(source, consent, evidence.kind),
        cause: source.place,
      };
    }
  },
};

function isCovered(consent: Consent, kind: EvidenceKind): boolean {
  return consent === 'quote' || (consent === 'paraphrase' && kind === 'paraphrased');
}

function reasonOf({ id }: Source, consent: Consent, kind: EvidenceKind): string {
  const what = kind === 'verbatim' ? 'verbatim words' : 'paraphrase';
  const remedy =
    consent === 'paraphrase'
      ? 'a paraphrase, to which alone the respondent has agreed'
      : 'the consent of the respondent';
  return `Unexpected ${what} of \`${id}\`, expected ${remedy}; a public report withholds this piece`;
}
