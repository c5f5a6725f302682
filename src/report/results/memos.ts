import type { PhrasingContent, RootContent } from 'mdast';
import { indexPlaces } from '../document/memos.js';
import { division, labelled, paragraph, strong, text } from '../prose/nodes.js';
import type { View } from '../document/view.js';
import { fill } from '../prose/words.js';
import { caseTitle, linkTo, titleOf, type Context, type Renderer } from '../names/context.js';

/** The comments of the notes, each with its place and a link to what it stands in. */
export const renderMemos: Renderer<View['memos']> = (memos, context) => {
  const placed = indexPlaces(context.study);
  return memos.map(({ file, line, text: words }): RootContent => {
    const target = placed(file, line);
    const label = [
      strong(text(`${file}:${String(line)}`)),
      ...(target ? [text(' · '), linkTo(target, text(nameOf(context, target)))] : []),
    ];
    return division(
      'memo',
      labelled([...label, text(context.words.marks.colon)], [paragraph(...linesOf(words))]),
    );
  });
};

function nameOf(
  context: Context,
  target: NonNullable<ReturnType<ReturnType<typeof indexPlaces>>>,
): string {
  if (target.kind !== 'entry')
    return target.kind === 'case' ? caseTitle(context, target.id) : target.id;
  return fill(context.words.holders.entry, {
    component: titleOf(context, target.id),
    case: caseTitle(context, target.case),
  });
}

/** Authors break the lines of a memo as they like. */
function linesOf(words: string): PhrasingContent[] {
  return words
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{ type: 'break' as const }]),
      text(line.trim()),
    ]);
}
