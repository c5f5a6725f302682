/** Decodes what stands for other characters in some format: entities, escapes of scripts and of addresses. */
import { domainToUnicode } from 'node:url';

const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    shy: '',
    szlig: 'ss',
    aelig: 'ae',
    AElig: 'Ae',
    oelig: 'oe',
    OElig: 'Oe',
    inodot: 'i',
  }),
);

/** Of a letter with an accent only the letter counts. */
const accented =
  /^([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|macr|breve|ogon|dot|strok|slash|dblac)$/i;

const escapes =
  /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{1,31}));|\\u\{?([\da-f]{4,6})\}?|\\x([\da-f]{2})|\\([nrt])|((?:%[\da-f]{2})+)|(\bxn--[a-z\d-]+)/gi;

/** Entities, escapes of scripts and of addresses, names of hosts, all decoded, however often one holds another; null if there are none. */
export function unescaped(text: string): string | null {
  let form = text;
  for (let round = 0; round < 3; round++) {
    const next = form.replace(escapes, decode);
    if (next === form) break;
    form = next;
  }
  return form === text ? null : form;
}

function decode(
  whole: string,
  ...[decimal, hexadecimal, name, long, short, control, percent, host]: (string | undefined)[]
): string {
  if (decimal !== undefined) return character(Number(decimal), whole);
  const code = hexadecimal ?? long ?? short;
  if (code !== undefined) return character(parseInt(code, 16), whole);
  // All other names are of signs, or of letters that occur in no name.
  if (name !== undefined) return named.get(name) ?? accented.exec(name)?.[1] ?? ' ';
  if (control !== undefined) return ' ';
  if (host !== undefined) return domainToUnicode(host.toLowerCase()) || whole;
  return percent === undefined
    ? whole
    : new TextDecoder().decode(Buffer.from(percent.replaceAll('%', ''), 'hex'));
}

function character(code: number, fallback: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCharCode(...utf16(code)) : fallback;
}

/** Scripts escape a character beyond the first plane as two halves, each by itself. */
function utf16(code: number): number[] {
  return code > 0xffff
    ? [0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff)]
    : [code];
}
