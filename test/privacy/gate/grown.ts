/** Studies of many shapes around what is planted, and respondents of many scripts. All people in them are invented. */
import fc from 'fast-check';
import type { Files } from './planted.js';

/** A respondent: how they are registered, how someone may write them, and the letters by which any reader knows them. */
export interface Person {
  names: string[];
  spoken: string[];
  bare: string[];
}

export const people: Person[] = [
  {
    names: ['欧阳霁雪', 'Ouyang Jixue', 'Captain Snow'],
    spoken: [
      '欧阳霁雪',
      '歐陽霽雪',
      'Ouyang Jixue',
      'Jixue Ouyang',
      'Ōuyáng Jìxuě',
      'Captain Snow',
      '010 6555 0142',
      '+861065550142',
    ],
    bare: [
      '欧阳霁雪',
      '歐陽霽雪',
      '欧阳霽雪',
      'ouyangjixue',
      'jixueouyang',
      'captainsnow',
      '65550142',
    ],
  },
  {
    names: ['Зоя Щеглова'],
    spoken: ['Зоя Щеглова', 'ЩЕГЛОВА ЗОЯ'],
    bare: ['зоящеглова', 'щегловазоя'],
  },
  {
    names: ['Γιώργος Ξένος'],
    spoken: ['Γιώργος Ξένος', 'ΓΙΩΡΓΟΣ ΞΕΝΟΣ', 'Ξένος, Γιώργος'],
    bare: ['γιωργοσξενοσ', 'ξενοσγιωργοσ'],
  },
  {
    names: ['Núria Ibáñez Quiñones'],
    spoken: ['Nuria Ibanez Quinones', 'Ibáñez Quiñones, Núria'],
    bare: ['nuriaibanezquinones', 'ibanezquinonesnuria'],
  },
];

export interface Shape {
  person: Person;
  cases: number;
  language: string;
  template: string;
  hasOutcome: boolean;
  hasMemo: boolean;
}

export const shapes = fc.record({
  person: fc.constantFrom(...people),
  cases: fc.integer({ min: 1, max: 3 }),
  language: fc.constantFrom('en', 'zh'),
  template: fc.constantFrom('default', 'journal-article', 'practitioner-brief'),
  hasOutcome: fc.boolean(),
  hasMemo: fc.boolean(),
});

/** The same study in another shape. */
export function grown(
  files: Files,
  { person, cases, language, template, hasOutcome, hasMemo }: Shape,
): Files {
  const others = Array.from({ length: cases - 1 }, (_, index) => index + 2).map((n): Files => {
    const record = `X${String(n)}`;
    const note = `---\nplace: Place ${String(n)}\n---\n\n## Process\n\n### Beta (-)\n\nThey wait.\n\n> ${record}: it takes ${'very '.repeat(n)}long\n`;
    return {
      [`other-${String(n)}.md`]: note,
      [`sources/other-${String(n)}.md`]: `---\nkind: document\ncase: other-${String(n)}\n---\n\n## X\n\n${record} (verbatim): it takes ${'very '.repeat(n)}long\n`,
    };
  });
  const settings = [
    `language: ${language}`,
    `template: ${template}`,
    ...(hasOutcome ? ['outcome: Beta'] : []),
  ];
  const protocol = String(files['study.md']).replace(
    'ratings: {',
    `${settings.join('\n')}\nratings: { "-": { label: hinders }, `,
  );
  const register = `respondents:\n  D:\n    names: ${JSON.stringify(person.names)}\n    telephones: ["+86 10 6555 0142"]\n    consent: quote\n`;
  const note = Object.keys(files).find(
    (path) =>
      path.endsWith('.md') && String(files[path]).includes('## Process') && path !== 'framework.md',
  );
  return {
    ...files,
    ...Object.fromEntries(others.flatMap((each) => Object.entries(each))),
    'study.md': protocol,
    'framework.md': `${String(files['framework.md'])}\n### Beta\n\n- question: How long?\n`,
    ...(hasMemo && note
      ? { [note]: `${String(files[note])}\n<!-- ${person.names.join(' or ')} laughed -->\n` }
      : {}),
    'private/respondents.yaml': register,
  };
}
