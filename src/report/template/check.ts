/** The static check: every path of a template, also where Handlebars would be silent, against the schema of the view. */
import type { VFile } from 'vfile';
import * as z from 'zod';
import { nearest } from '../../names.js';
import { results } from '../results/index.js';
import { viewSchema } from '../view.js';
import { complain, type Range } from './complain.js';
import { anchorKinds } from './helpers.js';
import { isPrintable, memberOf, resolvePath, unwrap, type Scope } from './scope.js';
import { isPath, parseTemplate, type Expression, type Program } from './tree.js';

export interface Partials {
  find: (name: string) => VFile | null;
  names: string[];
}

interface Checker {
  file: VFile;
  partials: Partials;
  /** Names of the partials that are being checked. */
  above: string[];
}

type Statement = Program['body'][number];

/** Checks a template with all of its partials. Faults are messages on the files. */
export function checkTemplate(file: VFile, partials: Partials): void {
  const data = new Map<string, z.ZodType>([['root', viewSchema]]);
  checkFile({ file, partials, above: [] }, { schema: viewSchema, parent: null, names: new Map(), data });
}

function checkFile(checker: Checker, scope: Scope): void {
  const program = parseTemplate(checker.file);
  if (program) checkProgram(checker, program, scope);
}

function checkProgram(checker: Checker, program: Program | undefined, scope: Scope): void {
  for (const statement of program?.body ?? []) checkStatement(checker, statement, scope);
}

function checkStatement(checker: Checker, statement: Statement, scope: Scope): void {
  switch (statement.type) {
    case 'ContentStatement': {
      checkContent(checker, statement as hbs.AST.ContentStatement);
      return;
    }
    case 'CommentStatement':
      return;
    case 'MustacheStatement': {
      checkMustache(checker, statement as hbs.AST.MustacheStatement, scope);
      return;
    }
    case 'BlockStatement': {
      checkBlock(checker, statement as hbs.AST.BlockStatement, scope);
      return;
    }
    case 'PartialStatement': {
      checkPartial(checker, statement as hbs.AST.PartialStatement, scope);
      return;
    }
    default:
      complain(checker.file, statement.loc, `Unexpected ${statement.type}, expected expressions, blocks and partials only`);
  }
}

function checkContent({ file }: Checker, statement: hbs.AST.ContentStatement): void {
  if (/[\uE000\uE001]/.test(statement.value))
    complain(file, statement.loc, 'Unexpected private-use character, expected text without U+E000 and U+E001');
}

function checkMustache(checker: Checker, statement: hbs.AST.MustacheStatement, scope: Scope): void {
  const { file } = checker;
  if (!statement.escaped) complain(file, statement.loc, 'Unexpected raw `{{{…}}}`, expected `{{…}}`: data never become Markdown');
  if (isPath(statement.path) && isPrinter(statement.path.original)) {
    checkPrinter(checker, statement, statement.path.original, scope);
    return;
  }
  const schema = typeOf(checker, statement, scope);
  if (schema && !isPrintable(schema))
    complain(
      file,
      statement.loc,
      `Unexpected ${nameOf(statement.path)}, expected words or numbers; go through it with \`{{#each}}\` or name one of its parts`,
    );
}

function nameOf(path: Expression): string {
  return isPath(path) ? `\`${path.original}\`` : 'expression';
}

const printers = ['result', 'anchor', 'link'] as const;

function isPrinter(name: string): name is (typeof printers)[number] {
  return printers.some((printer) => printer === name);
}

/** `{{result "matrix"}}`, `{{anchor "case" id}}`, `{{link "case" id}}`: the first parameter is one of a list of names. */
function checkPrinter(checker: Checker, statement: hbs.AST.MustacheStatement, printer: (typeof printers)[number], scope: Scope): void {
  const [first, ...rest] = statement.params;
  const known: string[] = printer === 'result' ? Object.keys(results) : anchorKinds;
  const name = first?.type === 'StringLiteral' ? (first as hbs.AST.StringLiteral).value : null;
  if (name === null || !known.includes(name)) {
    const meant = name === null ? null : nearest(name, known);
    const hint = meant ? `; did you mean \`${meant}\`?` : '';
    complain(
      checker.file,
      first?.loc ?? statement.loc,
      `Unexpected \`${name ?? ''}\` for \`${printer}\`, expected one of \`${known.join('`, `')}\`${hint}`,
      known,
    );
  }
  for (const param of rest) typeOf(checker, param, scope);
}

const tests = ['eq', 'not', 'and', 'or'];

