/** Codes as study.json and templates have them. */
import * as z from 'zod';
import type { Study } from '../../domain/study.js';
import { indexFramework } from '../../study/framework.js';
import { content } from './content.js';
import { select } from './select.js';

/** A code of the codebook. */
export const code = z.object({
  id: z.string().describe('`HAIR`'),
  name: z.string().describe('what it is short for'),
  components: z.array(z.string()).describe('ids of the components with which it is matched'),
  definition: z.string().nullable().describe('what it means'),
  include: z.string().nullable().describe('when it is given'),
  exclude: z.string().nullable().describe('when it is not'),
  about: content.describe('what else the codebook says of it'),
});

/** The codes as plain objects; names of components that the framework does not know are left out. */
export function codesOf({ codes, framework }: Study): z.infer<typeof code>[] {
  const index = indexFramework(framework);
  return codes.map((each) => {
    const components = each.components.flatMap(({ text }) => index.find(text)?.id ?? []);
    return select(code, { ...each, components });
  });
}
