/** One thing of a study in full: what it rests on, and what rests on it. */
import type { Root } from 'mdast';
import { analyse } from '../analyse/index.js';
import { citationsOf, reachedFrom, type Citations, type Cited } from '../study/chain.js';
import { keyOfThing } from '../study/keys.js';
import { rules } from '../check/rules.js';
import { realWorld, type World } from '../world/world.js';
import type { Input } from '../domain/input.js';
import type { Holder, Study } from '../domain/study.js';
import type { Item } from '../domain/protocol.js';
import { checkInput, type Checked } from './check.js';
import { contentsOf, remarksOn } from '../report/document/document.js';
import { explainSubjects } from '../report/explain/index.js';
import { explainedBy, type AnalysisExplained } from '../report/explain/parts.js';
import type { Subject } from '../report/explain/subject.js';
import { chooseWords } from '../report/index.js';
import { isContent } from '../report/document/content.js';
import type { Document } from '../report/document/view.js';
import { subjectsMeant } from './subjects.js';

/** A thing as data. */
export interface Explained {
  subject: Subject;
  /** As study.json has it; of a rule what it says. */
  about: unknown;
  /** What it quotes and cites. */
  restsOn: Cited[];
  /** Who cites it, and who cites these: `over` whom it is reached, null for those who cite it themselves. */
  leadsTo: { thing: Holder; over: Holder | null }[];
}

/** Things of a checked study explained, as data and as a tree to print. */
export interface Explanation extends Checked {
  explained: Explained[];
  root: Root;
}

/** Explains what a name means in the study in a folder, in a language; by default the study's. Throws a `UserError` for an unknown name. */
export async function explainStudy(
  folder: string,
  what: string,
  language?: string,
  world: World = realWorld,
): Promise<Explanation> {
  return explainInput(await world.read(folder), what, language);
}

/** Explains what a name means in what has been read. */
export async function explainInput(
  input: Input,
  what: string,
  language?: string,
): Promise<Explanation> {
  return explainChecked(await checkInput(input), input, what, language);
}

/** Explains what a name means in a study that has been checked, such as one of which several things are asked. */
export async function explainChecked(
  checked: Checked,
  { templates }: Pick<Input, 'templates'>,
  what: string,
  language?: string,
): Promise<Explanation> {
  const { study, messages } = checked;
  const inLanguage = language ?? study.protocol.language;
  const words = chooseWords(inLanguage);
  const subjects = subjectsMeant(study, what);
  const analysis = analyse(study, { only: explainedBy });
  const chinese = String(templates.get('locales/zh-CN.xml') ?? '');
  const root = await explainSubjects({ study, analysis, messages }, subjects, {
    words,
    language: inLanguage,
    chinese,
  });
  const citations = citationsOf(study);
  const document = { ...contentsOf(study), messages: remarksOn(study, messages).messages };
  return {
    ...checked,
    root,
    explained: subjects.map((subject) => dataOf(subject, { document, analysis, citations, study })),
  };
}

/** As text with plain words for what authors wrote. */
export function printExplained(explained: Explained[]): string {
  return JSON.stringify(
    explained,
    (_, value: unknown) => (isContent(value) ? value.text : value),
    2,
  );
}

interface Known {
  document: ReturnType<typeof contentsOf> & Pick<Document, 'messages'>;
  analysis: AnalysisExplained;
  citations: Citations;
  study: Study;
}

function dataOf(subject: Subject, known: Known): Explained {
  const thing = thingOf(subject);
  const { citedBy, holdersOf } = known.citations;
  return {
    subject,
    about: aboutOf(subject, known) ?? null,
    restsOn: thing ? (citedBy.get(keyOfThing(thing)) ?? []) : [],
    leadsTo: thing ? reachedFrom<Holder>(thing, (key) => holdersOf.get(key) ?? []) : [],
  };
}

/** The thing of the chain that a subject is; null for what has no place in it. */
function thingOf(subject: Subject): Cited | null {
  const { kind, id } = subject;
  if (kind === 'component' || kind === 'work' || kind === 'rule') return null;
  return kind === 'dimension'
    ? { kind, id, case: null }
    : kind === 'entry'
      ? { kind, id, case: subject.case }
      : { kind, id };
}

function aboutOf(subject: Subject, { document, analysis, study }: Known): unknown {
  const { id } = subject;
  const { sections } = study.protocol;
  const isMeant = (each: { id: string }) => each.id === id;
  switch (subject.kind) {
    case 'record':
      return recordOf(document.records, analysis.chain, id);
    case 'source':
      return document.sources.find(
        (each, index) => isMeant(each) && study.sources[index]?.place.path === subject.path,
      );
    case 'entry':
      return document.cases
        .find((each) => each.id === subject.case)
        ?.entries.find(({ component }) => component === id);
    case 'case':
      return document.cases.find(isMeant);
    case 'component':
      return componentOf(document.framework, analysis.comparison, id);
    case 'dimension':
      return document.framework.dimensions.find(isMeant);
    case 'proposition':
      return analysis.patterns.filter(({ proposition }) => proposition === id);
    case 'code':
      return codeOf(document.codes, analysis.codes, id);
    case 'item':
      return told(sections.flatMap(({ items }) => items).find(isMeant));
    case 'section':
      return told(sections.find(isMeant));
    case 'work':
      return document.works.find(({ key }) => key === id);
    case 'rule':
      return ruleOf(id, { document, study });
  }
}

function recordOf(
  records: Document['records'],
  chain: AnalysisExplained['chain'],
  id: string,
): unknown {
  const found = records.find((each) => each.id === id);
  return { ...found, chain: chain.find(({ record }) => record === id) };
}

function codeOf(codes: Document['codes'], table: AnalysisExplained['codes'], id: string): unknown {
  const found = codes.find((each) => each.id === id);
  return { ...found, records: table.find(({ code }) => code === id)?.records };
}

function told(found: Pick<Item, 'title' | 'content'> | undefined): unknown {
  return found && { title: found.title, content: found.content };
}

function componentOf(
  framework: Document['framework'],
  comparison: Document['comparison'],
  id: string,
): unknown {
  const found = framework.dimensions
    .flatMap(({ components }) => components)
    .find((each) => each.id === id);
  return { ...found, comparison: comparison.find(({ component }) => component === id) };
}

function ruleOf(id: string, { document, study }: Pick<Known, 'document' | 'study'>): unknown {
  const rule = rules.get(id);
  if (!rule) return null;
  const { description, note, severity } = rule;
  return {
    description,
    note,
    severity: study.protocol.severities.get(id)?.severity ?? severity,
    default: severity,
    messages: document.messages.filter((message) => message.rule === id),
  };
}
