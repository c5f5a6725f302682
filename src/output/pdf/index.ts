/** mdast → PDF, through Typst: the tree goes as data to a fixed layout, so that nothing in it is read as markup. */
import type { Image, Root } from 'mdast';
import type { Graphic } from '../../text/markdown.js';
import type { Complaint } from '../complaint.js';
import { runsOf, type Printed } from '../printed.js';
import { renderSvg } from '../svg.js';
import { nativeCompiler, wasmCompiler, type Compile, type Sources } from './compiler.js';
import { numberOf } from './text.js';
import { layRuns } from './runs.js';

/** A PDF, and what it could not hold. */
export interface Pdf {
  /** Null if nothing can be printed at all, which is complained of. */
  bytes: Uint8Array | null;
  complaints: Complaint[];
}

/** What could not be printed so far, and is replaced in the next attempt. */
interface Flaws {
  signs: Set<string>;
  images: Set<string>;
}

/** Renders a report as PDF/UA-1. What it cannot hold is replaced and complained of. `loadNative` gives null where there is no native build. */
export async function renderPdf(
  root: Root,
  printed: Printed,
  loadNative = nativeCompiler,
): Promise<Pdf> {
  const native = loadNative();
  if (native) return print(root, printed, native);
  const wasm = await wasmCompiler(printed.packageFile);
  if (!wasm) return { bytes: null, complaints: [noCompiler] };
  const { bytes, complaints } = await print(root, printed, wasm);
  return { bytes, complaints: [onlyWasm, ...complaints] };
}

const machine = `${process.platform}-${process.arch}`;
const noCompiler: Complaint = {
  about: null,
  reason: `machine \`${machine}\` for the format \`pdf\``,
  expected:
    'one for which Typst has a native build, or its WASM build; install `@myriaddreamin/typst-ts-web-compiler` and build again',
};
const onlyWasm: Complaint = {
  about: null,
  isNote: true,
  reason: `machine \`${machine}\` for the format \`pdf\``,
  expected:
    'one for which Typst has a native build; its WASM build was used, whose PDF is tagged but not held to PDF/UA-1',
};

/** Each attempt mends what the one before it named; a report that cannot be mended is printed without the standard. */
async function print(root: Root, given: Printed, compile: Compile): Promise<Pdf> {
  const fonts = await Promise.all(given.fontFiles.map(given.packageFile));
  const printed = { ...given, fonts: fonts.filter((font) => font !== null) };
  const flaws: Flaws = { signs: new Set(), images: new Set() };
  let errors: string[] = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    const compiled = await compile(sourcesOf(root, printed, flaws), 'ua-1');
    if (!compiled.errors) return { bytes: compiled.pdf, complaints: complaintsOf(flaws) };
    errors = compiled.errors;
    const known = flaws.signs.size + flaws.images.size;
    await addFlaws(flaws, errors, printed, compile);
    if (flaws.signs.size + flaws.images.size === known) break;
  }
  const plain = await compile(sourcesOf(root, printed, flaws), null);
  const refused = [...errors, ...(plain.errors ?? [])].map((reason): Complaint => ({
    about: null,
    reason: `\`${reason.replaceAll('`', '')}\` from Typst`,
    expected: plain.pdf
      ? 'PDF/UA-1; the PDF was written without that standard'
      : 'a report that can be set; no PDF was written',
  }));
  return { bytes: plain.pdf, complaints: [...complaintsOf(flaws), ...refused] };
}

async function addFlaws(
  flaws: Flaws,
  errors: string[],
  printed: Printed,
  compile: Compile,
): Promise<void> {
  for (const error of errors) {
    const [, signs = ''] = /the text `"?(.+?)"?` could not be displayed/su.exec(error) ?? [];
    for (const sign of signs) flaws.signs.add(sign);
  }
  // The compiler does not say which image it cannot decode, so each is tried by itself.
  if (!errors.some((error) => /image|decode|format/i.test(error))) return;
  for (const [url, bytes] of printed.images) {
    const path = pathOf(url, 0);
    const { errors: faults } = await compile(
      {
        main: `#image("${path}", alt: "")`,
        files: new Map([[path, bytes]]),
        fonts: [],
        created: 0,
      },
      null,
    );
    if (faults) flaws.images.add(url);
  }
}

function complaintsOf({ signs, images }: Flaws): Complaint[] {
  return [
    ...[...signs].map((sign): Complaint => ({
      about: { text: sign },
      reason: `sign \`${sign}\` (${numberOf(sign)})`,
      expected: `one that the fonts of the PDF have; it prints as \`[${numberOf(sign)}]\``,
    })),
    ...[...images].map((url): Complaint => ({
      about: { image: url },
      reason: `image \`${url}\``,
      expected: 'a whole PNG, JPEG, GIF or WebP file; the PDF prints its description',
    })),
  ];
}

function sourcesOf(
  root: Root,
  printed: Printed & { fonts: Uint8Array[] },
  { signs, images }: Flaws,
): Sources {
  const { about, style, words, layout } = printed;
  const files = new Map<string, Uint8Array>();
  const keep = (path: string, bytes: Uint8Array) => {
    files.set(path, bytes);
    return path;
  };
  const pathFor = (node: Graphic | Image): string | null => {
    if (node.type === 'graphic')
      return keep(`figures/${node.name}.svg`, Buffer.from(renderSvg(node)));
    const bytes = images.has(node.url) ? undefined : printed.images.get(node.url);
    return bytes ? keep(pathOf(node.url, files.size), bytes) : null;
  };
  const runs = layRuns(root, runsOf(root), { pathOf: pathFor, unknown: signs });
  const day = dayOf(about.date);
  const date = day && [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  files.set(
    'report.json',
    Buffer.from(JSON.stringify({ about: { ...about, date }, style, words, runs })),
  );
  return {
    main: layout,
    files,
    fonts: printed.fonts,
    created: day === null ? 0 : day.getTime() / 1000,
  };
}

/** A date such as `2026-11-23`; null for any other text, and for days that no calendar has. */
function dayOf(date: string | null): Date | null {
  const day = new Date(`${date ?? ''}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${date ?? ''}T`)
    ? day
    : null;
}

/** A path without anything of the study's own in it but the extension, by which the compiler knows the kind of image. */
function pathOf(url: string, index: number): string {
  return `images/${String(index)}${/\.[a-z]+$/i.exec(url)?.[0].toLowerCase() ?? ''}`;
}
