import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/analyse/index.js';
import { consentCoversEvidence } from '../../../src/check/rules/consent-covers-evidence.js';
import { respondentsAreRegistered } from '../../../src/check/rules/respondents-are-registered.js';
import { disclose } from '../../../src/privacy/disclose/index.js';
import { messagesFor } from '../../../src/privacy/disclose/messages.js';
import { read } from '../../../src/world/study-folder.js';
import type { Consent, Register } from '../../../src/domain/source.js';
import type { Study } from '../../../src/domain/study.js';
import { buildInput } from '../../../src/tasks/build.js';
import { checkInput, gatherInput } from '../../../src/tasks/check.js';
import { documentOf } from '../../../src/report/document/document.js';
import { evidenceOf } from '../../../src/study/entries.js';
import { inputOf, studyOf } from '../../parse/in-memory.js';
import { squeezed, wordsOf } from './outputs.js';
import { runs } from '../../runs.js';

const framework = '---\nid: small\n---\n\n## Process\n\n### Leadership\n\n### Planning\n';
const files = {
  'framework.md': framework,
  'study.md': '---\ncases: [a]\nratings: { "+": { label: good, membership: 1 } }\n---\n',
  'a.md':
    '## Process\n\n### Leadership (+)\n\n> D1: said by D\n>\n> Original (zh): 丁说\n\n- D2: told of D\n\n> M1: printed\n\n> X9: of no record\n',
  'sources/d.md':
    '---\ncase: a\nkind: interview\n---\n\n## D\n\n- title: The clerk\n- role: clerk\n- url: https://example.org/d\n\nOf the clerk.\n\nD1: said by D\n\nOriginal (zh): 丁说\n\nD2 (description): told of D\n\n## M\n\n- kind: document\n\nM1 (verbatim): printed\n',
};

function registerOf(...respondents: [string, Consent][]): Register {
  const unknown = { names: [], aliases: [], telephones: [], workplaces: [], posts: [] };
  return {
    respondents: respondents.map(([source, consent]) => ({ source, consent, ...unknown })),
    faults: [],
  };
}

/** What stands of D, of M and of a quotation without a record. */
function shownOf(study: Study) {
  const shown = disclose(study);
  const [d] = shown.sources;
  const [d1, d2, m1] = shown.records;
  return {
    source: {
      title: d?.title,
      url: d?.url,
      role: d?.attributes.get('role'),
      about: d?.about.text,
      withheld: d?.withheld,
    },
    records: [d1, d2, m1].map((record) => record?.content.text),
    original: d1?.original?.content.text,
    evidence: evidenceOf(shown).map(
      ({ evidence }) => evidence.content.withheld ?? evidence.content.text,
    ),
  };
}

async function withRegister(register: Register | null): Promise<Study> {
  return { ...(await studyOf(files)).study, register };
}

const whole = {
  source: {
    title: 'The clerk',
    url: 'https://example.org/d',
    role: 'clerk',
    about: 'Of the clerk.',
    withheld: undefined,
  },
  records: ['said by D', 'told of D', 'printed'],
  original: '丁说',
};

