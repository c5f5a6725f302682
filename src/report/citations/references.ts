import type { Study } from '../../domain/study.js';
import { division } from '../prose/nodes.js';
import type { Renderer } from '../names/context.js';

/** Kind of the division in whose place the list of references is set. */
export const listPlace = 'references-place';

/** The place for the list of cited works; which works, and in which order, is known once the report is complete. */
export const renderReferences: Renderer<Study> = () => [division(listPlace, [])];
