/** Everything that a template may see, as a table: path, type and meaning, from the schema by which templates are checked. */
import * as z from 'zod';
import { isContentSchema } from '../../src/report/document/content.js';
import { viewSchema } from '../../src/report/document/view.js';

/** A row for each path. An object that has been told once is referred to by its first path; the words have a file of their own. */
export function templateFields(): string {
  const told = new Map<unknown, string>();
  const rows: string[] = [];
  tell(viewSchema, '', rows, told);
  return ['| path | is | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function tell(schema: z.ZodType, path: string, rows: string[], told: Map<unknown, string>): void {
  const { inner, suffix } = innermost(schema);
  const shape = inner instanceof z.ZodObject ? inner : null;
  const before = shape && told.get(shape.def);
  if (path !== '') {
    const meaning = [describe(schema), before ? `as \`${before}\`` : '']
      .filter((part) => part !== '')
      .join('; ');
    rows.push(`| \`${path}${suffix}\` | ${typeOf(schema)} | ${meaning} |`);
  }
  if (!shape || before || path === 'words') return;
  told.set(shape.def, path + suffix);
  for (const [key, member] of Object.entries(shape.shape))
    tell(member as z.ZodType, `${path}${suffix}${path === '' ? '' : '.'}${key}`, rows, told);
}

/** The description of a schema or of the one that it wraps. */
function describe(schema: z.ZodType): string {
  if (schema.description !== undefined) return schema.description;
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? describe(schema.unwrap() as z.ZodType)
    : '';
}

/** What stands at the end of lists and of objects by name, with the path to it. */
function innermost(schema: z.ZodType): { inner: z.ZodType; suffix: string } {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return innermost(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) {
    const { inner, suffix } = innermost(schema.element as z.ZodType);
    return { inner, suffix: inner instanceof z.ZodObject ? `[]${suffix}` : '' };
  }
  if (schema instanceof z.ZodRecord) {
    const { inner, suffix } = innermost(schema.valueType as z.ZodType);
    return { inner, suffix: inner instanceof z.ZodObject ? `.NAME${suffix}` : '' };
  }
  return { inner: schema, suffix: '' };
}

function typeOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return `${typeOf(schema.unwrap() as z.ZodType)}, or nothing`;
  if (isContentSchema(schema)) return 'an author’s text';
  if (innermost(schema).suffix !== '') return schema instanceof z.ZodArray ? 'list' : 'by name';
  if (schema instanceof z.ZodArray) return `list of ${typeOf(schema.element as z.ZodType)}`;
  if (schema instanceof z.ZodTuple) return 'list of words';
  if (schema instanceof z.ZodRecord) return `by name: ${typeOf(schema.valueType as z.ZodType)}`;
  if (schema instanceof z.ZodEnum)
    return schema.options.map((option) => `\`${String(option)}\``).join(', ');
  if (schema instanceof z.ZodUnion)
    return [...new Set(schema.options.map((option) => typeOf(option as z.ZodType)))].join(' or ');
  if (schema instanceof z.ZodObject) return 'object';
  return schema instanceof z.ZodNumber
    ? 'number'
    : schema instanceof z.ZodBoolean
      ? 'true or false'
      : 'words';
}
