/** The last door: what is about to be written is searched for every registered name, and nothing is written while one stands in it. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Input } from '../../domain/input.js';
import type { Profile } from '../../domain/protocol.js';
import type { Register } from '../../domain/source.js';
import type { Study } from '../../domain/study.js';
import { UserError } from '../../domain/user-error.js';
import { renamed } from '../../messages/stamp.js';
import type { Written } from '../read/index.js';
import { searchFor, type Search } from '../search/index.js';
import { leaksIn, placesOf, type Within } from './leaks.js';
import { faultMessage, isStop, leakMessages, nameMessage, withoutOvertaken } from './messages.js';
import { findInStudy, findOnce, type Found } from './places.js';
import { redactMessages, redactPaths, redactText } from './redact.js';
import { faultsOf } from './register.js';

/** What keeps the names of respondents in. */
export interface Gate {
  /** What is wrong in the register and, for a public report, where the study names a respondent. */
  messages: VFileMessage[];
  /** What may be written: all of it, or nothing, with errors that say in which output whose name stands. */
  pass: <Output extends Written>(outputs: Output[]) => Promise<Passed<Output>>;
  /** The same messages without names in their words; those on a line with a name become private. */
  redact: (messages: VFileMessage[]) => VFileMessage[];
  /** Files and messages as they may be shown: without names in the paths either, and without warnings that errors repeat. */
  show: (files: VFile[], messages: VFileMessage[]) => Shown;
  /** Words as they may be shown. */
  conceal: (text: string) => string;
  /** Does something in which no error may hold a name. */
  guard: <Result>(action: () => Promise<Result>) => Promise<Result>;
}

/** Outputs that may be written, and what speaks against the others. */
export interface Passed<Output> {
  outputs: Output[];
  messages: VFileMessage[];
}

/** Files and messages in which no name stands. */
export interface Shown {
  files: VFile[];
  messages: VFileMessage[];
}

/** Of a study without a register: nothing is searched for, and no package is loaded. */
const openGate: Gate = {
  messages: [],
  pass: (outputs) => Promise.resolve({ outputs, messages: [] }),
  redact: (messages) => messages,
  show: (files, messages) => ({ files, messages }),
  conceal: (text) => text,
  guard: (action) => action(),
};

/** The gate of a study, for a report of this profile. */
export async function gateOf(
  study: Study,
  input: Pick<Input, 'files' | 'images' | 'templates'>,
  profile: Profile = study.protocol.profile,
): Promise<Gate> {
  const { register } = study;
  if (!register) return openGate;
  const search = await searchFor(register);
  const within = { study, input, search, find: findOnce(search) };
  const isPublic = profile === 'public';
  const found = isPublic ? await findInStudy(input, search, within.find) : [];
  return {
    messages: messagesAbout(register, found, within),
    pass: isPublic ? (outputs) => searchOutputs(outputs, found, within) : openGate.pass,
    ...redactionBy(within),
  };
}

function messagesAbout(
  register: Register,
  found: Found[],
  { study, search }: Within,
): VFileMessage[] {
  return [
    ...faultsOf(register, study, search).map(faultMessage),
    ...found.filter(({ holder }) => holder !== 'memo').map(nameMessage),
  ];
}

async function searchOutputs<Output extends Written>(
  outputs: Output[],
  found: Found[],
  within: Within,
): Promise<Passed<Output>> {
  const leaks = await leaksIn(outputs, within);
  const messages: VFileMessage[] = [];
  for (const leak of leaks) {
    const places = await placesOf(leak, found, within);
    messages.push(...leakMessages(leak, places, within.study.protocol.path));
  }
  const isStopped = leaks.some(({ sought }) => sought === null || isStop(sought));
  return { outputs: isStopped ? [] : outputs, messages };
}

function redactionBy({
  search,
  find,
  input,
  study,
}: Within): Pick<Gate, 'redact' | 'show' | 'conceal' | 'guard'> {
  const conceal = (text: string) => redactText(text, search);
  const files = filesByPath([...input.templates.values(), ...study.files.values()]);
  return {
    conceal,
    redact: (messages) => redactMessages(messages, files, { search, find }),
    show: (shown, messages) => ({
      files: redactPaths(shown, search),
      messages: withoutOvertaken(messages).map((each) => renamed(each, conceal)),
    }),
    guard: (action) => action().catch(withoutNames(search)),
  };
}

function filesByPath(files: VFile[]): Map<string, VFile> {
  return new Map(files.map((file) => [file.path, file]));
}

function withoutNames(search: Search): (error: unknown) => never {
  return (error) => {
    throw error instanceof UserError ? new UserError(redactText(error.message, search)) : error;
  };
}
