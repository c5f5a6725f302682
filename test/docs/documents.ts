/** The Markdown documents of the repository: their links, and the anchors to which links may lead. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { toString } from 'mdast-util-to-string';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { walk } from '../../src/text/markdown.js';

/** Every document that a reader of the repository is led to; notes, templates and fixtures are none. */
export const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join('docs', name)),
  ...['templates', 'test', 'test/fixtures/reference', 'cases', 'output', 'src/domain']
    .map((folder) => `${folder}/README.md`)
    .filter((file) => existsSync(file)),
];

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

const trees = new Map<string, Root>();

/** The tree of a Markdown file. */
function treeOf(file: string): Root {
  const tree = trees.get(file) ?? parser.parse(readFileSync(file, 'utf8'));
  trees.set(file, tree);
  return tree;
}

/** The addresses of all links and images of a document, in its order. */
export function linksIn(file: string): string[] {
  const urls: string[] = [];
  walk(treeOf(file), (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition')
      urls.push(node.url);
    if (node.type === 'html')
      for (const [, url = ''] of node.value.matchAll(/(?:href|src)="([^"]+)"/g)) urls.push(url);
  });
  return urls;
}

/** What is dead of a document’s links within the repository: a file that is not there, or an anchor. */
export function deadLinksIn(file: string): string[] {
  return linksIn(file).filter((url) => {
    if (/^[a-z]+:/.test(url)) return false;
    const [to = '', anchor] = decodeURI(url).split('#');
    const target = to === '' ? file : path.posix.join(path.posix.dirname(file), to);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !(target.endsWith('.md') && anchorsIn(target).has(anchor));
  });
}

/** The anchors of a document as GitHub makes them of its headings, and those that it sets itself. */
function anchorsIn(file: string): Set<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  walk(treeOf(file), (node) => {
    if (node.type === 'heading') anchors.add(slugger.slug(toString(node)));
    if (node.type === 'html')
      for (const [, id = ''] of node.value.matchAll(/ id="([^"]+)"/g)) anchors.add(id);
  });
  return anchors;
}

/** The names in backticks of a document that are paths of code, or of folders. */
export function pathsIn(file: string): string[] {
  const paths = new Set<string>();
  walk(treeOf(file), (node) => {
    if (node.type === 'inlineCode' && isPath.test(node.value)) paths.add(node.value);
  });
  return [...paths];
}

const isPath = /^[\w-]+(?:\/[\w.-]+)*\/$|^[\w-]+(?:\/[\w.-]+)+\.\w+$|^[\w.-]+\.ts$/;
