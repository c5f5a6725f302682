/** Citations in a composed report become words, in the order in which they are read, and the list of references follows them. */
import type { FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import type { Work } from '../../domain/work.js';
import { anchorOf } from '../prose/anchors.js';
import type { Setting } from './engine.js';
import type { Answer, Request } from './request.js';
import { rewriteInOrder, type Seen } from './order.js';
import { escaped } from './plain.js';
import { plainWords, wordsOf } from './words.js';
import { division, link, paragraph, text, withProperties } from '../prose/nodes.js';
import { answerFor, type Citing } from './answers.js';

/** A report whose citations are words, and its works as it names them. */
export interface Cited {
  root: Root;
  works: Work[];
  /** What is wrong with the study's own citation style. */
  messages: VFileMessage[];
}

/** Sets all citations of a report and its list of references. The engine starts only if a work is cited. */
export async function setCitations(root: Root, study: Citing, setting: Setting): Promise<Cited> {
  const byKey = new Map(study.works.map((work) => [work.key, work]));
  const seen: Seen[] = [];
  rewriteInOrder(root, {
    citation: (each) => {
      seen.push(each);
      return [each.node];
    },
    list: (node) => [node],
  });
  const requests = seen.map((each) => requestOf(each, byKey));
  const known = requests.filter((request) => request !== null);
  const cited = [...new Set(known.flatMap(({ items }) => items.map(({ work }) => work)))];
  const { answer, refusals } =
    cited.length === 0
      ? { answer: { citations: [], entries: [], labels: new Map() }, refusals: [] }
      : await answerFor({ study, setting, cited, seen }, requests);
  const answers = new Map(known.map((request, index) => [request, answer.citations[index]]));
  const setter: Setter = {
    cited,
    definitions: [],
    taken: new Set(
      root.children.flatMap((node) => ('identifier' in node ? [node.identifier] : [])),
    ),
  };
  let next = 0;
  const set = rewriteInOrder(root, {
    citation: (each) => {
      const request = requests[next++] ?? null;
      const said = request && answers.get(request);
      return said ? setOne(setter, each, said) : setUnknown(each);
    },
    list: () => listOf(cited, answer),
  });
  return {
    root: { ...set, children: [...set.children, ...setter.definitions] },
    works: study.works.map((work) => named(work, answer)),
    messages: refusals,
  };
}

/** The engine gets no citation without a known work. */
function requestOf({ node }: Seen, works: Map<string, Work>): Request | null {
  const items = node.items.flatMap((item) => {
    const work = works.get(item.key);
    return work ? [{ ...item, work }] : [];
  });
  const unknown = node.items.filter(({ key }) => !works.has(key)).map(({ key }) => `; @${key}`);
  return items.length === 0
    ? null
    : { isNarrative: node.isNarrative, items, suffix: unknown.join(''), note: 0 };
}

interface Setter {
  cited: Work[];
  /** Footnotes that citations have made. */
  definitions: FootnoteDefinition[];
  /** Identifiers of authors’ footnotes. */
  taken: Set<string>;
}

function setOne(
  setter: Setter,
  { isInLink, isInNote }: Seen,
  { text: words, note }: Answer['citations'][number],
): PhrasingContent[] {
  const linked = (html: string) =>
    wordsOf(html, (children, index) =>
      isInLink ? children : linkedTo(setter.cited[index], children),
    );
  if (note === null) return linked(words);
  // The author's own sentence continues after it.
  if (isInNote)
    return [
      ...linked(words),
      ...(words === '' ? [] : [text(', ')]),
      ...linked(note.replace(/\.(<\/cite>)?$/, '$1')),
    ];
  let identifier = `citation-${String(setter.definitions.length + 1)}`;
  while (setter.taken.has(identifier)) identifier = `${identifier}-`;
  setter.definitions.push({
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    children: [paragraph(...linked(note))],
  });
  return [...linked(words), { type: 'footnoteReference', identifier, label: identifier }];
}

function linkedTo(work: Work | undefined, children: PhrasingContent[]): PhrasingContent[] {
  if (!work) return children;
  return [
    withProperties(link(`#${anchorOf({ kind: 'work', id: work.key })}`, ...children), {
      className: ['ref', 'ref-work'],
    }),
  ];
}

/** A citation of a work that no bibliography has stays as written. */
function setUnknown({ node }: Seen): RootContent[] {
  if (node.isNarrative) return node.children;
  const parts = node.items.map(
    ({ key, prefix, locator }) =>
      `${prefix === null ? '' : `${prefix} `}@${key}${locator === null ? '' : `, ${locator}`}`,
  );
  return [text(`(${parts.join('; ')})`)];
}

/** A style may have no list, or leave out works that have no place in one. */
function listOf(cited: Work[], { entries }: Answer): RootContent[] {
  const list =
    entries.length > 0
      ? entries
      : cited.map(({ key, reference }) => ({ key, reference: escaped(reference) }));
  return list.map(({ key, reference }) =>
    division('work', [paragraph(...wordsOf(reference, (words) => words))], {
      id: anchorOf({ kind: 'work', id: key }),
    }),
  );
}

function named(work: Work, { entries, labels }: Answer): Work {
  const entry = entries.find(({ key }) => key === work.key);
  const label = labels.get(work.key);
  return {
    ...work,
    ...(label !== undefined && { label: plainWords(label).replace(/^[([（［]|[)\]）］]$/g, '') }),
    ...(entry && { reference: plainWords(entry.reference) }),
  };
}
