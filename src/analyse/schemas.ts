/** Schemas that several results share. */
import * as z from 'zod';
import { states } from '../domain/study.js';

/** The state of an entry or of a coder's rating. */
export const state = z.enum(states);
