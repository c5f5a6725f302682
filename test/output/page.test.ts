import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../src/world/study-folder.js';
import { buildInput } from '../../src/tasks/build.js';
import { hasFocus, connectBrowser, seriousFaults, topOf, visit } from '../browser.js';

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const aClaim = 'td[data-case="chaoyang"] .evidence .ref-record';

let browser: Browser;
let folder: string;
let url: string;
let components: number;

beforeAll(async () => {
  const built = await buildInput(await read('cases'), { formats: ['html'] });
  folder = await mkdtemp(path.join(tmpdir(), 'crosscase-page-'));
  const file = path.join(folder, 'report.html');
  await writeFile(file, built.outputs[0]!.bytes);
  url = pathToFileURL(file).href;
  components = built.analysis.comparison.length;
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Opens the report; nothing may go wrong in it, and nothing may be asked for from elsewhere. */
async function withPage(
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  expect(await visit(browser, url, { viewport: wide, ...options }, look)).toEqual([]);
}

function rowsIn(page: Page, table: string): Locator {
  return page.locator(`${table} tbody tr[data-component]:visible`);
}

describe('the page by itself', () => {
  it('has ids that are unique and links that lead somewhere', async () => {
    await withPage({}, async (page) => {
      const ids = await page.evaluate<string[]>(
        `[...document.querySelectorAll('[id]')].map(({ id }) => id)`,
      );
      const links = await page.evaluate<string[]>(
        `[...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href').slice(1))`,
      );
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      expect(links.filter((link) => !ids.includes(decodeURIComponent(link)))).toEqual([]);
      expect(links.length).toBeGreaterThan(components);
    });
  });

  const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [wide, phone].map((viewport) => ({ colorScheme, viewport })),
  );
  it.each(looks)(
    'has no serious fault of accessibility: $colorScheme, $viewport.width px',
    async (look) => {
      await withPage({ ...look, bypassCSP: true }, async (page) => {
        expect(await seriousFaults(page)).toEqual([]);
      });
    },
  );

  it('keeps the names of the cases in sight while a table is read', async () => {
    await withPage({}, async (page) => {
      await page.evaluate(
        `document.querySelectorAll('table.side-by-side')[1].rows[4].scrollIntoView()`,
      );
      for (const head of await page.locator('table.side-by-side').nth(1).locator('thead th').all())
        expect(await topOf(head)).toBeCloseTo(0, 0);
    });
  });

  it('opens the contents beside the text, and closes them above it on a phone', async () => {
    const look = async (page: Page) => {
      const link = page.locator('.contents a').first();
      await link.focus();
      expect(await hasFocus(link)).toBe(true);
      await page.setViewportSize(phone);
      await expect.poll(() => link.isVisible()).toBe(false);
    };
    await withPage({}, look);
    await withPage({ javaScriptEnabled: false }, look);
  });

  it('fits a phone, where each cell names its case', async () => {
    await withPage({ viewport: phone }, async (page) => {
      expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(phone.width);
      expect(await page.locator('table.side-by-side td .case-name:visible').count()).toBe(
        2 * components,
      );
    });
  });

  it('says everything without script', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.filter, .dock').count()).toBe(0);
      for (const kind of ['.evidence', '.record', 'tr[data-component]']) {
        expect(await page.locator(`${kind}:visible`).count()).toBe(
          await page.locator(kind).count(),
        );
      }
      const claim = page.locator(aClaim).first();
      await claim.click();
      const record = page.locator(`${(await claim.getAttribute('href'))!}.record:target`);
      await expect.poll(() => topOf(record)).toBeLessThan(wide.height);
    });
  });

  it('prints everything, whatever the filter, and nothing of the screen', async () => {
    await withPage({}, async (page) => {
      await page.locator(aClaim).first().click();
      await page.getByLabel('Verdict').selectOption('same');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator(':is(.filter, .dock, .contents):visible').count()).toBe(0);
      expect(await rowsIn(page, '.matrix').count()).toBe(components);
    });
  });
});

