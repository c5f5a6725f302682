/** What is asked of the engine of citations, and what it answers. */
import type { Cite } from '../../text/markdown.js';
import type { Work } from '../../domain/work.js';

/** A citation whose works are known. */
export interface Request {
  isNarrative: boolean;
  items: (Pick<Cite, 'locator' | 'prefix' | 'isAuthorSuppressed'> & { work: Work })[];
  /** Words after the last item. */
  suffix: string;
  /** Number of the footnote in which it stands or will stand; 0 in the running text. */
  note: number;
}

/** Words are the engine's HTML. */
export interface Answer {
  /** By the order of the requests. In a style of footnotes the first part of a narrative one stands in the text. */
  citations: { text: string; note: string | null }[];
  /** In the order of the style. */
  entries: { key: string; reference: string }[];
  /** In running text, without brackets, by key. */
  labels: Map<string, string>;
}
