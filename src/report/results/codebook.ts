import type { PhrasingContent, RootContent } from 'mdast';
import type { Code } from '../../domain/source.js';
import type { Study } from '../../domain/study.js';
import { indexFramework } from '../../study/framework.js';
import { anchorOf } from '../prose/anchors.js';
import { linkedBlocks } from '../prose/linked.js';
import { division, heading, joined, paragraph, strong, text } from '../prose/nodes.js';
import { titled, type Words } from '../prose/words.js';
import type { Context, ContextWith, Renderer } from '../names/context.js';
import { linkedTitle } from '../names/naming.js';
import { linkedThings } from '../names/things.js';

/** Every code with its match, definition, and what it includes and excludes. */
export const renderCodebook: Renderer<Study, ContextWith<'codes'>> = (
  { codebook, codes },
  context,
) => {
  const { words, study, under } = context;
  const records = new Map(
    context.analysis.codes.map((row) => [row.code, row.records.map(({ record }) => record)]),
  );
  if (codes.length === 0) return [paragraph(text(words.text.noCodes))];
  return [
    ...(codebook ? linkedBlocks(study, codebook.about, under) : []),
    ...codes.flatMap((code) => renderCode(context, code, records.get(code.id) ?? [])),
  ];
};

/** How many records of a code are named; the rest are counted. */
const namedAtMost = 24;

function renderCode(context: Context, code: Code, records: string[]): RootContent[] {
  const { id, name } = code;
  const title = {
    ...heading(context.under + 1, text(id === name ? id : titled(context.words, id, name))),
    data: { hProperties: { id: anchorOf({ kind: 'code', id }) } },
  };
  return [title, ...codeBlocks(context, code, records)];
}

/** What the codebook says of a code, and the records to which it was given; null leaves these out. */
export function codeBlocks(context: Context, code: Code, records: string[] | null): RootContent[] {
  const { study, words, under } = context;
  const { definition, include, exclude, about } = code;
  const facts: [string, string | null][] = [
    [words.text.definition, definition],
    [words.text.include, include],
    [words.text.exclude, exclude],
  ];
  const told = facts.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [fact(words, label, [text(value)])],
  );
  const lines = [
    fact(words, words.text.matchedWith, matchesOf(context, code)),
    ...told,
    ...(records ? [givenTo(context, records)] : []),
  ];
  return [
    division(
      'code-facts',
      lines.map((line) => paragraph(...line)),
    ),
    ...linkedBlocks(study, about, under + 1),
  ];
}

function givenTo(context: Context, records: string[]): PhrasingContent[] {
  const { words } = context;
  if (records.length === 0) return [text(words.text.noRecordsOfCode)];
  const things = records.map((id) => ({ kind: 'record' as const, id }));
  return fact(words, words.trace.records, linkedThings(context, things, namedAtMost));
}

/** The components that a code names, by their titles in the report; each leads to its first entry. */
function matchesOf(context: Context, { components }: Code): PhrasingContent[] {
  const index = indexFramework(context.study.framework);
  const titles = components.map(({ text: written }) => {
    const component = index.find(written);
    return [component ? linkedTitle(context, component.id) : text(written)];
  });
  return joined(titles, context.words.marks.items);
}

function fact({ marks }: Words, label: string, value: PhrasingContent[]): PhrasingContent[] {
  return [strong(text(label)), text(marks.label), ...value];
}
