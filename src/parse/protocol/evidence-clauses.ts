/** The small grammar of English and Chinese words in which study.md says what evidence a rating needs. */
import {
  evidenceMeasures,
  type EvidenceMeasure,
  type EvidenceRule,
  type LoneBasis,
} from '../../domain/protocol.js';

/** What a clause asks for. */
export type EvidenceClause = Pick<EvidenceRule, 'least' | 'notAlone'>;

/** Parses clauses separated by commas; null if any of them cannot be read. */
export function parseEvidenceClauses(text: string): EvidenceClause | null {
  const parts = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{sc=Han}/gu, (character) => simplified.get(character) ?? character)
    .replace(/\.\s*$/u, '')
    .split(/[,;、。]|\band\b|并且|而且|且/u)
    .map((part) => part.replace(/\s+/g, ' ').trim());
  // A Chinese full stop separates clauses too.
  if (parts.length > 1 && parts.at(-1) === '') parts.pop();
  const read = parts.map((part, index) => parseLoneBasis(part) ?? parseCounts(part, index > 0));
  const clauses = read.flatMap((clause) => clause ?? []);
  return clauses.length === parts.length ? joinClauses(clauses) : null;
}

/** The traditional characters of these words, and the simplified ones. */
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
export function joinClauses(clauses: EvidenceClause[]): EvidenceClause {
  const least: EvidenceRule['least'] = {};
  for (const clause of clauses) {
    for (const [measure, n] of Object.entries(clause.least))
      if (isMeasure(measure)) least[measure] = Math.max(n, least[measure] ?? 0);
  }
  return { least, notAlone: [...new Set(clauses.flatMap(({ notAlone }) => notAlone))] };
}

function isMeasure(name: string): name is EvidenceMeasure {
  return evidenceMeasures.some((measure) => measure === name);
}
