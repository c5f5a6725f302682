import { defineConfig } from 'vitest/config';

/** Tests that look at pages in the browser. They share the one that test/browser-server.ts starts. */
const inBrowser = [
  'docs/pictures',
  'output/docx',
  'output/figures',
  'output/languages-page',
  'output/page',
].map((name) => `test/${name}.test.ts`);

const shared = {
  // Files that follow each other in one process share what is loaded and compiled, which takes longer than most tests.
  isolate: false,
  // Room for a busy machine. A test of a campaign may run for hours.
  testTimeout: process.env.CAMPAIGN ? 24 * 3_600_000 : 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // Vitest would leave one processor idle, which is half of a machine of two.
    maxWorkers: '100%',
    coverage: { include: ['src/**'] },
    projects: [
      { test: { ...shared, name: 'node', include: ['test/**/*.test.ts'], exclude: inBrowser } },
      {
        test: {
          ...shared,
          name: 'browser',
          include: inBrowser,
          globalSetup: 'test/browser-server.ts',
          // A process cannot be handed from one project to another, so the projects run one after the other.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
