/** `evidence:` of study.md: what evidence the study itself asks of a rating, in a small grammar of English or Chinese words. */
import * as z from 'zod';
import type { EvidenceMeasure, EvidenceRule, Legend, LoneBasis } from '../../domain/protocol.js';
import type { Place } from '../../domain/text.js';
import { keyOf, nearest, normaliseMark } from '../../text/names.js';
import type { Document } from '../text/document.js';
import type { FrontMatter } from '../text/front-matter.js';

const rule = z.union(
  [z.string(), z.array(z.string())],
  'expected words such as `at least 2 sources of 2 kinds`, or a list of them',
);

/** By symbol of the legend, or `any`. */
export const evidenceRulesSchema = z.record(z.string(), rule);

/** What a clause asks for. */
type EvidenceClause = Pick<EvidenceRule, 'least' | 'notAlone'>;

/** What stands for every rating. */
const anyNames = ['any', '任何', '任意', '所有', '一切'];

/** The rules with their places. What cannot be read, and a symbol that the legend lacks, is left unread. */
export function evidenceRulesOf(
  document: Document,
  {
    data,
    placeOf,
    placeOfKey,
  }: FrontMatter<{ evidence?: z.infer<typeof evidenceRulesSchema> | undefined }>,
  legend: Legend,
): EvidenceRule[] {
  const complain = (place: Place, found: string, expected: string) => {
    document.unread.push({ kind: 'front-matter', place, found, expected });
  };
  const seen = new Set<string | null>();
  return Object.entries(data.evidence ?? {}).flatMap(([key, value]): EvidenceRule[] => {
    const rating = ratingOf(key, legend);
    const path = ['evidence', key];
    const clauses = [value].flat().map((text, index) => {
      const clause = parseEvidenceClauses(text);
      const place = placeOf(Array.isArray(value) ? [...path, index] : path);
      if (!clause) complain(place, `\`${text}\` as an evidence rule`, expectedClause);
      return clause;
    });
    if (rating === undefined)
      complain(placeOfKey(path), `evidence rule for \`${key}\``, expectedRating(key, legend));
    else if (seen.has(rating))
      complain(
        placeOfKey(path),
        `second evidence rule for \`${key}\``,
        'one; several clauses make a list',
      );
    else {
      seen.add(rating);
      const read = clauses.flatMap((clause) => clause ?? []);
      const text = [value].flat().join(', ').replace(/\s+/g, ' ').trim();
      if (read.length > 0 && read.length === clauses.length)
        return [{ rating, text, ...joinClauses(read), place: placeOfKey(path) }];
    }
    return [];
  });
}

/** A symbol of the legend, null for any; undefined where it is neither. */
function ratingOf(key: string, legend: Legend): string | null | undefined {
  const symbol = legend.find((rating) => rating.symbol === normaliseMark(key))?.symbol;
  return symbol ?? (anyNames.includes(keyOf(key)) ? null : undefined);
}

