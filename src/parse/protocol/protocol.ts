/** study.md: the protocol of the study, with its legend and the sections that the report takes over. */
import { VFile } from 'vfile';
import * as z from 'zod';
import {
  untitled,
  type Author,
  type Legend,
  type Protocol,
  type Severity,
  profiles,
  severities,
} from '../../domain/protocol.js';
import type { Name } from '../../domain/text.js';
import { normaliseMark } from '../../text/names.js';
import { parseChecklistAnswers } from './checklist-answers.js';
import { conditionsOf, conditionsSchema, planOf, qcaPlanSchema } from './conditions.js';
import { disclosureOf, disclosureSchema } from './disclosure.js';
import { leftoversOf, openDocument } from '../text/document.js';
import { evidenceRulesOf, evidenceRulesSchema } from './evidence-rules.js';
import { parseFrontMatter, type FrontMatter } from '../text/front-matter.js';
import { outlineOf, titleOf } from '../text/outline.js';
import { parsePropositionRules } from './proposition-rules.js';
import { parseSections } from './sections.js';
import { styleSchema } from './style.js';

const author = z.union(
  [
    z.string(),
    z.strictObject({
      name: z.string(),
      affiliation: z.string().optional(),
      orcid: z.string().optional(),
    }),
  ],
  'expected a name, or `name`, `affiliation` and `orcid`',
);
const rating = z.strictObject({
  label: z.string(),
  membership: z.number().min(0).max(1).optional(),
});
const severity = z.enum(severities);

const schema = z.strictObject({
  title: z.string().optional(),
  subtitle: z.string().optional(),
  authors: z.array(author).optional(),
  date: z.string('expected a date such as `2026-11-23`, or any text').optional(),
  licence: z.string('expected an SPDX id such as `CC-BY-4.0`, an address, or any text').optional(),
  language: z.enum(['en', 'zh']).optional(),
  framework: z.string().optional(),
  cases: z.array(z.string()).optional(),
  outcome: z.string().optional(),
  ratings: z.record(z.string(), rating).optional(),
  coders: z.array(author).optional(),
  template: z.string().optional(),
  formats: z.array(z.string()).optional(),
  profile: z.enum(profiles).optional(),
  disclosure: disclosureSchema.optional(),
  bibliography: z
    .union([z.string(), z.array(z.string())], 'expected the path of a file, or a list of them')
    .optional(),
  csl: z.string().optional(),
  style: styleSchema.optional(),
  'word-limit': z.number().int().min(1).optional(),
  rules: z.record(z.string(), severity).optional(),
  conditions: conditionsSchema.optional(),
  qca: qcaPlanSchema.optional(),
  checklists: z.array(z.string()).optional(),
  evidence: evidenceRulesSchema.optional(),
});
type Data = z.infer<typeof schema>;

/** The schema where `formats:` may name only these; any name where they are not given. */
function schemaFor(formats: readonly string[] | undefined): z.ZodType<Data> {
  return formats ? schema.extend({ formats: z.array(z.enum(formats)).optional() }) : schema;
}

/** Parses study.md. `formats` are the names that `formats:` may have; any, if they are not given. */
export function parseProtocol(file: VFile, formats?: readonly string[]): Protocol {
  const document = openDocument(file);
  const front = parseFrontMatter(document, schemaFor(formats));
  const { data } = front;
  const outline = outlineOf(document);
  const { answers, rest } = parseChecklistAnswers(document, outline.sections);
  return {
    path: document.path,
    title: data.title ?? titleOf(outline) ?? untitled,
    subtitle: data.subtitle ?? null,
    authors: (data.authors ?? []).map(authorOf),
    coders: (data.coders ?? []).map(authorOf),
    date: data.date ?? null,
    licence: data.licence ?? null,
    language: data.language ?? 'en',
    ...namesOf(front),
    conditions: conditionsOf(data.conditions ?? [], front.placeOf),
    qca: planOf(data.qca, front.placeOf),
    legend: legendOf(data.ratings),
    evidenceRules: evidenceRulesOf(document, front, legendOf(data.ratings)),
    template: data.template ?? null,
    formats: data.formats ?? null,
    profile: data.profile ?? 'public',
    disclosure: disclosureOf(data.disclosure, front),
    style: data.style ?? {},
    wordLimit:
      data['word-limit'] === undefined
        ? null
        : { words: data['word-limit'], place: front.placeOf(['word-limit']) },
    severities: severitiesOf(front),
    // Before the sections, which change the nodes in place.
    propositionRules: parsePropositionRules(document, outline.sections),
    sections: parseSections(document, outline.lead, rest),
    checklistAnswers: answers,
    ...leftoversOf(document),
  };
}

/** A protocol for a folder without study.md; everything in it is a default. */
export function defaultProtocol(): Protocol {
  return parseProtocol(new VFile({ path: 'study.md', value: '' }));
}

function namesOf({
  data,
  placeOf: place,
}: FrontMatter<Data>): Pick<
  Protocol,
  'framework' | 'cases' | 'outcome' | 'bibliography' | 'csl' | 'checklists'
> {
  const one = (key: keyof Data, text: string | undefined): Name | null =>
    text === undefined ? null : { text, place: place([key]) };
  const many = (key: keyof Data, texts: string[]): Name[] =>
    texts.map((text, index) => ({ text, place: place([key, index]) }));
  return {
    framework: one('framework', data.framework),
    cases: data.cases ? many('cases', data.cases) : null,
    outcome: one('outcome', data.outcome),
    csl: one('csl', data.csl),
    checklists: data.checklists ? many('checklists', data.checklists) : null,
    bibliography: many('bibliography', [data.bibliography ?? []].flat()),
  };
}

function authorOf(written: z.infer<typeof author>): Author {
  const {
    name,
    affiliation = null,
    orcid = null,
  } = typeof written === 'string' ? { name: written } : written;
  return { name, affiliation, orcid };
}

function legendOf(ratings: Data['ratings'] = {}): Legend {
  return Object.entries(ratings).map(([symbol, { label, membership = null }]) => ({
    symbol: normaliseMark(symbol),
    label,
    membership,
  }));
}

function severitiesOf({
  data,
  placeOfKey: place,
}: FrontMatter<Data>): Map<string, { severity: Severity; place: Name['place'] }> {
  const rules = Object.entries(data.rules ?? {});
  return new Map(
    rules.map(([id, value]) => [id, { severity: value, place: place(['rules', id]) }]),
  );
}
