import { join } from 'node:path/posix';
import { stripVTControlCharacters, styleText } from 'node:util';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { causeOf } from '../../messages/stamp.js';
import { renderFrame } from './frame.js';
import type { Reporter, ReporterOptions } from './reporter.js';
import { messagesOf, severityOf } from './messages.js';

type Style = Parameters<typeof styleText>[0];

const styles: { [severity in ReturnType<typeof severityOf>]: Style } = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
};

/** For people: place, severity, reason, the line with carets under the words, and why it matters; the last once a rule. */
export const reportText: Reporter = (files, options) => {
  const found = messagesOf(files);
  const said = new Set<string>();
  const blocks = found.map(({ file, message }) =>
    renderMessage(file, message, files, said, options),
  );
  const errors = found.filter(({ message }) => message.fatal === true).length;
  return {
    text: [...blocks, renderSummary(found.map(({ message }) => message))]
      .filter((block) => block !== '')
      .join('\n\n'),
    errors,
  };
};

function renderMessage(
  file: VFile,
  message: VFileMessage,
  files: VFile[],
  said: Set<string>,
  options: ReporterOptions,
): string {
  const severity = severityOf(message);
  const paint = (style: Style, text: string) =>
    options.colour ? styleText(style, text, { validateStream: false }) : text;
  const place = `${join(options.base, file.path)}:${String(message.line ?? 1)}:${String(message.column ?? 1)}`;
  const head = `${paint('bold', visible(place))} ${paint(styles[severity], severity)} ${visible(message.reason)} ${paint('dim', message.ruleId ?? '')}`;
  const rule = message.ruleId ?? '';
  const why =
    message.note === undefined || said.has(rule) ? [] : [paint('dim', `  ${message.note}`)];
  said.add(rule);
  return [
    head,
    ...renderFrame(file, message, (text) => paint(styles[severity], text)),
    ...renderCause(message, files, options, paint),
    ...why,
  ].join('\n');
}

function renderCause(
  message: VFileMessage,
  files: VFile[],
  options: ReporterOptions,
  paint: (style: Style, text: string) => string,
): string[] {
  const other = causeOf(message);
  const file = files.find(({ path }) => path === other?.file);
  if (!other || !file) return [];
  return [
    `  ${paint('dim', `see ${visible(join(options.base, file.path))}:${String(other.line ?? 1)}:${String(other.column ?? 1)}`)}`,
  ];
}

/** Without control characters, so that notes cannot steer the terminal. */
function visible(text: string): string {
  return stripVTControlCharacters(text).replace(/\p{Cc}/gu, ' ');
}

function renderSummary(messages: VFileMessage[]): string {
  const count = (severity: string) =>
    messages.filter((message) => severityOf(message) === severity).length;
  const parts = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    plural(count('info'), 'note'),
  ].filter((part) => part !== '');
  return parts.join(', ');
}

function plural(n: number, word: string): string {
  return n === 0 ? '' : `${String(n)} ${word}${n === 1 ? '' : 's'}`;
}
