/** The Typst compiler: its native build, or its WASM build where there is no native one for the machine. */

import { createRequire } from 'node:module';

/** What is compiled: `main` is the layout, `files` what it reads, by path. */
export interface Sources {
  main: string;
  files: Map<string, Uint8Array>;
  fonts: Uint8Array[];
  /** Seconds since 1970. */
  created: number;
}

/** A PDF, or why there is none. */
export type Compiled = { pdf: Uint8Array; errors: null } | { pdf: null; errors: string[] };

/** Compiles to a tagged PDF; `standard` is null for one that is held to no standard. */
export type Compile = (sources: Sources, standard: 'ua-1' | null) => Promise<Compiled>;

const workspace = '/report';
const main = `${workspace}/main.typ`;

/** The part of the native compiler that is used; its builds have no types of their own. */
interface Native {
  NodeCompiler: {
    create: (options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }) => NodeCompiler;
  };
}

interface NodeCompiler {
  mapShadow: (path: string, bytes: Buffer) => void;
  addSource: (path: string, text: string) => void;
  compile: (options: { mainFilePath: string }) => {
    result: object | null;
    takeError: () => { shortDiagnostics: unknown } | null;
  };
  pdf: (document: object, options: { pdfStandard?: string; creationTimestamp: number }) => Buffer;
}

/** Optional packages: npm installs the one that fits the machine, or none. */
const builds = ['gnu', 'musl'].map(
  (libc) => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`,
);

function loadNative(): Native | null {
  const require = createRequire(import.meta.url);
  for (const build of builds) {
    try {
      // The builds have no types.
      return require(build) as Native;
    } catch {
      // This build is for another machine.
    }
  }
  return null;
}

/** The native compiler; null if there is no build of it for this machine. */
export function nativeCompiler(): Compile | null {
  const typst = loadNative();
  if (!typst) return null;
  return ({ main: text, files, fonts, created }, standard) => {
    const compiler = typst.NodeCompiler.create({
      workspace,
      fontArgs: [{ fontBlobs: fonts.map(asBuffer) }],
    });
    for (const [path, bytes] of files) compiler.mapShadow(`${workspace}/${path}`, asBuffer(bytes));
    compiler.addSource(main, text);
    const compiled = compiler.compile({ mainFilePath: main });
    if (!compiled.result)
      return Promise.resolve({
        pdf: null,
        errors: messagesIn(compiled.takeError()?.shortDiagnostics),
      });
    try {
      const pdf = compiler.pdf(compiled.result, {
        ...(standard && { pdfStandard: standard }),
        creationTimestamp: created,
      });
      return Promise.resolve({ pdf, errors: null });
    } catch (error) {
      return Promise.resolve({ pdf: null, errors: messagesIn(error) });
    }
  };
}

/** The same bytes, not copied: fonts are large. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

const wasmFile = '@myriaddreamin/typst-ts-web-compiler/wasm';

/** The WASM build, if its package is installed; it is slower and knows no standards. `read` gives a file of a package, or null. */
export async function wasmCompiler(
  read: (specifier: string) => Promise<Uint8Array | null>,
): Promise<Compile | null> {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler').catch(() => null);
  const binary = await read(wasmFile);
  if (!typst || !binary) return null;
  await typst.default({ module_or_path: binary });
  return async ({ main: text, files, fonts }) => {
    const builder = new typst.TypstCompilerBuilder();
    builder.set_dummy_access_model();
    for (const font of fonts) await builder.add_raw_font(font);
    const compiler = await builder.build();
    for (const [path, bytes] of files) compiler.map_shadow(`/${path}`, bytes);
    compiler.add_source('/main.typ', text);
    // Its type says no more than `any`; with the last argument it gives diagnostics as objects.
    const made = compiler.compile('/main.typ', null, 'pdf', 2) as {
      result?: Uint8Array;
      diagnostics?: unknown;
    };
    return made.result
      ? { pdf: made.result, errors: null }
      : { pdf: null, errors: messagesIn(made.diagnostics) };
  };
}

/** The messages of diagnostics, which come as objects, or as one text in Rust's form for debugging. */
function messagesIn(diagnostics: unknown): string[] {
  if (Array.isArray(diagnostics))
    return diagnostics.map(
      (each: { message?: string }) => each.message ?? 'a fault without a name',
    );
  const text = diagnostics instanceof Error ? diagnostics.message : String(diagnostics);
  const found = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message = '']) =>
    message.replace(/\\(["\\])/g, '$1'),
  );
  return found.length > 0 ? found : [text];
}
