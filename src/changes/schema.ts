/** What changed between two states of a study, in meaning. */
import * as z from 'zod';

const what = z.enum([
  'study',
  'case',
  'entry',
  'evidence',
  'statement',
  'profile',
  'introduction',
  'source',
  'record',
  'code',
  'framework',
  'dimension',
  'component',
  'proposition',
  'mark',
  'outcome',
  'condition',
  'plan',
  'section',
  'finding',
  'rival',
  'suggestion',
  'item',
  'settlement',
  'coder-mark',
  'answer',
  'work',
]);

const aspect = z.enum([
  'id',
  'title',
  'text',
  'original',
  'kind',
  'codes',
  'speaks-for',
  'component',
  'components',
  'form',
  'source',
  'attribute',
  'name',
  'definition',
  'include',
  'exclude',
  'about',
  'dimension',
  'question',
  'expects',
  'label',
  'membership',
  'calibration',
  'section',
  'cites',
  'evidence',
  'status',
  'finding',
  'rationale',
  'other',
]);

const edit = z.object({
  from: z
    .string()
    .describe('words of the older state, or the first of them; empty where words came in'),
  to: z.string().describe('words of the newer state, or the first of them; empty where words went'),
});

const place = z.object({
  state: z
    .enum(['older', 'newer'])
    .describe('in which state it stands: the newer one unless it is gone'),
  file: z.string().describe('path within the study'),
  line: z.number().int().describe('counted from 1'),
});

const change = z.object({
  of: what.describe(
    'what changed; `statement`: a finding, rationale or other block of an entry; `mark`: a mark of the legend',
  ),
  how: z
    .enum(['added', 'removed', 'changed', 'renamed', 'moved', 'reworded'])
    .describe('`reworded`: the same thing in other words'),
  aspect: aspect
    .nullable()
    .describe('what of it changed; null where the thing itself came, went or took another mark'),
  attribute: z
    .string()
    .nullable()
    .describe('name of the attribute of a case or source that changed'),
  id: z
    .string()
    .nullable()
    .describe('its id, key or name; of evidence that of its record; the older one if it is gone'),
  case: z.string().nullable().describe('id of its case; the newer one where a case was renamed'),
  component: z
    .string()
    .nullable()
    .describe('id of its component; the newer one where a component was renamed'),
  from: z
    .string()
    .nullable()
    .describe('a mark, a state or the first words before; null if there was nothing'),
  to: z.string().nullable().describe('the same now; null if it is gone'),
  records: z
    .number()
    .int()
    .nullable()
    .describe('of a source that came or went: how many records came or went with it'),
  edits: z.array(edit).describe('where the words differ; three places at most'),
  moreEdits: z.number().int().describe('further places'),
  withheld: z
    .boolean()
    .describe(
      'its older words are not told: a public report prints none of evidence, records and sources',
    ),
  place: place.nullable().describe('where to look'),
  touches: z
    .object({
      items: z
        .array(z.string())
        .describe(
          'ids of findings, rivals and suggestions that cite it, name it, or cite one that does',
        ),
      results: z.array(z.string()).describe('ids of the results that it bears on'),
    })
    .describe('what rests on it'),
});

const result = z.object({
  id: z.string().describe('by which changes name it'),
  of: z
    .enum(['verdict', 'candidate', 'mill', 'pattern', 'solution'])
    .describe(
      'verdict of the comparison, standing by Mill’s methods, what they can start from, verdict on a proposition, solution of QCA',
    ),
  component: z.string().nullable().describe('id of its component'),
  proposition: z.string().nullable().describe('id of the proposition'),
  case: z.string().nullable().describe('id of the case'),
  solution: z.string().nullable().describe('`conservative`, `parsimonious` or `intermediate`'),
  outcome: z.string().nullable().describe('what the solution explains: `SURV`, `~SURV`'),
  from: z.string().describe('as it read before'),
  to: z.string().describe('as it reads now'),
});

/** The form of the changes. */
export const changesSchema = z
  .object({
    since: z.string().describe('the older state, as it was asked for'),
    commit: z.string().nullable().describe('hash of its commit; null if it is a folder'),
    unread: z
      .number()
      .int()
      .describe('things in the older state that could not be read, and were not compared'),
    results: z.array(result).describe('results that read differently'),
    changes: z.array(change).describe('what was changed, by what it is a change of'),
  })
  .describe('what changed since an older state of the study');

/** What changed since an older state, and which results read differently. */
export type Changes = z.infer<typeof changesSchema>;
/** One change. */
export type Change = Changes['changes'][number];
/** A result that reads differently in the two states. */
export type Result = Changes['results'][number];
