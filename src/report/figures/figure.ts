/** What a figure is: a drawing with a title and a description, made from the study and its analysis. */
import type { Graphic } from '../../text/markdown.js';
import type { WholeContext } from '../names/context.js';

/** A part of a figure. Its name is that of its file: `matrix`, or `matrix-2` where a figure comes in parts. */
export type Drawing = Pick<Graphic, 'name' | 'svg' | 'width' | 'height' | 'title' | 'description'>;

/** Draws in one part or several, or not at all where there is nothing to show. */
export type Figure = (context: WholeContext) => Drawing[];
