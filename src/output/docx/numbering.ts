/** Numbers of headings and lists. */
import {
  AlignmentType,
  LevelFormat,
  LevelSuffix,
  type ILevelsOptions,
  type INumberingOptions,
} from 'docx';
import { deepest, numbersFrom, step } from './lists.js';

const bullets = ['•', '–', '▪'];
const formats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN];
const levels = Array.from({ length: deepest + 1 }, (_, level) => level);

/** The numbering of headings, bound to their styles; of bullets; and of lists that begin with each of some numbers. */
export function numberingOf(starts: Set<number>): INumberingOptions {
  return {
    config: [
      { reference: 'headings', levels: levels.slice(0, 6).map(headingLevel) },
      {
        reference: 'bullets',
        levels: levels.map((level) =>
          listLevel(level, LevelFormat.BULLET, bullets[level % 3] ?? '•', 1),
        ),
      },
      ...[...starts].map((start) => ({
        reference: numbersFrom(start),
        levels: levels.map((level) =>
          listLevel(
            level,
            formats[level % 3] ?? LevelFormat.DECIMAL,
            `%${String(level + 1)}.`,
            start,
          ),
        ),
      })),
    ],
  };
}

/** Headings on lower levels name sources and records, which the PDF does not number either. */
const numberedLevels = 2;

function headingLevel(level: number): ILevelsOptions {
  const isNumbered = level < numberedLevels;
  const number = levels
    .slice(0, level + 1)
    .map((each) => `%${String(each + 1)}`)
    .join('.');
  return {
    level,
    format: LevelFormat.DECIMAL,
    text: isNumbered ? number : '',
    alignment: AlignmentType.LEFT,
    suffix: isNumbered ? LevelSuffix.SPACE : LevelSuffix.NOTHING,
    style: { style: `Heading${String(level + 1)}`, paragraph: { indent: { left: 0, hanging: 0 } } },
  };
}

function listLevel(
  level: number,
  format: ILevelsOptions['format'],
  text: string,
  start: number,
): ILevelsOptions {
  return {
    level,
    ...(format && { format }),
    text,
    start,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: step * (level + 1), hanging: 300 } } },
  };
}
