/** Template and view → the template's own Markdown with tokens, and the values that they stand for. */
import Handlebars from 'handlebars';
import type { VFile } from 'vfile';
import type { View } from '../document/view.js';
import { helpersFor, type Store } from './helpers.js';
import { isPath, parseTemplate, type Program } from './tree.js';

/** A template without its expressions: tokens, and the values that they stand for. */
export interface Expanded {
  text: string;
  store: Store;
}

/** Expands a template that has passed its check. */
export function expand(file: VFile, partials: Map<string, VFile>, view: View): Expanded {
  const store: Store = [];
  const engine = Handlebars.create();
  engine.registerHelper(helpersFor(store, view.words));
  for (const [name, partial] of partials) engine.registerPartial(name, compile(engine, partial));
  return { text: compile(engine, file)(view), store };
}

function compile(engine: typeof Handlebars, file: VFile): Handlebars.TemplateDelegate {
  const parsed = parseTemplate(file);
  if ('fault' in parsed) throw new Error(`${file.path} was expanded unchecked`);
  const { program } = parsed;
  keepValues(program, file.path);
  return engine.compile(program, { noEscape: true });
}

/** Turns `{{x}}` into `{{keep x}}`: its value goes to the store, a token to the text. */
function keepValues(program: Program | undefined, path: string): void {
  for (const statement of program?.body ?? []) {
    if (statement.type === 'MustacheStatement')
      keepValue(statement as hbs.AST.MustacheStatement, path);
    if (statement.type === 'BlockStatement') {
      const block = statement as hbs.AST.BlockStatement;
      keepValues(block.program, path);
      keepValues(block.inverse, path);
    }
  }
}

const renamed = new Map([
  ['result', 'keepResult'],
  ['anchor', 'keepAnchor'],
  ['link', 'keepLink'],
]);

function keepValue(statement: hbs.AST.MustacheStatement, file: string): void {
  const { path, params, loc } = statement;
  const printer = isPath(path) ? renamed.get(path.original) : undefined;
  statement.path = pathTo(printer ?? 'keep', loc);
  if (printer === 'keepResult')
    statement.params = [
      literal(file, loc),
      literal(loc.start.line, loc),
      literal(loc.start.column, loc),
      ...params,
    ];
  else if (!printer)
    statement.params = [
      params.length > 0 ? call(statement, path as hbs.AST.PathExpression, params) : path,
    ];
}

function pathTo(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}

function call(
  { hash, loc }: hbs.AST.MustacheStatement,
  path: hbs.AST.PathExpression,
  params: hbs.AST.Expression[],
): hbs.AST.SubExpression {
  return { type: 'SubExpression', path, params, hash, loc };
}

function literal(value: string | number, loc: hbs.AST.SourceLocation): hbs.AST.Literal {
  return {
    type: typeof value === 'string' ? 'StringLiteral' : 'NumberLiteral',
    value,
    original: value,
    loc,
  } as hbs.AST.StringLiteral;
}
