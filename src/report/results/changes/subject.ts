/** What a change is of: `Leadership`, `Code HAIR, definition`. */
import type { PhrasingContent } from 'mdast';
import type { Change } from '../../../changes/schema.js';
import type { Target } from '../../../domain/study.js';
import { text } from '../../prose/nodes.js';
import { wordFor } from '../../prose/words.js';
import { caseTitle, linkTo, shownMark, titleOf, type Context } from '../../names/context.js';
import { phrased } from '../../names/naming.js';

/** The thing, linked to its place in the report, with the part that changed. */
export function subjectOf(context: Context, change: Change): PhrasingContent[] {
  const { words } = context;
  const { of: kind, id, component } = change;
  const target = targetOf(change);
  const linked = (name: string): PhrasingContent[] => [
    target ? linkTo(target, text(name)) : text(name),
  ];
  // Only the change still has the name of a thing that is gone.
  const last = change.how === 'removed' && change.aspect === null ? change.from : null;
  const named = (things: { id: string; title: string }[]) =>
    last ?? things.find((each) => each.id === id)?.title ?? id ?? '';
  const { framework, protocol } = context.study;
  const subject = phrased(words.changes.of[kind], {
    id:
      kind === 'mark'
        ? shownMark(id ?? '')
        : linked(kind === 'case' ? named(context.study.cases) : (id ?? '')),
    component:
      kind === 'evidence'
        ? titleOf(context, component ?? '')
        : linked(
            kind === 'component'
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
  of: kind,
  id,
  case: home,
  component,
  place,
}: Change): Exclude<Target, { kind: 'file' }> | null {
  if (id === null || place?.state === 'older') return null;
  if (kind === 'entry' || kind === 'statement')
    return home === null || component === null
      ? null
      : { kind: 'entry', case: home, id: component };
  if (kind === 'evidence') return { kind: 'record', id };
  if (items.has(kind)) return { kind: 'item', id };
  const own = itself.find((each) => each === kind);
  return own ? { kind: own, id } : null;
}
