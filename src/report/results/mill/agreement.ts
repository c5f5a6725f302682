/** The method of agreement: what cases alike in the outcome share, and what their differences rule out as necessary. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Agreement, Mill } from '../../../analyse/mill/schema.js';
import { joined, paragraph, text } from '../../prose/nodes.js';
import { caseTitle, titleOf, type Context } from '../../names/context.js';
import { linkedMark, linkedTitle, linkedTitles, pairOf, phrased } from '../../names/naming.js';

/** A few paragraphs for each group of cases alike in the outcome. */
export function renderAgreement(context: Context, { agreement, outcome }: Mill): RootContent[] {
  return agreement.flatMap((group) => renderGroup(context, group, outcome ?? ''));
}

function renderGroup(
  context: Context,
  { cases, shared, ruledOut, open }: Agreement,
  outcome: string,
): RootContent[] {
  const { mill, marks } = context.words;
  const names = cases.map((id) => caseTitle(context, id)).join(marks.items);
  // Marks of one side count as alike, though they may differ in degree.
  const ratingOf = (id: string) => caseRating(context, outcome, id);
  const marked = cases.filter(
    (id, index) => cases.findIndex((each) => ratingOf(each) === ratingOf(id)) === index,
  );
  const mark = joined(
    marked.map((id) => [linkedMark(context, outcome, id)]),
    marks.list,
  );
  const line = (phrase: string, components: PhrasingContent[]) =>
    paragraph(...phrased(phrase, { components }));
  const ids = (rows: { component: string }[]) => rows.map(({ component }) => component);
  return [
    paragraph(...phrased(mill.agreement, { cases: names, mark })),
    shared.length === 0
      ? paragraph(text(mill.noneShared))
      : line(mill.shared, linkedTitles(context, ids(shared))),
    ...(ruledOut.length === 0
      ? []
      : [
          line(
            mill.notNecessary,
            joined(
              ruledOut.map(({ component, by: [pair] }) => ruledOutBy(context, component, pair)),
              marks.items,
            ),
          ),
        ]),
    ...(open.length === 0 ? [] : [line(mill.notJudged, linkedTitles(context, ids(open)))]),
  ];
}

function caseRating({ caseById }: Context, component: string, id: string): string | null {
  return caseById.get(id)?.entries.get(component)?.rating ?? null;
}

function ruledOutBy(
  context: Context,
  component: string,
  pair: readonly [string, string] | undefined,
): PhrasingContent[] {
  const { marks } = context.words;
  if (!pair) return [text(titleOf(context, component))];
  return [
    linkedTitle(context, component),
    text(marks.space + marks.open),
    ...pairOf(context, component, pair),
    text(marks.close),
  ];
}
