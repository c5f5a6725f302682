import type { PhrasingContent, RootContent } from 'mdast';
import type { Code, Name, Study } from '../../model.js';
import { indexFramework } from '../../names.js';
import { anchorOf } from '../anchors.js';
import { linkedBlocks } from '../linked.js';
import { division, heading, paragraph, strong, text } from '../nodes.js';
import { listed, titled, type Words } from '../words.js';
import type { Context, Reader } from './context.js';

/** Every code with its match, definition, and what it includes and excludes. */
export const readCodebook: Reader<Study> = ({ codebook, codes }, context) => {
  const { words, study, under } = context;
  if (codes.length === 0) return [paragraph(text(words.text.noCodes))];
  return [...(codebook ? linkedBlocks(study, codebook.about, under) : []), ...codes.flatMap((code) => readCode(context, code))];
};

function readCode({ study, words, under }: Context, code: Code): RootContent[] {
  const { id, name, components, definition, include, exclude, about } = code;
  const facts: [string, string | null][] = [
    [words.text.matchedWith, listed(words, components.map(nameIn(study)), 'items')],
    [words.text.definition, definition],
    [words.text.include, include],
    [words.text.exclude, exclude],
  ];
  const lines = facts.flatMap(([label, value]) => (value === null || value === '' ? [] : [paragraph(...fact(words, label, value))]));
  const title = {
    ...heading(under + 1, text(id === name ? id : titled(words, id, name))),
    data: { hProperties: { id: anchorOf({ kind: 'code', id }) } },
  };
  return [title, division('code-facts', lines), ...linkedBlocks(study, about, under + 1)];
}

/** The title of a component that a code names, as the report has it. */
function nameIn({ framework }: Study): (component: Name) => string {
  const index = indexFramework(framework);
  return ({ text: written }) => index.find(written)?.title ?? written;
}

function fact({ marks }: Words, label: string, value: string): PhrasingContent[] {
  return [strong(text(label)), text(marks.label + value)];
}
