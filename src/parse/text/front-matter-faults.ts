/** What is wrong in front matter, in an author's words. */
import type * as z from 'zod';

const kinds = new Map([
  ['string', 'a text (numbers in quotation marks)'],
  ['number', 'a number'],
  ['boolean', '`true` or `false`'],
  ['array', 'a list'],
  ['record', 'keys and values'],
  ['object', 'keys and values'],
]);

/** What a schema wants, in an author's words; a schema's own words go before. */
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

/** The faults that authors make most, in their words. */
export function remedyFor(code: string): string | null {
  if (code === 'BLOCK_AS_IMPLICIT_KEY')
    return 'a value that holds a colon stands in quotation marks';
  return code === 'DUPLICATE_KEY' ? 'each key once' : null;
}

/** Without what the parser shows behind. */
export function firstLine(message: string): string {
  return message.replace(/ at line [\s\S]*$/, '').replace(/\n[\s\S]*$/, '');
}
