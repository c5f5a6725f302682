/** What study.md says: an item or a section, what it rests on, and what rests on it. */
import type { RootContent } from 'mdast';
import type { Content, Place } from '../../domain/text.js';
import type { Holder } from '../../domain/study.js';
import { linkedBlocks } from '../prose/linked.js';
import { titled } from '../prose/words.js';
import { saidAt } from './messages.js';
import {
  called,
  facts,
  groundsOf,
  part,
  placeIn,
  points,
  titleLine,
  usesOf,
  type Explaining,
} from './parts.js';
import type { SubjectOf } from './subject.js';

/** A finding, rival explanation or suggestion. */
export function explainItem(context: Explaining, { id }: SubjectOf<'item'>): RootContent[] {
  const { words, study } = context;
  const section = study.protocol.sections.find(({ items }) => items.some((item) => item.id === id));
  const item = section?.items.find((each) => each.id === id);
  if (!section || !item) return [];
  const { role } = section;
  const kind = role === 'findings' || role === 'rivals' || role === 'suggestions' ? role : 'item';
  return [
    titleLine(context, titled(words, id, item.title), kind),
    ...claimBlocks(context, { kind: 'item', id }, { ...item, within: section.title }),
  ];
}

/** A section of study.md. */
export function explainSection(context: Explaining, { id }: SubjectOf<'section'>): RootContent[] {
  const section = context.study.protocol.sections.find((each) => each.id === id);
  if (!section) return [];
  return [
    titleLine(context, section.title === '' ? id : section.title, 'section'),
    ...claimBlocks(context, { kind: 'section', id }, section),
    ...part(
      context.words.explain.items,
      points(
        context,
        section.items.map((item) => called(context, { kind: 'item', id: item.id })),
      ),
    ),
  ];
}

function claimBlocks(
  context: Explaining,
  claim: Holder,
  { content, place, within }: { content: Content; place: Place; within?: string },
): RootContent[] {
  const { words, study } = context;
  // A section with nothing but items has no text of its own.
  const isClaim = content.nodes.length > 0 || claim.kind === 'item';
  return [
    ...facts(context, [
      [words.explain.within, within ?? null],
      [words.explain.place, placeIn(place)],
    ]),
    ...linkedBlocks(study, content, 2),
    ...(isClaim ? [...groundsOf(context, claim), ...usesOf(context, claim)] : []),
    ...saidAt(context, place, content.nodes),
  ];
}
