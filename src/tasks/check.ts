/** Checks a study: read, parse, gather, check, and keep the names of respondents in. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { check } from '../check/index.js';
import type { Input } from '../domain/input.js';
import type { Profile } from '../domain/protocol.js';
import type { Study } from '../domain/study.js';
import { collect, messagesOn } from '../messages/collect.js';
import { gateOf, type Gate } from '../privacy/gate/index.js';
import { realWorld, type World } from '../world/world.js';
import { studyOf } from './gather.js';

/** A study with all that is wrong in it. */
export interface Checked {
  study: Study;
  /** By file and place. */
  messages: VFileMessage[];
  /** Every file that may have messages, with them. */
  files: VFile[];
  /** Takes the names of respondents out of words that are shown. */
  conceal: (text: string) => string;
}

/** A study that was gathered and checked, and its gate. */
export interface Gathered {
  input: Input;
  study: Study;
  /** For whom the report is. */
  profile: Profile;
  gate: Gate;
  /** By file and place, without names in their words. */
  messages: VFileMessage[];
}

/** Checks the study in a folder. Throws a `UserError` if the folder cannot be read. */
export async function checkStudy(folder: string, world: World = realWorld): Promise<Checked> {
  return checkInput(await world.read(folder));
}

/** Checks what has been read, for the study's own profile unless another is asked for. */
export async function checkInput(
  input: Input,
  { profile }: { profile?: Profile } = {},
): Promise<Checked> {
  const gathered = await gatherInput(input, profile);
  return { study: gathered.study, ...show(gathered, gathered.messages) };
}

/** Gathers and checks what has been read. */
export async function gatherInput(input: Input, asked?: Profile): Promise<Gathered> {
  const study = await studyOf(input);
  const profile = asked ?? study.protocol.profile;
  const gate = await gateOf(study, input, profile);
  const found = gate.redact([...check(study, { profile }), ...gate.messages]);
  const messages = messagesOn(collect(study.files.values(), found));
  return { input, study, profile, gate, messages };
}

/** The files and messages of a study as they may be shown, each message on its file, in the order of their places. */
export function show(
  { study, input, gate }: Pick<Gathered, 'study' | 'input' | 'gate'>,
  messages: VFileMessage[],
): Omit<Checked, 'study'> {
  const isMeant = ({ path }: VFile) => messages.some(({ file }) => file === path);
  const templates = [...input.templates.values()].filter(isMeant);
  const shown = gate.show([...study.files.values(), ...templates], messages);
  const files = collect(shown.files, shown.messages);
  return { files, messages: messagesOn(files), conceal: gate.conceal };
}
