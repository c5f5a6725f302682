import {
  evidenceMeasures,
  type EvidenceMeasure,
  type EvidenceRule,
  type LoneBasis,
} from '../../domain/protocol.js';
import { entriesOf, evidenceIn } from '../../study/entries.js';
import { countOf, ruleOn, type Ruling } from '../../study/weight.js';
import type { Rule } from '../rule.js';

/** Points at ratings that rest on less evidence than study.md asks for. */
export const ratingMeetsEvidenceRule: Rule = {
  id: 'rating-meets-evidence-rule',
  severity: 'warning',
  description: 'A rating rests on as much evidence as study.md asks of it.',
  note: 'Decision rules for a judgement are set before it and held to (Miles & Huberman); several sources of evidence make a construct valid (Yin).',
  *check({ cases, protocol }) {
    if (protocol.evidenceRules.length === 0) return;
    for (const entry of entriesOf({ cases })) {
      const ruling = ruleOn(entry, protocol);
      // A rating without any evidence has a message of its own.
      if (!ruling || ruling.missing.length === 0 || evidenceIn(entry).length === 0) continue;
      const broken = brokenRules(ruling);
      const [first] = broken;
      const left = evidenceIn(entry).some(({ isCounter }) => isCounter)
        ? '; evidence for another rating is not counted'
        : '';
      yield {
        place: entry.mark?.place ?? entry.place,
        ...(first && { cause: first.place }),
        reason: `Unexpected \`${entry.rating ?? ''}\` on ${describe(ruling)}, expected ${broken.map(({ text }) => text).join(', and ')}${left}`,
      };
    }
  },
};

function brokenRules({ rules, missing }: Ruling): EvidenceRule[] {
  return rules.filter(({ least, notAlone }) =>
    missing.some(({ what, has }) =>
      has === null ? notAlone.includes(what) : (least[what] ?? 0) > has,
    ),
  );
}

const nouns: { [M in EvidenceMeasure]: [string, string] } = {
  pieces: ['piece', 'pieces'],
  records: ['record', 'records'],
  sources: ['source', 'sources'],
  kinds: ['kind', 'kinds'],
  perspectives: ['stated perspective', 'stated perspectives'],
};

const lone: { [B in LoneBasis]: string } = {
  'self-report': 'self-report alone',
  translation: 'translation alone',
  paraphrase: 'paraphrase alone',
};

/** `1 source of 1 kind, self-report alone`: how much there is of what the broken rules count. */
function describe(ruling: Ruling): string {
  const rules = brokenRules(ruling);
  const counted = evidenceMeasures.filter((measure) =>
    rules.some(({ least }) => least[measure] !== undefined),
  );
  const words = counted.map((measure) => {
    const n = countOf(ruling.basis, measure);
    return { measure, text: `${String(n)} ${nouns[measure][n === 1 ? 0 : 1]}` };
  });
  const amounts = words
    .filter(({ measure }) => measure !== 'kinds' && measure !== 'perspectives')
    .map(({ text }) => text);
  const spread = words.flatMap(({ measure, text }) =>
    measure === 'kinds' ? `of ${text}` : measure === 'perspectives' ? `from ${text}` : [],
  );
  // With kinds and perspectives only, the sentence begins with “evidence”.
  const basis = [
    amounts.length > 0 ? amounts.join(', ') : spread.length > 0 ? 'evidence' : '',
    ...spread,
  ]
    .filter((part) => part !== '')
    .join(' ');
  return [basis, ...ruling.missing.flatMap(({ what, has }) => (has === null ? lone[what] : []))]
    .filter((part) => part !== '')
    .join(', ');
}
