/** A study in which nothing is written. */
import type { Parsed } from '../domain/parsed.js';
import { chooseStyle } from './protocol/citation-style.js';
import { defaultProtocol } from './protocol/protocol.js';

/** What a data file is shown in: no case, no source, and a framework without parts. */
export function emptyParsed(): Parsed {
  const about = { nodes: [], text: '' };
  return {
    protocol: defaultProtocol(),
    framework: { id: 'none', title: 'none', propositions: [], about, dimensions: [] },
    notes: [],
    sources: [],
    codebook: null,
    ratings: [],
    works: [],
    citationStyle: chooseStyle(null, new Map()).citationStyle,
    register: null,
    checklists: [],
    unread: [],
  };
}
