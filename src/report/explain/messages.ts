/** What the checks say of a thing. */
import type { RootContent } from 'mdast';
import type { Place } from '../../domain/text.js';
import { text } from '../prose/nodes.js';
import type { Context } from '../names/context.js';
import { part, points } from './parts.js';

/** What the checks say between the lines of a place and the end of what stands there. */
export function saidAt(
  context: Context,
  place: Place,
  nodes: { position?: Place['position'] | undefined }[],
): RootContent[] {
  const from = place.position.start.line;
  const to = Math.max(
    place.position.end.line,
    ...nodes.map(({ position }) => position?.end.line ?? 0),
  );
  return said(
    context,
    context.messages.filter(({ file, line }) => file === place.path && line >= from && line <= to),
  );
}

/** Messages, a line each. */
export function said(context: Context, messages: Context['messages']): RootContent[] {
  const { words } = context;
  const lines = messages.map(({ file, line, column, severity, rule, reason }) => [
    text(
      `${file}:${String(line)}:${String(column)} ${words.severities[severity]}${words.marks.colon}${reason} (${rule})`,
    ),
  ]);
  return part(words.explain.said, points(context, lines));
}
