/** Ratings and states as tiles: each has a form, a texture and a sign of its own, besides its colour. */
import type { Element, ElementContent } from 'hast';
import { s } from 'hastscript';
import type { Cell } from '../../analyse/comparison.js';
import type { State } from '../../domain/study.js';
import { shownMark, sideOf, type Context, type Side } from '../names/context.js';
import { cut, letterSize, onOneLine, widthOf, write } from './lettering.js';
import { circle, line, path, rectangle, type Box } from './shapes.js';
import { explained } from '../prose/words.js';

/** What a cell shows. */
export interface Mark {
  /** The same for two cells that show the same. */
  key: string;
  state: State;
  /** `+`, for a rating. */
  symbol: string;
  /** In words: `favours the collaboration`, `not asked`. */
  label: string;
  side: Side;
  /** Its place among the ratings of its side, so that two of a side differ in texture. */
  rank: number;
}

type Shown = Pick<Cell, 'state' | 'rating'>;

/** The mark of a cell. */
export function markIn({ study: { protocol }, words }: Context, { state, rating }: Shown): Mark {
  if (state !== 'rated' || rating === null)
    return { key: state, state, symbol: '', label: words.states[state], side: 'none', rank: 0 };
  const { legend } = protocol;
  const index = legend.findIndex(({ symbol }) => symbol === rating);
  const side = sideOf(legend, rating);
  const rank = legend
    .slice(0, Math.max(0, index))
    .filter(({ symbol }) => sideOf(legend, symbol) === side).length;
  const label = legend[index]?.label ?? '';
  return {
    key: `rated-${side}-${String(rank)}`,
    state,
    symbol: onOneLine(shownMark(rating)),
    label,
    side,
    rank,
  };
}

/** `+ (favours the collaboration)`, `not asked`. */
export function nameOfMark({ words }: Pick<Context, 'words'>, { symbol, label }: Mark): string {
  return symbol === '' ? label : label === '' ? symbol : explained(words, symbol, label);
}

/** How wide a tile must be to hold every symbol of the legend, and to show its texture. */
export function tileWidth({ study }: Context, least = 26): number {
  return Math.min(
    64,
    Math.max(
      least,
      ...study.protocol.legend.map(
        ({ symbol }) => widthOf(onOneLine(shownMark(symbol)), letterSize.text) + 10,
      ),
    ),
  );
}

/** The textures of these marks; ids begin with the drawing's name. */
export function texturesOf(name: string, marks: Iterable<Mark>): Element {
  return s(
    'defs',
    ...[...marks].filter(isTextured).map((mark) => textureOf(idOf(name, mark), mark)),
  );
}

function isTextured({ state, side, rank }: Mark): boolean {
  return state === 'rated' && !(side === 'favourable' && rank === 0);
}

function idOf(name: string, { key }: Mark): string {
  return `${name}-${key}`;
}

const inkOf = {
  favourable: 'for',
  unfavourable: 'against',
  middle: 'muted',
  none: 'muted',
} as const;

/** Favourable upright stripes, unfavourable hatching, in between level stripes, without a side dots. The further down, the wider. */
function textureOf(id: string, { side, rank }: Mark): Element {
  const step = 4 + 2 * (side === 'favourable' ? rank - 1 : rank);
  const look = { stroke: inkOf[side], width: 1.2 };
  const turn = { favourable: 0, unfavourable: 45, middle: 90, none: 0 }[side];
  const motif =
    side === 'none'
      ? circle(step / 2, step / 2, 0.8, { fill: 'muted' })
      : line([step / 2, 0], [step / 2, step], look);
  const properties = {
    id,
    width: step,
    height: step,
    patternUnits: 'userSpaceOnUse',
    patternTransform: `rotate(${String(turn)})`,
  };
  return s(
    'pattern',
    properties,
    rectangle({ x: 0, y: 0, width: step, height: step }, { fill: 'paper' }),
    motif,
  );
}

/** Draws a mark in the middle of a box, as wide as the box. */
export function drawMark(name: string, mark: Mark, box: Box): ElementContent[] {
  return mark.state === 'rated' ? drawRating(name, mark, box) : drawSign(mark.state, box);
}

function drawRating(name: string, mark: Mark, box: Box): ElementContent[] {
  const { side, symbol } = mark;
  const middle = box.x + box.width / 2;
  const shown = cut(symbol, box.width - 4, letterSize.text * 1.07);
  const isSolid = !isTextured(mark);
  const word = write(shown, {
    x: middle,
    y: box.y + box.height / 2 + 4,
    bold: true,
    colour: isSolid ? 'on-solid' : inkOf[side],
    anchor: 'middle',
  });
  if (isSolid) return [rectangle(box, { fill: 'for' }, box.height / 2), word];
  const ground = rectangle(box, {}, formOf(side, box));
  ground.properties.fill = `url(#${idOf(name, mark)})`;
  const width = Math.min(box.width - 4, widthOf(shown, letterSize.text * 1.07) + 2);
  const plate = rectangle(
    { x: middle - width / 2, y: box.y + 1, width, height: box.height - 2 },
    { fill: 'paper' },
  );
  const dash = side === 'none' ? { dash: '1.5 1.5' } : {};
  const rim = rectangle(
    inset(box, 0.6),
    { stroke: inkOf[side], width: side === 'none' ? 1 : 1.3, ...dash },
    formOf(side, box),
  );
  const second =
    side === 'middle' ? [rectangle(inset(box, 2.2), { stroke: 'muted', width: 0.8 })] : [];
  return [ground, plate, rim, ...second, word];
}

function formOf(side: Side, { height }: Box): number {
  return side === 'favourable' ? height / 2 : side === 'none' ? 3 : 0;
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

/** The signs that the page sets in front of these words. */
function drawSign(state: Exclude<State, 'rated'>, box: Box): ElementContent[] {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const look = { stroke: 'muted', width: 1.2 } as const;
  const square: Box = { x: x - 3.8, y: y - 3.8, width: 7.6, height: 7.6 };
  switch (state) {
    case 'not-rated':
      return [circle(x, y, 4, look)];
    case 'not-asked':
      return [circle(x, y, 4, { ...look, dash: '1.4 1.7' }), circle(x, y, 1, { fill: 'muted' })];
    case 'no-evidence':
      return [circle(x, y, 4, look), line([x - 4.6, y + 4.6], [x + 4.6, y - 4.6], look)];
    case 'not-applicable':
      return [path(`M${String(x - 5)} ${String(y)}h10`, { ...look, width: 1.6 })];
    case 'not-reported':
      return [rectangle(square, look)];
    case 'missing':
      return [rectangle(square, { ...look, dash: '2.2 1.6' })];
  }
}
