/** What every step of the template check needs. */
import type { VFile } from 'vfile';
import type { Checking } from './complain.js';

/** The partials that a template may call. */
export interface Partials {
  find: (name: string) => VFile | null;
  names: string[];
}

/** A template under check, with its partials. */
export interface Checker extends Checking {
  partials: Partials;
  /** Names of the partials that are being checked. */
  above: string[];
}
