import type { Qca } from '../../../analyse/qca/schema.js';
import { paragraph, text } from '../../nodes.js';
import type { Reader } from '../context.js';

/** Solutions by their expressions, until the displays are written. */
export const readQca: Reader<Qca | null> = (qca) =>
  (qca?.directions ?? []).flatMap(({ solutions }) =>
    solutions.flatMap(({ models }) => models.map(({ expression }) => paragraph(text(expression)))),
  );
