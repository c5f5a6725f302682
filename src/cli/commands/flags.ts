/** Flags that several commands share. */
import { Option } from 'commander';
import { UserError } from '../../domain/user-error.js';
import { knownLanguages } from '../../report/prose/words.js';

/** An option whose value is a list, separated by commas; empty parts are dropped. */
export function listOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
}

/** `--lang`, with the languages that are known; `subject` is what is written in it. */
export function languageOption(subject: string): Option {
  const languages = knownLanguages.join(', ');
  return new Option('--lang <language>', `language of ${subject}: ${languages}`);
}

/** `--format`, for results that are read by people or by programs. */
export function textOrJsonOption(): Option {
  return new Option('--format <name>', 'text or json').default('text');
}

/** The format that `textOrJsonOption` was given. Throws a `UserError` for any other; `addition` says for what. */
export function readTextOrJson(format: string, addition = ''): 'text' | 'json' {
  if (format === 'text' || format === 'json') return format;
  throw new UserError(
    `Unexpected format \`${format}\`${addition}, expected one of \`text\`, \`json\``,
  );
}
