/** Study, analysis, template → mdast: the template decides order and words, code builds tables. */
import type { Parents, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { withoutNames } from '../analyse/agreement/index.js';
import type { Analysis } from '../analyse/index.js';
import type { Changes } from '../changes/schema.js';
import { walk } from '../text/markdown.js';
import type { Study } from '../domain/study.js';
import { nearest } from '../text/names.js';
import { UserError } from '../domain/user-error.js';
import { layoutOf, type Layout } from './template/design.js';
import { setCitations } from './citations/index.js';
import { documentOf } from './document/document.js';
import { worksOf } from './document/work.js';
import { frameworkOf } from './document/framework.js';
import { sayLength } from './prose/length.js';
import { linkedBlocks, linkedWords } from './prose/linked.js';
import { contextOf, indexClaims, saidIn } from './names/context.js';
import { results } from './results/index.js';
import { checkTemplate } from './template/check.js';
import { expand } from './template/expand.js';
import { graft } from './template/graft.js';
import { frameworkIn } from './document/translated.js';
import type { Document } from './document/view.js';
import { sayProfile } from './prose/withheld.js';
import { knownLanguages, languageMeant, wordsOf, type Words } from './prose/words.js';

export interface Composed {
  /** The report; null if the template has a fault. */
  root: Root | null;
  document: Document;
  words: Words;
  layout: Layout;
}

export interface Design {
  /** Name of a template, `report/NAME.md`. */
  template: string;
  language: string;
  /** Authors are withheld, whatever the styles say. */
  anonymous?: boolean;
  /** How many messages are not among those that the report prints. */
  withheldMessages?: number;
  /** What changed since an older state, if one was asked for. */
  changes?: Changes;
}

/** Composes the report. Throws a `UserError` if there is no such template or language. */
export async function compose(
  study: Study,
  analysis: Analysis,
  messages: VFileMessage[],
  templates: Map<string, VFile>,
  design: Design,
): Promise<Composed> {
  const words = chooseWords(design.language);
  const main = chooseTemplate(design.template, templates);
  const partials = partialsOf(templates);
  const layout = layoutOf(main, study.protocol, design.anonymous === true);
  const shown = layout.style.anonymous ? withoutCoders(analysis) : analysis;
  const document = documentAsShown(study, shown, messages, {
    ...design,
    anonymous: layout.style.anonymous,
  });
  checkTemplate(main, { find: (name) => partials.get(name) ?? null, names: [...partials.keys()] });
  if ([main, ...partials.values()].some((file) => file.messages.length > 0))
    return { root: null, document, words, layout };
  const { language } = design;
  const framework = frameworkIn(language, study.framework);
  const told = { ...study, framework };
  const context = contextOf({
    study: told,
    analysis: shown,
    claims: indexClaims(shown.claims),
    words,
    language,
    style: layout.style,
    ...saidIn(document),
  });
  const withSigns = graft(
    expand(main, partials, { ...document, framework: frameworkOf(framework), words }),
    {
      blocks: (content, under) => linkedBlocks(study, content, under),
      words: (content) => linkedWords(study, content),
      result: (name, argument, under) => results[name]?.({ ...context, under }, argument) ?? [],
    },
  );
  addFootnotes(withSigns, study);
  const grafted = sayProfile(withSigns, study, words);
  const chinese = String(templates.get('locales/zh-CN.xml') ?? '');
  const { root, works } = await setCitations(grafted, study, { language, chinese });
  dropDeadLinks(root);
  sayLength(study, root, words, layout.wordLimit);
  return { root, document: { ...document, works: worksOf(works) }, words, layout };
}

function documentAsShown(
  study: Study,
  analysis: Analysis,
  messages: VFileMessage[],
  design: Omit<Design, 'template' | 'language'>,
): Document {
  const { anonymous = false, withheldMessages, changes = null } = design;
  const document = {
    ...documentOf(anonymous ? withoutAuthors(study) : study, analysis, messages, withheldMessages),
    changes,
  };
  return anonymous ? withoutNamesOfFiles(document) : document;
}

/** A template may name the authors in any place, and study.json would too. */
function withoutAuthors(study: Study): Study {
  return { ...study, protocol: { ...study.protocol, authors: [] } };
}

/** A file of ratings bears the name of its coder. */
function withoutNamesOfFiles(document: Document): Document {
  const hide = (file: string) => file.replace(/^ratings\/.*/s, 'ratings/…');
  const hidden = <T extends { file: string }>(each: T): T => ({ ...each, file: hide(each.file) });
  const { messages, memos, changes } = document;
  return {
    ...document,
    messages: messages.map(hidden),
    memos: memos.map(hidden),
    changes: changes && {
      ...changes,
      changes: changes.changes.map((change) => ({
        ...change,
        place: change.place && hidden(change.place),
      })),
    },
  };
}

function withoutCoders(analysis: Analysis): Analysis {
  return { ...analysis, agreement: analysis.agreement && withoutNames(analysis.agreement) };
}

/** The words of a language. Throws a `UserError` if there are none. */
export function chooseWords(language: string): Words {
  const words = wordsOf(language);
  if (words) return words;
  const meant = languageMeant(language);
  const hint = meant ? `; did you mean \`${meant}\`?` : '';
  throw new UserError(
    `Unexpected language \`${language}\`, expected one of \`${knownLanguages.join('`, `')}\`${hint}`,
  );
}

function chooseTemplate(name: string, templates: Map<string, VFile>): VFile {
  const file = templates.get(`report/${name}.md`);
  if (file) return file;
  const names = [...templates.keys()].flatMap(
    (path) => /^report\/([^/]+)\.md$/.exec(path)?.[1] ?? [],
  );
  const meant = nearest(name, names);
  throw new UserError(
    `Unexpected template \`${name}\`, expected ${meant ? `a known one; did you mean \`${meant}\`?` : `one of \`${names.join('`, `')}\``}`,
  );
}

function partialsOf(templates: Map<string, VFile>): Map<string, VFile> {
  return new Map(
    [...templates].flatMap(([path, file]) => {
      const [, name] = /^report\/partials\/(.+)\.md$/.exec(path) ?? [];
      return name === undefined ? [] : [[name, file] as const];
    }),
  );
}

/** Footnotes of notes and sections that the report has taken over. */
function addFootnotes(root: Root, study: Study): void {
  const used = new Set<string>();
  walk(root, (node) => {
    if (node.type === 'footnoteReference') used.add(node.identifier);
  });
  for (const identifier of used) {
    const footnote = study.footnotes.get(identifier);
    if (!footnote) continue;
    const children = linkedBlocks(study, footnote.content, 1);
    // Blocks of a footnote's definition, which could stand in one before.
    root.children.push({
      type: 'footnoteDefinition',
      identifier,
      label: identifier,
      children: children as never,
    });
  }
}

/** A template may leave out what others link to: such a link becomes its words. */
function dropDeadLinks(root: Root): void {
  const ids = new Set<unknown>();
  walk(root, ({ data }) => {
    if (data?.hProperties?.id !== undefined) ids.add(`#${String(data.hProperties.id)}`);
  });
  unlink(root, (url) => url.startsWith('#') && !ids.has(url));
}

function unlink(parent: Parents, isDead: (url: string) => boolean): void {
  const children = parent.children.flatMap((child): RootContent[] => {
    if ('children' in child) unlink(child, isDead);
    return child.type === 'link' && isDead(child.url) ? child.children : [child];
  });
  if (
    children.length !== parent.children.length ||
    children.some((child, index) => child !== parent.children[index])
  ) {
    // A link is replaced by its words, which may stand wherever it stood.
    parent.children = children;
  }
}
