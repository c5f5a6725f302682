/** The page in a real browser where a report is Chinese, or words run from right to left. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInput } from '../../src/tasks/build.js';
import { inputOf } from '../parse/in-memory.js';
import { connectBrowser, seriousFaults, visit } from '../browser.js';

const files = {
  'study.md': `---
title: Two counters
ratings:
  "+": { label: favours, membership: 1 }
---

## Question

He said “שלום עולם!” and left.

From חיפה, 3 others came.

They said “مرحبا بالعالم؟” (12 of them).

他说：“שלום עולם!”然后离开。

## Limits

תחילה בעברית, ואז GDP 3%.
`,
  'framework.md': '## One\n\n### Alpha\n\n### Beta\n',
  'haifa.md': `---
title: חיפה
---

## One

### Alpha (+)

המנהל דוחף את הפרויקט.

> H1: We all see it as our *own* task.
>
> Original (he): כולנו רואים בזה משימה (GDP 3%), ואיש לא שאל!

Rationale: דחיפה מלמעלה, ללא GDP בשטח.

### Beta (not asked)
`,
  'beijing.md': `---
title: 北京
---

## One

### Alpha (+)

> B1: We are asked by *higher* authority.
>
> Original (zh): 上级要求*我们*使用。

### Beta (not asked)
`,
  'sources/s.md': `---
kind: interview
---

## H

H1 (translated): We all see it as our own task, and nobody asked us what we thought of it at the time.

Original (he): כולנו רואים בזה משימה (GDP 3%), ואיש לא שאל!

## B

B1 (translated): We are asked by higher authority.

Original (zh): 上级要求*我们*使用。
`,
};

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

let browser: Browser;
let folder: string;
const urls: { [language: string]: string } = {};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'crosscase-languages-'));
  for (const language of ['en', 'zh']) {
    const { outputs } = await buildInput(await inputOf(files), { formats: ['html'], language });
    const file = path.join(folder, `${language}.html`);
    await writeFile(file, outputs[0]!.bytes);
    urls[language] = pathToFileURL(file).href;
  }
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function withPage(
  language: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  expect(await visit(browser, urls[language]!, { viewport: wide, ...options }, look)).toEqual([]);
}

/** From left to right, where each of these words or signs of a block stands on its line; each is looked for behind the one before. */
async function placesOf(page: Page, selector: string, pieces: string[]): Promise<number[]> {
  const script = `((selector, pieces) => {
    const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    let node = 0, from = 0;
    return pieces.map((piece) => {
      for (; node < texts.length; node++, from = 0) {
        const at = texts[node].data.indexOf(piece, from);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(texts[node], at);
        range.setEnd(texts[node], at + piece.length);
        from = at + piece.length;
        return range.getBoundingClientRect().x;
      }
      throw new Error(piece + ' is not there');
    });
  })(${JSON.stringify(selector)}, ${JSON.stringify(pieces)})`;
  return page.evaluate<number[]>(script);
}

