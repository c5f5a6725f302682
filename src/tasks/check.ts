/** Gathers and checks a study. */
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { check } from '../check/index.js';
import { realWorld, type World } from '../world/world.js';
import type { Input } from '../domain/input.js';
import { openGate, type Gate } from '../privacy/gate/index.js';
import { gather } from '../gather/index.js';
import type { Profile } from '../domain/protocol.js';
import type { Study } from '../domain/study.js';
import { formatNames } from '../output/formats.js';
import { parse } from '../parse/index.js';
import type { BuildOptions } from './options.js';

export interface Checked {
  study: Study;
  messages: VFileMessage[];
  /** Every file that may have messages. */
  files: VFile[];
  /** Takes the names of respondents out of words that are shown. */
  conceal: (text: string) => string;
}

/** Gathers and checks what has been read. */
export async function checkInput(
  input: Input,
  { profile }: Pick<BuildOptions, 'profile'> = {},
): Promise<Checked> {
  const { study, gate } = await gatherInput(input, profile);
  const files = [...study.files.values()];
  const shown = gate ? gate.veil(files) : files;
  return {
    study,
    messages: shown.flatMap(({ messages }) => messages),
    files: shown,
    conceal: concealerOf(gate),
  };
}

export function concealerOf(gate: Gate | null): Checked['conceal'] {
  return gate ? gate.conceal : (text) => text;
}

/** The study with its messages, in which no registered name stands. */
export async function gatherInput(
  input: Input,
  profile?: Profile,
): Promise<{ study: Study; gate: Gate | null }> {
  const parsed = await parse(input, { formats: formatNames });
  const protocol = profile ? { ...parsed.protocol, profile } : parsed.protocol;
  const study = gather(input, { ...parsed, protocol });
  check(study);
  const gate = await openGate(study, input);
  gate?.announce();
  gate?.hush(study.files.values());
  return { study, gate };
}

/** Checks the study in a folder. Throws a `UserError` if the folder cannot be read. */
export async function checkStudy(folder: string, world: World = realWorld): Promise<Checked> {
  return checkInput(await world.read(folder));
}
