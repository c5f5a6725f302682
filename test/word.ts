/** Reads a Word file as strictly as Word does: each part must be whole XML, or it throws. */
import { strFromU8, unzipSync } from 'fflate';

export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: (XmlElement | string)[];
}

export interface WordFile {
  /** The text of each part, by its path. */
  parts: Map<string, string>;
  /** The bytes of each part. */
  bytes: { [path: string]: Uint8Array };
  body: XmlElement;
}

/** Opens a file: all its XML is well-formed, and every relation leads to a part that is there. */
export function readWord(file: Uint8Array): WordFile {
  const bytes = unzipSync(file);
  const parts = new Map(
    Object.entries(bytes)
      .filter(([path]) => /\.(xml|rels)$/.test(path))
      .map(([path, content]) => [path, strFromU8(content)]),
  );
  const trees = new Map([...parts].map(([path, text]) => [path, parseXml(text, path)]));
  for (const [path, tree] of trees) if (path.endsWith('.rels')) checkRelations(path, tree, bytes);
  const body = trees.get('word/document.xml');
  if (!body) throw new Error('no word/document.xml');
  return { parts, bytes, body };
}

function checkRelations(
  path: string,
  tree: XmlElement,
  bytes: { [path: string]: Uint8Array },
): void {
  const base = path.replace(/_rels\/[^/]*$/, '');
  for (const { attributes } of elementsOf(tree, 'Relationship')) {
    const target = attributes.get('Target') ?? '';
    if (attributes.get('TargetMode') === 'External') {
      if (!/^(https?|mailto):/.test(target)) throw new Error(`${path} leads to ${target}`);
    } else if (!bytes[target.startsWith('/') ? target.slice(1) : base + target])
      throw new Error(`${path}: there is no ${target}`);
  }
}

/** Every element of a name, in the order of the file. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(child.name === name ? [child] : []), ...elementsOf(child, name)],
  );
}

/** The words in an element: of `w:t`, with a line end for each break. */
export function wordsIn(element: XmlElement): string {
  if (element.name === 'w:br') return '\n';
  return element.children
    .map((child) =>
      typeof child === 'string' ? (element.name === 'w:t' ? child : '') : wordsIn(child),
    )
    .join('');
}

/** Paragraphs with their styles. */
export function paragraphsIn(
  element: XmlElement,
): { style: string; words: string; element: XmlElement }[] {
  return elementsOf(element, 'w:p').map((each) => ({
    style: elementsOf(each, 'w:pStyle')[0]?.attributes.get('w:val') ?? '',
    words: wordsIn(each),
    element: each,
  }));
}

const token =
  /<\?xml [^?]*\?>|<\/([\w:.-]+)>|<([\w:.-]+)((?: [\w:.-]+="[^"<]*")*) ?(\/?)>|([^<]+)/gy;
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u; // eslint-disable-line no-control-regex

/** A tree of elements and texts; throws where XML is not well-formed, at the place. */
function parseXml(text: string, path: string): XmlElement {
  if (forbidden.test(text)) throw new Error(`${path} holds a character that XML forbids`);
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  token.lastIndex = 0;
  let end = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    end = token.lastIndex;
    const [, closed, opened, attributes = '', isEmpty, words] = found;
    const parent = open.at(-1) ?? root;
    if (words !== undefined) parent.children.push(decoded(words, path));
    else if (closed !== undefined) {
      if (open.pop()?.name !== closed) throw new Error(`${path}: </${closed}> closes nothing`);
    } else if (opened !== undefined) {
      const element = { name: opened, attributes: attributesOf(attributes, path), children: [] };
      parent.children.push(element);
      if (isEmpty === '') open.push(element);
    }
  }
  if (end !== text.length || open.length !== 1)
    throw new Error(`${path} is not well-formed: ${text.slice(end, end + 80)}`);
  return root;
}

function attributesOf(text: string, path: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(/ ([\w:.-]+)="([^"]*)"/g)) {
    if (attributes.has(name)) throw new Error(`${path}: two attributes ${name}`);
    attributes.set(name, decoded(value, path));
  }
  return attributes;
}

const entities: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string, path: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+))?(;?)/gi,
    (all, decimal?: string, hex?: string, name?: string, stop?: string) => {
      const letter =
        name === undefined
          ? String.fromCodePoint(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal))
          : entities[name];
      if (letter === undefined || stop !== ';') throw new Error(`${path}: ${all} is no entity`);
      return letter;
    },
  );
}
