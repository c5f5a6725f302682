/** Names in files of ratings that mean nothing in the study. */
import type { RatingsFile } from '../domain/ratings.js';
import type { Case, Coding } from '../domain/study.js';
import type { Name } from '../domain/text.js';
import type { FrameworkIndex } from '../study/framework.js';
import { keyOf, nearest } from '../text/names.js';
import { findCase } from './find-case.js';

/** The names of a file that mean no case or component, each with the nearest one that would. */
export function unknownNamesIn(
  file: RatingsFile,
  { cases, index }: { cases: Case[]; index: FrameworkIndex },
): Coding['unknownNames'] {
  const titles = cases.flatMap(({ id, title }) => [id, title]);
  const ofCases = distinct(file.cases.filter((name) => !findCase(cases, name)));
  const ofComponents = distinct(
    file.components.filter(({ text }) => !index.find(text) && !index.findDimension(text)),
  );
  return [
    ...ofCases.map((name) => ({
      kind: 'case' as const,
      name,
      nearest: nearest(name.text, titles),
    })),
    ...ofComponents.map((name) => ({
      kind: 'component' as const,
      name,
      nearest: index.nearest(name.text),
    })),
  ];
}

/** Each name once, at its first place. */
function distinct(names: Name[]): Name[] {
  return [
    ...new Map(names.toReversed().map((name) => [keyOf(name.text), name])).values(),
  ].toReversed();
}
