/** The lists that documents take over from the definitions, each as Markdown. */
import { analysisSchema } from '../../src/analyse/index.js';
import { formats } from '../../src/output/formats.js';
import { parseFramework } from '../../src/parse/framework/framework.js';
import { prints } from '../../src/report/results/index.js';
import { componentsOf, propositionsOf } from '../../src/study/framework.js';
import { readTemplates } from '../../src/world/package-files.js';
import { ruleSections, ruleTable } from './rules-page.js';
import { templateFields } from './template-fields.js';

/** Each list: the document that holds it, its name there, and what it is now. */
export const lists: { file: string; name: string; make: () => string | Promise<string> }[] = [
  { file: 'docs/rules.md', name: 'rule table', make: ruleTable },
  { file: 'docs/rules.md', name: 'rules', make: ruleSections },
  { file: 'docs/frameworks.md', name: 'frameworks', make: frameworkTable },
  { file: 'docs/templates.md', name: 'templates', make: templateTable },
  { file: 'templates/README.md', name: 'results', make: resultTable },
  { file: 'docs/outputs.md', name: 'formats', make: formatTable },
  { file: 'docs/template-fields.md', name: 'fields', make: templateFields },
];

/** The bundled frameworks with their numbers of parts. */
async function frameworkTable(): Promise<string> {
  const templates = await readTemplates();
  const find = (id: string) => templates.get(`frameworks/${id}.md`) ?? null;
  const rows = namesIn(templates, 'frameworks').flatMap((id) => {
    const file = find(id);
    if (!file) return [];
    const { framework } = parseFramework(file, find);
    const counts = [
      framework.dimensions.length,
      componentsOf(framework).length,
      propositionsOf(framework).length,
    ];
    const link = `[\`${framework.id}\`](../templates/frameworks/${id}.md)`;
    return [`| ${link} | ${framework.title} | ${counts.join(' | ')} |`];
  });
  return table(['framework', 'title', 'dimensions', 'components', 'propositions'], rows);
}

/** The bundled templates, each with its own description. */
export async function templateTable(): Promise<string> {
  const templates = await readTemplates();
  const rows = namesIn(templates, 'report').map((name) => {
    const text = String(templates.get(`report/${name}.md`));
    const description = /^description: (.*)$/m.exec(text)?.[1] ?? '';
    return `| [\`${name}\`](../templates/report/${name}.md) | ${description} |`;
  });
  return table(['template', 'is'], rows);
}

function resultTable(): string {
  const rows = Object.entries(prints).map(([name, { argument, text }]) => {
    const call = argument === undefined ? `"${name}"` : `"${name}" ${argument}`;
    return `| \`{{result ${call}}}\` | ${text} |`;
  });
  return table(['written', 'prints'], rows);
}

/** The results that study.json has under `analysis`. */
export const analysisNames = Object.keys(analysisSchema.shape);

/** A row for each kind of file that a format makes; a file that two formats make stands with the one that is called so. */
function formatTable(): string {
  const rows = Object.entries(formats).flatMap(([name, { files }]) =>
    files
      .filter(({ path }) => name === 'svg' || !path.endsWith('.svg'))
      .map(
        ({ path, help }, index) =>
          `| ${index === 0 ? `\`${name}\`` : ''} | \`${path}\` | ${help} |`,
      ),
  );
  return table(['format', 'file', 'what it is'], rows);
}

function namesIn(templates: Map<string, unknown>, folder: string): string[] {
  return [...templates.keys()]
    .sort()
    .flatMap((path) => new RegExp(`^${folder}/([^/]+)\\.md$`).exec(path)?.[1] ?? []);
}

function table(heads: string[], rows: string[]): string {
  return [`| ${heads.join(' | ')} |`, `| ${heads.map(() => '---').join(' | ')} |`, ...rows].join(
    '\n',
  );
}
