/** The whole tool, in order: read, check, disclose, analyse, compose, render, search, write. */
import type { VFileMessage } from 'vfile-message';
import { analyse, type Analysis } from '../analyse/index.js';
import type { Input } from '../domain/input.js';
import type { Study } from '../domain/study.js';
import { hasError } from '../messages/collect.js';
import type { Report } from '../output/format.js';
import { render, type Rendered } from '../output/index.js';
import { disclose } from '../privacy/disclose/index.js';
import { messagesFor } from '../privacy/disclose/messages.js';
import { policyOf } from '../privacy/policy.js';
import { compose, type Composed } from '../report/index.js';
import { realWorld, type World } from '../world/world.js';
import { gatherInput, show, type Checked, type Gathered } from './check.js';
import { changesSince } from './compare.js';
import { complaintMessages } from './complaints.js';
import { requestOf, type BuildOptions, type Request, type StudyOptions } from './options.js';
import { crateOf } from './provenance.js';
import { reportOf } from './report.js';

/** All that a build has decided, before the first byte is written. */
export interface BuildPlan extends Checked {
  analysis: Analysis;
  /** What is to be written; nothing if a message is an error. */
  outputs: Rendered[];
}

/** Builds the study in a folder and writes it to another. */
export async function buildStudy(
  folder: string,
  out: string,
  { since, ...options }: StudyOptions = {},
  world: World = realWorld,
): Promise<BuildPlan> {
  const older = since === undefined ? {} : { since: await world.readState(since, folder) };
  const plan = await buildInput(await world.read(folder), { ...options, ...older }, world);
  await world.write(out, plan.outputs);
  return plan;
}

/** Builds what has been read; writes nothing. Throws a `UserError` for an unknown format, template or language. */
export async function buildInput(
  input: Input,
  options: BuildOptions = {},
  world: World = realWorld,
): Promise<BuildPlan> {
  const gathered = await gatherInput(input, options.profile);
  return gathered.gate.guard(() => planBuild(gathered, options, world));
}

async function planBuild(
  gathered: Gathered,
  options: BuildOptions,
  world: World,
): Promise<BuildPlan> {
  const { study, profile, gate } = gathered;
  const request = requestOf(study.protocol, options);
  const shown = disclose(study, policyOf(study, profile));
  const analysis = analyse(shown, { watch: options.watch });
  const composed = await composeReport(gathered, { study: shown, analysis }, request, options);
  const report = reportOf(gathered.input, composed, { language: request.language, world });
  const rendered = await renderReport({ gathered, shown, composed, report }, request, options);
  const passed = await gate.pass(rendered.outputs);
  const later = gate.redact([...composed.messages, ...rendered.messages, ...passed.messages]);
  const messages = [...gathered.messages, ...later];
  return { study, analysis, outputs: passed.outputs, ...show(gathered, messages) };
}

/** What may be shown of a study, and what was found in it. */
interface Shown {
  study: Study;
  analysis: Analysis;
}

async function composeReport(
  { input, study, profile, messages }: Gathered,
  shown: Shown,
  { template, language, isAnonymous }: Request,
  { since }: BuildOptions,
): Promise<Composed> {
  const policy = policyOf(study, profile);
  const open = messages.filter(({ isPrivate }) => !isPrivate);
  const material = {
    analysis: shown.analysis,
    messages: messagesFor(study, open, profile),
    changes: since ? await changesSince(since, shown, policy) : null,
    templates: input.templates,
  };
  return compose(shown.study, material, { template, language, profile, isAnonymous });
}

/** All that a report's files are made from; `report` is null where its template has a fault. */
interface Renderable {
  gathered: Gathered;
  shown: Study;
  composed: Composed;
  report: Report | null;
}

/** The outputs, the crate last, which describes the others; none where something is wrong. */
async function renderReport(
  { gathered, shown, composed, report }: Renderable,
  request: Request,
  { begin }: BuildOptions,
): Promise<{ outputs: Rendered[]; messages: VFileMessage[] }> {
  const { input, study, messages } = gathered;
  if (!report || hasError([...messages, ...composed.messages]))
    return { outputs: [], messages: [] };
  const { outputs, complaints } = await render(report, request.formats, begin);
  const { words, layout } = composed;
  const making = { ...request, isAnonymous: layout.style.anonymous, words };
  return {
    outputs: [...outputs, crateOf(input, shown, outputs, making)],
    messages: complaintMessages(study, complaints, messages),
  };
}
