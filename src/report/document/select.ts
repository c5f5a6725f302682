import * as z from 'zod';

/**
 * A copy of a value with the fields that a schema names, in its order, in lists of objects too. Anything else is
 * taken as it is. The compiler checks that no field is missing; nothing is checked at run time.
 */
export function select<S extends z.ZodType>(schema: S, value: z.infer<S>): z.infer<S> {
  // A copy only leaves out fields that the schema does not name, so it has the type of the schema.
  return copy(schema, value) as z.infer<S>;
}

function copy(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((each: unknown) => copy(schema.element, each));
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value;
  const fields = new Map<string, unknown>(Object.entries(value));
  const named = Object.entries(schema.shape).filter(([key]) => fields.has(key));
  return Object.fromEntries(named.map(([key, field]) => [key, copy(field, fields.get(key))]));
}
