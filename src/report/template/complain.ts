/** Messages on templates. Handlebars counts columns from 0. */
import type { VFile } from 'vfile';

export interface Range {
  start: { line: number; column: number };
  end: { line: number; column: number };
}

/** Points at a fault of a template; every fault of a template is an error. */
export function complain(
  file: VFile,
  { start, end }: Range,
  reason: string,
  expected?: string[],
): void {
  const place = {
    start: { line: start.line, column: start.column + 1 },
    end: { line: end.line, column: end.column + 1 },
  };
  const message = file.message(reason, {
    place,
    ruleId: 'template-fits-view',
    source: 'crosscase',
  });
  message.fatal = true;
  message.file = file.path;
  message.url = 'README.md#templates';
  message.note = 'A path that leads nowhere would print an empty section.';
  if (expected) message.expected = expected;
}
