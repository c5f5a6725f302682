/** The registry: a rule's id says what holds, its severity is what a study gets unless study.md says otherwise. */
import type { Severity } from '../domain/protocol.js';
import type { Rule } from './rule.js';
import { absenceHasNoEvidence } from './rules/absence-has-no-evidence.js';
import { candidateHasRival } from './rules/candidate-has-rival.js';
import { caseIsInStudy } from './rules/case-is-in-study.js';
import { checklistAnswerIsToAnItem } from './rules/checklist-answer-is-to-an-item.js';
import { citationResolves } from './rules/citation-resolves.js';
import { claimHasEvidence } from './rules/claim-has-evidence.js';
import { codeIsInCodebook } from './rules/code-is-in-codebook.js';
import { codeIsUsed } from './rules/code-is-used.js';
import { codeMatchesComponent } from './rules/code-matches-component.js';
import { codedUnitIsInStudy } from './rules/coded-unit-is-in-study.js';
import { coderHasOneFile } from './rules/coder-has-one-file.js';
import { componentIsCovered } from './rules/component-is-covered.js';
import { componentIsEnteredOnce } from './rules/component-is-entered-once.js';
import { conditionCanBeCalibrated } from './rules/condition-can-be-calibrated.js';
import { conditionDiffers } from './rules/condition-differs.js';
import { conditionIsASet } from './rules/condition-is-a-set.js';
import { consensusIsInNote } from './rules/consensus-is-in-note.js';
import { counterEvidenceIsDiscussed } from './rules/counter-evidence-is-discussed.js';
import { disagreementIsSettled } from './rules/disagreement-is-settled.js';
import { entryIsNotEmpty } from './rules/entry-is-not-empty.js';
import { fileIsUtf8 } from './rules/file-is-utf-8.js';
import { findingCitesEvidence } from './rules/finding-cites-evidence.js';
import { frontMatterIsValid } from './rules/front-matter-is-valid.js';
import { headingIsInFramework } from './rules/heading-is-in-framework.js';
import { imageIsReadable } from './rules/image-is-readable.js';
import { linkResolves } from './rules/link-resolves.js';
import { membershipIsDecided } from './rules/membership-is-decided.js';
import { nothingIsUnread } from './rules/nothing-is-unread.js';
import { paraphraseIsNotACopy } from './rules/paraphrase-is-not-a-copy.js';
import { propositionRuleIsValid } from './rules/proposition-rule-is-valid.js';
import { quoteIsOfOwnWords } from './rules/quote-is-of-own-words.js';
import { quoteIsUsedOnce } from './rules/quote-is-used-once.js';
import { quoteKeepsNegation } from './rules/quote-keeps-negation.js';
import { quoteMatchesRecord } from './rules/quote-matches-record.js';
import { quotedRecordIsVerbatim } from './rules/quoted-record-is-verbatim.js';
import { ratedEntryHasEvidence } from './rules/rated-entry-has-evidence.js';
import { ratingIsInLegend } from './rules/rating-is-in-legend.js';
import { ratingMeetsEvidenceRule } from './rules/rating-meets-evidence-rule.js';
import { recordExists } from './rules/record-exists.js';
import { recordIdIsUnique } from './rules/record-id-is-unique.js';
import { recordIsNotEmpty } from './rules/record-is-not-empty.js';
import { recordIsOfCase } from './rules/record-is-of-case.js';
import { recordIsUsed } from './rules/record-is-used.js';
import { sourceIsUsed } from './rules/source-is-used.js';
import { suggestionHasGround } from './rules/suggestion-has-ground.js';
import { tableFitsPage } from './rules/table-fits-page.js';
import { translationHasOriginal } from './rules/translation-has-original.js';
import { unitIsCodedOnce } from './rules/unit-is-coded-once.js';
import { attributesFitSeveral } from './rules/attributes-fit-several.js';
import { consentCoversEvidence } from './rules/consent-covers-evidence.js';
import { disclosureNamesAttributes } from './rules/disclosure-names-attributes.js';
import { respondentsAreRegistered } from './rules/respondents-are-registered.js';
import { sourceAccessIsKnown } from './rules/source-access-is-known.js';
import { withheldWordsStayWithheld } from './rules/withheld-words-stay-withheld.js';
import { wordFitsLine } from './rules/word-fits-line.js';
import { workIsCited } from './rules/work-is-cited.js';
import { workKeyIsUnique } from './rules/work-key-is-unique.js';

