import type { Reference } from '../../src/domain/study.js';
import { studyOf, type Files } from '../parse/in-memory.js';

const bibliography = `@article{bryson2006,
  author = {Bryson, John M. and Crosby, Barbara C. and Stone, Melissa Middleton},
  title = {The Design and Implementation of Cross-Sector Collaborations},
  journal = {Public Administration Review}, volume = {66}, pages = {44--55}, year = {2006}, doi = {10.1111/j.1540-6210.2006.00665.x}
}
@book{yin2018, author = {Yin, Robert K.}, title = {Case Study Research and Applications}, year = {2018}}
`;

/** Two cases with their sources, a codebook, a bibliography and a map. */
export const folder: Files = {
  'framework.md':
    '---\nid: small\n---\n\n## Process\n\n### Leadership\n\n- code: PR-LEAD\n- alias: 领导力\n- P5 (+): Likelier.\n\n### Planning\n',
  'chaoyang.md': '## Process\n\n### Leadership (+)\n\n> D122: x\n\n### Planning (not reported)\n',
  '武侯.md': '## Process\n\n### 领导力 (-)\n\n- W-08: y\n',
  'sources/d.md': '---\ncase: chaoyang\n---\n\n## D\n\nD122: x\n\nA 200: x\n\nB1: of Chaoyang\n',
  'sources/w.md': '---\ncase: 武侯\n---\n\n## The yearbook\n\nW-08: y\n\nB1: of Wuhou\n',
  'codebook.md': '### HAIR: Higher Authority\n\n- component: Leadership\n',
  'references.bib': bibliography,
  'figures/map.png': null,
};

/** What a text under `### F1: One` refers to. */
export async function referencesIn(text: string, files: Files = {}): Promise<Reference[]> {
  const { study } = await studyOf({
    ...folder,
    'study.md': `---\nbibliography: references.bib\n---\n\n## Findings\n\n### F1: One\n\n${text}\n`,
    ...files,
  });
  return study.references.filter(({ holder }) => holder?.kind === 'item');
}
