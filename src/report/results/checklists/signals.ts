/** What the tool sees of an item of a checklist, in words. */
import type { PhrasingContent } from 'mdast';
import type { Signal, SignalTarget } from '../../../analyse/checklists/schema.js';
import { sectionRoles } from '../../../domain/protocol.js';
import type { SignalName } from '../../../study/checklists.js';
import { joined, text } from '../../prose/nodes.js';
import { explained, fill, wordFor } from '../../prose/words.js';
import { caseTitle, linkTo, titleOf, type Context } from '../../names/context.js';

/** The most links shown after a number. */
const linksAtMost = 3;

/** A signal in words, with links to what supports it. */
export function signalWords(signal: Signal, context: Context): PhrasingContent[] {
  const { words } = context;
  const { targets, lacking, numbers } = signal;
  const role = sectionRoles.find((each) => signal.of === `sections.${each}`);
  const isPlace = role !== undefined || signal.of === 'headings';
  const phrases = role === undefined ? words.checklists.headings : words.checklists.section;
  if (isPlace && signal.status === 'not-seen')
    return [
      text(fill(phrases.none, { section: role === undefined ? '' : words.checklists.roles[role] })),
    ];
  if (isPlace) return [text(phrases.seen + words.marks.space), ...linksTo(targets, context)];
  const { absent } = words.checklists;
  // There are words for every signal, or this does not compile.
  const signals: { [Name in SignalName]: string } = words.checklists.sights;
  const isAbsent = signal.status === 'not-seen' && Object.hasOwn(absent, signal.of);
  const said = [text(fill(wordFor(isAbsent ? absent : signals, signal.of), numbers))];
  if (targets.length === 0) return said;
  const without =
    lacking.length === 0
      ? []
      : [
          text(words.marks.items + words.checklists.lacking + words.marks.space),
          ...linksTo(lacking, context),
        ];
  return [
    ...said,
    text(words.marks.space + words.marks.open),
    ...linksTo(targets, context),
    ...without,
    text(words.marks.close),
  ];
}

function linksTo(targets: SignalTarget[], context: Context): PhrasingContent[] {
  const { words } = context;
  const shown = targets
    .slice(0, linksAtMost)
    .map((target) => [linkTo(target, text(labelOf(target, context)))]);
  const more =
    targets.length > linksAtMost ? [text(words.marks.space + words.checklists.others)] : [];
  return [...joined(shown, words.marks.items), ...more];
}

function labelOf(target: SignalTarget, context: Context): string {
  const { words, study } = context;
  switch (target.kind) {
    case 'entry':
      return explained(words, titleOf(context, target.id), target.case);
    case 'case':
      return caseTitle(context, target.id);
    case 'section':
      return study.protocol.sections.find(({ id }) => id === target.id)?.title ?? target.id;
    default:
      return target.id;
  }
}
