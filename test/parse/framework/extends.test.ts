/** A framework that takes over another one. */
import { describe, expect, test } from 'vitest';
import { componentsOf } from '../../../src/study/framework.js';
import { base, componentsIn, frameworkFrom, placesOf } from './frameworks-in-memory.js';

describe('a framework that extends another', () => {
  test('takes it over whole', () => {
    const own = frameworkFrom({ base, own: '---\nextends: base\n---\n' });
    expect(componentsIn(own)).toEqual(['one/alpha', 'one/sub', 'one/beta', 'two/gamma']);
    expect(own.framework).toMatchObject({ id: 'own', title: 'own' });
    expect(own.framework.propositions.map(({ id }) => id)).toEqual(['P22']);
  });

  test('refines headings of the same name, in any case, and adds new ones', () => {
    const own = frameworkFrom({
      base,
      own: '---\nextends: base\n---\n\n## ONE\n\n### alpha\n\n- alias: Ay\n- see: P7\n- P5 (-): Now unlikelier.\n\n### Delta\n\n- code: D-1\n\n## Three\n\n### Epsilon\n',
    });
    expect(componentsIn(own)).toEqual([
      'one/alpha',
      'one/sub',
      'one/beta',
      'one/delta',
      'two/gamma',
      'three/epsilon',
    ]);
    const [alpha] = componentsOf(own.framework);
    expect(alpha).toMatchObject({
      title: 'Alpha',
      code: 'A-1',
      question: 'Who?',
      aliases: ['Aleph', '甲', 'Ay'],
      see: ['P22', 'P0', 'P7'],
      about: { text: 'About alpha.' },
    });
    expect(alpha?.propositions.map(({ id, expects }) => [id, expects])).toEqual([
      ['P5', '-'],
      ['P6', '+'],
    ]);
  });

  test('keeps sub-components with a component that gets another id', () => {
    const own = frameworkFrom({
      base,
      own: '---\nextends: base\n---\n\n## One\n\n### Alpha\n\n- id: first\n',
    });
    expect(componentsOf(own.framework).map(({ id, parent }) => [id, parent])).toEqual([
      ['first', null],
      ['sub', 'first'],
      ['beta', null],
      ['gamma', null],
    ]);
  });

  test('leaves out what it removes, a component with its sub-components', () => {
    const own = frameworkFrom({
      base,
      own: '---\nextends: base\n---\n\n## One\n\n### Alpha\n\n- remove: true\n\n## Two\n\n- remove: true\n',
    });
    expect(componentsIn(own)).toEqual(['one/beta']);
    expect(own.unread).toEqual([]);
  });

  test('is told where there is nothing to remove', () => {
    const own = frameworkFrom({
      base,
      own: '---\nextends: base\n---\n\n## One\n\n### Alfa\n\n- remove: true\n',
    });
    expect(placesOf(own)).toEqual(['frameworks/own.md:7:1 `Alfa` with `remove: true`']);
    expect(own.unread[0]?.expected).toContain('did you mean `Alpha`?');
    expect(componentsIn(own)).toHaveLength(4);
  });

  test('may be extended in turn', () => {
    const third = frameworkFrom({
      base,
      own: '---\nextends: base\n---\n\n## Three\n\n### Epsilon\n',
      third: '---\nextends: own\n---\n\n## Two\n\n- remove: true\n',
    });
    expect(componentsIn(third)).toEqual(['one/alpha', 'one/sub', 'one/beta', 'three/epsilon']);
  });

  test('passes on what could not be read below', () => {
    const own = frameworkFrom({ base: '## One\n\n- cod: x\n', own: '---\nextends: base\n---\n' });
    expect(placesOf(own)).toEqual(['frameworks/base.md:3:1 property `cod`']);
  });

  test('cannot extend itself, one that is not there, or go round in a circle', () => {
    expect(placesOf(frameworkFrom({ x: '---\nextends: x\n---\n\n## One\n' }))).toEqual([
      'frameworks/x.md:2:10 `extends: x`',
    ]);
    expect(placesOf(frameworkFrom({ x: '---\nextends: nix\n---\n' }))).toEqual([
      'frameworks/x.md:2:10 `extends: nix`',
    ]);
    const circle = frameworkFrom({
      a: '---\nextends: b\n---\n\n## A\n',
      b: '---\nextends: a\n---\n\n## B\n',
    });
    expect(placesOf(circle)).toEqual(['frameworks/a.md:2:10 `extends: b`']);
    expect(circle.framework.dimensions.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
