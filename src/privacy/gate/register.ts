/** Whether a register can be trusted: each respondent is one source of the study, under a pseudonym that is none of the names. */
import type { Search } from '../search/index.js';
import { startOf } from '../../messages/pointer.js';
import type { Place } from '../../domain/text.js';
import type { Register, Respondent, Source } from '../../domain/source.js';
import type { Study } from '../../domain/study.js';
import { registerPath } from '../../world/private.js';
import { keyOfParts } from '../../study/keys.js';

/** What is wrong with an entry of the register, without a word of it. */
export type Fault = Register['faults'][number];

/** What is wrong in the register itself, and between it and the study; without a word of what stands in it. */
export function faultsOf(
  register: Register,
  { sources }: Pick<Study, 'sources'>,
  search: Search,
): Fault[] {
  const taken = new Set<string>();
  const ofSources = register.respondents.flatMap((respondent) => {
    const named = sources.filter((source) => keysOf(source).includes(respondent.source));
    const ids = new Set(named.map(({ case: home, id }) => keyOfParts(home, id)));
    const [id] = ids;
    const expected = [
      ...(id === undefined ? ['the id of a source of the study'] : []),
      ...(ids.size > 1
        ? ['the case in front of the id, as `case/id`, since several cases have it']
        : []),
      ...(id !== undefined && ids.size === 1 && taken.has(id) ? ['each source once'] : []),
      ...(isNamed([respondent.source, ...named.map(({ title }) => title ?? '')], search)
        ? ['a pseudonym: the id or title of the source holds a registered name']
        : []),
    ];
    if (id !== undefined) taken.add(id);
    return expected.map((each) => ({ place: placeOf(respondent), expected: each }));
  });
  return [...register.faults, ...ofSources, ...sharedNames(register, search)];
}

function keysOf({ id, case: home }: Source): string[] {
  return home === null ? [id] : [id, `${home}/${id}`];
}

function isNamed(texts: string[], search: Search): boolean {
  return texts.some((text) => search(text).some(({ kind }) => kind === 'name'));
}

/** Two that are called the same cannot be told apart, or are one who is listed twice. */
function sharedNames({ respondents }: Register, search: Search): Fault[] {
  const order = new Map(respondents.map(({ source }, index) => [source, index]));
  return respondents.flatMap((respondent, index) => {
    const isShared = respondent.names.some((name) =>
      search(name).some(({ kind, source, start, end }) => {
        const isWhole = start === 0 && end === name.length;
        return kind === 'name' && isWhole && (order.get(source) ?? index) < index;
      }),
    );
    return isShared
      ? [{ place: placeOf(respondent), expected: 'names that no other respondent has' }]
      : [];
  });
}

function placeOf({ place }: Respondent): Place {
  return place ?? startOf(registerPath);
}
