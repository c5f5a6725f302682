/** Messages of which nothing but their place is shown: they speak of the register, or of a line that holds a registered name. */
import { VFile } from 'vfile';
import type { Sought } from '../search/index.js';
import type { Place } from '../../domain/text.js';

const notes = {
  'register-is-readable': 'Whoever cannot be looked for cannot be protected.',
  'respondent-is-unnamed':
    'Respondents were promised that nobody learns who they are (confidentiality is part of consent).',
  'respondent-is-not-traceable':
    'A workplace or a post may point to one person as surely as a name (deductive disclosure).',
  'output-is-searchable': 'What cannot be searched may hold any name.',
};

export type GateRule = keyof typeof notes;

export interface Remark {
  rule: GateRule;
  severity: 'error' | 'warning';
  place: Place;
  reason: string;
}

/** Says it on the file; no severity that study.md sets changes it. */
export function remark(files: Map<string, VFile>, { rule, severity, place, reason }: Remark): void {
  const file = files.get(place.path) ?? new VFile({ path: place.path, value: '' });
  files.set(place.path, file);
  const message = file.message(reason, {
    place: place.position,
    ruleId: rule,
    source: 'crosscase',
  });
  message.file = place.path;
  message.fatal = severity === 'error';
  message.note = notes[rule];
  message.url = 'README.md#protect-respondents';
  message.isPrivate = true;
}

/** Takes back warnings that an error at the same place has overtaken. */
export function withdraw({ messages }: VFile, { start }: Place['position']): void {
  const isOvertaken = (index: number) => {
    const message = messages[index];
    return (
      message?.ruleId === 'respondent-is-unnamed' &&
      !message.fatal &&
      message.line === start.line &&
      message.column === start.column
    );
  };
  for (let index = messages.length - 1; index >= 0; index--)
    if (isOvertaken(index)) messages.splice(index, 1);
}

/** What a hit stops: a name or number the report; a place of work or a post, which may be words of common use, nothing. */
export function isStop({ kind }: Sought): boolean {
  return kind === 'name' || kind === 'telephone';
}

const words = {
  name: 'name',
  telephone: 'telephone number',
  workplace: 'place of work',
  post: 'post',
};

/** ``Unexpected name of the respondent `D` ``. */
export function unexpected({ source, kind }: Sought): string {
  return `Unexpected ${words[kind]} of the respondent \`${source}\``;
}
