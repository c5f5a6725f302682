/** `disclosure:` of study.md: what a public report may say of respondents. */
import * as z from 'zod';
import { coarsenings, type Coarsening, type Disclosure } from '../../domain/protocol.js';
import { keyOf } from '../../text/names.js';
import type { FrontMatter } from '../text/front-matter.js';

const way = z.union(
  [z.enum(coarsenings), z.record(z.string(), z.union([z.string(), z.number()]))],
  'expected `decade`, `year`, `omit`, or each value with the word that stands for it, such as `{ Chaoyang District: Beijing }`',
);

/** Evidence is compared and weighed by these, so they are never made coarser. */
const ofStructure = ['kind', 'perspective', 'access', 'case'].map(keyOf);

/** `disclosure:` of study.md. */
export const disclosureSchema = z.strictObject({
  k: z.number('expected a number of respondents, 2 or more').int().min(2).optional(),
  identifying: z.array(z.string(), 'expected a list of attributes').optional(),
  coarsen: z
    .record(z.string(), way, 'expected attributes, each with what becomes of it')
    .refine((rules) => !Object.keys(rules).some((name) => ofStructure.includes(keyOf(name))), {
      error:
        'expected attributes of respondents; `kind`, `perspective`, `access` and `case` stay as they are, since the evidence is weighed by them',
    })
    .optional(),
});

type Written = z.infer<typeof disclosureSchema>;

/** Of two respondents each could recognise the other. */
const defaultK = 3;

/** What study.md says, with the places of the names. */
export function disclosureOf(
  written: Written = {},
  { placeOf, placeOfKey }: Pick<FrontMatter<unknown>, 'placeOf' | 'placeOfKey'>,
): Disclosure {
  const { k = defaultK, identifying, coarsen = {} } = written;
  return {
    k,
    identifying:
      identifying?.map((text, index) => ({
        text,
        place: placeOf(['disclosure', 'identifying', index]),
      })) ?? null,
    coarsen: Object.entries(coarsen).map(([text, to]) => ({
      text,
      place: placeOfKey(['disclosure', 'coarsen', text]),
      to: coarseningOf(to),
    })),
  };
}

function coarseningOf(written: NonNullable<Written['coarsen']>[string]): Coarsening {
  if (typeof written === 'string') return written;
  return new Map(Object.entries(written).map(([value, word]) => [value, String(word)]));
}
