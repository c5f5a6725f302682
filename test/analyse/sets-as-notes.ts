/** Crisp data sets as studies: a case a note, 1 as `+` and 0 as `-`, each on a piece of evidence. */
import type { Files } from '../parse/in-memory.js';

export interface Crisp {
  conditions: string[];
  outcome: string;
  caseIds: string[];
  /** By case: the conditions, the outcome last. */
  values: number[][];
}

/** The files of a study that holds the data; its components are called as the conditions, in lower case. */
export function notesOf({ conditions, outcome, caseIds, values }: Crisp): Files {
  const names = [...conditions, outcome];
  const notes = values.map((row, index): [string, string] => [
    `case-${String(index)}.md`,
    `---\ntitle: Case ${caseIds[index] ?? ''}\n---\n\n${names.map((name, at) => `### ${name} (${row[at] === 1 ? '+' : '-'})\n\n- D1: so.\n`).join('\n')}`,
  ]);
  return {
    'framework.md': `# F\n\n## All\n\n${names.map((name) => `### ${name}\n\n- id: ${name.toLowerCase()}\n`).join('\n')}`,
    'study.md': `---\noutcome: ${outcome}\ncases: [${notes.map(([path]) => path.replace('.md', '')).join(', ')}]\nratings:\n  "+": { label: present, membership: 1 }\n  "-": { label: absent, membership: 0 }\n---\n`,
    'sources/d.md': '## D\n\nD1: so.\n',
    ...Object.fromEntries(notes),
  };
}
