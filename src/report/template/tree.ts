/** Handlebars, parsed: the part of its tree that templates of this project may use. */
import Handlebars from 'handlebars';
import type { VFile } from 'vfile';
import { complain } from './complain.js';

export type Program = hbs.AST.Program;
export type Expression = hbs.AST.Expression;
export type Path = hbs.AST.PathExpression;

/** Parses a template; a syntax error is a message on its file, and the tree is null. */
export function parseTemplate(file: VFile): Program | null {
  try {
    return Handlebars.parse(String(file));
  } catch (error) {
    const { line, reason } = describe(error);
    complain(
      file,
      { start: { line, column: 0 }, end: { line, column: 0 } },
      `Unexpected template syntax, expected Handlebars: ${reason}`,
    );
    return null;
  }
}

function describe(error: unknown): { line: number; reason: string } {
  const message = error instanceof Error ? error.message : String(error);
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? /(\d+):\d+$/.exec(message)?.[1] ?? 1);
  const reason = message.split('\n').at(-1) ?? message;
  return { line, reason: reason.replace(/\s*-\s*\d+:\d+$/, '') };
}

export function isPath(expression: Expression | hbs.AST.Literal): expression is Path {
  return expression.type === 'PathExpression';
}
