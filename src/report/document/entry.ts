/** Entries of case notes with their evidence, as study.json and templates have them. */
import * as z from 'zod';
import { state } from '../../analyse/schemas.js';
import { evidenceKinds, type Statement } from '../../domain/note.js';
import type { Entry, Evidence } from '../../domain/study.js';
import type { Content } from '../../domain/text.js';
import { evidenceIn } from '../../study/entries.js';
import { content } from './content.js';
import { passageFields, passageOf } from './passage.js';
import { select } from './select.js';

const evidence = z.object({
  record: z
    .string()
    .describe('id of its record as the study knows it; as written if there is no such record'),
  kind: z.enum(evidenceKinds).describe('quoted or paraphrased'),
  codes: z.array(z.string()).describe('ids of codes'),
  speaksFor: z.string().nullable().describe('the rating for which it speaks'),
  counter: z.boolean().describe('whether that is another than the entry’s'),
  ...passageFields,
  line: z.number().int().describe('where it stands in the note'),
});

/** What a note says of a component. */
export const entry = z.object({
  component: z.string().describe('id of the component'),
  state: state.describe('whether it is rated, and why not'),
  rating: z.string().nullable().describe('a symbol of the legend'),
  findings: z.array(content).describe('its paragraphs'),
  rationale: content.nullable().describe('why it is rated so'),
  other: z
    .array(content)
    .describe('tables, lists, images and other blocks that are neither finding nor evidence'),
  evidence: z.array(evidence).describe('its pieces of evidence'),
  line: z.number().int().describe('where it stands in the note'),
});

/** An entry as one plain object. */
export function entryOf(known: Entry): z.infer<typeof entry> {
  const statements = (type: Statement['type']) =>
    known.parts.flatMap((part) => (part.type === type ? [part.content] : []));
  return select(entry, {
    ...known,
    component: known.component.id,
    findings: statements('finding'),
    rationale: joined(statements('rationale')),
    other: statements('other'),
    evidence: evidenceIn(known).map(pieceOf),
    line: known.place.position.start.line,
  });
}

function joined(contents: Content[]): Content | null {
  if (contents.length === 0) return null;
  return {
    nodes: contents.flatMap(({ nodes }) => nodes),
    text: contents.map(({ text }) => text).join('\n\n'),
  };
}

function pieceOf(known: Evidence): z.infer<typeof evidence> {
  return select(evidence, {
    ...known,
    record: known.resolved.record?.key ?? known.record.text,
    codes: known.codes.map(({ text }) => text),
    counter: known.isCounter,
    ...passageOf(known),
    line: known.place.position.start.line,
  });
}
