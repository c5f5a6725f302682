/** How each kind of thing is explained: a tree of the report's own nodes. */
import type { Root, RootContent } from 'mdast';
import { citationsOf } from '../../study/chain.js';
import { styleOf } from '../../parse/protocol/style.js';
import { setCitations } from '../citations/index.js';
import { remarksOn } from '../document/document.js';
import type { Alone, Wording } from '../results/alone.js';
import { contextOf, indexClaims } from '../names/context.js';
import { frameworkIn } from '../document/translated.js';
import { explainItem, explainSection } from './claim.js';
import { explainComponent, explainDimension } from './component.js';
import { explainCase, explainEntry } from './entry.js';
import type { AnalysisExplained, Explaining } from './parts.js';
import { explainRecord, explainSource } from './record.js';
import { explainRule } from './rule.js';
import type { Subject, SubjectOf } from './subject.js';
import { explainCode, explainProposition } from './theory.js';
import { explainWork } from './work.js';

const explainers: {
  [Kind in Subject['kind']]: (context: Explaining, subject: SubjectOf<Kind>) => RootContent[];
} = {
  record: explainRecord,
  source: explainSource,
  code: explainCode,
  entry: explainEntry,
  case: explainCase,
  component: explainComponent,
  dimension: explainDimension,
  proposition: explainProposition,
  item: explainItem,
  section: explainSection,
  work: explainWork,
  rule: explainRule,
};

/** Explains things one after the other, in the words of a language. */
export async function explainSubjects(
  { study, analysis, messages }: Alone & { analysis: AnalysisExplained },
  subjects: Subject[],
  { words, language, chinese }: Wording,
): Promise<Root> {
  const told = { ...study, framework: frameworkIn(language, study.framework) };
  const style = styleOf(study.protocol.style);
  const said = remarksOn(study, messages);
  const claims = indexClaims(analysis.claims);
  const shown = contextOf({ study: told, analysis, claims, words, language, style, ...said });
  const context: Explaining = { ...shown, under: 1, citations: citationsOf(study) };
  const children = subjects.flatMap((subject) => explain(context, subject));
  const { root } = await setCitations({ type: 'root', children }, study, { language, chinese });
  return root;
}

function explain(context: Explaining, subject: Subject): RootContent[] {
  // TypeScript does not see that the kind of a subject selects the function for that very subject.
  const render = explainers[subject.kind] as (
    context: Explaining,
    subject: Subject,
  ) => RootContent[];
  return render(context, subject);
}
