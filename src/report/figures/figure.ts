/** What a figure is: a drawing with a title and a description, made from the study and its analysis. */
import type { Element } from 'hast';
import type { Context } from '../results/context.js';

export interface Drawing {
  /** Only letters of its own file's name: `matrix`, or `matrix-2` where a figure comes in parts. */
  name: string;
  svg: Element;
  /** Pixels. */
  width: number;
  height: number;
  title: string;
  /** What it shows, in words: everything that a reader who cannot see it needs. */
  description: string;
}

/** Draws in one part or several, or not at all where there is nothing to show. */
export type Figure = (context: Context) => Drawing[];
