/** The sections of study.md, and the items in them that have ids of their own. */
import { slug } from 'github-slugger';
import type { RootContent } from 'mdast';
import { sectionRoles, type Item, type Section, type SectionRole } from '../../domain/protocol.js';
import { keyOf } from '../../text/names.js';
import { contentOf } from '../text/content.js';
import { placeOf, type Document } from '../text/document.js';
import type { OutlineSection } from '../text/outline.js';

/** Sections in their order; what stands before the first is one of its own, `opening`. */
export function parseSections(
  document: Document,
  lead: RootContent[],
  outline: OutlineSection[],
): Section[] {
  const sections: Section[] = [];
  const opening = [...lead];
  for (const part of outline) {
    const last = sections.at(-1);
    if (part.depth === 1) opening.push(...part.blocks);
    else if (part.depth === 2 || !last) sections.push(openSection(part));
    else if (itemHead.test(part.heading.text)) last.items.push(openItem(part, last.id));
    // Any other heading is carried along in its place.
    else carryAlong(last, part);
  }
  for (const section of sections) close(document, section);
  const [first] = opening;
  if (!first) return sections;
  return [
    {
      id: 'opening',
      role: null,
      title: '',
      content: contentOf(document, opening),
      items: [],
      headings: [],
      place: placeOf(document, first),
    },
    ...sections,
  ];
}

/** The names by which reports call these sections. */
const roleNames: { [role in SectionRole]: string[] } = {
  abstract: ['Abstract', 'Summary', '摘要'],
  question: ['Question', 'Research question', 'Questions', 'Research questions', '研究问题'],
  scope: ['Scope', '研究范围'],
  framework: ['Framework', 'Theory', 'Analytical framework', '分析框架', '理论框架'],
  selection: ['Case selection', 'Selection of cases', '案例选择'],
  method: [
    'Data and method',
    'Data and methods',
    'Method',
    'Methods',
    'Methodology',
    '数据与方法',
    '研究方法',
  ],
  findings: ['Findings', 'Cross-case findings', 'Results', '研究发现'],
  rivals: ['Rival explanations', 'Rivals', 'Alternative explanations', '竞争性解释'],
  limits: ['Limits', 'Limitations', '局限', '研究局限'],
  conclusions: ['Conclusions', 'Conclusion', '结论'],
  suggestions: ['Suggestions', 'Recommendations', 'Implications', '建议', '政策建议'],
  checklists: [
    'Checklists',
    'Method checklists',
    'Reporting checklists',
    '核对清单',
    '方法核对清单',
    '报告规范核对清单',
  ],
};

function carryAlong(section: Section, { heading, node, blocks }: OutlineSection): void {
  section.headings.push(heading.text);
  (section.items.at(-1) ?? section).content.nodes.push(node, ...blocks);
}

/** The role of a section by its title; null for one that a report carries along. */
export function roleOf(title: string): SectionRole | null {
  return (
    sectionRoles.find((role) => roleNames[role].some((name) => keyOf(name) === keyOf(title))) ??
    null
  );
}

const itemHead = /^(\p{Lu}{1,4}\p{Nd}+)\s*[:：]\s*(.+)$/u;

function openSection({ heading, blocks }: OutlineSection): Section {
  return {
    id: slug(heading.text),
    role: roleOf(heading.text),
    title: heading.text,
    content: { nodes: blocks, text: '' },
    items: [],
    headings: [],
    place: heading.place,
  };
}

function openItem({ heading, blocks }: OutlineSection, section: string): Item {
  const [, id = '', title = heading.text] = itemHead.exec(heading.text) ?? [];
  return { id, title, content: { nodes: blocks, text: '' }, section, place: heading.place };
}

function close(document: Document, section: Section): void {
  section.content = contentOf(document, section.content.nodes);
  for (const item of section.items) item.content = contentOf(document, item.content.nodes);
}
