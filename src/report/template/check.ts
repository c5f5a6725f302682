/** The static check: every path of a template against the schema of the view, even where Handlebars would say nothing. */
import * as z from 'zod';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { nearest } from '../../text/names.js';
import { viewSchema } from '../document/view.js';
import { complain } from './complain.js';
import { isPrintable, unwrap, type Schema, type Scope } from './scope.js';
import {
  isNode,
  parseTemplate,
  type Block,
  type Expression,
  type Mustache,
  type PartialCall,
  type Program,
  type Statement,
} from './tree.js';
import { isPrinter, typeOf } from './types.js';
import type { Partials, Checker } from './checker.js';
import { checkPrinter } from './check-printer.js';
import { innerScope } from './inner-scope.js';

/** What is wrong in a template and in all of its partials. */
export function checkTemplate(file: VFile, partials: Partials): VFileMessage[] {
  const faults: VFileMessage[] = [];
  const data = new Map<string, Schema>([['root', viewSchema]]);
  checkFile(
    { file, faults, partials, above: [] },
    { schema: viewSchema, parent: null, names: new Map(), data },
  );
  return faults;
}

function checkFile(checker: Checker, scope: Scope): void {
  const parsed = parseTemplate(checker.file);
  if ('fault' in parsed) complain(checker, parsed.fault);
  else checkProgram(checker, parsed.program, scope);
}

function checkProgram(
  checker: Checker,
  program: Pick<Program, 'body'> | undefined,
  scope: Scope,
): void {
  for (const statement of program?.body ?? []) checkStatement(checker, statement, scope);
}

function checkStatement(checker: Checker, statement: Statement, scope: Scope): void {
  if (isNode(statement, 'ContentStatement')) checkContent(checker, statement);
  else if (isNode(statement, 'MustacheStatement')) checkMustache(checker, statement, scope);
  else if (isNode(statement, 'BlockStatement')) checkBlock(checker, statement, scope);
  else if (isNode(statement, 'PartialStatement')) checkPartial(checker, statement, scope);
  else if (statement.type !== 'CommentStatement')
    complain(checker, {
      at: statement.loc,
      reason: `Unexpected ${statement.type}, expected expressions, blocks and partials only`,
    });
}

function checkContent(checker: Checker, statement: hbs.AST.ContentStatement): void {
  if (/[\uE000\uE001]/.test(statement.value))
    complain(checker, {
      at: statement.loc,
      reason: 'Unexpected private-use character, expected text without U+E000 and U+E001',
    });
}

function checkMustache(checker: Checker, statement: Mustache, scope: Scope): void {
  if (!statement.escaped)
    complain(checker, {
      at: statement.loc,
      reason: 'Unexpected raw `{{{…}}}`, expected `{{…}}`: data never become Markdown',
    });
  if (isNode(statement.path, 'PathExpression') && isPrinter(statement.path.original)) {
    checkPrinter(checker, statement, statement.path.original, scope);
    return;
  }
  const schema = typeOf(checker, statement, scope);
  if (schema && !isPrintable(schema))
    complain(checker, {
      at: statement.loc,
      reason: `Unexpected ${nameOf(statement.path)}, expected words or numbers; go through it with \`{{#each}}\` or name one of its parts`,
    });
}

function nameOf(path: Expression): string {
  return isNode(path, 'PathExpression') ? `\`${path.original}\`` : 'expression';
}

function checkBlock(checker: Checker, statement: Block, scope: Scope): void {
  const name = statement.path.original;
  const [param] = statement.params;
  const schema = param ? typeOf(checker, param, scope) : null;
  if (!['if', 'unless', 'each', 'with'].includes(name))
    complain(checker, {
      at: statement.loc,
      reason: `Unexpected block \`#${name}\`, expected \`#if\`, \`#unless\`, \`#each\` or \`#with\``,
    });
  // The inside of a block over an unknown value cannot be checked; the block itself has been reported.
  const inner = schema && innerScope(checker, statement, name, schema, scope);
  if (inner) checkProgram(checker, statement.program, inner);
  checkProgram(checker, statement.inverse, scope);
}

function checkPartial(checker: Checker, statement: PartialCall, scope: Scope): void {
  const name = isNode(statement.name, 'PathExpression') ? statement.name.original : '';
  const [param] = statement.params;
  const schema = param ? typeOf(checker, param, scope) : scope.schema;
  const file = checker.partials.find(name);
  if (!file || checker.above.includes(name)) {
    const meant = nearest(name, checker.partials.names);
    const expected = file
      ? 'a partial that does not call itself'
      : `a file \`report/partials/${name}.md\`${meant ? `; did you mean \`${meant}\`?` : ''}`;
    complain(checker, {
      at: statement.loc,
      reason: `Unexpected partial \`${name}\`, expected ${expected}`,
    });
    return;
  }
  const extra = (statement.hash?.pairs ?? []).map(
    ({ key, value }) => [key, typeOf(checker, value, scope) ?? z.any()] as const,
  );
  if (schema)
    checkFile(
      { ...checker, file, above: [...checker.above, name] },
      { schema: extended(schema, extra), parent: null, names: new Map(), data: scope.data },
    );
}

function extended(schema: Schema, extra: (readonly [string, Schema])[]): Schema {
  const at = unwrap(schema);
  return extra.length > 0 && at instanceof z.ZodObject
    ? z.object({ ...at.shape, ...Object.fromEntries(extra) })
    : at;
}
