/** Results without the report around them, for whoever asks for a method alone. */
import type { Root, RootContent } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import type { Analysis } from '../../analyse/index.js';
import { methods, type Method } from '../../analyse/methods.js';
import type { Study } from '../../domain/study.js';
import { styleOf } from '../../parse/protocol/style.js';
import { setCitations } from '../citations/index.js';
import { documentOf } from '../document/document.js';
import { heading, text } from '../prose/nodes.js';
import { frameworkIn } from '../document/translated.js';
import type { Words } from '../prose/words.js';
import { contextOf, saidIn, type Context } from '../names/context.js';
import { results } from './index.js';

/** What is to be rendered. */
export interface Alone {
  study: Study;
  analysis: Analysis;
  messages: VFileMessage[];
  methods: Method[];
}

/** In which words; `chinese` is the locale by which Chinese works are cited. */
export interface Wording {
  words: Words;
  language: string;
  chinese: string;
}

/** The results of methods as the report prints them, each under its name. */
export async function renderAlone(
  { methods: asked, ...given }: Alone,
  wording: Wording,
): Promise<Root> {
  return composeAlone(given, wording, (context) =>
    asked.flatMap((method) => [
      heading(1, text(wording.words.methods[method])),
      ...(results[methods[method]]?.({ ...context, under: 1 }, null) ?? []),
    ]),
  );
}

/** The checklists of an analysis as the report prints them. */
export async function renderChecklistsAlone(
  given: Omit<Alone, 'methods'>,
  wording: Wording,
): Promise<Root> {
  return composeAlone(
    given,
    wording,
    (context) => results.checklists?.({ ...context, under: 0 }, null) ?? [],
  );
}

async function composeAlone(
  { study, analysis, messages }: Omit<Alone, 'methods'>,
  { words, language, chinese }: Wording,
  blocks: (context: Omit<Context, 'under'>) => RootContent[],
): Promise<Root> {
  const told = { ...study, framework: frameworkIn(language, study.framework) };
  const style = styleOf(study.protocol.style);
  const children = blocks(
    contextOf({
      study: told,
      analysis,
      words,
      language,
      style,
      ...saidIn(documentOf(study, analysis, messages)),
    }),
  );
  const { root } = await setCitations({ type: 'root', children }, study, { language, chinese });
  return root;
}
