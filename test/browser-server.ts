/** Starts one real browser for all tests of the page: that of an npm package, so that nothing is installed. */
import { rm, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findFonts } from '../src/world/fonts.js';

/** Arguments for a single short function in the cloud. With them the browser ends with its first page. */
const unwanted = new Set(['--single-process', '--no-zygote', '--in-process-gpu']);

const kinds = new Map([
  ['sans-serif', 'Noto Sans'],
  ['serif', 'Noto Serif'],
]);

/** Starts the browser, tells the tests where it listens, and returns what ends it. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'crosscase-fonts-'));
  const server = await playwright.launchServer({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((each) => !unwanted.has(each)),
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: await writeFontSettings(folder) },
  });
  provide('browser', server.wsEndpoint());
  return async () => {
    await server.close();
    await rm(folder, { recursive: true });
  };
}

/** Settings of fontconfig with the package's own fonts alone, so that words are equally wide on every machine. */
async function writeFontSettings(folder: string): Promise<string> {
  const file = path.join(folder, 'fonts.conf');
  const folders = [...new Set(findFonts().map((font) => path.dirname(font)))].map(
    (each) => `<dir>${each}</dir>`,
  );
  const families = [...kinds].map(
    ([kind, family]) =>
      `<alias><family>${kind}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  await writeFile(
    file,
    `<fontconfig>${[...folders, `<cachedir>${folder}</cachedir>`, ...families].join('')}</fontconfig>`,
  );
  return file;
}
