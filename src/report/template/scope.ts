/** What a path of a template means: the part of the view's schema to which it leads. */
import * as z from 'zod';
import { nearest } from '../../text/names.js';
import { isContentSchema } from '../document/content.js';
import type { Path } from './tree.js';

/** A schema, or a part of one. zod gives its parts this type only. */
export type Schema = z.core.$ZodType;

/** What names mean at a place of a template. */
export interface Scope {
  schema: Schema;
  /** The scope that `../` leads to. */
  parent: Scope | null;
  /** Names given by `as |name|`. */
  names: Map<string, Schema>;
  /** Names that begin with `@`. */
  data: Map<string, Schema>;
}

/** Where a path leads, or why it leads nowhere. */
export type Resolved = { schema: Schema } | { fault: string; expected: string[] };

/** Follows a path from a scope; the fault says where it breaks off and what was meant. */
export function resolvePath(path: Path, scope: Scope): Resolved {
  const parts = path.parts.map(String);
  if (path.data) return follow(scope.data, parts, path.original);
  const from = climb(scope, path.depth);
  if (!from)
    return { fault: `Unexpected \`${path.original}\`, expected fewer \`../\``, expected: [] };
  const [first = '', ...rest] = parts;
  const named = path.depth === 0 ? from.names.get(first) : undefined;
  return named ? walk(named, rest, path.original) : walk(from.schema, parts, path.original);
}

function climb(scope: Scope, depth: number): Scope | null {
  let from: Scope | null = scope;
  for (let step = 0; step < depth; step++) from = from?.parent ?? null;
  return from;
}

function follow(
  data: Map<string, Schema>,
  [first = '', ...rest]: string[],
  original: string,
): Resolved {
  const schema = data.get(first);
  if (schema) return walk(schema, rest, original);
  return unknown(
    original,
    [...data.keys()].map((name) => `@${name}`),
  );
}

function walk(schema: Schema, parts: string[], original: string): Resolved {
  let at = schema;
  for (const part of parts) {
    const next = property(at, part);
    if (!next) return unknown(original, propertiesOf(at), part);
    at = next;
  }
  return { schema: at };
}

function unknown(original: string, known: string[], part = original): Resolved {
  const meant = nearest(part, known);
  const hint = meant
    ? `; did you mean \`${meant}\`?`
    : known.length > 0
      ? `: \`${known.join('`, `')}\``
      : '';
  const within = part === original ? '' : ` in \`${original}\``;
  return {
    fault: `Unexpected \`${part}\`${within}, expected a name that the view has there${hint}`,
    expected: known,
  };
}

/** A schema without its wrappings: optional, nullable. */
export function unwrap(schema: Schema): Schema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap());
  return schema;
}

function property(schema: Schema, name: string): Schema | null {
  const at = unwrap(schema);
  if (at instanceof z.ZodObject) {
    const fields: { [name: string]: Schema } = at.shape;
    return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
  }
  if (at instanceof z.ZodRecord) return at.valueType;
  if (at instanceof z.ZodArray && name === 'length') return z.number();
  return null;
}

function propertiesOf(schema: Schema): string[] {
  const at = unwrap(schema);
  if (at instanceof z.ZodObject) return Object.keys(at.shape);
  return at instanceof z.ZodArray ? ['length'] : [];
}

/** What `{{#each}}` passes to its block; null for what has no members. */
export function memberOf(schema: Schema): Schema | null {
  const at = unwrap(schema);
  if (at instanceof z.ZodArray) return at.element;
  if (at instanceof z.ZodRecord) return at.valueType;
  return null;
}

/** Whether a value can be printed: words, numbers, truth values and authors' content. */
export function isPrintable(schema: Schema): boolean {
  const at = unwrap(schema);
  if (
    isContentSchema(at) ||
    at instanceof z.ZodString ||
    at instanceof z.ZodNumber ||
    at instanceof z.ZodBoolean ||
    at instanceof z.ZodEnum
  )
    return true;
  if (at instanceof z.ZodUnion) return at.options.every((option) => isPrintable(option));
  return (
    at instanceof z.ZodArray &&
    !(unwrap(at.element) instanceof z.ZodObject) &&
    isPrintable(at.element)
  );
}
