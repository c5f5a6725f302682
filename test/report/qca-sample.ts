/** Studies that belong to the reference data of qualitative comparative analysis, with the analysis of these data. */
import type { DataSet } from '../../src/domain/qca.js';
import { analyseData } from '../../src/analyse/qca/index.js';
import { analyse } from '../../src/analyse/index.js';
import type { Settings } from '../../src/analyse/qca/search/settings.js';
import type { Qca } from '../../src/analyse/qca/schema.js';
import { walk, type Graphic } from '../../src/text/markdown.js';
import { checkInput } from '../../src/tasks/check.js';
import { type Composed } from '../../src/report/index.js';
import { composeStudy } from './compose-study.js';
import { dataOf, loadReference, type ReferenceProblem } from '../analyse/qca/references.js';
import { inputOf, type Files } from '../parse/in-memory.js';

/** The data of a published study, by the id of the reference file: `LF`. */
export function published(id: string): DataSet {
  const problem = loadReference<{ problems: ReferenceProblem[] }>('classic').problems.find(
    (each) => each.id === id,
  );
  if (!problem) throw new Error(`No data ${id}`);
  const data = dataOf(problem);
  const isFuzzy = data.rows.some(({ outcome }) => !Number.isInteger(outcome));
  // As the ids of notes are.
  const rows = data.rows.map((row) => ({
    ...row,
    case: row.case.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  }));
  return { ...data, outcome: { ...data.outcome, isFuzzy }, rows };
}

/** Their analysis, every condition being expected to contribute by its presence. */
export function analysed(data: DataSet, settings: Partial<Settings> = {}): Qca {
  return analyseData(data, {
    expectations: data.conditions.map(({ levels }) => (levels > 2 ? null : [1])),
    ...settings,
  });
}

/** The default report of a study with these cases and this analysis. */
export async function reportOf(
  qca: Qca,
  options: { language?: string; template?: string; files?: Files } = {},
): Promise<Composed> {
  const input = await inputOf(options.files ?? notesOf(qca));
  const { study } = await checkInput(input);
  const { language = 'en', template = 'default' } = options;
  return composeStudy(study, { ...analyse(study), qca }, [], input.templates, {
    template,
    language,
  });
}

/** A note for each case, with an entry for each set. */
export function notesOf({ cases, conditions, outcome }: Qca): Files {
  const titles = [...conditions, ...(outcome ? [outcome] : [])].map(({ label }) => label);
  const ratings =
    'ratings:\n  "+": { label: in, membership: 1 }\n  "-": { label: out, membership: 0 }';
  return {
    'study.md': `---\ntitle: Breakdown of democracy\nframework: sample\ncases: [${cases.map((each) => each.case).join(', ')}]\n${ratings}\n---\n`,
    'framework.md': `---\nid: sample\n---\n\n# Sample\n\n## Sets\n\n${titles.map((title) => `### ${title}\n`).join('\n')}`,
    ...Object.fromEntries(
      cases.map(({ case: id }) => [
        `${id}.md`,
        `---\ntitle: ${id.toUpperCase()}\n---\n\n${titles.map((title) => `### ${title} (+)\n\nA finding.\n`).join('\n')}`,
      ]),
    ),
  };
}

/** The drawings of a report, by name. */
export function drawingsIn({ root }: Composed): Map<string, Graphic> {
  const found = new Map<string, Graphic>();
  if (root)
    walk(root, (node) => {
      if (node.type === 'graphic') found.set(node.name, node);
    });
  return found;
}
