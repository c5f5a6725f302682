/** The check of helpers that print: their first parameter is one of a list of names. */
import { nearest } from '../../text/names.js';
import { figures } from '../figures/index.js';
import { results } from '../results/index.js';
import { complain } from './complain.js';
import { anchorKinds } from './helpers.js';
import type { Scope } from './scope.js';
import { isNode, type Expression, type Mustache } from './tree.js';
import { typeOf, type Printer } from './types.js';
import type { Checker } from './checker.js';

/** `{{result "matrix"}}`, `{{anchor "case" id}}`, `{{link "case" id}}`: the first parameter is one of a list of names. */
export function checkPrinter(
  checker: Checker,
  statement: Mustache,
  printer: Printer,
  scope: Scope,
): void {
  const [first, ...rest] = statement.params;
  const known = printer === 'result' ? Object.keys(results) : anchorKinds;
  const name = checkName(checker, first, { what: printer, known, at: statement.loc });
  if (printer === 'result' && name === 'figure')
    checkName(checker, rest[0], { what: name, known: Object.keys(figures), at: statement.loc });
  for (const param of rest) typeOf(checker, param, scope);
}

/** The name that a parameter holds, which must be one of those that are known. */
function checkName(
  checker: Checker,
  param: Expression | undefined,
  { what, known, at }: { what: string; known: string[]; at: hbs.AST.SourceLocation },
): string | null {
  const name = param && isNode(param, 'StringLiteral') ? param.value : null;
  if (name === null || !known.includes(name)) {
    const meant = name === null ? null : nearest(name, known);
    const hint = meant ? `; did you mean \`${meant}\`?` : '';
    complain(checker, {
      at: param?.loc ?? at,
      reason: `Unexpected \`${name ?? ''}\` for \`${what}\`, expected one of \`${known.join('`, `')}\`${hint}`,
      expected: known,
    });
  }
  return name;
}
