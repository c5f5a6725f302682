/** Text → model: every file of the study by itself, whatever it says. */
import type { VFile } from 'vfile';
import type { Input } from '../domain/input.js';
import { findChecklist } from '../study/checklists.js';
import type { Checklist } from '../domain/checklist.js';
import type { Name, Unread } from '../domain/text.js';
import type { Parsed } from '../domain/parsed.js';
import type { Protocol } from '../domain/protocol.js';
import type { RatingsFile } from '../domain/ratings.js';
import type { Work } from '../domain/work.js';
import { startOf } from '../messages/pointer.js';
import { indexFramework, type FrameworkIndex } from '../study/framework.js';
import { nearest } from '../text/names.js';
import { parseBibliography } from './bibliography/bibliography.js';
import { parseChecklist } from './framework/checklist.js';
import { chooseStyle } from './protocol/citation-style.js';
import { parseCodebook } from './sources/codebook.js';
import { parseFramework, type FrameworkFile, type FrameworkFiles } from './framework/framework.js';
import { parseNote } from './note/note.js';
import { defaultProtocol, parseProtocol } from './protocol/protocol.js';
import { parseRatings } from './ratings/ratings.js';
import { parseRegister } from './sources/respondents.js';
import { parseSources } from './sources/sources.js';

const defaultFramework = 'bryson-2006';
const isMarkdown = /\.(md|markdown)$/i;
const isReadme = /(^|\/)readme\.[^/]*$/i;
/** Folders and files that have a meaning other than a case note. */
const reserved = /^(study|codebook|framework)\.md$|\//i;

/** What the caller can make, so that what it cannot make is an error in study.md. */
export interface Possible {
  /** Names that `formats:` may have; any, if they are not given. */
  formats?: readonly string[];
}

/** Parses all files of a study. Never throws on content. */
export async function parse(input: Input, { formats }: Possible = {}): Promise<Parsed> {
  const { files } = input;
  const texts = [...files.values()].filter(
    (file) => isMarkdown.test(file.path) && !isReadme.test(file.path),
  );
  const study = files.get('study.md');
  const protocol = study ? parseProtocol(study, formats) : defaultProtocol();
  const framework = chooseFramework(input, protocol);
  const index = indexFramework(framework.framework);
  const codebook = files.get('codebook.md');
  const bibliography = await parseBibliographies(input, protocol.bibliography);
  const checklists = parseChecklists(input, protocol);
  const { citationStyle, unread } = chooseStyle(protocol.csl, files);
  return {
    protocol,
    framework: framework.framework,
    notes: texts.filter((file) => !reserved.test(file.path)).map((file) => parseNote(file, index)),
    sources: texts.filter((file) => file.path.startsWith('sources/')).map(parseSources),
    codebook: codebook ? parseCodebook(codebook) : null,
    ratings: await Promise.all(
      [...files.values()].filter(isOfRatings).map((file) => parseRatingsFile(file, index)),
    ),
    works: bibliography.works,
    citationStyle,
    register: input.register ? parseRegister(input.register) : null,
    checklists: checklists.checklists,
    unread: [
      ...framework.unread,
      ...checklists.unread,
      ...bibliography.unread,
      ...unread,
      ...texts.filter(isStray).map(strayFile),
    ],
  };
}

function chooseFramework(
  { files, templates }: Input,
  { framework: wanted }: Protocol,
): FrameworkFile {
  const bundled: FrameworkFiles = (id) => templates.get(`frameworks/${id}.md`) ?? null;
  const own = files.get('framework.md');
  if (own) {
    const parsed = parseFramework(own, bundled);
    const isOther = wanted && wanted.text !== parsed.framework.id;
    return isOther
      ? { ...parsed, unread: [...parsed.unread, otherFramework(wanted, parsed.framework.id)] }
      : parsed;
  }
  const file = bundled(wanted?.text ?? defaultFramework);
  if (file) return parseFramework(file, bundled);
  const chosen = bundled(defaultFramework);
  if (!chosen) throw new Error(`The bundled framework ${defaultFramework} is missing`);
  const parsed = parseFramework(chosen, bundled);
  return wanted
    ? { ...parsed, unread: [...parsed.unread, unknownFramework(wanted, templates)] }
    : parsed;
}

