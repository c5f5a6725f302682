/** What the engine answers; the default style replaces one that fails, and plain words replace both. */
import type { VFileMessage } from 'vfile-message';
import type { Study } from '../../domain/study.js';
import type { Work } from '../../domain/work.js';
import { citationStyleWorks } from '../../messages/kinds.js';
import { startOf } from '../../messages/pointer.js';
import { stamp } from '../../messages/stamp.js';
import { startEngine, type Setting } from './engine.js';
import type { Answer, Request } from './request.js';
import type { Seen } from './order.js';
import { answerPlainly } from './plain.js';

/** What of a study is cited, and how. */
export type Citing = Pick<Study, 'works' | 'citationStyle'>;

interface Question {
  study: Citing;
  setting: Setting;
  cited: Work[];
  seen: Seen[];
}

/** The study's own style may fail at any time; the default style replaces it, and plain words replace both. */
export async function answerFor(
  { study, setting, cited, seen }: Question,
  requests: (Request | null)[],
): Promise<{ answer: Answer; refusals: VFileMessage[] }> {
  const { citationStyle } = study;
  const refusals: VFileMessage[] = [];
  const known = requests.filter((request) => request !== null);
  const styles =
    citationStyle.source === null
      ? [citationStyle]
      : [citationStyle, { ...citationStyle, name: 'apa', source: null }];
  for (const style of styles) {
    try {
      const engine = await startEngine(cited, style, setting);
      if (engine.isNote) numberNotes(seen, requests);
      return { answer: engine.answer(known), refusals };
    } catch (error) {
      refusals.push(refusal(style, error));
    }
  }
  return { answer: answerPlainly(cited, known), refusals };
}

/** The message for a style that reads as valid but that the engine refuses. */
function refusal({ name, place }: Study['citationStyle'], error: unknown): VFileMessage {
  const said = error instanceof Error ? error.message : String(error);
  return stamp(citationStyleWorks, {
    place: place ?? startOf('study.md'),
    reason: `Unexpected citation style \`${name}\`, expected one that citeproc can use; it says: ${said}`,
  });
}

/** In a footnote style, each citation outside a footnote makes one. */
function numberNotes(seen: Seen[], requests: (Request | null)[]): void {
  let made = 0;
  for (const [index, { isInNote, footnotes }] of seen.entries()) {
    const request = requests[index];
    if (!request) continue;
    if (!isInNote) made += 1;
    request.note = made + footnotes;
  }
}
