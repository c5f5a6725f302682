import type { Study } from '../../domain/study.js';
import { evidenceOf } from '../../study/entries.js';
import { indexFramework, type FrameworkIndex } from '../../study/framework.js';
import { keyOf } from '../../text/names.js';
import { hinted, listed } from '../../messages/words.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';

/** Points at codes under a component with which the codebook does not match them. */
export const codeMatchesComponent: Rule = {
  id: 'code-matches-component',
  severity: 'warning',
  description: 'A code is used under a component with which the codebook matches it.',
  note: 'Schema matching joins inductive codes to the framework; a code used elsewhere is either wrong or a new match.',
  *check(study) {
    const index = indexFramework(study.framework);
    yield* unknownMatches(study, index);
    const matches = new Map(
      study.codes.map((code) => [
        code,
        code.components.flatMap(({ text }) => index.find(text)?.id ?? []),
      ]),
    );
    for (const { entry, evidence } of evidenceOf(study)) {
      for (const code of evidence.resolved.codes) {
        const components = matches.get(code) ?? [];
        if (
          components.length === 0 ||
          components.includes(entry.component.id) ||
          components.includes(entry.component.parent ?? '')
        )
          continue;
        yield {
          place:
            evidence.codes.find(({ text }) => keyOf(text) === keyOf(code.id))?.place ??
            evidence.place,
          cause: code.place,
          reason: `Unexpected code \`${code.id}\` under \`${entry.component.title}\`, expected it under ${listed(code.components.map(({ text }) => text))}; move the evidence or add the match to the codebook`,
        };
      }
    }
  },
};

function* unknownMatches({ codes, framework }: Study, index: FrameworkIndex): Iterable<Pointer> {
  for (const { id, components, place } of codes) {
    if (components.length === 0)
      yield {
        place,
        reason: `Unexpected code \`${id}\` without a match, expected \`- component: …\` below it`,
      };
    for (const { text, place: at } of components) {
      if (!index.find(text))
        yield {
          place: at,
          reason: `Unexpected \`${text}\`, expected a component of \`${framework.id}\`${hinted(index.nearest(text))}`,
        };
    }
  }
}