function otherFramework({ text, place }: Name, own: string): Unread {
  return {
    kind: 'front-matter',
    place,
    found: `framework \`${text}\``,
    expected: `\`${own}\`, the id of framework.md, which is used`,
  };
}

function unknownFramework({ text, place }: Name, templates: Map<string, VFile>): Unread {
  const ids = [...templates.keys()].flatMap(
    (path) => /^frameworks\/(.*)\.md$/.exec(path)?.[1] ?? [],
  );
  const meant = nearest(text, ids);
  const expected = meant
    ? `a bundled framework; did you mean \`${meant}\`?`
    : `one of \`${ids.join('`, `')}\`, or a framework.md in the study`;
  return { kind: 'front-matter', place, found: `framework \`${text}\``, expected };
}

/** All checklists, bundled ones and the study's own, with the faults in them and in the names that study.md gives. */
function parseChecklists(
  { templates }: Input,
  protocol: Protocol,
): { checklists: Checklist[]; unread: Unread[] } {
  const find = (id: string) => templates.get(`checklists/${id}.md`) ?? null;
  const files = [...templates].flatMap(([path, file]) =>
    /^checklists\/[^/]+\.md$/.test(path) ? [parseChecklist(file, find)] : [],
  );
  const checklists = files.map(({ checklist }) => checklist);
  const unknownNames =
    protocol.checklists?.filter(({ text }) => !findChecklist(checklists, text)) ?? [];
  const ids = checklists.map(({ id }) => id);
  const unknown = unknownNames.map(({ text, place }): Unread => {
    const meant = nearest(text, ids);
    const expected = meant
      ? `a known one; did you mean \`${meant}\`?`
      : `some of \`${ids.join('`, `')}\``;
    return { kind: 'front-matter', place, found: `checklist \`${text}\``, expected };
  });
  return { checklists, unread: [...files.flatMap(({ unread }) => unread), ...unknown] };
}

async function parseBibliographies(
  { files }: Input,
  names: Name[],
): Promise<{ works: Work[]; unread: Unread[] }> {
  const parsed = await Promise.all(
    names.map(async ({ text, place }) => {
      const file = files.get(text);
      if (file) return parseBibliography(file);
      const unread: Unread = {
        kind: 'front-matter',
        place,
        found: `bibliography \`${text}\``,
        expected: 'a file in the study’s folder',
      };
      return { works: [], unread: [unread] };
    }),
  );
  return {
    works: parsed.flatMap(({ works }) => works),
    unread: parsed.flatMap(({ unread }) => unread),
  };
}

/** The CSV parser is loaded only for a study that needs it. */
async function parseRatingsFile(file: VFile, index: FrameworkIndex): Promise<RatingsFile> {
  if (!/\.csv$/i.test(file.path)) return parseRatings(file, index);
  const { parseRatingsCsv } = await import('./ratings/ratings-csv.js');
  return parseRatingsCsv(file);
}

function isOfRatings({ path }: VFile): boolean {
  return /^ratings\/.*\.(?:md|markdown|csv)$/i.test(path) && !isReadme.test(path);
}

function isStray({ path }: VFile): boolean {
  // On many disks `Study.md` opens as `study.md`; here it would be ignored.
  const isAlmostReserved = reserved.test(path) && path !== path.toLowerCase();
  return path.includes('/')
    ? !/^(sources|ratings|private|templates)\//.test(path)
    : isAlmostReserved;
}

function strayFile({ path }: VFile): Unread {
  return {
    kind: 'text',
    place: startOf(path),
    found: `file \`${path}\``,
    expected: path.includes('/')
      ? 'case notes in the study’s own folder, sources in `sources/`'
      : `the name \`${path.toLowerCase()}\``,
  };
}
