/** Elimination held to reference values of qualitative comparative analysis, which knows the same relations by other names. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { eliminate } from '../../src/analyse/mill/index.js';
import { analyseData } from '../../src/analyse/qca/index.js';
import { studyOf } from '../../src/tasks/gather.js';
import { inputOf } from '../parse/in-memory.js';
import { notesOf, type Crisp } from './sets-as-notes.js';

interface Literal {
  condition: string;
  level: number;
  inclN: number;
  inclS: number;
}
interface Problem {
  id: string;
  kind: string;
  data: Crisp;
  runs: { args: { negateOutcome: boolean; outcome: string }; necessity?: { single: Literal[] } }[];
}

function problemsIn(file: string): Problem[] {
  const text = gunzipSync(readFileSync(`test/fixtures/reference/qca/${file}.json.gz`)).toString();
  // The file is data of known shape; what of it is used is asserted below.
  return (JSON.parse(text) as { problems: Problem[] }).problems.filter(({ kind }) => kind === 'cs');
}

const problems = [...problemsIn('classic'), ...problemsIn('random-cs')];
const singleOf = ({ runs }: Problem, isNegated: boolean) =>
  runs.find(({ args, necessity }) => args.negateOutcome === isNegated && necessity)?.necessity
    ?.single ?? [];
const keyOf = ({ condition, level }: Pick<Literal, 'condition' | 'level'>) =>
  `${condition.toLowerCase()} ${level === 1 ? '+' : '-'}`;

const directions = problems.flatMap((problem) =>
  [false, true].map((isNegated) => ({
    ...problem,
    isNegated,
    single: singleOf(problem, isNegated),
  })),
);
const known = directions.filter(({ single }) => single.length > 0);

test('every crisp data set is held to its values, but where R has none: no absence of the outcome, missing values', () => {
  expect(problems.length).toBeGreaterThan(40);
  const left = directions
    .filter(({ single }) => single.length === 0)
    .map(({ id, isNegated }) => (isNegated ? `~${id}` : id));
  expect(left).toEqual(['~Quine', 'd.BWB', '~d.BWB', '~d.CS']);
});

test.each(known)(
  'agreement leaves what has a necessity inclusion of 1 (Ragin 2006; R QCA 3.25.1): $id, absence $isNegated',
  async ({ data, single, isNegated }) => {
    const { agreement } = eliminate(await studyOf(await inputOf(notesOf(data))));
    const cases = data.values.filter((row) => row.at(-1) === (isNegated ? 0 : 1));
    const group = agreement.find(({ value }) => value === (isNegated ? 'absent' : 'present'));
    expect(group?.cases.length ?? 1).toBe(cases.length);
    if (!group) return;
    const [first = ''] = group.cases;
    const shared = group.shared.map(
      ({ component, ratings }) => `${component} ${ratings[first] ?? ''}`,
    );
    const necessary = single.filter(({ inclN }) => inclN === 1).map(keyOf);
    expect(shared.sort()).toEqual(necessary.sort());
    expect(group.shared.length + group.ruledOut.length).toBe(data.conditions.length);
  },
);

test.each(known.filter(({ isNegated, id }) => !isNegated && id !== 'Quine'))(
  'difference leaves what is necessary and sufficient without exception (R QCA 3.25.1): $id',
  async ({ data, single }) => {
    const { difference, status } = eliminate(await studyOf(await inputOf(notesOf(data))));
    expect(status).toBe('differs');
    const perfect = single
      .filter(({ inclN, inclS }) => inclN === 1 && inclS === 1)
      .map(({ condition }) => condition.toLowerCase());
    expect(difference.candidates.map(({ component }) => component).sort()).toEqual(perfect.sort());
    expect(difference.open).toEqual([]);
    expect(difference.candidates.length + difference.ruledOut.length).toBe(data.conditions.length);
  },
);

test('of one case with the outcome and one without, the candidates are the conditions in which they differ: the literals of the parsimonious prime implicants (Lipset 1959 as in Rihoux & De Meur 2009)', async () => {
  const lipset = problems.find(({ id }) => id === 'LC');
  if (!lipset) throw new Error('The data of Lipset are missing');
  const { conditions, values, caseIds } = lipset.data;
  const [yes, no] = [1, 0].map((outcome) => values.filter((row) => row.at(-1) === outcome));
  for (const one of yes ?? []) {
    for (const other of no ?? []) {
      const pair = { ...lipset.data, caseIds: caseIds.slice(0, 2), values: [one, other] };
      const { difference } = eliminate(await studyOf(await inputOf(notesOf(pair))));
      const found = difference.candidates.map(({ component }) => component);
      expect(found).toEqual(
        conditions
          .filter((_, index) => one[index] !== other[index])
          .map((name) => name.toLowerCase()),
      );
      expect(found).toEqual(primesOf(pair));
    }
  }
});

/** The parsimonious prime implicants for the presence of the outcome, each of which must be a single condition. */
function primesOf({ conditions, outcome, values }: Crisp): string[] {
  const crisp = (label: string) => ({ label, levels: 2, isFuzzy: false });
  const { problem, directions: found } = analyseData({
    conditions: conditions.map(crisp),
    outcome: crisp(outcome),
    rows: values.map((row, index) => ({
      case: `case ${String(index)}`,
      values: row.slice(0, -1),
      outcome: row.at(-1) ?? 0,
    })),
  });
  expect(problem).toBeNull();
  const solution = found
    .find(({ isNegated }) => !isNegated)
    ?.solutions.find(({ kind }) => kind === 'parsimonious');
  const literals = solution?.primeImplicants.map((prime) => prime.literals) ?? [];
  for (const prime of literals) expect(prime).toHaveLength(1);
  return literals
    .flat()
    .map(({ condition }) => condition)
    .sort((a, b) => a - b)
    .map((index) => (conditions[index] ?? '').toLowerCase());
}
