import { join } from 'node:path/posix';
import type { Reporter } from './reporter.js';
import { messagesOf, severityOf } from './messages.js';

const severities = { error: 'error', warning: 'warning', info: 'notice' };

/** A workflow command a message, which GitHub shows beside the lines of a change. */
export const reportGithub: Reporter = (files, { base }) => {
  const found = messagesOf(files);
  const lines = found.map(({ file, message }) => {
    const place = `file=${escapeProperty(join(base, file.path))},line=${String(message.line ?? 1)},col=${String(message.column ?? 1)}`;
    return `::${severities[severityOf(message)]} ${place},title=${escapeProperty(message.ruleId ?? 'crosscase')}::${escapeData(message.reason)}`;
  });
  return {
    text: lines.join('\n'),
    errors: found.filter(({ message }) => message.fatal === true).length,
  };
};

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
