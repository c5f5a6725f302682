/** Results that have changed. */
import type { PhrasingContent } from 'mdast';
import type { Result } from '../../../changes/schema.js';
import { text } from '../../prose/nodes.js';
import { fill, titled, wordFor } from '../../prose/words.js';
import { caseTitle, linkTo, titleOf, type Context } from '../../names/context.js';
import { linkedTitle, phrased } from '../../names/naming.js';

/** A result with its old and new value: `comparison of Leadership: same → different`. */
export function sayResult(context: Context, result: Result): PhrasingContent[] {
  const { words } = context;
  const { of: kind, component, proposition, case: id, solution, outcome } = result;
  const name =
    kind === 'pattern' && component === null
      ? words.changes.results.patternOfWhole
      : words.changes.results[kind];
  const subject = phrased(name, {
    component: component === null ? '' : [linkedTitle(context, component)],
    proposition:
      proposition === null
        ? ''
        : [linkTo({ kind: 'proposition', id: proposition }, text(proposition))],
    case: id === null ? '' : caseTitle(context, id),
    solution: wordFor(words.changes.readings, solution ?? ''),
    outcome: outcome ?? '',
  });
  const becomes = fill(words.changes.becomes, {
    from: readingIn(context, result, result.from),
    to: readingIn(context, result, result.to),
  });
  return [...subject, text(titled(words, '', becomes))];
}

/** The same in plain words, for a list within a sentence. */
export function nameResult(
  context: Context,
  { of: kind, component, proposition, case: id, solution, outcome }: Result,
): string {
  const { words } = context;
  const name =
    kind === 'pattern' && component === null
      ? words.changes.results.patternOfWhole
      : words.changes.results[kind];
  return fill(name, {
    component: component === null ? '' : titleOf(context, component),
    proposition: proposition ?? '',
    case: id === null ? '' : caseTitle(context, id),
    solution: wordFor(words.changes.readings, solution ?? ''),
    outcome: outcome ?? '',
  });
}

function readingIn({ words }: Context, { of: kind }: Result, reading: string): string {
  if (kind === 'verdict') return wordFor(words.verdicts, reading);
  const { readings } = words.changes;
  if (kind !== 'pattern') return wordFor(readings, reading);
  // Elsewhere two verdicts share one word, which would hide the change.
  if (reading === 'not-rated') return readings.unrated;
  return reading === 'no-evidence'
    ? readings['no-evidence']
    : wordFor(words.patternVerdicts, reading);
}
