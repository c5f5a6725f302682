/** A real browser for tests of the page: the one inside the npm package, so that nothing is installed. */
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import chromium from '@sparticuz/chromium';
import {
  chromium as playwright,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { findFonts } from '../src/world/fonts.js';

/** Arguments that suit a single short function in the cloud; here they end the browser with its first page. */
const unwanted = new Set(['--single-process', '--no-zygote', '--in-process-gpu']);

const kinds = new Map([
  ['sans-serif', 'Noto Sans'],
  ['serif', 'Noto Serif'],
]);

/** Starts the browser. Whoever starts it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const folder = await mkdtemp(path.join(tmpdir(), 'crosscase-fonts-'));
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((each) => !unwanted.has(each)),
    headless: true,
    env: { ...process.env, FONTCONFIG_FILE: await ownFonts(folder) },
  });
  browser.once('disconnected', () => {
    rmSync(folder, { recursive: true });
  });
  return browser;
}

/** A setting of fontconfig that knows the fonts of the package alone, so that words are as wide on every machine. */
async function ownFonts(folder: string): Promise<string> {
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

/** Opens a page, lets a test look at it, and returns what went wrong in it: errors, and requests for anything but itself. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<string[]> {
  const complaints: string[] = [];
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== url) complaints.push(`request for ${request.url()}`);
    });
    await page.goto(url);
    await look(page);
  } finally {
    await context.close();
  }
  return complaints;
}

/** Rules of axe that a page breaks seriously or critically, each with its first element. The page must let foreign scripts in. */
export async function seriousFaults(page: Page): Promise<[string, string | undefined][]> {
  await page.evaluate(
    await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  );
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ resultTypes: ['violations'] })`,
  );
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

/** How far an element stands below the top of the window, in pixels. */
export async function topOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  return box ? box.y : NaN;
}

export async function hasFocus(element: Locator): Promise<boolean> {
  return (await element.and(element.page().locator(':focus')).count()) === 1;
}
