/** The case that a name means. */
import type { Case } from '../domain/study.js';
import type { Name } from '../domain/text.js';
import { keyOf } from '../text/names.js';

/** Finds a case by its id or title, in any spelling. */
export function findCase(cases: Case[], { text }: Name): Case | null {
  const key = keyOf(text);
  return (
    cases.find(({ id }) => id === text) ??
    cases.find(({ id, title }) => key !== '' && [id, title].some((name) => keyOf(name) === key)) ??
    null
  );
}