describe('consent', () => {
  test('that is not known for want of a register withholds nothing', async () => {
    expect(shownOf(await withRegister(null))).toEqual({
      ...whole,
      evidence: ['said by D', 'told of D', 'printed', 'of no record'],
    });
  });

  test('to be quoted withholds nothing of its respondent, but a quotation of no known source', async () => {
    expect(shownOf(await withRegister(registerOf(['D', 'quote'])))).toEqual({
      ...whole,
      evidence: ['said by D', 'told of D', 'printed', 'unknown-source'],
    });
  });

  test('to paraphrase withholds exact words, originals, the address and what is said of the source', async () => {
    expect(shownOf(await withRegister(registerOf(['D', 'paraphrase'])))).toEqual({
      source: {
        title: 'The clerk',
        url: null,
        role: 'clerk',
        about: '',
        withheld: 'paraphrase-only',
      },
      records: ['', 'told of D', 'printed'],
      original: '',
      evidence: ['paraphrase-only', 'told of D', 'printed', 'unknown-source'],
    });
  });

  test.each<[string, Register]>([
    ['to nothing', registerOf(['D', 'none'])],
    ['of a respondent who is not in the register', registerOf(['E', 'quote'])],
    ['of an empty register', registerOf()],
    [
      'of two respondents of whom one agreed to nothing',
      registerOf(['D', 'quote'], ['a/D', 'none']),
    ],
    ['of a respondent of another case', registerOf(['b/D', 'quote'])],
  ])('%s withholds all', async (_, register) => {
    expect(shownOf(await withRegister(register))).toEqual({
      source: { title: null, url: null, role: undefined, about: '', withheld: 'no-consent' },
      records: ['', '', 'printed'],
      original: '',
      evidence: ['no-consent', 'no-consent', 'printed', 'unknown-source'],
    });
  });

  test('of a bare D says nothing of either where two cases have a D', async () => {
    const twice = {
      ...files,
      'sources/e.md': '---\ncase: b\nkind: interview\n---\n\n## D\n\nE1: said by the other\n',
    };
    const { study } = await studyOf(twice);
    const textsOf = (register: Register) =>
      disclose({ ...study, register }).records.map(({ content }) => content.text);
    expect(textsOf(registerOf(['D', 'quote']))).toEqual(['', '', 'printed', '']);
    expect(textsOf(registerOf(['a/D', 'quote'], ['b/D', 'paraphrase']))).toEqual([
      'said by D',
      'told of D',
      'printed',
      '',
    ]);
  });

  test('that does not cover a piece of evidence is told, and who is missing in the register', async () => {
    const reasons = async (
      rule: typeof consentCoversEvidence,
      ...respondents: [string, Consent][]
    ) =>
      Array.from(
        rule.check(await withRegister(registerOf(...respondents)), { profile: 'public' }),
        ({ place, reason }) => [place.position.start.line, reason],
      );
    expect(await reasons(consentCoversEvidence, ['D', 'quote'])).toEqual([]);
    expect(await reasons(consentCoversEvidence, ['D', 'paraphrase'])).toEqual([
      [5, expect.stringMatching(/^Unexpected verbatim words of `D`, expected a paraphrase/)],
    ]);
    expect(await reasons(consentCoversEvidence)).toEqual([
      [5, expect.stringMatching(/^Unexpected verbatim words of `D`/)],
      [9, expect.stringMatching(/^Unexpected paraphrase of `D`/)],
    ]);
    expect(await reasons(respondentsAreRegistered)).toEqual([
      [6, expect.stringMatching(/^Missing respondent of `D`/)],
    ]);
    expect(await reasons(respondentsAreRegistered, ['D', 'none'])).toEqual([]);
  });
});

describe('the public profile', () => {
  test('leaves all results as they are: only words are withheld', async () => {
    const { study } = await checkInput(await read('test/scenarios/withheld/input'));
    const { protocol } = study;
    const exact = {
      ...study,
      protocol: { ...protocol, disclosure: { ...protocol.disclosure, coarsen: [] } },
    };
    // What a checklist sees stated of respondents is what a report states of them.
    const resultsOf = (each: Study) => ({ ...analyse(each), checklists: null });
    expect(resultsOf(disclose(exact))).toEqual(resultsOf(exact));
  });

  test('changes nothing in the study that it is given', async () => {
    const { study, messages } = await checkInput(await read('test/scenarios/withheld/input'));
    const before = JSON.stringify(documentOf(study, analyse(study), messages));
    disclose(study);
    expect(JSON.stringify(documentOf(study, analyse(study), messages))).toBe(before);
  });

  test('knows no register and no memo, and the internal one no register', async () => {
    const { study } = await checkInput(await read('test/scenarios/withheld/input'));
    const withOne = { ...study, register: registerOf(['N', 'none']) };
    const shown = disclose(withOne);
    expect([shown.register, shown.memos]).toEqual([null, []]);
    for (const { memos } of [shown.protocol, ...shown.cases]) expect(memos).toEqual([]);
    const internal = disclose({ ...withOne, protocol: { ...study.protocol, profile: 'internal' } });
    expect(internal.register).toBeNull();
    expect(internal.memos.length).toBe(study.memos.length);
  });

  test('is the default, and a request goes before study.md', async () => {
    const profileOf = async (written: string, profile?: 'internal' | 'public') =>
      (await gatherInput(await inputOf({ 'study.md': `---\ntitle: x\n${written}---\n` }), profile))
        .profile;
    expect(await profileOf('')).toBe('public');
    expect(await profileOf('profile: internal\n')).toBe('internal');
    expect(await profileOf('profile: internal\n', 'public')).toBe('public');
    expect(await profileOf('profile: pubic\n')).toBe('public');
  });

  test('prints no message on what is withheld, nor one that quotes it', async () => {
    const { study, messages } = await studyOf({
      ...files,
      'study.md':
        '---\ncases: [a]\nrules: { record-exists: warning }\ndisclosure: { coarsen: { place: omit } }\n---\n',
      'a.md': `---\nplace: Hidden Lane\n---\n\n## Process\n\n### Leadership (+)\n\n> D1 [ONE]: said by D\n\n> M1 [TWO]: printed\n\n### Hidden Lane (-)\n`,
      'sources/d.md': files['sources/d.md']
        .replace('- role: clerk', '- role: clerk\n- access: restricted')
        .replace('D1: said', '<b>raw</b>\n\nD1: said'),
    });
    const { printed, withheld } = messagesFor(study, messages);
    expect(withheld).toBe(messages.length - printed.length);
    const reasons = printed.map(({ reason }) => reason).join('\n');
    expect(reasons).toContain('`TWO`');
    expect(reasons).not.toMatch(/`ONE`|Hidden Lane|raw HTML/);
    expect(messages.map(({ reason }) => reason).join('\n')).toMatch(
      /`ONE`[^]*Hidden Lane|Hidden Lane[^]*`ONE`/,
    );
  });
});

