/** The circles of a table of configurations: present or absent, core or contributing, or the level of a multi-value condition. */
import type { ElementContent } from 'hast';
import type { Direction, Qca, Term } from '../../../analyse/qca/schema.js';
import type { Context } from '../../names/context.js';
import type { Sign } from '../key.js';
import { letterSize, write } from '../lettering.js';
import { circle, path } from '../shapes.js';

/** What a condition does in a term. */
export interface Role {
  sign: 'present' | 'absent' | 'level' | 'none';
  level: number | null;
  /** Also in a parsimonious term that the term lies within (Fiss 2011). */
  isCore: boolean;
}

const radius = { core: 9.5, contributing: 6 };

/** The role of a condition, by its index. */
export function roleIn(
  { conditions }: Qca,
  { solutions }: Direction,
  { literals }: Term,
  condition: number,
): Role {
  const own = literals.find((literal) => literal.condition === condition);
  if (!own) return { sign: 'none', level: null, isCore: false };
  const has = (literal: Term['literals'][number]) =>
    literals.some((each) => each.condition === literal.condition && each.level === literal.level);
  const parsimonious =
    solutions.find(({ kind }) => kind === 'parsimonious')?.models.flatMap(({ terms }) => terms) ??
    [];
  const isCore = parsimonious.some(
    (term) =>
      term.literals.every(has) && term.literals.some((each) => each.condition === condition),
  );
  const isMany = (conditions[condition]?.levels ?? 2) > 2;
  return {
    sign: isMany ? 'level' : own.level === 1 ? 'present' : 'absent',
    level: own.level,
    isCore,
  };
}

/** Draws a role around a point; nothing for a condition that does not matter. */
export function drawCircle({ sign, level, isCore }: Role, x: number, y: number): ElementContent[] {
  const r = isCore ? radius.core : radius.contributing;
  const at = (dx: number, dy: number) =>
    `${String(Math.round((x + dx) * 10) / 10)} ${String(Math.round((y + dy) * 10) / 10)}`;
  const arm = r * 0.7;
  switch (sign) {
    case 'present':
      return [circle(x, y, r, { fill: 'ink' })];
    case 'absent':
      return [
        circle(x, y, r - 0.7, { fill: 'paper', stroke: 'ink', width: 1.4 }),
        path(`M${at(-arm, -arm)}L${at(arm, arm)}M${at(-arm, arm)}L${at(arm, -arm)}`, {
          stroke: 'ink',
          width: 1.4,
        }),
      ];
    case 'level':
      return [
        circle(x, y, isCore ? 11 : 7.5, { fill: 'paper', stroke: 'ink', width: isCore ? 2.2 : 1 }),
        write(String(level ?? ''), {
          x,
          y: y + 3.7,
          size: letterSize.small,
          anchor: 'middle',
          bold: isCore,
        }),
      ];
    case 'none':
      return [];
  }
}

const samples: {
  sign: Role['sign'];
  isCore: boolean;
  word:
    | 'presentCore'
    | 'presentContributing'
    | 'absentCore'
    | 'absentContributing'
    | 'levelCore'
    | 'levelContributing';
}[] = [
  { sign: 'present', isCore: true, word: 'presentCore' },
  { sign: 'present', isCore: false, word: 'presentContributing' },
  { sign: 'absent', isCore: true, word: 'absentCore' },
  { sign: 'absent', isCore: false, word: 'absentContributing' },
  { sign: 'level', isCore: true, word: 'levelCore' },
  { sign: 'level', isCore: false, word: 'levelContributing' },
];

/** The signs that occur, for the key. */
export function signsOfRoles({ words }: Context, roles: Role[]): Sign[] {
  return samples
    .filter(({ sign, isCore }) =>
      roles.some((role) => role.sign === sign && role.isCore === isCore),
    )
    .map(({ sign, isCore, word }) => ({
      label: words.qca.figures[word],
      width: 22,
      draw: ({ x, y, height }) => drawCircle({ sign, isCore, level: 1 }, x + 11, y + height / 2),
    }));
}
