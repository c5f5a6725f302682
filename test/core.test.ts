import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import type * as Core from '../src/core.js';

const bundle = readFileSync('dist/core.js', 'utf8');

test('crosscase/core imports nothing', () => {
  expect(bundle).not.toMatch(/^\s*import\b|\bfrom ?["']node:|\brequire\(["']/m);
});

/** The bundle, run where there is JavaScript and nothing else: neither Node nor a browser. */
function coreAlone(): typeof Core {
  const exported = /export \{([^}]*)\};/;
  const script = bundle.replace(exported, (_, names: string) => {
    const pairs = names.replace(/(\S+) as (\S+?)(,|\s|$)/g, '$2: $1$3');
    return `globalThis.core = {${pairs}};`;
  });
  const context: { core?: typeof Core } = {};
  vm.runInNewContext(script, context);
  if (!context.core) throw new Error('The bundle exports nothing');
  return context.core;
}

const texts = {
  'study.md':
    '---\ntitle: Two towns\noutcome: Outcome\nratings:\n  "+": { label: good, membership: 1 }\n  "-": { label: bad, membership: 0 }\nbibliography: works.bib\n---\n\n# Two towns\n',
  'framework.md': '# F\n\n## D\n\n### Cause\n\n- P1 (+): More is better.\n\n### Outcome\n',
  'north.md':
    '# North\n\n## D\n\n### Cause (+)\n\n- D1: “Words.”\n- D9: Of no source.\n\n### Outcome (+)\n\n- D1: “Words.”\n',
  'south.md':
    '# South\n\n## D\n\n### Cause (-)\n\n- D1: “Words.”\n\n### Outcome (-)\n\n- D1: “Words.”\n',
  'sources/d.md': '# Sources\n\n## D\n\nD1 (verbatim): Words.\n',
  'works.bib':
    '@book{yin2018, title={Case study research}, author={Yin, Robert K.}, year={2018}}\n',
  'ratings/lee.csv': 'case,component,rating\nnorth,Cause,+\n',
};

test('crosscase/core parses, checks and analyses a study without Node', async () => {
  const { analyse, check, gather, parse, VFile } = coreAlone();
  const files = new Map(
    Object.entries(texts).map(([path, value]) => [path, new VFile({ path, value })]),
  );
  const input = {
    folder: '',
    files,
    images: new Map([['a.png', Uint8Array.of(0x89, 0x50)]]),
    paths: new Set(files.keys()),
    templates: new Map(),
  };
  const study = gather(input, await parse(input));
  expect(study.works.map(({ key }) => key)).toEqual(['yin2018']);
  expect(study.coding.coders.map(({ ratings }) => ratings.length)).toContain(1);
  const rules = check(study).map(({ ruleId }) => ruleId);
  expect(rules).toContain('record-exists');
  expect(rules).not.toContain('nothing-is-unread');
  const { comparison } = analyse(study, { only: ['comparison'] });
  expect(comparison.map(({ verdict }) => verdict)).toEqual(['different', 'different']);
});
