/** Works that are cited, and images. */
import type { Place } from './text.js';

/** A work that `[@key]` may cite. */
export interface Work {
  key: string;
  /** As CSL-JSON has it. */
  item: CslItem;
  /** Of its entry in the bibliography. */
  place: Place;
  /** In running text: `Bryson et al., 2006`. */
  label: string;
  /** In the list of references. */
  reference: string;
  url: string | null;
}

/** A name as CSL-JSON has it. */
export interface CslName {
  family?: string | undefined;
  given?: string | undefined;
  literal?: string | undefined;
}

/** A work in the terms of the Citation Style Language: what is read of it here, and all else that its entry says. */
export interface CslItem {
  [variable: string]: unknown;
  id: string;
  type: string;
  title?: string | undefined;
  language?: string | undefined;
  author?: CslName[] | undefined;
  editor?: CslName[] | undefined;
}

/** How a report cites. */
export interface CitationStyle {
  /** Of a bundled style, or the path of the study's own. */
  name: string;
  /** The study's own style, as CSL; null for a bundled one. */
  source: string | null;
  /** Where study.md names it. */
  place: Place | null;
}

/** What is known of a picture without its pixels. */
export interface ImageFacts {
  path: string;
  /** `png`, as its first bytes say; null if they say nothing. */
  kind: 'png' | 'jpeg' | 'gif' | 'webp' | null;
  /** Bytes. */
  size: number;
  /** It has no end, or its end is missing. */
  isCutOff: boolean;
}
