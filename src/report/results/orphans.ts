/** Where the chain of evidence breaks off. */
import type { PhrasingContent } from 'mdast';
import { orphansSchema, type Orphans } from '../../analyse/orphans.js';
import { bullets, joined, paragraph, strong, text } from '../prose/nodes.js';
import { fill, numberIn } from '../prose/words.js';
import { caseTitle, linkTo, titleOf, type Context, type Renderer } from '../names/context.js';
import { linkedThings } from '../names/things.js';

/** How many things are named at each step; the rest are counted, and stand in study.json. */
const namedAtMost = 40;

/** The steps of the chain of evidence, in its order. */
const stepNames = orphansSchema.keyof().options;

/** What each step of the chain of evidence leaves unused; complete steps are named in one sentence. */
export const renderOrphans: Renderer<Orphans> = (orphans, context) => {
  const { words } = context;
  const steps = stepsOf(orphans, context);
  const open = stepNames.filter((key) => steps[key].length > 0);
  const closed = stepNames.filter((key) => steps[key].length === 0);
  const points = open.map((key) =>
    paragraph(strong(text(words.orphans[key])), text(words.marks.colon), ...steps[key]),
  );
  const rest = closed.length === 0 ? [] : [paragraph(text(closedIn(context, closed)))];
  return [
    paragraph(text(words.orphans.about)),
    ...(points.length > 0 ? [bullets(points)] : []),
    ...rest,
  ];
};

function closedIn({ words }: Context, closed: (keyof Orphans)[]): string {
  return (
    words.orphans.none +
    words.marks.label +
    closed.map((key) => words.orphans.steps[key]).join(words.marks.items) +
    words.orphans.stop
  );
}

function stepsOf(
  orphans: Orphans,
  context: Context,
): { [Step in keyof Orphans]: PhrasingContent[] } {
  const named = (kind: 'record' | 'code' | 'item', ids: string[]) =>
    linkedThings(
      context,
      ids.map((id) => ({ kind, id })),
      namedAtMost,
    );
  return {
    sources: sourcesIn(context, orphans.sources),
    records: named('record', orphans.records),
    codes: named('code', orphans.codes),
    unmatched: named('code', orphans.unmatched),
    entries: entriesIn(context, orphans.entries),
    findings: named('item', orphans.findings),
    notTakenUp: named('item', orphans.notTakenUp),
    rivals: named('item', orphans.rivals),
    suggestions: named('item', orphans.suggestions),
  };
}

function sourcesIn(context: Context, sources: Orphans['sources']): PhrasingContent[] {
  const { marks } = context.words;
  const named = sources
    .slice(0, namedAtMost)
    .map(({ source }) => [linkTo({ kind: 'source', id: source }, text(source))]);
  return [...joined(named, marks.list), ...restOf(context, sources.length, marks.list)];
}

/** Case by case. */
function entriesIn(context: Context, entries: Orphans['entries']): PhrasingContent[] {
  const { marks } = context.words;
  const byCase = new Map<string, PhrasingContent[][]>();
  for (const { case: inCase, component } of entries.slice(0, namedAtMost)) {
    const titles = byCase.get(inCase) ?? [];
    titles.push([
      linkTo({ kind: 'entry', case: inCase, id: component }, text(titleOf(context, component))),
    ]);
    byCase.set(inCase, titles);
  }
  const named = [...byCase].map(([id, titles]) => [
    text(caseTitle(context, id) + marks.colon),
    ...joined(titles, marks.parts),
  ]);
  return [...joined(named, marks.items), ...restOf(context, entries.length, marks.items)];
}

function restOf({ words, language }: Context, n: number, separator: string): PhrasingContent[] {
  return n > namedAtMost
    ? [text(separator + fill(words.trace.more, { n: numberIn(language, n - namedAtMost) }))]
    : [];
}
