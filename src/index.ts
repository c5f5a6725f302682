/** The public names. */
export { analyse, type Analysis } from './analyse/index.js';
export { read, write, type Input } from './files.js';
export type { Study } from './model.js';
export { buildInput, buildStudy, checkInput, checkStudy, type BuildOptions, type Built, type Checked } from './pipeline.js';
export { UserError } from './user-error.js';
