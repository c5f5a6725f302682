/** Checklists by themselves: what the appendix of a report would say of them, without a report. */
import type { Root } from 'mdast';
import type { Checklists } from '../analyse/checklists/schema.js';
import { analyse } from '../analyse/index.js';
import { startOf } from '../messages/pointer.js';
import { hinted, listed } from '../messages/words.js';
import { findChecklist } from '../study/checklists.js';
import { realWorld, type World } from '../world/world.js';
import type { Input } from '../domain/input.js';
import type { Checklist } from '../domain/checklist.js';
import type { Name } from '../domain/text.js';
import type { Study } from '../domain/study.js';
import { nearest } from '../text/names.js';
import { checkInput, type Checked } from './check.js';
import { chooseWords } from '../report/index.js';
import { renderChecklistsAlone } from '../report/results/alone.js';
import { UserError } from '../domain/user-error.js';

/** A checked study with its checklists filled in. */
export interface FilledChecklists extends Checked {
  /** As study.json has them under `analysis`. */
  checklists: Checklists;
}

/** Fills in checklists for the study in a folder, whichever it names itself. Throws a `UserError` for one that is not known. */
export async function fillChecklistsOf(
  folder: string,
  names: string[],
  world: World = realWorld,
): Promise<FilledChecklists> {
  return fillChecklistsIn(await world.read(folder), names);
}

/** Fills in checklists for what has been read. */
export async function fillChecklistsIn(input: Input, names: string[]): Promise<FilledChecklists> {
  const checked = await checkInput(input);
  const study = asking(checked.study, names);
  return { ...checked, study, ...analyse(study, { only: ['checklists'] }) };
}

/** The checklists as the report prints them, in the words of a language; by default the study's. */
export async function tellChecklists(
  { study, checklists, messages }: FilledChecklists,
  language = study.protocol.language,
  world: World = realWorld,
): Promise<Root> {
  const chinese = String((await world.readTemplates()).get('locales/zh-CN.xml') ?? '');
  return renderChecklistsAlone(
    { study, checklists, messages },
    { words: chooseWords(language), language, chinese },
  );
}

/** The study as if it named these checklists. */
function asking(study: Study, names: string[]): Study {
  const checklists = names.map((name): Name => ({
    text: choose(study.checklists, name).id,
    place: startOf(study.protocol.path),
  }));
  return { ...study, protocol: { ...study.protocol, checklists } };
}

function choose(checklists: Checklist[], name: string): Checklist {
  const found = findChecklist(checklists, name);
  if (found) return found;
  const ids = checklists.map(({ id }) => id);
  throw new UserError(
    `Unexpected checklist \`${name}\`, expected some of ${listed(ids)}${hinted(nearest(name, ids))}`,
  );
}
