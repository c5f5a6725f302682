/** Handlebars, parsed: the part of its tree that templates of this project may use. */
import Handlebars from 'handlebars';
import type { VFile } from 'vfile';
import type { Fault } from './complain.js';

/** A template, or the inside of a block. */
export type Program = hbs.AST.Program;
/** A statement: text, a comment, an expression, a block or a partial. */
export type Statement = hbs.AST.Statement;
/** A path, a literal or a call. */
export type Expression = hbs.AST.Expression;
/** A path such as `../case.title`. */
export type Path = hbs.AST.PathExpression;

/** The tree of a template, or its error of syntax. */
export function parseTemplate(file: VFile): { program: Program } | { fault: Fault } {
  try {
    return { program: Handlebars.parse(String(file)) };
  } catch (error) {
    const { line, reason } = describe(error);
    const start = { line, column: 0 };
    const expected = `Unexpected template syntax, expected Handlebars: ${reason}`;
    return { fault: { at: { start, end: start }, reason: expected } };
  }
}

function describe(error: unknown): { line: number; reason: string } {
  const message = error instanceof Error ? error.message : String(error);
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? /(\d+):\d+$/.exec(message)?.[1] ?? 1);
  const reason = message.split('\n').at(-1) ?? message;
  return { line, reason: reason.replace(/\s*-\s*\d+:\d+$/, '') };
}

/** An expression that is printed: `{{case.title}}`. */
export type Mustache = hbs.AST.MustacheStatement;

// At run time Handlebars leaves out some of what its types call present.

/** A block such as `{{#each cases}}…{{/each}}`. */
export type Block = Omit<hbs.AST.BlockStatement, 'program' | 'inverse'> & {
  program?: Omit<Program, 'blockParams'> & { blockParams?: string[] };
  inverse?: Program;
};
/** A call of a partial: `{{> table}}`. */
export type PartialCall = Omit<hbs.AST.PartialStatement, 'hash'> & { hash?: hbs.AST.Hash };

interface Nodes {
  ContentStatement: hbs.AST.ContentStatement;
  MustacheStatement: Mustache;
  BlockStatement: Block;
  PartialStatement: PartialCall;
  SubExpression: hbs.AST.SubExpression;
  PathExpression: Path;
  StringLiteral: hbs.AST.StringLiteral;
}

/** Whether a node of the tree is of a type. */
export function isNode<T extends keyof Nodes>(node: hbs.AST.Node, type: T): node is Nodes[T] {
  return node.type === type;
}
