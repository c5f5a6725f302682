/** What the loops over the reference values leave out because R gave no answer: all of it, by name. */
import { expect, test } from 'vitest';
import { defaultCaps } from '../../../src/analyse/qca/search/caps.js';
import { describeSolution } from '../../../src/analyse/qca/solve/describe.js';
import { solveParsimoniously } from '../../../src/analyse/qca/solve/solutions.js';
import { setTask } from '../../../src/analyse/qca/solve/tasks.js';
import { tabulate } from '../../../src/analyse/qca/table/truth-table.js';
import { dataOf, everyRun, settingsOf } from './references.js';

const noAnswer = /"status":"(?:timeout|crash)"|formal argument|reached elapsed time/;

const unanswered = everyRun().flatMap(({ problem, run }) =>
  Object.entries(run.solutions ?? {}).flatMap(([kind, value]) => {
    const answers = Array.isArray(value) ? (value as unknown[]) : [value];
    const failed = answers.filter((answer) => noAnswer.test(JSON.stringify(answer)));
    return failed.map(() => `${problem.id}${run.args.negateOutcome ? ' negated' : ''}: ${kind}`);
  }),
);

test('R gave no answer, by time or by a fault of its own, in exactly these of all runs', () => {
  expect(unanswered.sort()).toEqual([
    'd.Bas: enhanced',
    'd.SA: contradictorySimplifyingAssumptions',
    'mv-027 negated: enhanced',
    'mv-027 negated: parsimoniousAllSol',
    'mv-031 negated: contradictorySimplifyingAssumptions',
    'mv-031 negated: intermediate',
    'mv-031 negated: parsimonious',
  ]);
});

test.each(everyRun().filter(({ run }) => run.solutions?.parsimonious?.status === 'timeout'))(
  'where R ran out of time, $name has all its models',
  ({ problem, run }) => {
    const [data, settings, isNegated] = [dataOf(problem), settingsOf(run), run.args.negateOutcome];
    const task = setTask(tabulate(data, settings, isNegated), {
      data,
      settings,
      isNegated,
      options: { caps: defaultCaps },
    });
    const { status, modelCount, models } = describeSolution(
      task,
      'parsimonious',
      solveParsimoniously(task),
    );
    expect(status).toBe('ok');
    expect(modelCount).toBeGreaterThan(0);
    expect(models[0]?.covS).toBeGreaterThan(0);
  },
);