export const rules = {
  'file-is-utf-8': { severity: 'error', rule: fileIsUtf8 },
  'front-matter-is-valid': { severity: 'error', rule: frontMatterIsValid },
  'case-is-in-study': { severity: 'error', rule: caseIsInStudy },
  'heading-is-in-framework': { severity: 'error', rule: headingIsInFramework },
  'rating-is-in-legend': { severity: 'error', rule: ratingIsInLegend },
  'component-is-entered-once': { severity: 'error', rule: componentIsEnteredOnce },
  'component-is-covered': { severity: 'warning', rule: componentIsCovered },
  'entry-is-not-empty': { severity: 'warning', rule: entryIsNotEmpty },
  'rated-entry-has-evidence': { severity: 'warning', rule: ratedEntryHasEvidence },
  'claim-has-evidence': { severity: 'warning', rule: claimHasEvidence },
  'rating-meets-evidence-rule': { severity: 'warning', rule: ratingMeetsEvidenceRule },
  'absence-has-no-evidence': { severity: 'error', rule: absenceHasNoEvidence },
  'record-id-is-unique': { severity: 'error', rule: recordIdIsUnique },
  'record-exists': { severity: 'error', rule: recordExists },
  'record-is-not-empty': { severity: 'error', rule: recordIsNotEmpty },
  'record-is-of-case': { severity: 'error', rule: recordIsOfCase },
  'quote-matches-record': { severity: 'error', rule: quoteMatchesRecord },
  'quote-is-of-own-words': { severity: 'error', rule: quoteIsOfOwnWords },
  'quoted-record-is-verbatim': { severity: 'warning', rule: quotedRecordIsVerbatim },
  'quote-keeps-negation': { severity: 'warning', rule: quoteKeepsNegation },
  'quote-is-used-once': { severity: 'warning', rule: quoteIsUsedOnce },
  'paraphrase-is-not-a-copy': { severity: 'warning', rule: paraphraseIsNotACopy },
  'translation-has-original': { severity: 'info', rule: translationHasOriginal },
  'record-is-used': { severity: 'info', rule: recordIsUsed },
  'source-is-used': { severity: 'info', rule: sourceIsUsed },
  'code-is-in-codebook': { severity: 'error', rule: codeIsInCodebook },
  'code-is-used': { severity: 'info', rule: codeIsUsed },
  'code-matches-component': { severity: 'warning', rule: codeMatchesComponent },
  'counter-evidence-is-discussed': { severity: 'warning', rule: counterEvidenceIsDiscussed },
  'finding-cites-evidence': { severity: 'warning', rule: findingCitesEvidence },
  'candidate-has-rival': { severity: 'warning', rule: candidateHasRival },
  'suggestion-has-ground': { severity: 'warning', rule: suggestionHasGround },
  'proposition-rule-is-valid': { severity: 'warning', rule: propositionRuleIsValid },
  'coded-unit-is-in-study': { severity: 'error', rule: codedUnitIsInStudy },
  'unit-is-coded-once': { severity: 'error', rule: unitIsCodedOnce },
  'coder-has-one-file': { severity: 'error', rule: coderHasOneFile },
  'consensus-is-in-note': { severity: 'error', rule: consensusIsInNote },
  'disagreement-is-settled': { severity: 'warning', rule: disagreementIsSettled },
  'link-resolves': { severity: 'error', rule: linkResolves },
  'citation-resolves': { severity: 'error', rule: citationResolves },
  'work-key-is-unique': { severity: 'error', rule: workKeyIsUnique },
  'work-is-cited': { severity: 'info', rule: workIsCited },
  'image-is-readable': { severity: 'warning', rule: imageIsReadable },
  'table-fits-page': { severity: 'info', rule: tableFitsPage },
  'word-fits-line': { severity: 'info', rule: wordFitsLine },
  'condition-is-a-set': { severity: 'error', rule: conditionIsASet },
  'condition-can-be-calibrated': { severity: 'error', rule: conditionCanBeCalibrated },
  'membership-is-decided': { severity: 'warning', rule: membershipIsDecided },
  'condition-differs': { severity: 'warning', rule: conditionDiffers },
  'withheld-words-stay-withheld': { severity: 'error', rule: withheldWordsStayWithheld },
  'source-access-is-known': { severity: 'warning', rule: sourceAccessIsKnown },
  'respondents-are-registered': { severity: 'info', rule: respondentsAreRegistered },
  'consent-covers-evidence': { severity: 'warning', rule: consentCoversEvidence },
  'disclosure-names-attributes': { severity: 'warning', rule: disclosureNamesAttributes },
  'attributes-fit-several': { severity: 'warning', rule: attributesFitSeveral },
  'checklist-answer-is-to-an-item': { severity: 'warning', rule: checklistAnswerIsToAnItem },
  'nothing-is-unread': { severity: 'warning', rule: nothingIsUnread },
} as const satisfies { [id: string]: { severity: Severity; rule: Rule } };

export type RuleId = keyof typeof rules;
