/** The public names. */
export { analyse, type Analysis } from './analyse/index.js';
export { explainInput, explainStudy, type Explained, type Explanation } from './tasks/explain.js';
export type { Changes } from './changes/schema.js';
export { diffStudy, tellChanges, type Compared } from './tasks/diff.js';
export { analyseInput, analyseStudy, tellResults } from './tasks/analyse/notes.js';
export { write } from './world/disk.js';
export { read } from './world/study-folder.js';
export { realWorld, type World } from './world/world.js';
export { type Input } from './domain/input.js';
export type { Study } from './domain/study.js';
export { buildInput, buildStudy, type BuildPlan } from './tasks/build.js';
export { checkInput, checkStudy, type Checked } from './tasks/check.js';
export { type BuildOptions } from './tasks/options.js';
export { renderTerminal, type Screen } from './output/terminal/index.js';
export type { Analysed, AnalyseOptions } from './tasks/analyse/methods.js';
export { fillChecklistsOf, tellChecklists, type FilledChecklists } from './tasks/checklists.js';
export { analyseData, analyseDataFile, type RerunOptions } from './tasks/analyse/data-file.js';
export { UserError } from './domain/user-error.js';
