/** The whole tool, in order. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { analyse, type Analysis } from './analyse/index.js';
import type { Watch } from './analyse/qca/data.js';
import type { Changes } from './changes/schema.js';
import { check } from './check/index.js';
import { placeComplaint } from './complaints.js';
import { findFonts, read, readPackageFile, write, type Input } from './files.js';
import { gather } from './gather/index.js';
import type { Study } from './model.js';
import { isFormat, knownFormats, render, type Format, type Rendered, type Report } from './output/index.js';
import { nearest } from './names.js';
import { parse } from './parse/index.js';
import { compose, type Composed } from './report/index.js';
import { content, isContent } from './report/parts.js';
import { documentSchema } from './report/view.js';
import { readState, type State } from './states.js';
import { UserError } from './user-error.js';

export interface BuildOptions {
  /** `md`, `html`, `json`; by default those of the study, or all. */
  formats?: string[];
  /** Name of a template; by default the study's, or `default`. */
  template?: string;
  /** Language of the report's words; by default the study's. */
  language?: string;
  /** Withhold the authors; by default as the style of the study or the template says. */
  anonymous?: boolean;
  /** An older state, with which the report compares the study. */
  since?: State;
  /** Told of each format before it is rendered. */
  begin?: (format: Format) => void;
  /** Told from time to time how far a long search of the analysis is. */
  watch?: Watch;
}

/** The same for the study in a folder. */
export interface StudyOptions extends Omit<BuildOptions, 'since'> {
  /** A folder, or a branch, tag or commit of the study's own repository. */
  since?: string;
}

export interface Checked {
  study: Study;
  messages: VFileMessage[];
  /** Every file that may have messages. */
  files: VFile[];
}

export interface Built extends Checked {
  analysis: Analysis;
  /** What is to be written; nothing if a message is an error. */
  outputs: Rendered[];
}

/** Gathers and checks what has been read. */
export async function checkInput(input: Input): Promise<Checked> {
  const study = gather(input, await parse(input));
  return { study, messages: check(study), files: [...study.files.values()] };
}

/** Builds what has been read; writes nothing. Throws a `UserError` for an unknown format, template or language. */
export async function buildInput(input: Input, options: BuildOptions = {}): Promise<Built> {
  const { study, messages, files } = await checkInput(input);
  const { protocol } = study;
  const analysis = analyse(study, options.watch);
  const formats = chooseFormats(options.formats ?? protocol.formats);
  const language = options.language ?? protocol.language;
  const composed = await compose(study, analysis, messages, input.templates, {
    template: options.template ?? protocol.template ?? 'default',
    language,
    ...(options.anonymous && { anonymous: true }),
    ...(options.since && { changes: await changesSince(options.since, { study, analysis }) }),
  });
  const all = () => [...new Set([...files, ...study.files.values(), ...input.templates.values()])];
  const report = all().some(hasError) ? null : reportOf(input, composed, language);
  const { outputs, complaints } = report ? await render(report, formats, options.begin) : { outputs: [], complaints: [] };
  for (const complaint of complaints) placeComplaint(study, complaint);
  return {
    study,
    analysis,
    files: all(),
    messages: all().flatMap((file) => file.messages),
    outputs,
  };
}

/** What changed since an older state, which is read as the study itself is. Its text goes no further than the newer one's would. */
export async function changesSince(
  { input, name, commit }: Pick<State, 'input' | 'name' | 'commit'>,
  newer: { study: Study; analysis: Analysis },
): Promise<Changes> {
  const { compareStates } = await import('./changes/index.js');
  // Here goes what a profile withholds, by the register of the newer state.
  const study = gather(input, await parse(input));
  const compared = compareStates({ study, analysis: analyse(study) }, newer);
  return { since: name, commit, unread: study.unread.length, ...compared };
}

/** Checks the study in a folder. Throws a `UserError` if the folder cannot be read. */
export async function checkStudy(folder: string): Promise<Checked> {
  return checkInput(await read(folder));
}

/** Builds the study in a folder and writes it to another. */
export async function buildStudy(folder: string, out: string, { since, ...options }: StudyOptions = {}): Promise<Built> {
  const older = since === undefined ? {} : { since: await readState(since, folder) };
  const built = await buildInput(await read(folder), { ...options, ...older });
  await write(out, built.outputs);
  return built;
}

function chooseFormats(wanted: string[] | null): Format[] {
  return (wanted ?? knownFormats).map((format) => {
    if (isFormat(format)) return format;
    const meant = nearest(format, knownFormats);
    const hint = meant === null ? '' : `; did you mean \`${meant}\`?`;
    throw new UserError(`Unexpected format \`${format}\`, expected some of \`${knownFormats.join('`, `')}\`${hint}`);
  });
}

function hasError({ messages }: VFile): boolean {
  return messages.some(({ fatal }) => fatal === true);
}

function reportOf({ templates, images }: Input, { root, document, words, layout }: Composed, language: string): Report | null {
  if (!root) return null;
  const part = (name: string) => String(templates.get(`page/${name}`) ?? '');
  const { contents, skip } = words.report;
  const { title, authors, date } = document.study;
  return {
    root,
    images,
    fontFiles: findFonts,
    print: {
      about: { title, date, language, authors: layout.style.anonymous ? [] : authors.map(({ name }) => name) },
      style: layout.style,
      words: { contents, ...words.print },
      packageFile: readPackageFile,
      layout: String(templates.get('print/layout.typ') ?? ''),
    },
    page: {
      title,
      language,
      shell: part('shell.html'),
      style: part('style.css'),
      script: part('script.js') + part('peek.js'),
      words: { contents, skip, describe: words.figures.describe, page: { ...words.page, list: words.marks.list } },
    },
    data: { document, schema: documentSchema, textSchema: content, asText: (value) => (isContent(value) ? value.text : null) },
  };
}
