/** The methods that can be asked for by name, in the order in which they are shown. */
import type { Analysis } from './index.js';

/** Keyed by result. The result is null if the study has no data for the method. */
export const knownMethods = [
  'mill',
  'patterns',
  'qca',
  'agreement',
] as const satisfies (keyof Analysis)[];

/** The name of a method, which is also the key of its result. */
export type Method = (typeof knownMethods)[number];

/** Results by method, of those that were asked for. */
export type Results = Partial<Pick<Analysis, Method>>;

/** Whether a name is that of a method. */
export function isMethod(name: string): name is Method {
  return knownMethods.some((method) => method === name);
}
