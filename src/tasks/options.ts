/** What may be asked of a build, and what is asked once study.md has answered the rest. */
import type { Watch } from '../analyse/qca/search/settings.js';
import type { Profile, Protocol } from '../domain/protocol.js';
import { UserError } from '../domain/user-error.js';
import { hinted, listed } from '../messages/words.js';
import { defaultFormats, formatNames, isFormatName, type FormatName } from '../output/formats.js';
import { nearest } from '../text/names.js';
import type { State } from '../world/states.js';

/** What a build can be asked for; study.md and the template decide the rest. */
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

/** What is asked, with nothing left open. */
export interface Request {
  formats: FormatName[];
  template: string;
  language: string;
  isAnonymous: boolean;
  /** ISO 8601; null where none is given. */
  date: string | null;
}

/** The options over what study.md says. Throws a `UserError` for a format that is not known. */
export function requestOf(
  protocol: Pick<Protocol, 'formats' | 'template' | 'language'>,
  options: BuildOptions,
): Request {
  return {
    formats: chooseFormats(options.formats ?? protocol.formats),
    template: options.template ?? protocol.template ?? 'default',
    language: options.language ?? protocol.language,
    isAnonymous: options.anonymous ?? false,
    date: options.date ?? null,
  };
}

function chooseFormats(wanted: string[] | null): FormatName[] {
  if (wanted === null) return defaultFormats;
  return wanted.map((name) => {
    if (isFormatName(name)) return name;
    const hint = hinted(nearest(name, formatNames));
    throw new UserError(
      `Unexpected format \`${name}\`, expected some of ${listed(formatNames)}${hint}`,
    );
  });
}
