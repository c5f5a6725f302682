import { describe, expect, test } from 'vitest';
import { spellingsOf } from '../../src/text/names.js';

describe('a name means one candidate and no other', () => {
  test.each([
    ['D-122', ['D122', 'D123'], 'D122'],
    ['d 122', ['D122', 'A200'], 'D122'],
    ['Ｗ０８', ['W-08', 'W-09'], 'W-08'],
    ['trust-building', ['Trust building', 'Planning'], 'Trust building'],
  ])('%s among %j is %s, in another spelling', (name, candidates, meant) => {
    expect(spellingsOf(candidates).same(name)).toBe(meant);
    expect(spellingsOf(candidates).meant(name)).toBe(meant);
  });

  test.each([
    ['Ledership', ['Leadership', 'Membership'], 'Leadership'],
    ['Leadreship', ['Leadership', 'Membership'], 'Leadership'],
    ['managing conflicts ', ['Managing conflict', 'Planning'], 'Managing conflict'],
  ])('%s among %j is %s, by a slip of the hand', (name, candidates, meant) => {
    expect(spellingsOf(candidates).same(name)).toBeNull();
    expect(spellingsOf(candidates).meant(name)).toBe(meant);
  });

  test.each([
    ['two are equal but for their spelling', 'd122', ['D122', 'D-122']],
    ['numbers are never mistaken', 'D123', ['D122']],
    ['nor where their points stand', 'P12', ['P1.2']],
    ['nor in a long name', 'Agreement of 2003', ['Agreement of 2004']],
    ['a short name that is nearly alike is another name', 'hubei', ['hebei', 'sichuan']],
    ['a code may be missing from the codebook', 'HAIL', ['HAIR']],
    ['a name may mean its contrary', 'informal structure', ['formal structure']],
    ['or so', 'External legitimacy', ['Internal legitimacy']],
    ['or begin otherwise', 'aliteracy rates', ['literacy rates']],
    ['two are as near', 'Managing conflic', ['Managing conflict', 'Managing conflicx']],
    [
      'a second is not clearly farther',
      'Managing conflictt',
      ['Managing conflict', 'Managing conflicts'],
    ],
    ['two slips are too many', 'Ledershp', ['Leadership']],
    ['nothing is like it', 'Trust', ['Leadership']],
    ['there is nothing', 'Trust', []],
    ['the name is only signs', '—', ['-', 'D1']],
  ])('%s: %s has no answer among %j', (_, name, candidates) => {
    expect(spellingsOf(candidates).meant(name)).toBeNull();
  });
});