function expectedRating(key: string, legend: Legend): string {
  const known = [...legend.map(({ symbol }) => symbol), 'any'];
  // Signs have no spelling, so that none is nearer than another.
  const meant = keyOf(key) === '' ? null : nearest(key, known);
  return `a rating of the legend: one of ${known.map((symbol) => `\`${symbol}\``).join(', ')}${meant === null ? '' : `; did you mean \`${meant}\`?`}`;
}

const expectedClause =
  '`at least N` pieces, records, sources, kinds or perspectives (`at least 2 sources of 2 kinds`), or `not self-report alone`, `not translation alone`, `not paraphrase alone`, separated by commas';

/** Reads clauses separated by commas; null if any of them cannot be read. */
export function parseEvidenceClauses(text: string): EvidenceClause | null {
  const parts = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{sc=Han}/gu, (character) => simplified.get(character) ?? character)
    .replace(/\.\s*$/u, '')
    .split(/[,;、。]|\band\b|并且|而且|且/u)
    .map((part) => part.replace(/\s+/g, ' ').trim());
  // A Chinese full stop parts clauses too.
  if (parts.length > 1 && parts.at(-1) === '') parts.pop();
  const read = parts.map((part, index) => parseLoneBasis(part) ?? parseCounts(part, index > 0));
  const clauses = read.flatMap((clause) => clause ?? []);
  return clauses.length === parts.length ? joinClauses(clauses) : null;
}

/** What the words of a rule are in simplified characters. */
const simplified = new Map(
  (
    '兩两個个條条項项種种處处證证據据記记紀记錄录類类別别視视場场來来資资屬属於于僅仅單单憑凭並并陳陈報报譯译轉转'.match(
      /../gu,
    ) ?? []
  ).map(([from = '', to = '']) => [from, to] as const),
);

const bases = [
  ['self[- ]?reports?', '自述|自我陈述|自我报告', 'self-report'],
  ['translations?|translated', '译文|翻译', 'translation'],
  ['paraphrases?', '转述|改述|概述', 'paraphrase'],
] as const;

const lone = bases.map(([english, chinese, basis]): [RegExp, LoneBasis] => [
  new RegExp(
    String.raw`^not (?:(?:on )?(?:${english}) (?:alone|only)|(?:only|just) (?:on )?(?:${english}))$|^(?:不能?|不得|不可|并?非)(?:仅|只|单)(?:凭|靠|有|是|依据|依靠)?(?:${chinese})$`,
    'u',
  ),
  basis,
]);

function parseLoneBasis(part: string): EvidenceClause | null {
  const found = lone.find(([pattern]) => pattern.test(part));
  return found ? { least: {}, notAlone: [found[1]] } : null;
}

const numbers = new Map(
  [
    ['one', '一'],
    ['two', '二', '两'],
    ['three', '三'],
    ['four', '四'],
    ['five', '五'],
    ['six', '六'],
    ['seven', '七'],
    ['eight', '八'],
    ['nine', '九'],
    ['ten', '十'],
  ].flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);

const units: [string, EvidenceMeasure][] = [
  ['pieces?(?: of evidence)?|证据|引证', 'pieces'],
  ['records?|记录', 'records'],
  [
    'kinds?(?: of sources?)?|types?(?: of sources?)?|(?:来源|资料)?(?:类型|类别|种类)|类(?:来源|资料)?',
    'kinds',
  ],
  ['perspectives?|视角|立场', 'perspectives'],
  ['sources?|来源|资料来源|资料', 'sources'],
];

const count = new RegExp(
  String.raw`^(\d{1,2}|${[...numbers.keys()].join('|')}) ?(?:[个条项份种段处] ?)?(?:different |distinct |不同的? ?)?(?:${units.map(([words]) => `(${words})`).join('|')})(?![a-z])`,
  'u',
);

const connection =
  /^ ?(?:(?:of|from|in|across) (?:at least )?|(?:来自|分属|属于|涉及|出自) ?(?:至少 ?)?)/u;

/** `at least 2 sources of 2 kinds`; behind a comma `at least` may be left out. */
function parseCounts(part: string, isContinued: boolean): EvidenceClause | null {
  const start = /^(?:at least |至少有? ?|不少于 ?)/u.exec(part)?.[0] ?? '';
  if (start === '' && !isContinued) return null;
  const least: EvidenceRule['least'] = {};
  const afterStart = part.slice(start.length);
  let rest = isContinued ? afterStart.replace(connection, '') : afterStart;
  for (;;) {
    const found = parseCount(rest);
    if (!found || least[found.measure] !== undefined) return null;
    least[found.measure] = found.n;
    rest = rest.slice(found.length);
    if (rest === '') return { least, notAlone: [] };
    const [joint] = connection.exec(rest) ?? [];
    if (joint === undefined) return null;
    rest = rest.slice(joint.length);
  }
}

/** `2 sources` at the start of a text, and how much of the text it is. */
function parseCount(text: string): { measure: EvidenceMeasure; n: number; length: number } | null {
  const found = count.exec(text);
  if (!found) return null;
  const [whole, number = '', ...words] = found;
  const measure = units[words.findIndex(Boolean)]?.[1];
  const n = numbers.get(number) ?? Number(number);
  return measure === undefined || n < 1 ? null : { measure, n, length: whole.length };
}

/** Of two numbers for the same, the greater counts. */
function joinClauses(clauses: EvidenceClause[]): EvidenceClause {
  const least: EvidenceRule['least'] = {};
  for (const clause of clauses) {
    for (const [measure, n] of Object.entries(clause.least) as [EvidenceMeasure, number][])
      least[measure] = Math.max(n, least[measure] ?? 0);
  }
  return { least, notAlone: [...new Set(clauses.flatMap(({ notAlone }) => notAlone))] };
}