function expectOrder(places: number[]): void {
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

const question = (n: number) => `#section-question ~ p:nth-of-type(${String(n)})`;

describe.each(['en', 'zh'])('words from right to left in a report in %s', (language) => {
  it('leave what stands around them in its place, and keep the sign that ends them', async () => {
    await withPage(language, {}, async (page) => {
      // The Hebrew words read from the right: their first letter stands right of the sign that ends them.
      const [opening, first, sign, closing, and] = await placesOf(page, question(1), [
        '“',
        'ש',
        '!',
        '”',
        'and',
      ]);
      expectOrder([opening!, sign!, first!, closing!, and!]);
      const [quote, letter, end, bracket, number] = await placesOf(page, question(3), [
        '“',
        'م',
        '؟',
        '(',
        '12',
      ]);
      expectOrder([quote!, end!, letter!, bracket!, number!]);
    });
  });

  it('do not draw a number behind them to their other side', async () => {
    await withPage(language, {}, async (page) => {
      const [name, comma, number, others] = await placesOf(page, question(2), [
        'חיפה',
        ',',
        '3',
        'others',
      ]);
      expectOrder([name!, comma!, number!, others!]);
    });
  });

  it('within Chinese too', async () => {
    await withPage(language, {}, async (page) => {
      const [opening, first, sign, closing, left] = await placesOf(page, question(4), [
        '“',
        'ש',
        '!',
        '”',
        '然后',
      ]);
      expectOrder([opening!, sign!, first!, closing!, left!]);
    });
  });

  it('run on their own side where they are a paragraph, with Latin words in their midst', async () => {
    await withPage(language, {}, async (page) => {
      expect(await page.locator('p', { hasText: 'תחילה' }).getAttribute('dir')).toBe('rtl');
      const [first, latin, number] = await placesOf(page, '#section-limits ~ p', [
        'תחילה',
        'GDP',
        '3',
      ]);
      expectOrder([latin!, number!, first!]);
      const quote = page.locator('.evidence .original p', { hasText: 'כולנו' });
      expect(await quote.getAttribute('dir')).toBe('rtl');
      expect(
        await page.locator('.evidence .translation p', { hasText: 'own task' }).getAttribute('dir'),
      ).toBeNull();
    });
  });

  it('behind a label run in one piece, and do not turn the label or a mark', async () => {
    await withPage(language, {}, async (page) => {
      const [label, first, latin, last] = await placesOf(page, '.rationale p', [
        language === 'en' ? 'Rationale' : '评定理由',
        'דחיפה',
        'GDP',
        'בשטח',
      ]);
      expectOrder([label!, last!, latin!, first!]);
      const cell = page.locator('td[data-case="haifa"]:has(.evidence)');
      const [box, mark] = [await cell.boundingBox(), await cell.locator('.rating').boundingBox()];
      expect(mark!.x - box!.x).toBeLessThan(40);
    });
  });
});

describe('an original', () => {
  const tops = async (page: Page) => {
    const pair = page.locator('#record-h1 .bilingual');
    return Promise.all(
      ['.translation', '.original'].map(async (part) => (await pair.locator(part).boundingBox())!),
    );
  };

  it('stands beside its translation where there is room, and below it where there is none', async () => {
    await withPage('en', {}, async (page) => {
      const [translation, original] = await tops(page);
      expect(original!.y).toBeCloseTo(translation!.y, 0);
      expect(original!.x).toBeGreaterThan(translation!.x + translation!.width - 1);
      await page.setViewportSize(phone);
      const [above, below] = await tops(page);
      expect(below!.y).toBeGreaterThanOrEqual(above!.y + above!.height);
      expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(phone.width);
    });
  });

  it('in Chinese is set in Chinese type, without italics, also within an English report', async () => {
    await withPage('en', {}, async (page) => {
      const original = page.locator('#record-b1 .original');
      expect(await original.getAttribute('lang')).toBe('zh');
      const style = (selector: string, property: string) =>
        page.evaluate<string>(
          `getComputedStyle(document.querySelector('${selector}')).${property}`,
        );
      expect(await style('#record-b1 .original', 'fontFamily')).toMatch(/^"Noto Serif SC"/);
      expect(await style('#record-b1 .original[lang] > p:last-child em', 'fontStyle')).toBe(
        'normal',
      );
      expect(
        await style('#record-b1 .original[lang] > p:last-child em', 'textEmphasisStyle'),
      ).toContain('dot');
      expect(await style('.evidence .translation em', 'fontStyle')).toBe('italic');
    });
  });
});

describe('a report in Chinese', () => {
  it('names its language, is set in Simplified Chinese type, and names controls in Chinese', async () => {
    await withPage('zh', {}, async (page) => {
      expect(await page.locator('html').getAttribute('lang')).toBe('zh');
      expect(await page.evaluate('getComputedStyle(document.body).fontFamily')).toMatch(
        /^"Noto Serif SC"/,
      );
      expect(await page.getByRole('status').innerText()).toBe('显示 2 / 2 个要素');
      await page.getByRole('group', { name: '案例' }).getByRole('checkbox').first().click();
      expect(await page.getByRole('status').innerText()).toBe(
        '显示 2 / 2 个要素、显示 1 / 2 个案例',
      );
    });
  });

  const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [wide, phone].map((viewport) => ({ colorScheme, viewport })),
  );
  it.each(looks)(
    'has no serious fault of accessibility: $colorScheme, $viewport.width px',
    async (look) => {
      await withPage('zh', { ...look, bypassCSP: true }, async (page) => {
        expect(await seriousFaults(page)).toEqual([]);
      });
    },
  );
});
