/** Template and view → the template's own Markdown with tokens, and the values that they stand for. */
import Handlebars from 'handlebars';
import type { VFile } from 'vfile';
import type { View } from '../document/view.js';
import { helpersFor, type Store } from './helpers.js';
import { isNode, parseTemplate, type Mustache, type Path, type Program } from './tree.js';

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
function keepValues(program: Pick<Program, 'body'> | undefined, path: string): void {
  for (const statement of program?.body ?? []) {
    if (isNode(statement, 'MustacheStatement')) keepValue(statement, path);
    if (isNode(statement, 'BlockStatement')) {
      keepValues(statement.program, path);
      keepValues(statement.inverse, path);
    }
  }
}

const renamed = new Map([
  ['result', 'keepResult'],
  ['anchor', 'keepAnchor'],
  ['link', 'keepLink'],
]);

function keepValue(statement: Mustache, file: string): void {
  const { path, params, loc } = statement;
  const printer = isNode(path, 'PathExpression') ? renamed.get(path.original) : undefined;
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
      isNode(path, 'PathExpression') && params.length > 0 ? call(statement, path, params) : path,
    ];
}

function pathTo(name: string, loc: hbs.AST.SourceLocation): Path {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}

function call(
  { hash, loc }: Mustache,
  path: Path,
  params: hbs.AST.Expression[],
): hbs.AST.SubExpression {
  return { type: 'SubExpression', path, params, hash, loc };
}

function literal(
  value: string | number,
  loc: hbs.AST.SourceLocation,
): hbs.AST.StringLiteral | hbs.AST.NumberLiteral {
  return typeof value === 'string'
    ? { type: 'StringLiteral', value, original: value, loc }
    : { type: 'NumberLiteral', value, original: value, loc };
}
