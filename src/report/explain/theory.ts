/** What theory says: propositions against the cases, and codes. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Patterns } from '../../analyse/patterns.js';
import { keyOfThing } from '../../study/keys.js';
import { propositionsOf } from '../../study/framework.js';
import { joined, paragraph, text } from '../prose/nodes.js';
import { codeBlocks } from '../results/codebook.js';
import { linkTo, shownMark, titleOf } from '../names/context.js';
import { linkedMark } from '../names/naming.js';
import { linkedThing } from '../names/things.js';
import { explained, listed, titled } from '../prose/words.js';
import { saidAt } from './messages.js';
import { facts, part, placeIn, points, titleLine, usesOf, type Explaining } from './parts.js';
import type { SubjectOf } from './subject.js';

/** A proposition: what it expects and who says so, and what each case shows. */
export function explainProposition(
  context: Explaining,
  { id }: SubjectOf<'proposition'>,
): RootContent[] {
  const { words, study, analysis, citations } = context;
  const proposition = propositionsOf(study.framework).find((each) => each.id === id);
  if (!proposition) return [];
  const rows = analysis.patterns.filter((row) => row.proposition === id);
  const [first] = rows;
  return [
    titleLine(context, id, 'proposition'),
    paragraph(text(proposition.text)),
    ...facts(context, [
      [
        words.table.expected,
        first?.expects == null ? words.patternVerdicts['no-sign'] : shownMark(first.expects),
      ],
      [
        words.matching.ownRule,
        first?.by === 'study' ? (first.reason ?? words.matching.noReason) : null,
      ],
    ]),
    ...rows.flatMap((row) =>
      part(
        row.component === null ? words.text.whole : titleOf(context, row.component),
        points(context, verdictLines(context, row)),
      ),
    ),
    ...(citations.holdersOf.has(keyOfThing({ kind: 'proposition', id }))
      ? usesOf(context, { kind: 'proposition', id })
      : []),
  ];
}

/** One line per case: mark, verdict, the records for it and against it. */
function verdictLines(
  context: Explaining,
  { component, cells }: Patterns[number],
): PhrasingContent[][] {
  const { words, study } = context;
  if (component === null) return [];
  return study.cases.flatMap(({ id, title }) => {
    const found = cells[id];
    if (!found) return [];
    const records = [...found.evidence, ...found.counter].map((key) => [
      linkTo({ kind: 'record', id: key }, text(key)),
    ]);
    return [
      [
        text(title + words.marks.colon),
        linkedMark(context, component, id),
        text(words.marks.parts + words.patternVerdicts[found.verdict]),
        ...(records.length > 0
          ? [text(words.marks.colon), ...joined(records, words.marks.list)]
          : []),
      ],
    ];
  });
}

/** The propositions that concern a component, each with what it expects, and its verdict for a case if one is named. */
export function propositionLines(
  { study, analysis, words }: Explaining,
  component: string,
  inCase: string | null,
): PhrasingContent[][] {
  const texts = new Map(propositionsOf(study.framework).map((each) => [each.id, each.text]));
  return analysis.patterns
    .filter((row) => row.component === component)
    .map(({ proposition, expects, cells }) => {
      const verdict = inCase === null ? undefined : cells[inCase]?.verdict;
      const sign = expects === null ? words.patternVerdicts['no-sign'] : shownMark(expects);
      const shown = [
        sign,
        ...(verdict && expects !== null ? [words.patternVerdicts[verdict]] : []),
      ];
      return [
        text(
          titled(
            words,
            explained(words, proposition, listed(words, shown, 'items')),
            texts.get(proposition) ?? '',
          ),
        ),
      ];
    });
}

/** A code: its definition and its match, and the records that have it with the entries in which they do. */
export function explainCode(context: Explaining, { id }: SubjectOf<'code'>): RootContent[] {
  const { words, study, analysis, citations } = context;
  const code = study.codes.find((each) => each.id === id);
  if (!code) return [];
  const records = analysis.codes.find((row) => row.code === id)?.records ?? [];
  const lines = records.map(({ record, entries }) => [
    linkTo({ kind: 'record', id: record }, text(record)),
    text(words.marks.colon),
    ...joined(
      entries.map((entry) => [
        linkedThing(context, { kind: 'entry', id: entry.component, case: entry.case }),
      ]),
      words.marks.items,
    ),
  ]);
  return [
    titleLine(context, code.name === id ? id : titled(words, id, code.name), 'code'),
    ...codeBlocks({ ...context, under: 2 }, code, null),
    ...facts(context, [[words.explain.place, placeIn(code.place)]]),
    ...part(titled(words, words.explain.records, String(records.length)), points(context, lines)),
    ...(citations.holdersOf.has(keyOfThing({ kind: 'code', id }))
      ? usesOf(context, { kind: 'code', id })
      : []),
    ...saidAt(context, code.place, code.about.nodes),
  ];
}
