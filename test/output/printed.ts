/** What the writers of printed formats are handed, and what of a study their files must hold. */
import type { Root, RootContent } from 'mdast';
import { readPackageFile, readTemplates } from '../../src/world/package-files.js';
import { findFonts } from '../../src/world/fonts.js';
import type { Printed } from '../../src/output/printed.js';
import { styleOf, type WrittenStyle } from '../../src/parse/protocol/style.js';
import type { BuildPlan } from '../../src/tasks/build.js';
import { heading, text } from '../../src/report/prose/nodes.js';

const templates = readTemplates();

/** The bundled fonts and layout, a title, and a style over the default. */
export async function printedWith(
  style: WrittenStyle = {},
  images: { [url: string]: Uint8Array } = {},
): Promise<Printed> {
  return {
    about: { title: 'A report', authors: ['Ada Author'], date: '2026-11-23', language: 'en' },
    style: styleOf({ contents: false, numbering: false, ...style }),
    words: { contents: 'Contents', table: 'Table', figure: 'Figure', page: 'Page {n} of {all}' },
    layout: String((await templates).get('print/layout.typ')),
    images: new Map(Object.entries(images)),
    fontFiles: findFonts(),
    packageFile: readPackageFile,
  };
}

/** A report with a title. */
export function reportOf(...blocks: RootContent[]): Root {
  return { type: 'root', children: [heading(1, text('A report')), ...blocks] };
}

interface Document {
  study: {
    sections: {
      [role: string]: { content: string; items: { id: string; title: string; content: string }[] };
    };
  };
  cases: {
    profile: string;
    entries: {
      findings: string[];
      rationale: string | null;
      evidence: { record: string; text: string }[];
    }[];
  }[];
  records: { id: string; text: string }[];
  works: { reference: string }[];
}

/**
 * Every claim and every record of a study.json, in pieces between its citations and line ends, which each format sets in its
 * own way; the pieces of one claim stand behind each other.
 */
export function claimsOf({ outputs }: BuildPlan): string[][] {
  const json = String(outputs.find(({ path }) => path === 'study.json')?.bytes);
  const { study, cases, records, works } = JSON.parse(json) as Document;
  const items = Object.values(study.sections).flatMap((section) => section.items);
  const entries = cases.flatMap((each) => each.entries);
  return [
    ...items.flatMap(({ id, title, content }) => [`${id}: ${title}`, content]),
    ...cases.map(({ profile }) => profile),
    ...entries.flatMap(({ findings, rationale, evidence }) => [
      ...findings,
      rationale ?? '',
      ...evidence.map((each) => each.text),
    ]),
    ...records.map((record) => record.id),
    ...records.map((record) => record.text),
    ...works.map((work) => work.reference),
  ].map((claim) => claim.split(/\[@[^\]]*\]|\n/).filter((piece) => piece.trim() !== ''));
}

/** The claims that a text does not hold, both without what setting may add or take. */
export function missingFrom(
  text: string,
  claims: string[][],
  squeeze: (text: string) => string,
): string[] {
  const held = squeeze(text);
  return claims
    .filter((pieces) => {
      let from = 0;
      return !pieces.every((piece) => {
        const at = held.indexOf(squeeze(piece), from);
        from = at;
        return at >= 0;
      });
    })
    .map((pieces) => pieces.join(' … '));
}
