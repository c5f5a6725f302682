/** What study.md says of conditions and of how they are analysed: `conditions:` and `qca:`. */
import * as z from 'zod';
import {
  modelChoices,
  unclearTreatments,
  type Calibration,
  type Condition,
  type QcaPlan,
} from '../../domain/qca.js';
import type { Name } from '../../domain/text.js';

const rising = 'expected numbers that rise';
const anchorOrder =
  'expected the values of full exclusion, crossover and full inclusion, in this order; for a bell those of its rise, then inclusion, crossover and exclusion of its fall';

const anchors = z.array(z.number()).refine(areAnchors, anchorOrder);
const cuts = z
  .array(z.number())
  .min(1)
  .refine((numbers) => isRising(numbers), rising);
const share = z.number().min(0).max(1);
const signs = z.enum(['+', '-']);
const level = z.number().int().min(0);

const keys = z.strictObject(
  {
    component: z.string().optional(),
    attribute: z.string().optional(),
    anchors: anchors.optional(),
    linear: anchors.optional(),
    ecdf: anchors.refine((numbers) => numbers.length === 3, 'expected three anchors').optional(),
    indirect: cuts.optional(),
    thresholds: cuts.optional(),
    ranks: z.literal(true).optional(),
    idm: z.number().gt(0.5).lt(1).optional(),
    exponents: z
      .tuple([z.number().gt(0), z.number().gt(0)], 'expected two numbers above 0')
      .optional(),
    label: z
      .string()
      .regex(
        /^[\p{L}\p{M}\p{N}_.-]+$/u,
        'expected letters, numbers, hyphens, points and underscores',
      )
      .optional(),
    expects: z
      .union(
        [signs, level, z.array(level).min(1)],
        'expected `"+"`, `"-"`, or levels such as `[1, 2]`',
      )
      .optional(),
  },
  'expected a component, or `attribute` and how it becomes a set',
);
type Keys = z.infer<typeof keys>;

/** The ways from numbers to a set; an author names one. */
const ways = ['anchors', 'linear', 'ecdf', 'indirect', 'thresholds', 'ranks'] as const;

const entry = z.preprocess(
  (written) => (typeof written === 'string' ? { component: written } : written),
  keys.superRefine(checkEntry),
);

/** `conditions:` of study.md. */
export const conditionsSchema = z.array(entry);

const inclCuts = 'expected a share of 0 to 1, or two of which the second is lower';

/** `qca:` of study.md. */
export const qcaPlanSchema = z.strictObject({
  outcome: entry.optional(),
  'n-cut': z.number().int().min(1).optional(),
  'incl-cut': z
    .union([z.number(), z.array(z.number())], inclCuts)
    .refine(areInclCuts, inclCuts)
    .optional(),
  'pri-cut': share.optional(),
  unclear: z.enum(unclearTreatments).optional(),
  'row-dominance': z.boolean().optional(),
  models: z.enum(modelChoices).optional(),
  'include-contradictions': z.boolean().optional(),
});

type PlaceOf = (path: PropertyKey[]) => Name['place'];

/** The conditions with their places. */
export function conditionsOf(written: Keys[], placeOf: PlaceOf): Condition[] {
  return written.map((each, index) =>
    conditionOf(each, (path) => placeOf(['conditions', index, ...path])),
  );
}

/** The plan of the analysis; without `qca:` only defaults. */
export function planOf(written: z.infer<typeof qcaPlanSchema> = {}, placeOf: PlaceOf): QcaPlan {
  const [first, second] = [written['incl-cut'] ?? []].flat();
  return {
    outcome: written.outcome
      ? conditionOf(written.outcome, (path) => placeOf(['qca', 'outcome', ...path]))
      : null,
    nCut: written['n-cut'] ?? null,
    inclCut: first === undefined ? null : second === undefined ? [first] : [first, second],
    priCut: written['pri-cut'] ?? null,
    unclear: written.unclear ?? 'complete',
    rowDominance: written['row-dominance'] ?? false,
    models: written.models ?? 'minimal',
    includeContradictions: written['include-contradictions'] ?? false,
  };
}

function conditionOf(written: Keys, placeOf: PlaceOf): Condition {
  const kind = written.attribute === undefined ? 'component' : 'attribute';
  const { label, expects } = written;
  return {
    kind,
    text: written.attribute ?? written.component ?? '',
    place: placeOf([kind]),
    calibration: kind === 'attribute' ? calibrationOf(written) : null,
    label: label === undefined ? null : { text: label, place: placeOf(['label']) },
    expects:
      expects === undefined
        ? null
        : {
            levels: typeof expects === 'number' ? [expects] : expects,
            place: placeOf(['expects']),
          },
  };
}

function calibrationOf(written: Keys): Calibration {
  const { idm = 0.95, exponents = [1, 1] } = written;
  const way = ways.find((key) => written[key] !== undefined);
  const numbers = way === undefined || way === 'ranks' ? [] : (written[way] ?? []);
  return { method: methodOf(way, numbers), thresholds: numbers, idm, exponents };
}

/** A bell has no logistic curve: its sides are lines. */
function methodOf(
  way: (typeof ways)[number] | undefined,
  numbers: number[],
): Calibration['method'] {
  if (way === undefined) return 'as-given';
  if (way === 'anchors') return numbers.length === 6 ? 'linear' : 'direct';
  return way === 'thresholds' ? 'crisp' : way;
}

function checkEntry(written: Keys, context: z.RefinementCtx): void {
  const given = ways.filter((key) => written[key] !== undefined);
  const complain = (message: string, path: PropertyKey[]) => {
    context.addIssue({ code: 'custom', message: `expected ${message}`, path });
  };
  if (written.attribute === undefined && written.component === undefined)
    complain('`component` or `attribute`', []);
  if (written.attribute !== undefined && written.component !== undefined)
    complain('either `component` or `attribute`', ['component']);
  const [first, second] = given;
  if (written.component !== undefined && first !== undefined)
    complain('no calibration: a component has the memberships of the legend `ratings:`', [first]);
  if (first !== undefined && second !== undefined)
    complain(`one calibration; \`${first}\` is another`, [second]);
  if (written.idm !== undefined && written.anchors?.length !== 3)
    complain('three `anchors` beside it', ['idm']);
  if (written.exponents !== undefined && !written.linear && written.anchors?.length !== 6)
    complain('`linear` or six `anchors` beside them', ['exponents']);
}

function areInclCuts(written: number | number[]): boolean {
  const cuts = [written].flat();
  const areShares = cuts.every((cut) => cut >= 0 && cut <= 1);
  return areShares && (cuts.length === 1 || (cuts.length === 2 && isRising(cuts.toReversed())));
}

function isRising(numbers: number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number));
}

/** Three that rise or fall, or a rise and a fall: exclusion, crossover, inclusion, inclusion, crossover, exclusion. */
function areAnchors(numbers: number[]): boolean {
  const [first, second] = [numbers.slice(0, 3), numbers.slice(3)];
  const isFalling = (some: number[]) => isRising(some.toReversed());
  if (numbers.length === 3) return isRising(first) || isFalling(first);
  const [, , , fourth = 0, , last = 0] = numbers;
  const isBell = isRising(first) && isRising(second) && (first[2] ?? 0) <= fourth;
  const isInverted = isFalling(first) && isFalling(second) && (first[0] ?? 0) <= last;
  return numbers.length === 6 && (isBell || isInverted);
}
