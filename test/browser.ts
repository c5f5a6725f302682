/** What tests of the page ask of a real browser. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import {
  chromium as playwright,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser that test/browser-server.ts starts listens. */
    browser: string;
  }
}

/** Connects to the browser that all tests share. Closing it ends the connection and its pages alone. */
export async function connectBrowser(): Promise<Browser> {
  return playwright.connect(inject('browser'));
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
