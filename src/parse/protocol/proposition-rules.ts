/** The study's own rules for propositions that give no sign: `- P4 (+): why` under a heading of study.md. */
import type { PropositionRule } from '../../domain/protocol.js';
import { keyOf, normaliseMark } from '../../text/names.js';
import { leaveUnread, type Document } from '../text/document.js';
import type { OutlineSection } from '../text/outline.js';
import { takeProperties, type Property } from '../text/property-list.js';

/** Under these headings, of any depth, a bullet is a rule. */
const headings = [
  'Rules for propositions',
  'Signs of propositions',
  'Proposition rules',
  '命题规则',
  '命题判断规则',
  '命题的判断规则',
];

/** Parses the rules; the lists stay where they are, since the report prints them too. */
export function parsePropositionRules(
  document: Document,
  outline: OutlineSection[],
): PropositionRule[] {
  return outline
    .filter(
      ({ depth, heading }) =>
        depth > 1 && headings.some((name) => keyOf(name) === keyOf(heading.text)),
    )
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => takeProperties(document, [block]).properties)
    .flatMap((property) => ruleOf(document, property));
}

function ruleOf(document: Document, { key, mark, value, place }: Property): PropositionRule[] {
  const text = mark === null ? '' : normaliseMark(mark);
  if (text !== '')
    return [{ proposition: { text: key, place }, expects: { text, place }, reason: value, place }];
  leaveUnread(
    document,
    place,
    `rule for \`${key}\` without a mark`,
    `the rating that is expected where success is seen: \`${key} (+): why\``,
  );
  return [];
}
