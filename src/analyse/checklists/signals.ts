/** The registry of signals: the function for each name that checklists use. */
import type { SignalName } from '../../study/checklists.js';
import { sectionRoles } from '../../domain/protocol.js';
import type { Study } from '../../domain/study.js';
import * as design from './design.js';
import * as evidence from './evidence.js';
import { present, type Found } from './signal.js';

const signals: { [Name in SignalName]: (study: Study) => Found } = {
  title: design.seeTitle,
  framework: design.seeFramework,
  protocol: design.seeProtocol,
  database: design.seeDatabase,
  // Always seen, since this program itself keeps the notes and records.
  software: () => present(1),
  works: design.seeWorks,
  cases: design.seeCases,
  setting: design.seeSetting,
  replication: design.seeReplication,
  'case-order': design.seeCaseOrder,
  differences: design.seeDifferences,
  patterns: design.seePatterns,
  rivals: evidence.seeRivals,
  findings: evidence.seeFindings,
  chain: evidence.seeChain,
  triangulation: evidence.seeTriangulation,
  perspectives: evidence.seePerspectives,
  'counter-evidence': evidence.seeCounterEvidence,
  quotations: evidence.seeQuotations,
  originals: evidence.seeOriginals,
  sources: evidence.seeSources,
  dates: evidence.seeDates,
  respondents: evidence.seeRespondents,
  coders: design.seeCoders,
  agreement: design.seeAgreement,
  codebook: design.seeCodebook,
};

/** Looks for something by its name; null for a name that is not known. */
export function look(study: Study, name: string): Found | null {
  const role = sectionRoles.find((each) => name === `sections.${each}`);
  if (role) return design.seeSection(study, role);
  return isSignal(name) ? signals[name](study) : null;
}

function isSignal(name: string): name is SignalName {
  return Object.hasOwn(signals, name);
}
