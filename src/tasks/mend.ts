/** What has only one answer is mended in the study's own files, and everything else in them stays byte for byte. */
import type { VFileMessage } from 'vfile-message';
import { decode } from '../world/decode.js';
import { realWorld, type World } from '../world/world.js';
import type { Input } from '../domain/input.js';
import type { Replacement } from '../domain/text.js';
import { checkInput, type Checked } from './check.js';
import { planReplacements, replaceInBytes } from '../text/replacements.js';

/** A file as it was and as it is, as text in which no respondent is named. */
export interface Mended {
  path: string;
  before: string;
  after: string;
}

/** A file that has something to mend and was not touched. */
export interface LeftAlone {
  path: string;
  reason: string;
}

/** What was mended, what was left alone, and what remains to be said. */
export interface MendedStudy extends Checked {
  mended: Mended[];
  leftAlone: LeftAlone[];
}

/** One mend may make room for another; no study needs as many rounds. */
const mostRounds = 20;

/**
 * Mends the study in a folder until nothing is left that has one answer, writes what has changed, and says what remains. Throws a
 * `UserError` if the folder cannot be read, or a file in it cannot be written; then none is changed.
 */
export async function mendStudy(folder: string, world: World = realWorld): Promise<MendedStudy> {
  const input = await world.read(folder);
  const mended = new Map<string, Uint8Array>();
  const leftAlone = new Map<string, string>();
  let current = input;
  let checked = await checkInput(current);
  for (let round = 0; round < mostRounds; round++) {
    const plan = planReplacements(groupsOf(checked.messages, input, leftAlone));
    if (plan.size === 0) break;
    const { changed, refused } = await tryOut({ input, mended, world }, plan);
    for (const { path, reason } of refused) leftAlone.set(path, reason);
    // What belongs together may stand in two files: without those that are left alone it is planned anew.
    if (refused.length > 0) continue;
    for (const [path, bytes] of changed) mended.set(path, bytes);
    current = withBytes(current, changed);
    checked = await checkInput(current);
  }
  await world.overwrite(
    folder,
    [...mended].map(([path, bytes]) => ({ path, bytes })),
  );
  return {
    ...checked,
    mended: [...mended.keys()].map((path) => {
      const [before, after] = [input, current].map(({ files }) =>
        checked.conceal(String(files.get(path))),
      );
      return { path: checked.conceal(path), before: before ?? '', after: after ?? '' };
    }),
    leftAlone: [...leftAlone].map(([path, reason]) => ({ path: checked.conceal(path), reason })),
  };
}

/** Only in the study's own files, and never in those that no output may show. */
function groupsOf(
  messages: VFileMessage[],
  { files }: Input,
  leftAlone: Map<string, string>,
): Replacement[][] {
  const isOpen = (path: string) =>
    files.has(path) && !leftAlone.has(path) && !/^private\//i.test(path);
  return messages.flatMap(({ fix }) =>
    fix?.every(({ place }) => isOpen(place.path)) ? [fix] : [],
  );
}

async function tryOut(
  { input, mended, world }: { input: Input; mended: Map<string, Uint8Array>; world: World },
  plan: Map<string, Replacement[]>,
): Promise<{ changed: [string, Uint8Array][]; refused: LeftAlone[] }> {
  const changed: [string, Uint8Array][] = [];
  const refused: LeftAlone[] = [];
  for (const [path, replacements] of plan) {
    const file = input.files.get(path);
    const before = mended.get(path) ?? (await world.readBytes(input.folder, path));
    const isAsRead = mended.has(path) || String(decode(path, before)) === String(file);
    const after = isAsRead ? replaceInBytes(before, replacements) : null;
    if (after && Buffer.compare(after, before) !== 0) changed.push([path, after]);
    else if (file?.data.notUtf8 !== undefined) refused.push({ path, reason: 'it is not UTF-8' });
    else
      refused.push({
        path,
        reason: isAsRead ? 'what would mend it does not fit in' : 'it was changed at the same time',
      });
  }
  return { changed, refused };
}

/** The study as it would be read again. */
function withBytes(input: Input, changed: [string, Uint8Array][]): Input {
  const anew = new Map(changed.map(([path, bytes]) => [path, decode(path, bytes)]));
  return {
    ...input,
    files: new Map([...input.files].map(([path, file]) => [path, anew.get(path) ?? file])),
  };
}
