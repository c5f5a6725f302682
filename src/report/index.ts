/** Study, analysis, template → mdast: the template decides order and words, code builds tables. */
import type { FootnoteDefinition, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Analysis } from '../analyse/index.js';
import type { Changes } from '../changes/schema.js';
import { walk } from '../text/markdown.js';
import type { Profile, Style } from '../domain/protocol.js';
import type { Study } from '../domain/study.js';
import { hinted } from '../messages/words.js';
import { nearest } from '../text/names.js';
import { UserError } from '../domain/user-error.js';
import { layoutOf, type Layout } from './template/design.js';
import { setCitations } from './citations/index.js';
import { withoutAuthors, withoutCoders, withoutNamesOfFiles } from './document/anonymous.js';
import { documentOf } from './document/document.js';
import { worksOf } from './document/work.js';
import { frameworkOf } from './document/framework.js';
import { dropDeadLinks } from './prose/dead-links.js';
import { lengthOf } from './prose/length.js';
import { linkedBlocks, linkedWords } from './prose/linked.js';
import { contextOf, indexClaims, saidIn } from './names/context.js';
import { results } from './results/index.js';
import { checkTemplate } from './template/check.js';
import { expand } from './template/expand.js';
import { graft } from './template/graft.js';
import { frameworkIn } from './document/translated.js';
import type { Document } from './document/view.js';
import { showProfile } from './prose/withheld.js';
import { knownLanguages, languageMeant, wordsOf, type Words } from './prose/words.js';

/** A report as one tree, with the messages about it. */
export interface Composed {
  /** The report; null if the template has a fault. */
  root: Root | null;
  document: Document;
  words: Words;
  layout: Layout;
  /** What is wrong with the template and the citation style, and how long the report is. */
  messages: VFileMessage[];
}

/** What a report is made of besides its study. */
export interface Material {
  analysis: Analysis;
  /** Messages that the report may print, and the number of the others. */
  messages: { printed: VFileMessage[]; withheld: number };
  /** What changed since an older state; null if none was asked for. */
  changes: Changes | null;
  /** Templates by their path: `report/default.md`. */
  templates: Map<string, VFile>;
}

/** How a report is to be made. */
export interface Design {
  /** Name of a template, `report/NAME.md`. */
  template: string;
  language: string;
  profile: Profile;
  /** Authors are withheld, whatever the styles say. */
  isAnonymous: boolean;
}

/** Composes the report. Throws a `UserError` if there is no such template or language. */
export async function compose(study: Study, material: Material, design: Design): Promise<Composed> {
  const words = chooseWords(design.language);
  const { templates } = material;
  const main = chooseTemplate(design.template, templates);
  const partials = partialsOf(templates);
  const { layout, faults } = layoutOf(main, study.protocol, design.isAnonymous);
  const analysis = layout.style.anonymous ? withoutCoders(material.analysis) : material.analysis;
  const shown = { ...material, analysis };
  const document = documentAsShown(study, shown, design.profile, layout.style);
  const composed = { document, words, layout };
  const inPartials = {
    find: (name: string) => partials.get(name) ?? null,
    names: [...partials.keys()],
  };
  const wrong = [...faults, ...checkTemplate(main, inPartials)];
  if (wrong.length > 0) return { ...composed, root: null, messages: wrong };
  const filled = fillTemplate(
    study,
    { main, partials },
    { ...composed, analysis, language: design.language },
  );
  const { root, works, messages } = await setCitations(
    showProfile(filled, design.profile, words),
    study,
    {
      language: design.language,
      chinese: String(templates.get('locales/zh-CN.xml') ?? ''),
    },
  );
  dropDeadLinks(root);
  const length = lengthOf(study, root, words, layout.wordLimit);
  return {
    ...composed,
    root,
    document: { ...document, works: worksOf(works) },
    messages: [...messages, ...length],
  };
}

interface Filling extends Pick<Composed, 'document' | 'words' | 'layout'> {
  analysis: Analysis;
  language: string;
}

/** The template with everything of the study in its place, and the footnotes that came along. */
function fillTemplate(
  study: Study,
  { main, partials }: { main: VFile; partials: Map<string, VFile> },
  { document, words, layout, analysis, language }: Filling,
): Root {
  const framework = frameworkIn(language, study.framework);
  const context = contextOf({
    study: { ...study, framework },
    analysis,
    claims: indexClaims(analysis.claims),
    words,
    language,
    style: layout.style,
    ...saidIn(document),
  });
  const view = { ...document, framework: frameworkOf(framework), words };
  const root = graft(expand(main, partials, view), {
    blocks: (content, under) => linkedBlocks(study, content, under),
    words: (content) => linkedWords(study, content),
    result: (name, argument, under) => results[name]?.({ ...context, under }, argument) ?? [],
  });
  addFootnotes(root, study);
  return root;
}

function documentAsShown(
  study: Study,
  { analysis, messages, changes }: Material,
  profile: Profile,
  { anonymous }: Style,
): Document {
  const shown = anonymous ? withoutAuthors(study) : study;
  const whole = documentOf(shown, analysis, messages.printed, messages.withheld);
  const document = { ...whole, study: { ...whole.study, profile }, changes };
  return anonymous ? withoutNamesOfFiles(document) : document;
}

/** The words of a language. Throws a `UserError` if there are none. */
export function chooseWords(language: string): Words {
  const words = wordsOf(language);
  if (words) return words;
  throw new UserError(
    `Unexpected language \`${language}\`, expected one of \`${knownLanguages.join('`, `')}\`${hinted(languageMeant(language))}`,
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
    // The blocks come from a footnote definition, so they fit into one again.
    root.children.push({
      type: 'footnoteDefinition',
      identifier,
      label: identifier,
      children: children as FootnoteDefinition['children'],
    });
  }
}
