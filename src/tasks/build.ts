/** The whole tool, in order. */
import type { VFile } from 'vfile';
import { analyse, type Analysis } from '../analyse/index.js';
import { placeComplaint } from './complaints.js';
import { disclose } from '../privacy/disclose/index.js';
import { messagesFor } from '../privacy/disclose/messages.js';
import type { Input } from '../domain/input.js';
import type { Gate } from '../privacy/gate/index.js';
import type { Study } from '../domain/study.js';
import type { Report } from '../output/format.js';
import { defaultFormats, formatNames, isFormatName, type FormatName } from '../output/formats.js';
import { render, type Rendered } from '../output/index.js';
import { nearest } from '../text/names.js';
import { crateOf } from './provenance.js';
import { compose, type Composed } from '../report/index.js';
import { content, isContent } from '../report/document/content.js';
import { documentSchema } from '../report/document/view.js';
import { realWorld, type World } from '../world/world.js';
import { UserError } from '../domain/user-error.js';
import { type Checked, gatherInput, concealerOf } from './check.js';
import type { BuildOptions, StudyOptions } from './options.js';
import { changesSince } from './compare.js';

export interface Built extends Checked {
  analysis: Analysis;
  /** What is to be written; nothing if a message is an error. */
  outputs: Rendered[];
}

/** Builds what has been read; writes nothing. Throws a `UserError` for an unknown format, template or language. */
export async function buildInput(
  input: Input,
  options: BuildOptions = {},
  world: World = realWorld,
): Promise<Built> {
  const { study, gate } = await gatherInput(input, options.profile);
  const gathered = { study, gate, input, world };
  return gate ? gate.guard(() => buildStudyOf(gathered, options)) : buildStudyOf(gathered, options);
}

interface Gathered {
  study: Study;
  gate: Gate | null;
  input: Input;
  world: World;
}

async function buildStudyOf(
  { study, gate, input, world }: Gathered,
  options: BuildOptions,
): Promise<Built> {
  const { protocol } = study;
  const messages = [...study.files.values()]
    .flatMap((file) => file.messages)
    .filter(({ isPrivate }) => !isPrivate);
  const shown = disclose(study);
  const said = messagesFor(study, messages);
  const analysis = analyse(shown, { watch: options.watch });
  const formats = chooseFormats(options.formats ?? protocol.formats);
  const language = options.language ?? protocol.language;
  const template = options.template ?? protocol.template ?? 'default';
  const composed = await compose(shown, analysis, said.printed, input.templates, {
    withheldMessages: said.withheld,
    template,
    language,
    ...(options.anonymous && { anonymous: true }),
    ...(options.since && {
      changes: await changesSince(options.since, { study: shown, analysis }, disclose),
    }),
  });
  const all = () => [...new Set([...study.files.values(), ...input.templates.values()])];
  const report = all().some(hasError) ? null : reportOf(input, composed, { language, world });
  const { outputs: made, complaints } = report
    ? await render(report, formats, options.begin)
    : { outputs: [], complaints: [] };
  const { words, layout } = composed;
  const making = {
    template,
    language,
    isAnonymous: layout.style.anonymous,
    date: options.date ?? null,
    words,
  };
  if (report) made.push(crateOf(input, shown, made, making));
  for (const complaint of complaints) placeComplaint(study, complaint);
  const outputs = gate ? await gate.pass(made) : made;
  gate?.hush(all());
  const files = gate ? gate.veil(all()) : all();
  return {
    study,
    analysis,
    files,
    messages: files.flatMap((file) => file.messages),
    outputs,
    conceal: concealerOf(gate),
  };
}

/** Builds the study in a folder and writes it to another. */
export async function buildStudy(
  folder: string,
  out: string,
  { since, ...options }: StudyOptions = {},
  world: World = realWorld,
): Promise<Built> {
  const older = since === undefined ? {} : { since: await world.readState(since, folder) };
  const built = await buildInput(await world.read(folder), { ...options, ...older }, world);
  await world.write(out, built.outputs);
  return built;
}

function chooseFormats(wanted: string[] | null): FormatName[] {
  if (wanted === null) return defaultFormats;
  return wanted.map((name) => {
    if (isFormatName(name)) return name;
    const meant = nearest(name, formatNames);
    const hint = meant === null ? '' : `; did you mean \`${meant}\`?`;
    throw new UserError(
      `Unexpected format \`${name}\`, expected some of \`${formatNames.join('`, `')}\`${hint}`,
    );
  });
}

function hasError({ messages }: VFile): boolean {
  return messages.some(({ fatal }) => fatal === true);
}

function reportOf(
  { templates, images }: Input,
  { root, document, words, layout }: Composed,
  { language, world }: { language: string; world: World },
): Report | null {
  if (!root) return null;
  const part = (name: string) => String(templates.get(`page/${name}`) ?? '');
  const { contents, skip } = words.report;
  const { title, authors, date, profile } = document.study;
  const isInternal = profile === 'internal';
  return {
    root,
    images,
    fontFiles: world.findFonts,
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
      packageFile: world.readPackageFile,
      layout: String(templates.get('print/layout.typ') ?? ''),
    },
    page: {
      title,
      language,
      shell: part('shell.html'),
      style: part('style.css'),
      script: part('script.js') + part('peek.js'),
      words: {
        contents,
        skip,
        describe: words.figures.describe,
        page: { ...words.page, list: words.marks.list },
      },
    },
    data: {
      document,
      schema: documentSchema,
      textSchema: content,
      asText: (value) => (isContent(value) ? value.text : null),
    },
  };
}
