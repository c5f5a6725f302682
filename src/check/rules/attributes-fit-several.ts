import { findSmallCells, type SmallCell } from '../../privacy/levels/cells.js';
import { startOf } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';

/** Points at combinations of attributes that fit fewer respondents than study.md asks for. */
export const attributesFitSeveral: Rule = {
  id: 'attributes-fit-several',
  severity: 'warning',
  description:
    'Every combination of attributes that could point to a person fits at least three respondents, or as many as study.md says.',
  note: 'Who is the only one of a kind can be named by whoever knows the place (minimal sample uniques; Elliot, Manning & Ford 2002).',
  *check(study) {
    const { k } = study.protocol.disclosure;
    const { respondents, identifying, cells, more } = findSmallCells(study);
    if (cells.length === 0) return;
    const place = startOf(study.protocol.path);
    if (respondents.length < k) {
      yield {
        place,
        reason: `Unexpected attributes \`${identifying.join(', ')}\` of ${numbered(respondents.length)}, expected at least ${String(k)}; any of them points to one of so few, so leave them out (\`omit\`) under \`disclosure:\``,
      };
      return;
    }
    for (const cell of cells) yield { place: cell.source.place, reason: reasonOf(cell, k) };
    if (more > 0)
      yield {
        place,
        reason: `Unexpected ${String(more)} more combinations of attributes that fit fewer than ${String(k)} respondents, expected none`,
      };
  },
};

function reasonOf({ attributes, fits }: SmallCell, k: number): string {
  const shown = attributes.map(([name, value]) => `${name}: ${value}`).join(', ');
  const remedy =
    attributes.length === 1 ? 'coarsen it or leave it out' : 'coarsen or leave out one of them';
  return `Unexpected \`${shown}\`, which fits ${numbered(fits)}, expected at least ${String(k)}; ${remedy} under \`disclosure:\``;
}

function numbered(n: number): string {
  return n === 1 ? '1 respondent' : `${String(n)} respondents`;
}
