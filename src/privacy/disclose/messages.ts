/** Chooses the messages that a public report may print: those that reveal nothing of what is withheld. */
import type { VFileMessage } from 'vfile-message';
import type { Profile } from '../../domain/protocol.js';
import { causeOf } from '../../messages/stamp.js';
import type { Attributes, Place } from '../../domain/text.js';
import type { Evidence, Study } from '../../domain/study.js';
import type { Source } from '../../domain/source.js';
import { keyOf } from '../../text/names.js';
import { coarsen, valueKey } from '../levels/coarsen.js';
import { levelsOf } from '../levels/levels.js';
import { findRuns } from '../levels/runs.js';
import { withheldTexts } from '../levels/texts.js';
import { entriesOf, evidenceIn } from '../../study/entries.js';

/** Rules that point at respondents, whose messages are for the authors only. */
const ofRespondents = new Set([
  'attributes-fit-several',
  'consent-covers-evidence',
  'withheld-words-stay-withheld',
]);

/** Messages, divided by what a report may print. */
export interface Said {
  /** Messages that a report of the profile may print. */
  printed: VFileMessage[];
  /** How many it may not. */
  withheld: number;
}

/** Divides messages by what a report may print. `study` is the study as it was checked, with nothing withheld. */
export function messagesFor(
  study: Study,
  messages: VFileMessage[],
  profile: Profile = study.protocol.profile,
): Said {
  const outside = messages.filter(({ file }) => !file?.startsWith('private/'));
  const printed = profile === 'internal' ? outside : printable(study, outside);
  return { printed, withheld: messages.length - printed.length };
}

function printable(study: Study, messages: VFileMessage[]): VFileMessage[] {
  const isWithin = withheldLines(study);
  const values = withheldValues(study);
  const kept = messages.filter(
    (message) =>
      !ofRespondents.has(message.ruleId ?? '') &&
      !partsOf(message).some(isWithin) &&
      !quoted(message.reason).some((value) => values.has(value)),
  );
  const runs = findRuns(
    kept.map(({ reason }) => reason),
    withheldTexts(study).map(({ text }) => text),
  );
  return kept.filter((_, index) => runs[index] === null);
}

function partsOf(message: VFileMessage): { file: string; line: number }[] {
  return [message, causeOf(message)].flatMap((each) =>
    each ? [{ file: each.file ?? '', line: each.line ?? 1 }] : [],
  );
}

/** What a message has in backticks, and each value in it. */
function quoted(reason: string): string[] {
  return Array.from(reason.matchAll(/`([^`]*)`/g), ([, words = '']) =>
    [words, ...words.split(/[:,]\s*/)].map(valueKey),
  ).flat();
}

/** Whether a line holds withheld evidence or a withheld source. */
function withheldLines(study: Study): (part: { file: string; line: number }) => boolean {
  const { ofSource, ofEvidence } = levelsOf(study);
  const lines = new Map<string, Set<number>>();
  const add = (path: string, from: number, to: number) => {
    const own = lines.get(path) ?? new Set();
    for (let line = from; line <= to; line++) own.add(line);
    lines.set(path, own);
  };
  for (const evidence of entriesOf(study).flatMap(evidenceIn)) {
    const { content, verbatim } = ofEvidence(evidence);
    if (content !== null || (evidence.original && verbatim !== null))
      add(evidence.place.path, lineOf(evidence.place), lastLineOf(evidence));
  }
  for (const [path, sources] of byPath(study.sources)) {
    const last = String(study.files.get(path) ?? '').split('\n').length;
    for (const [index, source] of sources.entries()) {
      const next = sources[index + 1];
      if (ofSource(source).verbatim !== null)
        add(path, lineOf(source.place), next ? lineOf(next.place) - 1 : last);
    }
  }
  return ({ file, line }) => lines.get(file)?.has(line) ?? false;
}

function lineOf({ position }: Place): number {
  return position.start.line;
}

function lastLineOf({ place, content, original }: Evidence): number {
  const ends = [...content.nodes, ...(original?.content.nodes ?? [])].map(
    ({ position }) => position?.end.line ?? 0,
  );
  return Math.max(place.position.end.line, ...ends);
}

function byPath(sources: Source[]): Map<string, Source[]> {
  const groups = new Map<string, Source[]>();
  for (const source of sources)
    groups.set(source.place.path, [...(groups.get(source.place.path) ?? []), source]);
  return new Map(
    [...groups].map(([path, own]) => [path, own.sort((a, b) => lineOf(a.place) - lineOf(b.place))]),
  );
}

/** Attributes that every report prints. */
const weighed = ['kind', 'perspective', 'access', 'date', 'case'];

/** Values of attributes that a public report leaves out or makes coarser. */
function withheldValues({ sources, cases, protocol, register }: Study): Set<string> {
  const { ofSource } = levelsOf({ sources, register });
  const values = new Set<string>();
  const add = (attributes: Attributes, shown: Attributes) => {
    for (const [name, value] of attributes) {
      if (weighed.includes(keyOf(name))) continue;
      const left = new Set([shown.get(name) ?? []].flat().map((each) => valueKey(String(each))));
      for (const each of [value].flat())
        if (!left.has(valueKey(String(each)))) values.add(valueKey(String(each)));
    }
  };
  for (const source of sources) {
    const isShown = ofSource(source).paraphrased === null;
    add(
      source.attributes,
      isShown
        ? coarsen(source.attributes, protocol.disclosure).attributes
        : new Map<string, never>(),
    );
  }
  for (const { attributes } of cases)
    add(attributes, coarsen(attributes, protocol.disclosure).attributes);
  return values;
}
