/** What may be asked of a build. */
import type { Watch } from '../analyse/qca/search/settings.js';
import type { Profile } from '../domain/protocol.js';
import type { FormatName } from '../output/formats.js';
import type { State } from '../world/states.js';

export interface BuildOptions {
  /** Names of formats; by default those of the study, else all that are made by default. */
  formats?: string[];
  /** Name of a template; by default the study's, or `default`. */
  template?: string;
  /** Language of the report's words; by default the study's. */
  language?: string;
  /** For whom the report is; by default as study.md says, else for everybody. */
  profile?: Profile;
  /** Withhold the authors; by default as the style of the study or the template says. */
  anonymous?: boolean;
  /** ISO 8601, for the provenance of a study that states no date. */
  date?: string;
  /** An older state, with which the report compares the study. */
  since?: State;
  /** Told of each format before it is rendered. */
  begin?: (format: FormatName) => void;
  /** Told from time to time how far a long search of the analysis is. */
  watch?: Watch;
}

/** The same for the study in a folder. */
export interface StudyOptions extends Omit<BuildOptions, 'since'> {
  /** A folder, or a branch, tag or commit of the study's own repository. */
  since?: string;
}
