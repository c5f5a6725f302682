/**
 * Compiles src/ to dist/, packages included: a bundle starts twice as fast as single modules.
 * With the argument `cli` it leaves out `crosscase/core`; with `bench` it compiles the benchmark instead.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const cli = { in: 'src/cli/index.ts', out: 'cli' };
const entryPoints =
  process.argv[2] === 'bench'
    ? [{ in: 'test/bench/bench.ts', out: 'bench' }, cli]
    : [cli, { in: 'src/index.ts', out: 'index' }];

// Chunks bear the hash of what they hold; those of an earlier build would stay for ever.
mkdirSync('dist', { recursive: true });
for (const name of readdirSync('dist'))
  if (name.endsWith('.js') && name !== 'core.js') rmSync(`dist/${name}`);

await build({
  entryPoints,
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  // Native code and WASM stay where their packages keep them; a package that is one large file gains nothing by being copied.
  external: ['@myriaddreamin/*', '@resvg/resvg-js', 'docx', 'citeproc', 'pdfjs-dist'],
  target: 'node20',
  // citation-js has two forms of each module; one bundle must hold one of them.
  mainFields: ['module', 'main'],
  // Packages in the older module format ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as $require } from 'node:module'; const require = $require(import.meta.url);",
  },
  logLevel: 'warning',
});

/** citation-js could load works from addresses, which needs Node; nothing here asks it to. */
const noFetch = {
  name: 'no-fetch',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node|sync)-fetch$/ }, ({ path }) => ({ path, namespace: 'no-fetch' }));
    onLoad({ filter: /.*/, namespace: 'no-fetch' }, () => ({
      contents:
        'export default () => { throw new Error("Nothing is fetched"); }; export class Headers {}',
    }));
  },
};

// The entry for editors and browsers: an import of a module of Node fails here.
if (process.argv[2] === undefined)
  await build({
    entryPoints: ['src/core.ts'],
    outfile: 'dist/core.js',
    bundle: true,
    format: 'esm',
    platform: 'browser',
    // A worker has no DOM.
    conditions: ['worker'],
    target: 'es2023',
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
    plugins: [noFetch],
    logLevel: 'warning',
  });
