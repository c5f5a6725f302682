/** What Mill's methods yield: candidates by elimination, never causes. */
import * as z from 'zod';

const ids = (meaning: string) => z.array(z.string()).describe(meaning);
const pair = z.tuple([z.string(), z.string()]);
const component = z.string().describe('id of the component');

const row = z.object({
  component,
  ratings: z.record(z.string(), z.string().nullable()).describe('by case id'),
});

const candidate = row.extend({
  evidence: z
    .record(z.string(), z.array(z.string()))
    .describe('by case id: ids of the records in its entry'),
  findings: ids('ids of the findings that name it'),
  rivals: ids(
    'ids of the rival explanations that name it, or that name the outcome and so speak of every candidate',
  ),
  suggestions: ids('ids of the suggestions that name it'),
});

const ruledOut = row.extend({
  because: z
    .enum(['alike', 'different'])
    .describe('what the two cases are in it, other than in the outcome'),
  by: z
    .array(pair)
    .describe('pairs of cases that rule it out, the most similar first; twelve at most'),
  pairs: z.number().int().describe('how many pairs rule it out'),
});

const why = z.enum([
  'not-rated',
  'not-asked',
  'no-evidence',
  'not-applicable',
  'not-reported',
  'missing',
  'no-membership',
  'middle',
  'unfounded',
]);

const open = z.object({
  component,
  missing: z
    .array(
      z.object({
        case: z.string().describe('id of the case'),
        why: why.describe('`unfounded`: rated without any evidence'),
      }),
    )
    .describe('entries that would have to decide it'),
  pairs: z.number().int().describe('pairs in which it is not decided'),
  decided: z.number().int().describe('pairs in which it is decided; none of them rules it out'),
});

const agreement = z.object({
  value: z
    .string()
    .describe(
      'what the cases share in the outcome: `present`, `absent`, or a mark where the legend has no memberships',
    ),
  cases: ids('ids of the cases'),
  shared: z.array(row).describe('components alike in all of them: not ruled out as necessary'),
  ruledOut: z.array(ruledOut).describe('components that differ between two of them: not necessary'),
  open: z.array(open).describe('components that cannot be judged'),
});

const likeness = z.object({
  cases: pair.describe('ids of the cases'),
  equal: z.number().int().describe('components in which they are alike'),
  different: z.number().int().describe('components in which they differ'),
  undecided: z.number().int().describe('components that one of them leaves open'),
  similarity: z.number().describe('equal ones among those that are decided'),
});

const condition = z.object({
  id: z
    .enum([
      'single-cause',
      'complete-list',
      'deterministic',
      'one-difference',
      'fewer-candidates-than-cases',
      'straight-relation',
      'reliable-marks',
      'equal-evidence',
      'like-units',
    ])
    .describe('the report has words for each'),
  status: z.enum(['met', 'not-met', 'not-shown']).describe('what this study says of it'),
  cases: ids('ids of the cases that show it'),
  of: ids('components, or names of attributes, that show it'),
  numbers: z
    .record(z.string(), z.number())
    .describe('by the names of the gaps in the report’s words'),
});

const ranked = (meaning: string) => z.array(likeness).describe(`${meaning}; ten at most`);

/** The form of the result of Mill's methods. */
export const millSchema = z
  .object({
    outcome: z
      .string()
      .nullable()
      .describe('component id of the outcome; null if the study names none'),
    ratings: z
      .record(z.string(), z.string().nullable())
      .describe('ratings of the outcome by case; null where it is not rated'),
    status: z
      .enum(['one-case', 'no-outcome', 'not-rated', 'alike', 'differs'])
      .describe(
        'whether a difference can be sought; `not-rated`: fewer than two cases decide the outcome',
      ),
    decided: ids('ids of the cases that decide the outcome'),
    scale: z
      .enum(['membership', 'marks'])
      .describe(
        'how marks are compared: on which side of 0.5 their membership lies, or as mere names',
      ),
    difference: z
      .object({
        candidates: z
          .array(candidate)
          .describe('components that differ in every pair of cases that differs in the outcome'),
        ruledOut: z
          .array(ruledOut)
          .describe(
            'components alike in some pair of cases that differs in the outcome, or, where such pairs leave them open, different in one alike in it',
          ),
        open: z
          .array(open)
          .describe('components that no pair rules out and some pair leaves undecided'),
      })
      .describe('method of difference, over all pairs'),
    agreement: z
      .array(agreement)
      .describe('method of agreement, for each value of the outcome that two cases share'),
    joint: z
      .object({
        isPossible: z.boolean().describe('two values of the outcome are shared by two cases each'),
        components: ids(
          'ids of the candidates that are also alike within each group of cases with like outcomes',
        ),
      })
      .describe(
        'joint method of agreement and difference, which Mill also calls the indirect method of difference',
      ),
    contrasts: z
      .object({
        different: z
          .array(row)
          .describe('components that differ between two cases: not candidates'),
        equal: z.array(row).describe('components decided alike in all cases'),
        open: ids('the others'),
      })
      .describe(
        'where no difference can be sought: what the cases show apart from the outcome; empty where one can',
      ),
    pairs: z
      .object({
        mostSimilar: ranked('pairs that differ in the outcome, the most similar first'),
        mostDifferent: ranked('pairs alike in the outcome, the most different first'),
        unknown: ranked(
          'pairs of which the outcome is not decided in both, the most similar first',
        ),
      })
      .describe(
        'most similar pairs with different outcomes, most different pairs with the same outcome',
      ),
    conditions: z
      .array(condition)
      .describe('what the method supposes, and what this study says of it'),
  })
  .describe('what differs along with the outcome, by Mill’s methods');

/** What is left, ruled out and open by the methods of difference and agreement. */
export type Mill = z.infer<typeof millSchema>;
/** A component that differs along with the outcome. */
export type Candidate = z.infer<typeof candidate>;
/** A component that is ruled out, with the pairs that do so. */
export type RuledOut = z.infer<typeof ruledOut>;
/** A component that missing cells leave open. */
export type Open = z.infer<typeof open>;
/** What cases alike in the outcome have in common. */
export type Agreement = z.infer<typeof agreement>;
/** How alike two cases are. */
export type Likeness = z.infer<typeof likeness>;
/** Something that the methods suppose. */
export type Condition = z.infer<typeof condition>;
