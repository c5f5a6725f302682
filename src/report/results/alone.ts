/** Results of single methods, without a report around them. */
import type { Root, RootContent } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import type { Analysis } from '../../analyse/index.js';
import type { Checklists } from '../../analyse/checklists/schema.js';
import { knownMethods, type Method, type Results } from '../../analyse/methods.js';
import type { Study } from '../../domain/study.js';
import { styleOf } from '../../parse/protocol/style.js';
import { setCitations } from '../citations/index.js';
import { remarksOn } from '../document/document.js';
import { heading, text } from '../prose/nodes.js';
import { frameworkIn } from '../document/translated.js';
import type { Words } from '../prose/words.js';
import { contextOf, type Context, type ContextWith, type Renderer } from '../names/context.js';
import { ofAnalysis } from './index.js';
import { renderChecklists } from './checklists/checklists.js';

/** What is to be rendered. */
export interface Alone {
  study: Study;
  messages: VFileMessage[];
}

/** Results of methods, with the order in which cases stand in them. */
export interface ResultsAlone extends Alone {
  results: Results;
  analysis: Pick<Analysis, 'order'>;
}

/** The language of the words; `chinese` is the locale by which Chinese works are cited. */
export interface Wording {
  words: Words;
  language: string;
  chinese: string;
}

/** The results of methods as the report prints them, each under its name. */
export async function renderAlone(
  { results, analysis, ...given }: ResultsAlone,
  wording: Wording,
): Promise<Root> {
  return composeAlone(given, wording, (context) =>
    knownMethods.flatMap((method) =>
      renderMethod(method, results[method], { ...context, analysis, under: 1 }),
    ),
  );
}

const renderers: { [M in Method]: Renderer<Analysis[M], ContextWith<'order'>> } = ofAnalysis;

function renderMethod<M extends Method>(
  method: M,
  result: Analysis[M] | undefined,
  context: ContextWith<'order'>,
): RootContent[] {
  return result === undefined
    ? []
    : [
        heading(1, text(context.words.methods[method])),
        ...renderers[method](result, context, null),
      ];
}

/** The checklists of an analysis as the report prints them. */
export async function renderChecklistsAlone(
  { checklists, ...given }: Alone & { checklists: Checklists },
  wording: Wording,
): Promise<Root> {
  return composeAlone(given, wording, (context) =>
    renderChecklists(checklists, { ...context, under: 0 }, null),
  );
}

async function composeAlone(
  { study, messages }: Alone,
  { words, language, chinese }: Wording,
  blocks: (context: Omit<Context, 'under'>) => RootContent[],
): Promise<Root> {
  const told = { ...study, framework: frameworkIn(language, study.framework) };
  const style = styleOf(study.protocol.style);
  const children = blocks(
    contextOf({
      study: told,
      words,
      language,
      style,
      ...remarksOn(study, messages),
    }),
  );
  const { root } = await setCitations({ type: 'root', children }, study, { language, chinese });
  return root;
}
