/** What a change is of: `Leadership`, `Code HAIR, definition`. */
import type { PhrasingContent } from 'mdast';
import type { Change } from '../../../changes/schema.js';
import type { Target } from '../../../domain/study.js';
import { text } from '../../prose/nodes.js';
import { wordFor } from '../../prose/words.js';
import { caseTitle, linkTo, shownMark, titleOf, type Context } from '../../names/context.js';
import { phrased } from '../../names/naming.js';

/** The thing, linked to where it stands in the report, with what of it changed. */
export function subjectOf(context: Context, change: Change): PhrasingContent[] {
  const { words } = context;
  const { of, id, component } = change;
  const target = targetOf(change);
  const linked = (name: string): PhrasingContent[] => [
    target ? linkTo(target, text(name)) : text(name),
  ];
  // What is gone has its name in the change alone.
  const last = change.how === 'removed' && change.aspect === null ? change.from : null;
  const named = (things: { id: string; title: string }[]) =>
    last ?? things.find((each) => each.id === id)?.title ?? id ?? '';
  const { framework, protocol } = context.study;
  const subject = phrased(words.changes.of[of], {
    id:
      of === 'mark'
        ? shownMark(id ?? '')
        : linked(of === 'case' ? named(context.study.cases) : (id ?? '')),
    component:
      of === 'evidence'
        ? titleOf(context, component ?? '')
        : linked(
            of === 'component'
              ? named(context.study.framework.dimensions.flatMap(({ components }) => components))
              : titleOf(context, component ?? ''),
          ),
    case: change.case === null ? '' : caseTitle(context, change.case),
    dimension: named(framework.dimensions),
    section: linked(named(protocol.sections)),
  });
  const aspect = aspectOf(context, change);
  return aspect === null ? subject : [...subject, text(words.marks.parts + aspect)];
}

function aspectOf({ words }: Context, { how, aspect, attribute }: Change): string | null {
  if (aspect === null || how === 'moved' || how === 'renamed') return null;
  return aspect === 'attribute'
    ? wordFor(words.attributes, attribute ?? '')
    : words.changes.aspects[aspect];
}

const itself = ['case', 'source', 'record', 'code', 'proposition', 'section'] as const;
const items = new Set<Change['of']>(['finding', 'rival', 'suggestion', 'item']);

/** Where the thing stands in the report, if it still does. */
function targetOf({
  of,
  id,
  case: home,
  component,
  place,
}: Change): Exclude<Target, { kind: 'file' }> | null {
  if (id === null || place?.state === 'older') return null;
  if (of === 'entry' || of === 'statement')
    return home === null || component === null
      ? null
      : { kind: 'entry', case: home, id: component };
  if (of === 'evidence') return { kind: 'record', id };
  if (items.has(of)) return { kind: 'item', id };
  const kind = itself.find((each) => each === of);
  return kind ? { kind, id } : null;
}
