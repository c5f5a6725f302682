/** The helpers of templates, and the values that they and every expression store. */
import Handlebars from 'handlebars';
import type { Content } from '../../domain/text.js';
import type { Target } from '../../domain/study.js';
import { anchorOf } from '../prose/anchors.js';
import { isContent } from '../document/content.js';
import type { Words } from '../prose/words.js';
import type { Range } from './complain.js';

/** A value of an expression, kept aside while the template's own Markdown is parsed. */
export type Value =
  | { type: 'text'; text: string }
  | { type: 'content'; content: Content }
  | { type: 'anchor'; id: string }
  | { type: 'result'; name: string; argument: string | null; at: Range & { path: string } };

/** Values by the number that their token holds. */
export type Store = Value[];

/** Kinds of things that have an anchor. */
export const anchorKinds: Target['kind'][] = [
  'record',
  'source',
  'item',
  'proposition',
  'section',
  'case',
  'code',
  'work',
  'dimension',
  'entry',
];

/** The inert text that stands for a value until the Markdown has been parsed. */
export const token = {
  pattern: /\uE000(\d+)\uE001/,
  all: /\uE000(\d+)\uE001/g,
  of: (index: number) => `\uE000${String(index)}\uE001`,
};

/** Helpers that keep every value in `store` and leave its token. */
export function helpersFor(store: Store, { marks }: Words): Handlebars.HelperDeclareSpec {
  const keep = (value: Value) => new Handlebars.SafeString(token.of(store.push(value) - 1));
  return {
    keep: (value: unknown) =>
      keep(
        isContent(value)
          ? { type: 'content', content: value }
          : { type: 'text', text: textOf(value, marks.list) },
      ),
    keepResult: (path: string, line: number, column: number, name: string, ...rest: unknown[]) => {
      const [argument] = rest.slice(0, -1);
      const start = { line, column };
      return keep({
        type: 'result',
        name,
        argument: argument === undefined ? null : textOf(argument),
        at: { path, start, end: start },
      });
    },
    keepAnchor: (kind: Target['kind'], ...rest: unknown[]) =>
      keep({ type: 'anchor', id: anchorFor(kind, rest.slice(0, -1)) }),
    keepLink: (kind: Target['kind'], ...rest: unknown[]) =>
      keep({ type: 'text', text: `#${anchorFor(kind, rest.slice(0, -1))}` }),
    eq: (a: unknown, b: unknown) => a === b,
    not: (value: unknown) => isEmpty(value),
    and: (...values: unknown[]) => values.slice(0, -1).every((value) => !isEmpty(value)),
    or: (...values: unknown[]) => values.slice(0, -1).some((value) => !isEmpty(value)),
    if(this: unknown, value: unknown, options: Handlebars.HelperOptions) {
      return isEmpty(value) ? options.inverse(this) : options.fn(this);
    },
    unless(this: unknown, value: unknown, options: Handlebars.HelperOptions) {
      return isEmpty(value) ? options.fn(this) : options.inverse(this);
    },
  };
}

/** `{{anchor "entry" case component}}` names a thing of a case; every other kind has one name. */
function anchorFor(kind: Target['kind'], names: unknown[]): string {
  const [first, second] = names.map((name) => textOf(name));
  const target = second === undefined ? { kind, id: first } : { kind, case: first, id: second };
  // The check of the template has seen that `kind` is one of the list.
  return anchorOf(target as Exclude<Target, { kind: 'file' }>);
}

function textOf(value: unknown, separator = ' '): string {
  if (Array.isArray(value)) return value.map((each) => textOf(each)).join(separator);
  return typeof value === 'string'
    ? value.replace(/\s*\n\s*/g, ' ')
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
}

/** As in Handlebars; an author's content without anything in it is empty too. */
function isEmpty(value: unknown): boolean {
  if (isContent(value)) return value.nodes.length === 0;
  return Handlebars.Utils.isEmpty(value) || (Array.isArray(value) && value.length === 0);
}
