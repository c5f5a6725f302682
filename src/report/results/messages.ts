import { cell, paragraph, row, rowHead, table, text } from '../prose/nodes.js';
import type { View } from '../document/view.js';
import { bracketed, fill, numberIn } from '../prose/words.js';
import type { Renderer } from '../names/context.js';

/** What the checks still say, by place. */
export const renderMessages: Renderer<View['messages']> = (
  messages,
  { words, messagesWithheld, language },
) => {
  const more =
    messagesWithheld === 0
      ? []
      : [fill(words.disclosure.messages, { n: numberIn(language, messagesWithheld) })];
  if (messages.length === 0) return [paragraph(text(more[0] ?? words.text.noMessages))];
  const head = [words.table.place, words.table.severity, words.table.message].map((word) =>
    cell([text(word)]),
  );
  const rows = messages.map(({ file, line, column, severity, rule, reason }) =>
    row([
      rowHead([text(`${file}:${String(line)}:${String(column)}`)]),
      cell([text(words.severities[severity])]),
      cell([text(reason + words.marks.space + bracketed(words, rule))]),
    ]),
  );
  return [
    table('messages', words.captions.messages, head, rows),
    ...more.map((note) => paragraph(text(note))),
  ];
};
