/** Study, analysis and messages as one plain object: the content of study.json. */
import type { VFileMessage } from 'vfile-message';
import type { Analysis } from '../../analyse/index.js';
import type { Attributes } from '../../domain/text.js';
import type { Case, Entry, Evidence, Record, Study } from '../../domain/study.js';
import type { Section } from '../../domain/protocol.js';
import type { Statement } from '../../domain/note.js';
import type { Work } from '../../domain/work.js';
import { indexFramework } from '../../study/framework.js';
import { evidenceIn } from '../../study/entries.js';
import { memosOf } from './memos.js';
import { frameworkOf } from './framework.js';
import type { Document } from './view.js';

export function documentOf(
  study: Study,
  { comparison, ...analysis }: Analysis,
  messages: VFileMessage[],
  messagesWithheld = 0,
): Document {
  const { framework } = study;
  return {
    study: aboutOf(study),
    framework: frameworkOf(framework),
    cases: study.cases.map(caseOf),
    sources: study.sources.map(
      ({
        id,
        case: of,
        kind,
        title,
        url,
        attributes,
        withheldAttributes = [],
        withheld = null,
        about,
      }) => ({
        id,
        case: of,
        kind,
        title,
        url,
        attributes: plain(attributes),
        withheldAttributes,
        withheld,
        about,
      }),
    ),
    records: study.records.map(recordOf),
    codes: codesOf(study),
    works: worksOf(study.works),
    comparison,
    analysis,
    memos: memosOf(study),
    changes: null,
    messages: messages.map(messageOf),
    messagesWithheld,
  };
}

/** Works as study.json has them. */
export function worksOf(works: Work[]): Document['works'] {
  return works.map(({ key, label, reference, url, item }) => ({
    key,
    label,
    reference,
    url,
    item,
  }));
}

function aboutOf({ protocol, framework, outcome }: Study): Document['study'] {
  const { title, subtitle, authors, date, language, profile, legend, sections } = protocol;
  return {
    title,
    subtitle,
    authors,
    date,
    language,
    profile,
    framework: framework.id,
    outcome: outcome?.id ?? null,
    legend,
    sections: sectionsOf(sections),
  };
}

function codesOf({ codes, framework }: Study): Document['codes'] {
  const index = indexFramework(framework);
  return codes.map(({ id, name, components, definition, include, exclude, about }) => {
    const matched = components.flatMap(({ text }) => index.find(text)?.id ?? []);
    return { id, name, components: matched, definition, include, exclude, about };
  });
}

function plain(attributes: Attributes): Document['sources'][number]['attributes'] {
  return Object.fromEntries(attributes);
}

type Sections = Document['study']['sections'];

/** Sections by their role; one that the report does not know follows the one in front of it. */
function sectionsOf(written: Section[]): Sections {
  const sections: Sections = {};
  let last: NonNullable<Sections['opening']> | null = null;
  for (const { id, role, title, content, items } of written) {
    const section = {
      id,
      title,
      content,
      items: items.map(({ id: itemId, title: itemTitle, content: body }) => ({
        id: itemId,
        title: itemTitle,
        content: body,
      })),
    };
    // The appendix prints it, so that nothing may follow it there.
    if (role === 'checklists') sections.checklists ??= { ...section, followers: [] };
    else if (role !== null && !sections[role]) {
      last = { ...section, followers: [] };
      sections[role] = last;
    } else if (last) last.followers.push(section);
    else {
      last = { ...section, followers: [] };
      sections.opening = last;
    }
  }
  return sections;
}

function caseOf({
  id,
  title,
  path,
  attributes,
  withheldAttributes = [],
  profile,
  introductions,
  entries,
}: Case): Document['cases'][number] {
  return {
    id,
    title,
    file: path,
    attributes: plain(attributes),
    withheldAttributes,
    profile,
    introductions: Object.fromEntries(introductions),
    entries: [...entries.values()].map(entryOf),
  };
}

function entryOf(entry: Entry): Document['cases'][number]['entries'][number] {
  const statements = (type: Statement['type']) =>
    entry.parts.flatMap((part) => (part.type === type ? [part.content] : []));
  return {
    component: entry.component.id,
    state: entry.state,
    rating: entry.rating,
    findings: statements('finding'),
    rationale: joined(statements('rationale')),
    other: statements('other'),
    evidence: evidenceIn(entry).map(pieceOf),
    line: entry.place.position.start.line,
  };
}

function joined(contents: Statement['content'][]): Statement['content'] | null {
  if (contents.length === 0) return null;
  return {
    nodes: contents.flatMap(({ nodes }) => nodes),
    text: contents.map(({ text }) => text).join('\n\n'),
  };
}

function pieceOf({
  record,
  kind,
  codes,
  speaksFor,
  isCounter,
  content,
  original,
  resolved,
  place,
}: Evidence) {
  return {
    record: resolved.record?.key ?? record.text,
    kind,
    codes: codes.map(({ text }) => text),
    speaksFor,
    counter: isCounter,
    text: content.text,
    original: original && { language: original.language, text: original.content.text },
    withheld: content.withheld ?? null,
    line: place.position.start.line,
  };
}

function recordOf({
  key,
  source,
  case: of,
  flags,
  form,
  content,
  original,
}: Record): Document['records'][number] {
  return {
    id: key,
    source,
    case: of,
    flags,
    form,
    text: content.text,
    original: original && { language: original.language, text: original.content.text },
    withheld: content.withheld ?? null,
  };
}

function messageOf({
  file,
  line,
  column,
  fatal,
  ruleId,
  reason,
}: VFileMessage): Document['messages'][number] {
  const severity = fatal === true ? 'error' : fatal === false ? 'warning' : 'info';
  return {
    file: file ?? '',
    line: line ?? 1,
    column: column ?? 1,
    severity,
    rule: ruleId ?? '',
    reason,
  };
}
