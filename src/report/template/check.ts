/** The static check: every path of a template, also where Handlebars would be silent, against the schema of the view. */
import type { VFile } from 'vfile';
import * as z from 'zod';
import { nearest } from '../../text/names.js';
import { figures } from '../figures/index.js';
import { results } from '../results/index.js';
import { viewSchema } from '../document/view.js';
import { complain } from './complain.js';
import { anchorKinds } from './helpers.js';
import { isPrintable, memberOf, unwrap, type Scope } from './scope.js';
import { isPath, parseTemplate, type Expression, type Program } from './tree.js';
import { isPrinter, typeOf, type Printer } from './types.js';

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
  checkFile(
    { file, partials, above: [] },
    { schema: viewSchema, parent: null, names: new Map(), data },
  );
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
      complain(
        checker.file,
        statement.loc,
        `Unexpected ${statement.type}, expected expressions, blocks and partials only`,
      );
  }
}

function checkContent({ file }: Checker, statement: hbs.AST.ContentStatement): void {
  if (/[\uE000\uE001]/.test(statement.value))
    complain(
      file,
      statement.loc,
      'Unexpected private-use character, expected text without U+E000 and U+E001',
    );
}

function checkMustache(checker: Checker, statement: hbs.AST.MustacheStatement, scope: Scope): void {
  const { file } = checker;
  if (!statement.escaped)
    complain(
      file,
      statement.loc,
      'Unexpected raw `{{{…}}}`, expected `{{…}}`: data never become Markdown',
    );
  if (isPath(statement.path) && isPrinter(statement.path.original)) {
    checkPrinter(checker, statement, statement.path.original, scope);
    return;
  }
  const schema = typeOf(checker.file, statement, scope);
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

/** `{{result "matrix"}}`, `{{anchor "case" id}}`, `{{link "case" id}}`: the first parameter is one of a list of names. */
function checkPrinter(
  checker: Checker,
  statement: hbs.AST.MustacheStatement,
  printer: Printer,
  scope: Scope,
): void {
  const [first, ...rest] = statement.params;
  const known = printer === 'result' ? Object.keys(results) : anchorKinds;
  const name = checkName(checker.file, first, { of: printer, known, at: statement.loc });
  if (printer === 'result' && name === 'figure')
    checkName(checker.file, rest[0], { of: name, known: Object.keys(figures), at: statement.loc });
  for (const param of rest) typeOf(checker.file, param, scope);
}

/** The name that a parameter holds, which must be one of those that are known. */
function checkName(
  file: VFile,
  param: Expression | undefined,
  { of, known, at }: { of: string; known: string[]; at: hbs.AST.SourceLocation },
): string | null {
  const name = param?.type === 'StringLiteral' ? (param as hbs.AST.StringLiteral).value : null;
  if (name === null || !known.includes(name)) {
    const meant = name === null ? null : nearest(name, known);
    const hint = meant ? `; did you mean \`${meant}\`?` : '';
    complain(
      file,
      param?.loc ?? at,
      `Unexpected \`${name ?? ''}\` for \`${of}\`, expected one of \`${known.join('`, `')}\`${hint}`,
      known,
    );
  }
  return name;
}

function checkBlock(checker: Checker, statement: hbs.AST.BlockStatement, scope: Scope): void {
  const name = statement.path.original;
  const [param] = statement.params;
  const schema = param ? typeOf(checker.file, param, scope) : null;
  if (!['if', 'unless', 'each', 'with'].includes(name))
    complain(
      checker.file,
      statement.loc,
      `Unexpected block \`#${name}\`, expected \`#if\`, \`#unless\`, \`#each\` or \`#with\``,
    );
  // What stands in a block over something unknown cannot be checked; the block's own fault has been named.
  const inner = schema && innerScope(checker, statement, name, schema, scope);
  if (inner) checkProgram(checker, statement.program, inner);
  checkProgram(checker, statement.inverse, scope);
}

function innerScope(
  { file }: Checker,
  statement: hbs.AST.BlockStatement,
  name: string,
  schema: z.ZodType,
  scope: Scope,
): Scope | null {
  if (name === 'if' || name === 'unless') return scope;
  const member = name === 'each' ? memberOf(schema) : unwrap(schema);
  if (!member) {
    complain(file, statement.loc, 'Unexpected value in `#each`, expected a list');
    return null;
  }
  // Handlebars leaves these out where the template has none, unlike its types say.
  const { blockParams = [] } = statement.program as { blockParams?: string[] };
  const [first, second] = blockParams;
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
  return {
    schema: member,
    parent: scope,
    names,
    data: new Map([...scope.data, ...(name === 'each' ? loop : [])]),
  };
}

function checkPartial(checker: Checker, statement: hbs.AST.PartialStatement, scope: Scope): void {
  const name = isPath(statement.name) ? statement.name.original : '';
  const [param] = statement.params;
  const schema = param ? typeOf(checker.file, param, scope) : scope.schema;
  const file = checker.partials.find(name);
  if (!file || checker.above.includes(name)) {
    const meant = nearest(name, checker.partials.names);
    const expected = file
      ? 'a partial that does not call itself'
      : `a file \`report/partials/${name}.md\`${meant ? `; did you mean \`${meant}\`?` : ''}`;
    complain(checker.file, statement.loc, `Unexpected partial \`${name}\`, expected ${expected}`);
    return;
  }
  const { hash } = statement as { hash?: hbs.AST.Hash };
  const extra = (hash?.pairs ?? []).map(
    ({ key, value }) => [key, typeOf(checker.file, value, scope) ?? z.any()] as const,
  );
  if (schema)
    checkFile(
      { ...checker, file, above: [...checker.above, name] },
      { schema: extended(schema, extra), parent: null, names: new Map(), data: scope.data },
    );
}

function extended(schema: z.ZodType, extra: (readonly [string, z.ZodType])[]): z.ZodType {
  const at = unwrap(schema);
  return extra.length > 0 && at instanceof z.ZodObject
    ? z.object({ ...at.shape, ...Object.fromEntries(extra) })
    : at;
}