describe('the filter', () => {
  it('shows the components of one dimension, and says how many', async () => {
    await withPage({}, async (page) => {
      await page.getByLabel('Dimension').selectOption('process-components');
      const shown = await page.locator('.matrix tr[data-dimension="process-components"]').count();
      expect(await rowsIn(page, ':is(.matrix, .side-by-side)').count()).toBe(2 * shown);
      expect(await page.getByRole('status').innerText()).toBe(
        `${String(shown)} of ${String(components)} components shown`,
      );
      expect(await page.locator('.matrix tr.group:visible').allInnerTexts()).toEqual([
        expect.stringContaining('Process components'),
      ]);
      expect(await page.getByRole('heading', { name: 'Initial conditions' }).isVisible()).toBe(
        false,
      );
    });
  });

  it('shows the components of one verdict, and all again', async () => {
    await withPage({}, async (page) => {
      const same = await page.locator('.matrix tr[data-verdict="same"]').count();
      await page.getByLabel('Verdict').selectOption('same');
      expect(await rowsIn(page, '.matrix').count()).toBe(same);
      await page.locator('.filter').getByRole('button', { name: 'Show everything' }).click();
      expect(await rowsIn(page, '.matrix').count()).toBe(components);
    });
  });

  it('hides a case by keyboard, but not the last one', async () => {
    await withPage({}, async (page) => {
      const boxes = page.getByRole('group', { name: 'Cases' }).getByRole('checkbox');
      const cellsOf = (id: string) =>
        page.locator(`.matrix tr:not(.group) td[data-case="${id}"]:visible`);
      await boxes.first().press('Space');
      expect([await cellsOf('chaoyang').count(), await cellsOf('wuhou').count()]).toEqual([
        0,
        components,
      ]);
      expect(await page.getByRole('status').innerText()).toContain('1 of 2 cases shown');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await boxes.nth(1).isChecked()).toBe(true);
      expect(await cellsOf('wuhou').count()).toBe(components);
    });
  });
});

describe('a jump', () => {
  it('leads from a claim to its record and back to the same place', async () => {
    await withPage({}, async (page) => {
      const claim = page.locator(aClaim).nth(3);
      await claim.focus();
      const before = await topOf(claim);
      await page.keyboard.press('Enter');
      await expect.poll(() => topOf(page.locator('.record:target'))).toBeLessThan(wide.height);
      await page.keyboard.press('Escape');
      expect(await hasFocus(claim)).toBe(true);
      expect(Math.abs((await topOf(claim)) - before)).toBeLessThan(2);
      expect(await page.getByRole('button', { name: 'Back to where you were' }).isVisible()).toBe(
        false,
      );
    });
  });

  it('is undone jump by jump', async () => {
    await withPage({}, async (page) => {
      const claim = page.locator(aClaim).first();
      const use = page.locator(`${(await claim.getAttribute('href'))!} .uses a`).first();
      const back = page.getByRole('button', { name: 'Back to where you were' });
      await claim.click();
      await use.click();
      await back.click();
      expect(await hasFocus(use)).toBe(true);
      await back.click();
      expect(await hasFocus(claim)).toBe(true);
    });
  });

  it('shows what a filter has hidden', async () => {
    await withPage({}, async (page) => {
      await page.getByLabel('Dimension').selectOption('initial-conditions');
      const id = await page
        .locator('tr[data-dimension="process-components"] td[id]')
        .first()
        .getAttribute('id');
      const entry = page.locator(`[id="${id!}"]`);
      const use = page.locator(`.record[id] .uses a[href="#${id!}"]`).first();
      expect(await entry.isVisible()).toBe(false);
      await use.click();
      expect(await entry.isVisible()).toBe(true);
      await expect.poll(() => topOf(entry)).toBeLessThan(wide.height);
    });
  });
});
