/** Which results read differently in the two states, and by which keys changes bear on them. */
import type { Result } from './schema.js';

/** What is compared of an analysis; the analysis itself has this form. */
export interface Judged {
  comparison: { component: string; verdict: string }[];
  mill: {
    status: string;
    difference: { candidates: Named[]; ruledOut: Named[]; open: Named[] };
  };
  patterns: {
    proposition: string;
    component: string | null;
    cells: { [id: string]: { verdict: string } };
  }[];
  qca: {
    directions: {
      expression: string;
      solutions: { kind: string; status: string; models: { expression: string }[] }[];
    }[];
  } | null;
}

interface Named {
  component: string;
}

/** A result of both states, with the keys of what it rests on. */
export interface Weighed {
  result: Result;
  keys: string[];
}

interface Renaming {
  caseOf: (id: string) => string;
  componentOf: (id: string) => string;
}

interface Reading {
  result: Omit<Result, 'id' | 'from' | 'to'>;
  reads: string;
  keys: string[];
}

/** The results that both states have and that do not read the same. */
export function resultsThatDiffer(older: Judged, newer: Judged, renaming: Renaming): Weighed[] {
  const same = (id: string) => id;
  const then = new Map(readingsOf(older, renaming).map((each) => [idOf(each), each]));
  return readingsOf(newer, { caseOf: same, componentOf: same }).flatMap((now) => {
    const id = idOf(now);
    const before = then.get(id);
    if (!before || before.reads === now.reads || isOnlyBegun(before.reads, now.reads)) return [];
    return [
      {
        result: { id, ...now.result, from: before.reads, to: now.reads },
        keys: ['all', ...now.keys],
      },
    ];
  });
}

/** If one state had no search for differences, only candidates are news; the status of Mill's methods covers the rest. */
function isOnlyBegun(from: string, to: string): boolean {
  return (from === 'none' && to !== 'candidate') || (to === 'none' && from !== 'candidate');
}

function idOf({ result }: Reading): string {
  const { of: kind, component, proposition, case: id, solution, outcome } = result;
  return [kind, proposition, component, id, outcome, solution]
    .filter((each) => each !== null)
    .join(':');
}

const nothing = { component: null, proposition: null, case: null, solution: null, outcome: null };

function readingsOf({ comparison, mill, patterns, qca }: Judged, renaming: Renaming): Reading[] {
  const { componentOf } = renaming;
  return [
    { result: { ...nothing, of: 'mill' }, reads: mill.status, keys: ['mill'] },
    ...standingsOf(mill, comparison).map(({ component, reads }): Reading => {
      const id = componentOf(component);
      return {
        result: { ...nothing, of: 'candidate', component: id },
        reads,
        keys: ['mill', `judged:${id}`],
      };
    }),
    ...comparison.map(({ component, verdict }): Reading => {
      const id = componentOf(component);
      return {
        result: { ...nothing, of: 'verdict', component: id },
        reads: verdict,
        keys: [`judged:${id}`],
      };
    }),
    ...patterns.flatMap((row) => readingsOfPattern(row, renaming)),
    ...readingsOfSolutions(qca),
  ];
}

function readingsOfPattern(
  { proposition, component: written, cells }: Judged['patterns'][number],
  { caseOf, componentOf }: Renaming,
): Reading[] {
  const component = written === null ? null : componentOf(written);
  return Object.entries(cells).map(([id, { verdict }]): Reading => {
    const home = caseOf(id);
    return {
      result: { ...nothing, of: 'pattern', proposition, component, case: home },
      reads: verdict,
      keys: [
        `proposition:${proposition}`,
        ...(component === null ? [] : [`patterns:${component}`, `cell:${home}:${component}`]),
      ],
    };
  });
}

function readingsOfSolutions(qca: Judged['qca']): Reading[] {
  return (qca?.directions ?? []).flatMap(({ expression, solutions }) =>
    solutions.map(({ kind, status, models }): Reading => ({
      result: { ...nothing, of: 'solution', outcome: expression, solution: kind },
      reads: status === 'ok' ? models.map((model) => model.expression).join(' / ') : status,
      keys: ['qca'],
    })),
  );
}

/** How each component stands by the method of difference. */
function standingsOf(
  { difference }: Judged['mill'],
  comparison: Judged['comparison'],
): { component: string; reads: string }[] {
  const standing = new Map<string, string>();
  for (const { component } of difference.open) standing.set(component, 'open');
  for (const { component } of difference.ruledOut) standing.set(component, 'ruled-out');
  for (const { component } of difference.candidates) standing.set(component, 'candidate');
  return comparison.map(({ component }) => ({
    component,
    reads: standing.get(component) ?? 'none',
  }));
}
