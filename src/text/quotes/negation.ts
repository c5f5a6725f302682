/** Negations, in the languages that the words below know. */

const english = String.raw`not|never|no|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|barely|scarcely|seldom|rarely|\p{L}+n't|fail(?:s|ed)? to`;
const words: { [language: string]: string } = {
  en: english,
  de: 'nicht|nie|niemals|niemand(?:en|em)?|nichts|kein(?:e|en|em|er|es)?|ohne|weder|noch nie|kaum|keinesfalls|keineswegs',
  fr: String.raw`ne|n'\p{L}+|pas|jamais|rien|aucune?|personne|sans|ni|guère|nulle part`,
  es: 'no|nunca|jamás|nadie|nada|sin|ni|tampoco|ningun[oa]?|ningún|apenas',
};
/** What has the form of a negation and denies nothing. */
const harmless: { [language: string]: string } = {
  en: String.raw`not (?:only|just|merely|simply|least)|no doubt|no matter|no\.? ?\d+|without doubt|or not|not to mention|no sooner`,
  de: 'nicht (?:nur|bloß|zuletzt)|ohne zweifel|nicht wahr',
  fr: "pas (?:seulement|uniquement|à pas)|sans doute|n'importe|un pas",
  es: 'no (?:solo|sólo|solamente|obstante)|sin (?:duda|embargo)',
};

const chinese = /不|没|沒|無|无|未|非|别|莫|勿|否/u;
/** A verb with its own negation asks and denies nothing: `是不是`. */
const asked = /(.)[不没沒]\1|(.)没(?:有)?\2/gu;
const harmlessChinese = new RegExp(
  [
    '不过|不僅|不仅|不但|不只|不光|不单|不论|不管|不同|不断|不久|不少|不得不|不妨|不由得|不如说|差不多|不禁|不约而同|不言而喻|不愧|不可或缺|对不起|不好意思|了不起|迫不及待',
    '无论|無論|无疑|无非|无不|无数|没准|未来|未必不|未免|未尝不|没有不|莫过于|莫大|莫名',
    '非常|并非不|除非|是非|非洲|非但|非得|非要|无可非议|非政府|非营利|非公|非物质|非遗',
    '区别|分别|特别|个别|级别|类别|性别|识别|差别|鉴别|告别|别人|别的|别处|别名|别墅|辨别|判别|派别|国别',
    '是否|能否|可否|与否|否则|莫非|有没有|勿忘',
  ].join('|'),
  'gu',
);

interface Language {
  negation: RegExp;
  harmless: RegExp;
}

const languages = new Map(
  Object.entries(words).map(([name, pattern]): [string, Language] => [
    name,
    {
      negation: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, 'iu'),
      harmless: new RegExp(
        String.raw`(?<![\p{L}\p{N}])(?:${harmless[name] ?? '$^'})(?![\p{L}])`,
        'giu',
      ),
    },
  ]),
);

/** The first negation of a text; null if it has none. A language that is not known here counts as English and Chinese. */
export function negationIn(text: string, language: string | null): string | null {
  const han = text.replace(asked, ' ').replace(harmlessChinese, ' ');
  const found = chinese.exec(han)?.[0];
  if (found !== undefined) return found;
  const known =
    languages.get((language ?? 'en').toLowerCase().replace(/[-_].*$/, '')) ?? languages.get('en');
  if (!known) return null;
  const plain = text.replace(/[’‘ʼ]/g, "'").replace(known.harmless, ' ');
  return known.negation.exec(plain)?.[0] ?? null;
}
