/** What a mark means: a rating of the legend, or a word of absence. */
import { absences, type State } from '../domain/study.js';
import type { Legend } from '../domain/protocol.js';
import type { Mark } from '../domain/note.js';
import { keyOf, normaliseMark } from '../text/names.js';

/** A mark that is neither a rating nor a word of absence leaves an entry unrated. */
export function stateOf(
  mark: Mark | null,
  legend: Legend,
): { state: State; rating: string | null } {
  if (mark === null) return { state: 'not-rated', rating: null };
  const symbol = symbolOf(mark, legend);
  if (symbol !== null) return { state: 'rated', rating: symbol };
  return {
    state: absences.find((word) => keyOf(word) === keyOf(mark.text)) ?? 'not-rated',
    rating: null,
  };
}

/** The legend's own symbol for a mark; null if the legend does not define it. */
export function symbolOf(mark: Mark, legend: Legend): string | null {
  const symbol = normaliseMark(mark.text);
  return legend.find((rating) => rating.symbol === symbol)?.symbol ?? null;
}
