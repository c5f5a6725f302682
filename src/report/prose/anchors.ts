/** Where in the report each thing stands: the fragment by which links reach it. */
import { slug } from 'github-slugger';
import type { Target } from '../../domain/study.js';

/** The id of a thing in the report, without `#`. */
export function anchorOf(target: Exclude<Target, { kind: 'file' }>): string {
  const parts =
    'case' in target && target.case !== null
      ? [target.kind, target.case, target.id]
      : [target.kind, target.id];
  return parts.map((part) => slug(part)).join('-');
}
