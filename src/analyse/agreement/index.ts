/** Agreement between coders over the units that they rated: a unit is a component of a case. */
import type { Coder, Study } from '../../domain/study.js';
import type { Content } from '../../domain/text.js';
import { isDisputed, unitsOf, type Unit } from '../../study/entries.js';
import { leastUnits, markOf, readingsOf, wantedUnits } from './readings.js';
import type { Agreement, AgreementReading } from './schema.js';

/** Null where there is no second coder. */
export function agree(study: Study): Agreement | null {
  const { coding } = study;
  if (coding.coders.length < 2) return null;
  const units = unitsOf(study);
  const ids = coding.coders.map((_, index) => nameOf(index));
  const readings = readingsOf(study, units);
  return {
    coders: coding.coders.map((coder, index) => coderOf(coder, index, units)),
    readings,
    units: units.map(({ component, case: id, ratings }) => ({
      component,
      case: id,
      marks: Object.fromEntries(ids.map((name, index) => [name, markOf(ratings[index])])),
    })),
    disagreements: units.filter(isDisputed).map((unit) => disagreementOf(study, unit, ids)),
    cautions: cautionsOf(study, readings),
  };
}

/** The same without the names of persons and of their files, for blind review. */
export function withoutNames({ coders, disagreements, ...rest }: Agreement): Agreement {
  return {
    ...rest,
    coders: coders.map((coder) => ({ ...coder, name: null, file: null })),
    disagreements: disagreements.map((each) => ({
      ...each,
      settled: each.settled && { ...each.settled, by: null },
    })),
  };
}

/** A to Z, then AA: short enough for the head of a column. */
function nameOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : nameOf(Math.floor(index / 26) - 1) + letter;
}

function coderOf(
  { name, path, date, round }: Coder,
  index: number,
  units: Unit[],
): Agreement['coders'][number] {
  const marks = units.flatMap(({ ratings }) => markOf(ratings[index]) ?? []);
  const used = new Map<string, number>();
  for (const mark of marks) used.set(mark, (used.get(mark) ?? 0) + 1);
  return {
    id: nameOf(index),
    name: name === '' ? null : name,
    from: path === null ? 'notes' : 'file',
    file: path,
    date,
    round,
    units: marks.length,
    used: Object.fromEntries(used),
  };
}

function disagreementOf(
  { coding }: Study,
  unit: Unit,
  ids: string[],
): Agreement['disagreements'][number] {
  const settled = coding.settlements.find(
    (each) => each.case === unit.case && each.component.id === unit.component,
  );
  return {
    component: unit.component,
    case: unit.case,
    said: Object.fromEntries(
      ids.map((name, index) => [
        name,
        { mark: markOf(unit.ratings[index]), rationale: wordsOf(unit.ratings[index]?.rationale) },
      ]),
    ),
    settled: settled
      ? { mark: markOf(settled), by: settled.settledBy, rationale: wordsOf(settled.rationale) }
      : null,
  };
}

function wordsOf(content: Content | null | undefined): string | null {
  return content && content.text !== '' ? content.text : null;
}

type Cautions = Agreement['cautions'];

function cautionsOf({ coding }: Study, [main]: AgreementReading[]): Cautions {
  const changed =
    coding.coders[0]?.path === null
      ? coding.settlements.filter(({ was }) => was !== null).length
      : 0;
  const kept: Cautions = changed > 0 ? [{ id: 'marks-changed', n: changed }] : [];
  if (!main) return kept;
  if (main.units < leastUnits) return [{ id: 'too-few-units', n: main.units }, ...kept];
  return [...ofSize(main), ...kept];
}

function ofSize({ units, coefficients }: AgreementReading): Cautions {
  const cautions: Cautions = units < wantedUnits ? [{ id: 'few-units', n: units }] : [];
  const valueOf = (name: string) => coefficients.find((each) => each.name === name)?.value ?? null;
  if (coefficients.some(({ reason }) => reason === 'no-variation'))
    cautions.push({ id: 'no-variation', n: units });
  const [percent, ac1, kappa] = ['percent', 'gwet-ac1', 'fleiss'].map(valueOf);
  // Feinstein & Cicchetti (1990) name the paradox without a threshold; these are high agreement, and a gap that readers stumble over.
  if (percent != null && ac1 != null && kappa != null && percent >= 0.8 && ac1 - kappa >= 0.2)
    cautions.push({ id: 'prevalence', n: units });
  const lost = Math.max(
    0,
    ...coefficients.map(({ interval }) => interval?.undefinedResamples ?? 0),
  );
  if (lost > 0) cautions.push({ id: 'undefined-resamples', n: lost });
  return cautions;
}