describe('whatever a study holds', () => {
  const word = fc.stringMatching(/^[a-z]{4,9}$/).filter((each) => each.length > 3);
  const sentence = fc.array(word, { minLength: 6, maxLength: 12 }).map((words) => words.join(' '));
  const han = fc
    .array(fc.constantFrom(...Array.from('天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏')), {
      minLength: 10,
      maxLength: 16,
    })
    .map((each) => each.join(''));
  const secret = fc.oneof(sentence, han);

  test('no run of withheld words and no memo stands in a public md, html or json', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(secret, { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        async (secrets, isFootnote) => {
          const [said = '', original = '', told = '', about = '', memo = '', title = ''] = secrets;
          const input = await inputOf({
            'framework.md': framework,
            'study.md': `---\ntitle: x\ncases: [a]\nratings: { "+": { label: good } }\n---\n\n<!-- ${memo} -->\n\n## Findings\n\n### F1: found\n\nCited [D1].\n`,
            'a.md': `## Process\n\n### Leadership (+)\n\n> D1: ${said}${isFootnote ? '[^1]' : ''}\n>\n> Original (zh): ${original}\n\n- D2: ${told}\n\n<!-- ${memo} -->\n\nRationale: so it is [D1].\n\n[^1]: ${about}\n`,
            'sources/d.md': `---\ncase: a\nkind: interview\n---\n\n## D\n\n- title: ${title}\n- access: restricted\n\n${about}\n\nD1: ${said}\n\nOriginal (zh): ${original}\n\nD2 (description): ${told} <!-- ${memo} -->\n`,
          });
          const built = await buildInput(input, { formats: ['md', 'html', 'json'] });
          expect(built.messages.filter(({ fatal }) => fatal).map(({ reason }) => reason)).toEqual(
            [],
          );
          const all = [...(await wordsOf(built)).values()].map(squeezed).join('\n');
          for (const each of secrets) expect(all).not.toContain(squeezed(each).slice(0, 24));
          const internal = await wordsOf(
            await buildInput(input, { formats: ['md'], profile: 'internal' }),
          );
          for (const each of secrets)
            expect(squeezed(internal.get('report.md') ?? '')).toContain(squeezed(each));
        },
      ),
      runs(6, 100),
    );
  });

  test('withheld words that are repeated anywhere stop the build', async () => {
    const places = fc.constantFrom(
      'study',
      'item',
      'finding',
      'rationale',
      'profile',
      'record',
      'definition',
      'title',
    );
    await fc.assert(
      fc.asyncProperty(secret, places, fc.nat(), async (said, where, cut) => {
        const words = /^\p{Script=Han}/u.test(said) ? Array.from(said) : said.split(' ');
        const least = words.length === said.length ? 10 : 6;
        const from = cut % (words.length - least + 1);
        const run = words.slice(from, from + least).join(words.length === said.length ? '' : ' ');
        const put = (place: typeof where) => (place === where ? run : 'else');
        const { messages } = await studyOf({
          'framework.md': framework,
          'study.md': `---\ntitle: x\ncases: [a]\nratings: { "+": { label: good } }\n---\n\n## Method\n\n${put('study')}\n\n## Findings\n\n### F1: ${put('title')}\n\n${put('item')}\n`,
          'a.md': `${put('profile')}\n\n## Process\n\n### Leadership (+)\n\n${put('finding')}\n\n> D1: ${said}\n\nRationale: ${put('rationale')}.\n`,
          'codebook.md': `### ONE: One\n\n- component: Leadership\n- definition: ${put('definition')}\n`,
          'sources/d.md': `## D\n\n- access: restricted\n\nD1 (verbatim): ${said}\n\n## E\n\nE1: ${put('record')}\n`,
        });
        const errors = messages.filter(({ ruleId }) => ruleId === 'withheld-words-stay-withheld');
        expect(errors.map(({ fatal }) => fatal)).toEqual([true]);
        expect(squeezed(errors[0]?.reason ?? '')).not.toContain(squeezed(run));
      }),
      runs(60, 500),
    );
  });
});
