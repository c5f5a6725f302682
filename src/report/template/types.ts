/** The type of an expression: the part of the view's schema that its value has. */
import * as z from 'zod';
import { nearest } from '../../text/names.js';
import { complain, type Checking, type Range } from './complain.js';
import { resolvePath, type Schema, type Scope } from './scope.js';
import { isNode, type Expression, type Path } from './tree.js';

/** Helpers that print: their first parameter is one of a list of names. */
const printers = ['result', 'anchor', 'link'] as const;

/** The name of such a helper. */
export type Printer = (typeof printers)[number];

/** Whether a name is that of a helper that prints. */
export function isPrinter(name: string): name is Printer {
  return printers.some((printer) => printer === name);
}

const tests = ['eq', 'not', 'and', 'or'];

interface Call {
  path: Expression;
  params: Expression[];
  loc: Range;
}

/** The schema of an expression's value; null, with a fault added, if it has none. */
export function typeOf(checking: Checking, expression: Expression, scope: Scope): Schema | null {
  if (isNode(expression, 'PathExpression')) return typeOfPath(checking, expression, scope);
  if (isNode(expression, 'SubExpression') || isNode(expression, 'MustacheStatement'))
    return typeOfCall(checking, expression, scope);
  return expression.type === 'NumberLiteral'
    ? z.number()
    : expression.type === 'BooleanLiteral'
      ? z.boolean()
      : z.string();
}

function typeOfPath(checking: Checking, path: Path, scope: Scope): Schema | null {
  const resolved = resolvePath(path, scope);
  if ('schema' in resolved) return resolved.schema;
  const { fault, expected } = resolved;
  complain(checking, { at: path.loc, reason: fault, expected });
  return null;
}

function typeOfCall(checking: Checking, { path, params, loc }: Call, scope: Scope): Schema | null {
  if (params.length === 0) return typeOf(checking, path, scope);
  const name = isNode(path, 'PathExpression') ? path.original : '';
  if (!tests.includes(name)) {
    const meant = nearest(name, [...tests, ...printers]);
    complain(checking, {
      at: loc,
      reason: `Unexpected helper \`${name}\`, expected one of \`${[...tests, ...printers].join('`, `')}\`${meant ? `; did you mean \`${meant}\`?` : ''}`,
    });
  }
  for (const param of params) typeOf(checking, param, scope);
  return z.boolean();
}
