/** The rules, in the order in which they run. To add one is a file in `rules/` and a line here. */
import type { Rule } from './rule.js';
import { absenceHasNoEvidence } from './rules/absence-has-no-evidence.js';
import { attributesFitSeveral } from './rules/attributes-fit-several.js';
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
import { consentCoversEvidence } from './rules/consent-covers-evidence.js';
import { counterEvidenceIsDiscussed } from './rules/counter-evidence-is-discussed.js';
import { disagreementIsSettled } from './rules/disagreement-is-settled.js';
import { disclosureNamesAttributes } from './rules/disclosure-names-attributes.js';
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
import { respondentsAreRegistered } from './rules/respondents-are-registered.js';
import { sourceAccessIsKnown } from './rules/source-access-is-known.js';
import { sourceIsUsed } from './rules/source-is-used.js';
import { suggestionHasGround } from './rules/suggestion-has-ground.js';
import { tableFitsPage } from './rules/table-fits-page.js';
import { translationHasOriginal } from './rules/translation-has-original.js';
import { unitIsCodedOnce } from './rules/unit-is-coded-once.js';
import { withheldWordsStayWithheld } from './rules/withheld-words-stay-withheld.js';
import { wordFitsLine } from './rules/word-fits-line.js';
import { workIsCited } from './rules/work-is-cited.js';
import { workKeyIsUnique } from './rules/work-key-is-unique.js';

const list: Rule[] = [
  fileIsUtf8,
  frontMatterIsValid,
  caseIsInStudy,
  headingIsInFramework,
  ratingIsInLegend,
  componentIsEnteredOnce,
  componentIsCovered,
  entryIsNotEmpty,
  ratedEntryHasEvidence,
  claimHasEvidence,
  ratingMeetsEvidenceRule,
  absenceHasNoEvidence,
  recordIdIsUnique,
  recordExists,
  recordIsNotEmpty,
  recordIsOfCase,
  quoteMatchesRecord,
  quoteIsOfOwnWords,
  quotedRecordIsVerbatim,
  quoteKeepsNegation,
  quoteIsUsedOnce,
  paraphraseIsNotACopy,
  translationHasOriginal,
  recordIsUsed,
  sourceIsUsed,
  codeIsInCodebook,
  codeIsUsed,
  codeMatchesComponent,
  counterEvidenceIsDiscussed,
  findingCitesEvidence,
  candidateHasRival,
  suggestionHasGround,
  propositionRuleIsValid,
  codedUnitIsInStudy,
  unitIsCodedOnce,
  coderHasOneFile,
  consensusIsInNote,
  disagreementIsSettled,
  linkResolves,
  citationResolves,
  workKeyIsUnique,
  workIsCited,
  imageIsReadable,
  tableFitsPage,
  wordFitsLine,
  conditionIsASet,
  conditionCanBeCalibrated,
  membershipIsDecided,
  conditionDiffers,
  withheldWordsStayWithheld,
  sourceAccessIsKnown,
  respondentsAreRegistered,
  consentCoversEvidence,
  disclosureNamesAttributes,
  attributesFitSeveral,
  checklistAnswerIsToAnItem,
  nothingIsUnread,
];

/** Every rule by its id. */
export const rules: ReadonlyMap<string, Rule> = new Map(list.map((rule) => [rule.id, rule]));
