/** The fonts that a Word file names; it cannot bring any. */
import type { Style } from '../../domain/protocol.js';

/** Names of fonts. */
export interface Fonts {
  latin: string;
  han: string;
  /** Han characters of headings. */
  hanHead: string;
}

/**
 * The fonts of a style. Noto is on few machines with Word, so unless the author chooses, these are fonts that come with
 * Windows and with Word for Mac: Times New Roman with SimSun, the pair of Chinese journals, and Arial with Microsoft YaHei. Both
 * Han fonts have the shapes of Simplified Chinese, whatever the language of the machine. SimSun has no bold, so headings
 * are set in Microsoft YaHei, which has.
 */
export function fontsOf({ font, latin, han }: Style): Fonts {
  const isSerif = font === 'serif';
  return {
    latin: latin ?? (isSerif ? 'Times New Roman' : 'Arial'),
    han: han ?? (isSerif ? 'SimSun' : 'Microsoft YaHei'),
    hanHead: han ?? 'Microsoft YaHei',
  };
}

/** How Word names the language of a report. */
export function languageOf(language: string): string {
  return { en: 'en-GB', zh: 'zh-CN' }[language] ?? language;
}
