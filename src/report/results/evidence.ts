/** How a piece of evidence reads: its words, its record, what kind of source it comes from, what it supports. */
import type { PhrasingContent, RootContent } from 'mdast';
import { isLanguageTag } from '../../text/languages.js';
import type { Content } from '../../domain/text.js';
import type { Evidence, Record } from '../../domain/study.js';
import type { Original } from '../../domain/note.js';
import type { Source } from '../../domain/source.js';
import { perspectiveOf } from '../../study/entries.js';
import { linkedBlocks } from '../prose/linked.js';
import {
  division,
  emphasis,
  inline,
  joined,
  paragraph,
  quotation,
  text,
  withProperties,
} from '../prose/nodes.js';
import { fill, languageIn, listed, wordFor } from '../prose/words.js';
import { linkTo, shownMark, type Context } from '../names/context.js';

/** Verbatim evidence as a quotation, paraphrased evidence as a paragraph; its origin after it. */
export function renderEvidence(context: Context, evidence: Evidence): RootContent {
  const words = beside(
    context,
    linkedBlocks(context.study, evidence.content, context.under),
    shownOriginal(evidence),
  );
  const shown =
    evidence.kind === 'verbatim' && !evidence.content.withheld ? [quotation(words)] : words;
  return division('evidence', [...shown, originOf(context, evidence)], {
    dataKind: evidence.kind,
    dataSource: evidence.resolved.source?.kind ?? 'none',
    dataCounter: evidence.isCounter,
  });
}

/** The words in their own language; none if the translation is withheld. */
export function shownOriginal({
  content,
  original,
}: {
  content: Content;
  original: Original | null;
}): Original | null {
  return content.withheld && original?.content.withheld ? null : original;
}

/** A translation with the words in their own language beside it; other blocks as they are. */
export function beside(
  { study, words, language, under }: Context,
  translation: RootContent[],
  original: Original | null,
): RootContent[] {
  if (!original) return translation;
  const label = emphasis(
    text(fill(words.text.original, { language: languageIn(language, original.language) })),
  );
  const own = isLanguageTag(original.language) ? { lang: original.language } : {};
  const blocks = [
    withProperties(paragraph(label), { lang: language }),
    ...linkedBlocks(study, original.content, under),
  ];
  return [
    division('bilingual', [
      division('translation', translation),
      division('original', blocks, own),
    ]),
  ];
}

function originOf(context: Context, evidence: Evidence): RootContent {
  const { words } = context;
  const { record, source } = evidence.resolved;
  const parts: PhrasingContent[][] = [
    [
      record
        ? linkTo({ kind: 'record', id: record.key }, text(record.key))
        : text(fill(words.text.asWritten, { record: evidence.record.text })),
    ],
  ];
  if (record && source) {
    const origin = describeRecord(context, record, source);
    const shown =
      evidence.kind === 'paraphrased' ? fill(words.text.paraphraseOf, { record: origin }) : origin;
    parts.push([inline('origin-kind', [text(shown)])]);
  }
  if (evidence.codes.length > 0) parts.push(codesOf(context, evidence));
  if (evidence.mark !== null)
    parts.push([
      inline(evidence.isCounter ? 'counter' : 'speaks-for', [
        text(
          fill(evidence.isCounter ? words.text.counter : words.text.speaksFor, {
            mark: shownMark(evidence.speaksFor ?? ''),
          }),
        ),
      ]),
    ]);
  return division('origin', [paragraph(text('— '), ...joined(parts, ' · '))]);
}

function codesOf({ words }: Context, { codes, resolved }: Evidence): PhrasingContent[] {
  const known = new Map(resolved.codes.map((code) => [code.id, code]));
  return joined(
    codes.map(({ text: id }) => [
      known.has(id) ? linkTo({ kind: 'code', id }, text(id)) : text(id),
    ]),
    words.marks.list,
  );
}

/** `interview, insider, own words, translated`: what a reader needs to weigh a record. */
export function describeRecord(
  { words }: Context,
  { flags, form }: Record,
  source: Source,
): string {
  const perspective = perspectiveOf(source);
  const parts = [
    wordFor(words.recordKinds, source.kind),
    ...(perspective === null ? [] : [wordFor(words.perspectives, perspective)]),
    words.flags[form],
    ...(flags.includes('translated') ? [words.flags.translated] : []),
  ];
  return listed(words, parts, 'parts');
}