interface Call {
  path: Expression | hbs.AST.Literal;
  params: Expression[];
  hash?: hbs.AST.Hash;
  loc: Range;
}

/** The schema of an expression's value; null if it has none, which has been said then. */
function typeOf(checker: Checker, expression: Expression, scope: Scope): z.ZodType | null {
  if (isPath(expression)) return typeOfPath(checker, expression, scope);
  if (expression.type === 'SubExpression' || expression.type === 'MustacheStatement')
    return typeOfCall(checker, expression as unknown as Call, scope);
  return expression.type === 'NumberLiteral' ? z.number() : expression.type === 'BooleanLiteral' ? z.boolean() : z.string();
}

function typeOfPath({ file }: Checker, path: hbs.AST.PathExpression, scope: Scope): z.ZodType | null {
  const resolved = resolvePath(path, scope);
  if ('schema' in resolved) return resolved.schema;
  complain(file, path.loc, resolved.fault, resolved.expected);
  return null;
}

function typeOfCall(checker: Checker, { path, params, loc }: Call, scope: Scope): z.ZodType | null {
  if (params.length === 0) return typeOf(checker, path, scope);
  const name = isPath(path) ? path.original : '';
  if (!tests.includes(name)) {
    const meant = nearest(name, [...tests, ...printers]);
    complain(
      checker.file,
      loc,
      `Unexpected helper \`${name}\`, expected one of \`${[...tests, ...printers].join('`, `')}\`${meant ? `; did you mean \`${meant}\`?` : ''}`,
    );
  }
  for (const param of params) typeOf(checker, param, scope);
  return z.boolean();
}

function checkBlock(checker: Checker, statement: hbs.AST.BlockStatement, scope: Scope): void {
  const name = statement.path.original;
  const [param] = statement.params;
  const schema = param ? typeOf(checker, param, scope) : null;
  if (!['if', 'unless', 'each', 'with'].includes(name))
    complain(checker.file, statement.loc, `Unexpected block \`#${name}\`, expected \`#if\`, \`#unless\`, \`#each\` or \`#with\``);
  // What stands in a block over something unknown cannot be checked; the block's own fault has been named.
  const inner = schema && innerScope(checker, statement, name, schema, scope);
  if (inner) checkProgram(checker, statement.program, inner);
  checkProgram(checker, statement.inverse, scope);
}

function innerScope({ file }: Checker, statement: hbs.AST.BlockStatement, name: string, schema: z.ZodType, scope: Scope): Scope | null {
  if (name === 'if' || name === 'unless') return scope;
  const member = name === 'each' ? memberOf(schema) : unwrap(schema);
  if (!member) {
    complain(file, statement.loc, `Unexpected \`${nameOf(statement.params[0]!)}\` in \`#each\`, expected a list`);
    return null;
  }
  const [first, second] = statement.program.blockParams ?? [];
  const names = new Map([
    ...scope.names,
    ...(first ? [[first, member] as const] : []),
    ...(second ? [[second, z.union([z.number(), z.string()])] as const] : []),
  ]);
  const loop: [string, z.ZodType][] = [
    ['index', z.number()],
    ['key', z.string()],
    ['first', z.boolean()],
    ['last', z.boolean()],
  ];
  return { schema: member, parent: scope, names, data: new Map([...scope.data, ...(name === 'each' ? loop : [])]) };
}

function checkPartial(checker: Checker, statement: hbs.AST.PartialStatement, scope: Scope): void {
  const name = isPath(statement.name) ? statement.name.original : '';
  const [param] = statement.params;
  const schema = param ? typeOf(checker, param, scope) : scope.schema;
  const file = checker.partials.find(name);
  if (!file || checker.above.includes(name)) {
    const meant = nearest(name, checker.partials.names);
    const expected = file
      ? 'a partial that does not call itself'
      : `a file \`report/partials/${name}.md\`${meant ? `; did you mean \`${meant}\`?` : ''}`;
    complain(checker.file, statement.loc, `Unexpected partial \`${name}\`, expected ${expected}`);
    return;
  }
  const extra = (statement.hash?.pairs ?? []).map(({ key, value }) => [key, typeOf(checker, value, scope) ?? z.any()] as const);
  if (schema)
    checkFile(
      { ...checker, file, above: [...checker.above, name] },
      { schema: extended(schema, extra), parent: null, names: new Map(), data: scope.data },
    );
}

function extended(schema: z.ZodType, extra: (readonly [string, z.ZodType])[]): z.ZodType {
  const at = unwrap(schema);
  return extra.length > 0 && at instanceof z.ZodObject ? z.object({ ...at.shape, ...Object.fromEntries(extra) }) : at;
}
