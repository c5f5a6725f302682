/** Finds the fonts that come with the program. */
import { createRequire } from 'node:module';

const fontFiles = ['serif', 'sans'].flatMap((kind) => {
  const name = kind === 'serif' ? 'NotoSerif' : 'NotoSans';
  return [
    ...['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((style) => [
      `noto-${kind}`,
      style,
      name,
    ]),
    ...['400Regular', '700Bold'].map((style) => [`noto-${kind}-sc`, style, `${name}SC`]),
  ];
});
const otherScripts = [
  ['noto-naskh-arabic', '400Regular', 'NotoNaskhArabic'],
  ['noto-serif-hebrew', '400Regular', 'NotoSerifHebrew'],
  ['noto-emoji', '400Regular', 'NotoEmoji'],
];

/** Paths of the font files that come with the program; the machine's own are never used. */
export function findFonts(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return [...fontFiles, ...otherScripts].map(([family = '', style = '', name = '']) =>
    resolve(`@expo-google-fonts/${family}/${style}/${name}_${style}.ttf`),
  );
}
