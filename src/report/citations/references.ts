import type { Study } from '../../domain/study.js';
import { division } from '../prose/nodes.js';
import type { Renderer } from '../names/context.js';

/** Kind of the division in whose place the list of references is set. */
export const listPlace = 'references-place';

/** The place of the list of works that the report cites: which ones, and in which order, is known when all of it is there. */
export const renderReferences: Renderer<Study> = () => [division(listPlace, [])];
