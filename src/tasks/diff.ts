/** Two states of a study, compared: what changed in meaning, and what rests on it. */
import type { Root } from 'mdast';
import { analyse } from '../analyse/index.js';
import type { Changes } from '../changes/schema.js';
import { expectNotes } from '../world/study-folder.js';
import type { Study } from '../domain/study.js';
import { changesSince, judgedKeys } from './compare.js';
import { studyOf } from './gather.js';
import { chooseWords } from '../report/index.js';
import { renderChangesAlone } from '../report/results/changes/alone.js';
import { realWorld, type World } from '../world/world.js';

/** Two states of a study, compared. */
export interface Compared {
  /** The newer state. */
  study: Study;
  changes: Changes;
  /** The older state is a folder, though a branch, tag or commit has its name too. */
  isAlsoRef: boolean;
}

/**
 * Compares a folder's study with an older state: another folder, or a branch, tag or commit of the repository that holds it.
 * Throws a `UserError` if either cannot be read.
 */
export async function diffStudy(
  older: string,
  folder: string,
  world: World = realWorld,
): Promise<Compared> {
  const state = await world.readState(older, folder);
  const input = expectNotes(await world.read(folder), folder);
  const study = await studyOf(input);
  const analysis = analyse(study, { only: judgedKeys });
  return {
    study,
    changes: await changesSince(state, { study, analysis }, null),
    isAlsoRef: state.isAlsoRef,
  };
}

/** The changes as the report prints them, with files and lines; by default in the study's language. */
export function tellChanges(
  { study, changes }: Compared,
  language = study.protocol.language,
): Root {
  return renderChangesAlone({ study, changes }, { words: chooseWords(language), language });
}
