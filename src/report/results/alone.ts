/** Results without the report around them, for whoever asks for a method alone. */
import type { Root } from 'mdast';
import type { VFileMessage } from 'vfile-message';
import type { Analysis } from '../../analyse/index.js';
import { methods, type Method } from '../../analyse/methods.js';
import type { Study } from '../../model.js';
import { styleOf } from '../../parse/style.js';
import { setCitations } from '../citations/index.js';
import { documentOf } from '../document.js';
import { heading, text } from '../nodes.js';
import { frameworkIn } from '../translated.js';
import type { Words } from '../words.js';
import { contextOf } from './context.js';
import { results } from './index.js';

/** What is to be read. */
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
export async function readAlone(
  { study, analysis, messages, methods: asked }: Alone,
  { words, language, chinese }: Wording,
): Promise<Root> {
  const told = { ...study, framework: frameworkIn(language, study.framework) };
  const style = styleOf(study.protocol.style);
  const context = {
    ...contextOf({
      study: told,
      analysis,
      words,
      language,
      style,
      messages: documentOf(study, analysis, messages).messages,
      changes: null,
    }),
    under: 1,
  };
  const children = asked.flatMap((method) => [
    heading(1, text(words.methods[method])),
    ...(results[methods[method]]?.(context, null) ?? []),
  ]);
  const { root } = await setCitations({ type: 'root', children }, study, { language, chinese });
  return root;
}
