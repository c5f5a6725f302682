/** What a method is: a schema and a function that fills it in from a study. */
import type * as z from 'zod';
import type { Study } from '../domain/study.js';
import type { Watch } from './qca/search/settings.js';

/** One analysis of one study. */
export interface Run {
  study: Study;
  /** Called from time to time with the progress of a long search. */
  watch?: Watch | undefined;
}

/** A method whose result has the form of a schema. */
export interface Method<Schema extends z.ZodType> {
  schema: Schema;
  /** Its result, which is computed once in a run, however many other methods need it. */
  resultIn: (run: Run) => z.infer<Schema>;
}

/** A method from its schema and a pure function, which may ask for the results of others in the run. */
export function method<Schema extends z.ZodType>(
  schema: Schema,
  find: (study: Study, run: Run) => z.infer<Schema>,
): Method<Schema> {
  const known = new WeakMap<Run, { result: z.infer<Schema> }>();
  return {
    schema,
    resultIn: (run) => {
      const { result } = known.get(run) ?? { result: find(run.study, run) };
      known.set(run, { result });
      return result;
    },
  };
}
