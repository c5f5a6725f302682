/** What the names within a block mean. */
import * as z from 'zod';
import { complain } from './complain.js';
import { memberOf, unwrap, type Schema, type Scope } from './scope.js';
import type { Checker } from './checker.js';
import type { Block } from './tree.js';

/** The scope within a block; null, with a fault added, where its value is not what the block needs. */
export function innerScope(
  checker: Checker,
  statement: Block,
  name: string,
  schema: Schema,
  scope: Scope,
): Scope | null {
  if (name === 'if' || name === 'unless') return scope;
  const member = name === 'each' ? memberOf(schema) : unwrap(schema);
  if (!member) {
    complain(checker, {
      at: statement.loc,
      reason: 'Unexpected value in `#each`, expected a list',
    });
    return null;
  }
  const [first, second] = statement.program?.blockParams ?? [];
  const names = new Map([
    ...scope.names,
    ...(first ? [[first, member] as const] : []),
    ...(second ? [[second, z.union([z.number(), z.string()])] as const] : []),
  ]);
  const loop: [string, Schema][] = [
    ['index', z.number()],
    ['key', z.string()],
    ['first', z.boolean()],
    ['last', z.boolean()],
  ];
  return {
    schema: member,
    parent: scope,
    names,
    data: new Map([...scope.data, ...(name === 'each' ? loop : [])]),
  };
}
