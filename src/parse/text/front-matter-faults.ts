/** Faults of front matter, in words for authors. */
import type * as z from 'zod';

const kinds = new Map([
  ['string', 'a text (numbers in quotation marks)'],
  ['number', 'a number'],
  ['boolean', '`true` or `false`'],
  ['array', 'a list'],
  ['record', 'keys and values'],
  ['object', 'keys and values'],
]);

/** What a schema expects, in words for authors; a message of the schema itself is preferred. */
export function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.startsWith('Invalid input')
        ? (kinds.get(issue.expected) ?? issue.expected)
        : issue.message.replace(/^expected /, '');
    case 'invalid_value':
      return `one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
    case 'too_big':
      return `at most ${String(issue.maximum)}`;
    case 'too_small':
      return `at least ${String(issue.minimum)}`;
    default:
      return issue.message.replace(/^expected /, '');
  }
}

/** What mends a frequent fault of YAML, by the code of its error; null for any other. */
export function remedyFor(code: string): string | null {
  if (code === 'BLOCK_AS_IMPLICIT_KEY')
    return 'a value that holds a colon stands in quotation marks';
  return code === 'DUPLICATE_KEY' ? 'each key once' : null;
}

/** A message of the YAML parser without its place and excerpt. */
export function firstLine(message: string): string {
  return message.replace(/ at line [\s\S]*$/, '').replace(/\n[\s\S]*$/, '');
}
