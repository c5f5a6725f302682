/** The facts of a report's provenance: what it was made of, with what, by whom and when. */
import type { VFile } from 'vfile';
import { digestOf } from '../world/digest.js';
import type { Digest, Input } from '../domain/input.js';
import type { Framework } from '../domain/framework.js';
import type { Protocol } from '../domain/protocol.js';
import type { Study } from '../domain/study.js';
import { componentsOf } from '../study/framework.js';
import { cratePath, renderCrate, type Crate, type CrateInput } from '../output/crate.js';
import type { Rendered } from '../output/index.js';
import manifest from '../../package.json' with { type: 'json' };

/** How the report was made. */
export interface Making {
  template: string;
  language: string;
  isAnonymous: boolean;
  /** ISO 8601, for a study that states no date; null where the build is given none. */
  date: string | null;
  words: {
    crate: {
      description: string;
      undated: string;
      licence: string;
      unlicensed: string;
      software: string;
      build: string;
    };
  };
}

/** The crate of a build: it describes these outputs, and names no private file, and nobody where the report is anonymous. */
export function crateOf(
  input: Input,
  study: Pick<Study, 'protocol' | 'framework'>,
  outputs: Rendered[],
  making: Making,
): Rendered {
  const start = performance.now();
  const { protocol, framework } = study;
  const { words, isAnonymous } = making;
  const date = isoDateOf(protocol.date) ?? making.date;
  const bytes = renderCrate({
    title: protocol.title.trim() === '' ? words.crate.build : protocol.title,
    description: [
      ...(protocol.subtitle === null ? [] : [protocol.subtitle]),
      words.crate.description,
      ...(date === null ? [words.crate.undated] : []),
    ].join('\n'),
    language: making.language,
    // The epoch is what tools take for no date; the description says so.
    date: date ?? '1970-01-01',
    licence: licenceOf(protocol, words),
    authors: isAnonymous ? [] : protocol.authors,
    software: { name: manifest.name, version: manifest.version, description: words.crate.software },
    action: words.crate.build,
    wholes: [
      { id: `template/${making.template}`, identifier: making.template, name: making.template },
      { id: `framework/${framework.id}`, identifier: framework.id, name: framework.title },
    ],
    inputs: [
      ...ownInputs(input, framework, isAnonymous),
      ...bundledInputs(input, framework, making.template),
    ],
    outputs,
  });
  return { path: cratePath, bytes, took: performance.now() - start };
}

/** A year, month or day of ISO 8601, also as Chinese writes it; null for any other text. */
export function isoDateOf(written: string | null): string | null {
  const [, year = '', month = '01', day = '01'] =
    /^(\d{4})(?:[-年](\d{1,2})(?:[-月](\d{1,2})日?|月)?|年)?$/u.exec(written?.trim() ?? '') ?? [];
  if (year === '') return null;
  const parts = [year, month.padStart(2, '0'), day.padStart(2, '0')];
  const at = new Date(`${parts.join('-')}T00:00:00Z`);
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(parts.join('-'));
  const known = (written?.match(/\d+/g) ?? []).length;
  return isReal ? parts.slice(0, known).join('-') : null;
}

/** As the SPDX list has them: `CC-BY-4.0`, `MIT`. */
const spdx = /^(?:MIT|ISC|0BSD|[A-Za-z][A-Za-z0-9.]*(?:-[A-Za-z0-9.+]+)*-\d[A-Za-z0-9.+-]*)$/;

function licenceOf({ licence }: Protocol, { crate }: Making['words']): Crate['licence'] {
  if (licence === null) return { text: crate.unlicensed };
  const description = crate.licence;
  if (spdx.test(licence))
    return { url: `https://spdx.org/licenses/${licence}`, name: licence, description };
  return /^https?:\/\//.test(licence) && URL.canParse(licence)
    ? { url: new URL(licence).href, name: licence, description }
    : { text: licence };
}

/** The study's own files that were read. */
function ownInputs(
  { files, images }: Input,
  framework: Framework,
  isAnonymous: boolean,
): CrateInput[] {
  const coders = [...files.keys()].filter((path) => path.startsWith('ratings/'));
  // A file of ratings bears the name of its coder.
  const nameOf = (path: string) =>
    isAnonymous && coders.includes(path)
      ? `ratings/${String(coders.indexOf(path) + 1)}${/\.[^./]*$/.exec(path)?.[0] ?? ''}`
      : path;
  const texts = [...files].map(([path, file]) => [nameOf(path), digestOfFile(file)] as const);
  const pictures = [...images].map(([path, bytes]) => [path, digestOf(bytes)] as const);
  return [...texts, ...pictures]
    .filter(([path]) => !/(?:^|\/)private\//i.test(path))
    .map(([path, digest]) => ({
      id: `input/${path}`,
      path,
      ...(path === 'framework.md' && { partOf: `framework/${framework.id}` }),
      ...digest,
    }));
}

/** Of the tool's own data, or of what the study puts in their place, the template and the framework. */
function bundledInputs(
  { templates, paths }: Input,
  framework: Framework,
  template: string,
): CrateInput[] {
  const frameworks = new Set(
    [...framework.dimensions, ...componentsOf(framework)].map(({ place }) => place.path),
  );
  return [...templates].flatMap(([path, file]): CrateInput[] => {
    const isFramework = frameworks.has(`templates/${path}`);
    const isTemplate =
      path === `report/${template}.md` || /^(?:report\/partials|page|print|locales)\//.test(path);
    if (!isFramework && !isTemplate) return [];
    const isOwn = paths.has(`templates/${path}`);
    const partOf = isFramework ? `framework/${framework.id}` : `template/${template}`;
    return [
      {
        id: isOwn ? `input/templates/${path}` : `bundled/${path}`,
        path: `templates/${path}`,
        partOf,
        ...digestOfFile(file),
      },
    ];
  });
}

function digestOfFile(file: VFile): Digest {
  return file.data.digest ?? digestOf(String(file));
}
