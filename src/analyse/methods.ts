/** The methods that can be asked for by name, in the order in which they are shown: where the analysis keeps the result of each. */
import type { Analysis } from './index.js';

/** By name. A method that a study gives no ground for has no result, null. */
export const methods = {
  mill: 'mill',
  patterns: 'patterns',
  qca: 'qca',
  agreement: 'agreement',
} as const satisfies { [method: string]: keyof Analysis };

export type Method = keyof typeof methods;

/** Results by method. */
export type Results = { [M in Method]?: Analysis[(typeof methods)[M]] };

export const knownMethods = Object.keys(methods) as Method[];

export function isMethod(name: string): name is Method {
  return Object.hasOwn(methods, name);
}
