/** The ways in which marks can be read as categories: what has no place in a set is missing, or a category of its own. */
import type { Study } from '../../domain/study.js';
import { absences } from '../../domain/study.js';
import type { Unit } from '../../study/entries.js';
import { coefficientsOf, type Sample } from './coefficients.js';
import { unanimity } from './percent.js';
import { completeUnits, type Matrix } from './matrix.js';
import type { AgreementCoefficient, AgreementReading } from './schema.js';

/**
 * Fewer units than this are listed, without a coefficient: one mark would move the observed agreement by more than ten points.
 * The number is this project's own. McHugh (2012) asks for at least 30, below which a caution stands.
 */
export const leastUnits = 10;
/** Fewer units than that are a caution. */
export const wantedUnits = 30;

interface Scale {
  id: AgreementReading['id'];
  marks: string[];
  /** Values of the marks in order; null for a nominal scale. */
  values: number[] | null;
}

/** A rating's symbol or the word of absence; null where the coder said nothing. */
export function markOf(rating: Unit['ratings'][number] | undefined): string | null {
  return rating ? (rating.rating ?? rating.state) : null;
}

/** The main reading, and the one in which every mark counts where that makes a difference. */
export function readingsOf(
  { protocol }: Pick<Study, 'protocol'>,
  units: Unit[],
): AgreementReading[] {
  const used = new Set(
    units.flatMap(({ ratings }) => ratings.flatMap((rating) => markOf(rating) ?? [])),
  );
  const main = mainScale(protocol);
  const isWhole = [...used].every((mark) => main.marks.includes(mark));
  const all = [
    ...protocol.legend.map(({ symbol }) => symbol),
    ...absences.filter((word) => used.has(word)),
  ];
  const scales: Scale[] = isWhole ? [main] : [main, { id: 'every-mark', marks: all, values: null }];
  return scales.map((scale) => readingOf(scale, units));
}

/** Marks with a membership, by membership where all differ in it; all ratings if fewer than two have one. */
function mainScale({ legend }: Study['protocol']): Scale {
  const placed = legend.flatMap(({ symbol, membership }) =>
    membership === null ? [] : [{ symbol, membership }],
  );
  if (placed.length < 2)
    return { id: 'main', marks: legend.map(({ symbol }) => symbol), values: null };
  const isOrdered =
    placed.length > 2 && new Set(placed.map(({ membership }) => membership)).size === placed.length;
  if (!isOrdered) return { id: 'main', marks: placed.map(({ symbol }) => symbol), values: null };
  const sorted = placed.toSorted((a, b) => a.membership - b.membership);
  return {
    id: 'main',
    marks: sorted.map(({ symbol }) => symbol),
    values: sorted.map(({ membership }) => membership),
  };
}

function readingOf(scale: Scale, units: Unit[]): AgreementReading {
  const { id, marks, values } = scale;
  const sample = sampleOf(scale, units);
  const overall = extentOf(sample, true);
  const valueOf = (name: AgreementCoefficient['name']) =>
    overall.coefficients.find((each) => each.name === name)?.value ?? null;
  const ids = [...new Set(units.map(({ component }) => component))];
  return {
    id,
    marks,
    isOrdered: values !== null,
    ...overall,
    complete: completeUnits(sample.matrix).length,
    unanimous: unanimity(sample.matrix),
    alphaGrade: gradeOfAlpha(valueOf('krippendorff-nominal')),
    kappaGrade: gradeOfKappa(valueOf('cohen') ?? valueOf('fleiss')),
    components: ids.map((component) => ({
      component,
      ...extentOf(
        sampleOf(
          scale,
          units.filter((unit) => unit.component === component),
        ),
        false,
      ),
    })),
  };
}

function sampleOf({ marks, values }: Scale, units: Unit[]): Sample {
  const matrix = units.map(({ ratings }) =>
    ratings.map((rating) => {
      const place = marks.indexOf(markOf(rating) ?? '');
      return place < 0 ? null : place;
    }),
  );
  return {
    matrix: matrix.filter((unit) => unit.some((rating) => rating !== null)),
    categories: marks.length,
    values,
  };
}

function extentOf(
  sample: Sample,
  hasIntervals: boolean,
): Pick<AgreementReading, 'units' | 'agreed' | 'coefficients'> {
  const common = ratingsInCommon(sample.matrix);
  const agreed = common.filter((ratings) => new Set(ratings).size === 1).length;
  return {
    units: common.length,
    agreed,
    coefficients: common.length < leastUnits ? [] : coefficientsOf(sample, hasIntervals),
  };
}

function ratingsInCommon(matrix: Matrix): number[][] {
  return matrix
    .map((unit) => unit.filter((rating) => rating !== null))
    .filter(({ length }) => length > 1);
}

/** Krippendorff (2004, p. 241; 2018): rely on .800 and more, draw tentative conclusions from .667 on. */
function gradeOfAlpha(value: number | null): AgreementReading['alphaGrade'] {
  if (value === null) return null;
  return value >= 0.8 ? 'reliable' : value >= 0.667 ? 'tentative' : 'unreliable';
}

/** Landis & Koch (1977, p. 165). */
function gradeOfKappa(value: number | null): AgreementReading['kappaGrade'] {
  if (value === null) return null;
  if (value < 0) return 'poor';
  const steps = ['slight', 'fair', 'moderate', 'substantial', 'almost-perfect'] as const;
  return steps.find((_, index) => value <= 0.2 * (index + 1)) ?? 'almost-perfect';
}
