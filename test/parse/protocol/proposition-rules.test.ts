/** The study's own rules for propositions. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseProtocol } from '../../../src/parse/protocol/protocol.js';
import { expectationsOf } from '../../../src/study/entries.js';
import { studyOf } from '../in-memory.js';

const protocolOf = (value: string) => parseProtocol(new VFile({ path: 'study.md', value }));

describe('rules for propositions', () => {
  test('stand as bullets under a heading of any depth, before which words may stand, and are printed where they stand', () => {
    const { propositionRules, sections, unread } = protocolOf(
      '## Data and method\n\nText.\n\n### Rules for propositions\n\nWhy we need them.\n\n- P4 (＋): an agreement in writing, as in [F1],\n  counts\n- P 17 (−): rival logics hinder\n\n## 命题规则\n\n- P22（-）：很难\n',
    );
    expect(
      propositionRules.map(({ proposition, expects, reason, place }) => [
        proposition.text,
        expects.text,
        reason,
        place.position.start.line,
      ]),
    ).toEqual([
      ['P4', '+', 'an agreement in writing, as in [F1], counts', 9],
      ['P 17', '-', 'rival logics hinder', 11],
      ['P22', '-', '很难', 15],
    ]);
    expect(sections[0]?.content.text).toContain('rival logics hinder');
    expect(unread).toEqual([]);
  });

  test('need a mark, which is said at the rule', () => {
    const { propositionRules, unread } = protocolOf(
      '## Rules for propositions\n\n- P4: because\n- P5 (): because\n',
    );
    expect(propositionRules).toEqual([]);
    expect(
      unread.map(({ found, expected, place }) => [found, expected, place.position.start.line]),
    ).toEqual([
      [
        'rule for `P4` without a mark',
        'the rating that is expected where success is seen: `P4 (+): why`',
        3,
      ],
      [
        'rule for `P5` without a mark',
        'the rating that is expected where success is seen: `P5 (+): why`',
        4,
      ],
    ]);
  });

  test('are no rules under another heading', () => {
    expect(protocolOf('## Findings\n\n- P4 (+): because\n').propositionRules).toEqual([]);
  });

  test('give a sign to a proposition without one, and never change that of the framework', async () => {
    const { study } = await studyOf({
      'framework.md': '# F\n\n- P3: Hard.\n\n## D\n\n### One\n\n- P1 (+): More.\n- P2: Some.\n',
      'study.md':
        '---\nratings:\n  "+": { label: good }\n  "-": { label: bad }\n---\n\n## Rules for propositions\n\n- P1 (-): no\n- P2 (?): unknown mark\n- P2 (-): first\n- P2 (+): second\n- P9 (+): nothing\n',
    });
    expect(
      [...expectationsOf(study).values()].map(({ proposition, expects, rule }) => [
        proposition.id,
        expects,
        rule?.reason ?? null,
      ]),
    ).toEqual([
      ['P3', null, null],
      ['P1', '+', null],
      ['P2', '-', 'first'],
    ]);
  });
});
