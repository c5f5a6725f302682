/** The public names. */
export { analyse, type Analysis } from './analyse/index.js';
export { explainInput, explainStudy, type Explained, type Explanation } from './request/explain.js';
export type { Changes } from './changes/schema.js';
export { diffStudy, tellChanges, type Compared } from './request/diff.js';
export { analyseInput, analyseStudy, tellResults } from './request/notes.js';
export { read, write, type Input } from './files.js';
export type { Study } from './model.js';
export { buildInput, buildStudy, checkInput, checkStudy, type BuildOptions, type Built, type Checked } from './pipeline.js';
export { renderTerminal, type Screen } from './output/terminal/index.js';
export type { Analysed, AnalyseOptions } from './request/methods.js';
export { fillChecklistsOf, tellChecklists, type FilledChecklists } from './request/checklists.js';
export { analyseData, analyseDataFile, type RerunOptions } from './request/data-file.js';
export { UserError } from './user-error.js';
