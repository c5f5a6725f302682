/** The whole tool, in order. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { analyse, type Analysis } from './analyse/index.js';
import type { Watch } from './analyse/qca/data.js';
import type { Changes } from './changes/schema.js';
import { check } from './check/index.js';
import { placeComplaint } from './complaints.js';
import { disclose } from './disclose/index.js';
import { messagesFor } from './disclose/messages.js';
import { read, readPackageFile, write, type Input } from './files.js';
import { findFonts } from './fonts.js';
import { openGate, type Gate } from './gate/index.js';
import { gather } from './gather/index.js';
import type { Profile, Study } from './model.js';
import { isFormat, knownFormats, render, type Format, type Rendered, type Report } from './output/index.js';
import { nearest } from './names.js';
import { parse } from './parse/index.js';
import { crateOf } from './provenance.js';
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
  /** For whom the report is; by default as study.md says, else for everybody. */
  profile?: Profile;
  /** Withhold the authors; by default as the style of the study or the template says. */
  anonymous?: boolean;
  /** ISO 8601, for the provenance of a study that states no date. */
  date?: string;
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
  /** Takes the names of respondents out of words that are shown. */
  conceal: (text: string) => string;
}

export interface Built extends Checked {
  analysis: Analysis;
  /** What is to be written; nothing if a message is an error. */
  outputs: Rendered[];
}

/** Gathers and checks what has been read. */
export async function checkInput(input: Input, { profile }: Pick<BuildOptions, 'profile'> = {}): Promise<Checked> {
  const { study, gate } = await gatherInput(input, profile);
  const files = [...study.files.values()];
  const shown = gate ? gate.veil(files) : files;
  return { study, messages: shown.flatMap(({ messages }) => messages), files: shown, conceal: concealerOf(gate) };
}

function concealerOf(gate: Gate | null): Checked['conceal'] {
  return gate ? gate.conceal : (text) => text;
}

/** The study with its messages, in which no registered name stands. */
async function gatherInput(input: Input, profile?: Profile): Promise<{ study: Study; gate: Gate | null }> {
  const parsed = await parse(input);
  const protocol = profile ? { ...parsed.protocol, profile } : parsed.protocol;
  const study = gather(input, { ...parsed, protocol });
  check(study);
  const gate = await openGate(study, input);
  gate?.announce();
  gate?.hush(study.files.values());
  return { study, gate };
}

/** Builds what has been read; writes nothing. Throws a `UserError` for an unknown format, template or language. */
export async function buildInput(input: Input, options: BuildOptions = {}): Promise<Built> {
  const { study, gate } = await gatherInput(input, options.profile);
  return gate ? gate.guard(() => buildStudyOf({ study, gate, input }, options)) : buildStudyOf({ study, gate, input }, options);
}

interface Gathered {
  study: Study;
  gate: Gate | null;
  input: Input;
}

async function buildStudyOf({ study, gate, input }: Gathered, options: BuildOptions): Promise<Built> {
  const { protocol } = study;
  const messages = [...study.files.values()].flatMap((file) => file.messages).filter(({ isPrivate }) => !isPrivate);
  const shown = disclose(study);
  const said = messagesFor(study, messages);
  const analysis = analyse(shown, options.watch);
  const formats = chooseFormats(options.formats ?? protocol.formats);
  const language = options.language ?? protocol.language;
  const template = options.template ?? protocol.template ?? 'default';
  const composed = await compose(shown, analysis, said.printed, input.templates, {
    withheldMessages: said.withheld,
    template,
    language,
    ...(options.anonymous && { anonymous: true }),
    ...(options.since && { changes: await changesSince(options.since, { study: shown, analysis }, disclose) }),
  });
  const all = () => [...new Set([...study.files.values(), ...input.templates.values()])];
  const report = all().some(hasError) ? null : reportOf(input, composed, language);
  const { outputs: made, complaints } = report ? await render(report, formats, options.begin) : { outputs: [], complaints: [] };
  const { words, layout } = composed;
  const making = { template, language, isAnonymous: layout.style.anonymous, date: options.date ?? null, words };
  if (report) made.push(crateOf(input, shown, made, making));
  for (const complaint of complaints) placeComplaint(study, complaint);
  const outputs = gate ? await gate.pass(made) : made;
  gate?.hush(all());
  const files = gate ? gate.veil(all()) : all();
  return { study, analysis, files, messages: files.flatMap((file) => file.messages), outputs, conceal: concealerOf(gate) };
}

/** What changed since an older state, which is read as the study itself is; `show` withholds of it what it withholds of the newer one. */
export async function changesSince(
  { input, name, commit }: Pick<State, 'input' | 'name' | 'commit'>,
  newer: { study: Study; analysis: Analysis },
  show?: (study: Study) => Study,
): Promise<Changes> {
  const { compareStates, withholdOlderWords } = await import('./changes/index.js');
  const parsed = await parse(input);
  const { profile, disclosure } = newer.study.protocol;
  const older = gather(input, { ...parsed, register: newer.study.register, protocol: { ...parsed.protocol, profile, disclosure } });
  const study = show?.(older) ?? older;
  const all = compareStates({ study, analysis: analyse(study) }, newer);
  return { since: name, commit, unread: study.unread.length, ...(show && profile === 'public' ? withholdOlderWords(all) : all) };
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
  const { title, authors, date, profile } = document.study;
  const isInternal = profile === 'internal';
  return {
    root,
    images,
    fontFiles: findFonts,
    print: {
      about: {
        title,
        date,
        language,
        ...(isInternal && { mark: words.disclosure.internal }),
        authors: layout.style.anonymous ? [] : authors.map(({ name }) => name),
      },
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
