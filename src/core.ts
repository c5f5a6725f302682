/**
 * The part of crosscase that needs no Node: texts → study → messages and results. It reads nothing and writes nothing, so
 * that an editor, a browser or another program can use it: what is to be read is given as an `Input`.
 */
export { analyse, analysisSchema, type Analysis } from './analyse/index.js';
export { check } from './check/index.js';
export { rules } from './check/rules.js';
export type { Rule } from './check/rule.js';
export { gather } from './gather/index.js';
export { parse, type Possible } from './parse/index.js';
export { VFile } from 'vfile';
export { UserError } from './domain/user-error.js';
export type * from './domain/study.js';
export type * from './domain/input.js';
export type * from './domain/text.js';
export type * from './domain/framework.js';
export type * from './domain/protocol.js';
export type * from './domain/qca.js';
export type * from './domain/checklist.js';
export type * from './domain/note.js';
export type * from './domain/source.js';
export type * from './domain/ratings.js';
export type * from './domain/work.js';
export type * from './domain/parsed.js';
