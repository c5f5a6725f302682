import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../src/world/study-folder.js';
import type { Input } from '../../src/domain/input.js';
import { buildInput } from '../../src/tasks/build.js';
import { generateStudy } from '../bench/notes.js';
import { hasFocus, connectBrowser, seriousFaults, visit } from '../browser.js';
import { changed, withEveryMark } from '../report/figures-in-memory.js';

const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'crosscase-figures-'));
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Long and foreign words where an author may write them, and characters that no XML may hold. */
async function hostileStudy(): Promise<Input> {
  const title = String.raw`"</title><script>document.title = 'broken'</script> & ]]> \a ${'Verwaltungsgenehmigung'.repeat(6)} مركز الخدمات 行政审批局 😀"`;
  return changed(await generateStudy(3), (text, file) =>
    file.startsWith('case-') ? text.replace(/^title: .*$/m, `title: ${title}`) : text,
  );
}

const studies: [string, () => Promise<Input>][] = [
  ['the study of this repository', () => read('cases')],
  ['one case', () => generateStudy(1)],
  ['two cases with every mark', async () => withEveryMark(await generateStudy(2))],
  ['eight cases', () => generateStudy(8)],
  ['thirty cases', () => generateStudy(30)],
  ['hostile titles', hostileStudy],
];

/** Runs in the browser: texts of a drawing that leave it or lie on another. An upright text is as wide as it is long. */
const clashes = `(() => {
  const svg = document.querySelector('svg');
  const whole = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  const found = [];
  for (const { text, box } of boxes) {
    if (box.left < whole.left - 0.5 || box.right > whole.right + 0.5 || box.top < whole.top - 0.5 || box.bottom > whole.bottom + 0.5) found.push(text + ' leaves the drawing');
  }
  // Lines may come as near as two fifths of a line: ascenders and descenders leave that room.
  const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3 * Math.min(a.height, b.height);
  boxes.forEach((a, index) => boxes.slice(index + 1).forEach((b) => { if (overlap(a.box, b.box)) found.push(a.text + ' lies on ' + b.text); }));
  return found;
})()`;

describe.each(studies)('the files of %s', (_, study) => {
  it(
    'are XML in which no text leaves the drawing or lies on another',
    { timeout: 60_000 },
    async () => {
      const { outputs } = await buildInput(await study(), { formats: ['svg'] });
      const drawings = outputs.filter(({ path: name }) => name.endsWith('.svg'));
      expect(drawings.length).toBeGreaterThan(2);
      expect(outputs.flatMap((output) => (drawings.includes(output) ? [] : [output.path]))).toEqual(
        ['ro-crate-metadata.json'],
      );
      const page = await browser.newPage({ viewport: { width: 1000, height: 1400 } });
      for (const { path: name, bytes } of drawings) {
        const file = path.join(folder, name.replace('/', '-'));
        await writeFile(file, bytes);
        await page.goto(pathToFileURL(file).href);
        expect([
          name,
          await page.evaluate('document.documentElement.tagName'),
          await page.evaluate(`document.querySelectorAll('parsererror').length`),
        ]).toEqual([name, 'svg', 0]);
        expect([name, await page.evaluate(clashes)]).toEqual([name, []]);
        expect(
          Number(await page.evaluate('document.documentElement.viewBox.baseVal.height')),
        ).toBeLessThan(1100);
      }
      await page.close();
    },
  );
});

describe('in the page', () => {
  let url: string;

  beforeAll(async () => {
    url = await pageOf(await read('cases'), 'report.html');
  });

  async function pageOf(input: Input, name: string): Promise<string> {
    const { outputs } = await buildInput(input, { formats: ['html'] });
    const file = path.join(folder, name);
    await writeFile(file, outputs[0]!.bytes);
    return pathToFileURL(file).href;
  }

  async function withPage(
    options: BrowserContextOptions,
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    expect(await visit(browser, url, { viewport: wide, ...options }, look)).toEqual([]);
  }

  const aCell = '.canvas[data-drawing="matrix"] a[href="#entry-chaoyang-leadership"]';

  it('a cell that is pointed at shows its finding and evidence, as long as the pointer is there', async () => {
    await withPage({}, async (page) => {
      const entry = page.locator('td[id="entry-chaoyang-leadership"]');
      await page.locator(aCell).hover();
      const peek = page.getByRole('tooltip');
      await expect.poll(() => peek.isVisible()).toBe(true);
      for (const part of [
        'p:not(:has(.case-name)) >> nth=0',
        '.evidence >> nth=0',
        '.origin >> nth=0',
      ]) {
        expect(await peek.textContent()).toContain(
          (await entry.locator(part).textContent())!.trim(),
        );
      }
      expect(await peek.textContent()).toContain(
        'Building leadership, Quan Cheng Dai Ban, Chaoyang District: + (favours the collaboration)',
      );
      await peek.hover();
      await page.waitForTimeout(500);
      expect(await peek.isVisible()).toBe(true);
      await page.mouse.move(2, 2);
      await expect.poll(() => peek.isVisible()).toBe(false);
    });
  });

  it('a cell in focus shows the same, and Escape closes it without leaving the cell', async () => {
    await withPage({}, async (page) => {
      const cell = page.locator(aCell);
      await page.keyboard.press('Tab');
      await cell.focus();
      const peek = page.getByRole('tooltip');
      expect(await peek.isVisible()).toBe(true);
      expect(await cell.getAttribute('aria-describedby')).toBe(await peek.getAttribute('id'));
      await page.keyboard.press('Escape');
      expect(await peek.isVisible()).toBe(false);
      expect(await hasFocus(cell)).toBe(true);
    });
  });

  it('a cell leads to its entry, and Escape back to the cell', async () => {
    await withPage({}, async (page) => {
      const cell = page.locator(aCell);
      await cell.focus();
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.evaluate('document.querySelector(":target")?.id'))
        .toBe('entry-chaoyang-leadership');
      await page.keyboard.press('Escape');
      expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe(
        '#entry-chaoyang-leadership',
      );
    });
  });

  it('every id is unique, and every texture is there', async () => {
    await withPage({}, async (page) => {
      const ids = await page.evaluate<string[]>(
        `[...document.querySelectorAll('[id]')].map(({ id }) => id)`,
      );
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const textures = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.canvas [fill^="url"]')].map((shape) => shape.getAttribute('fill').slice(5, -1))`,
      );
      expect(textures.length).toBeGreaterThan(0);
      expect(textures.filter((id) => !ids.includes(id))).toEqual([]);
    });
  });

  it('every mark stands in the line of its component', async () => {
    await withPage({}, async (page) => {
      const distances = await page.evaluate<
        number[]
      >(`[...document.querySelectorAll(':is([data-drawing="matrix"], [data-drawing="framework"]) a[href^="#entry-"]')].map((cell) => {
        const { top, bottom } = cell.getBoundingClientRect();
        const name = cell.querySelector('title').textContent;
        const label = [...cell.ownerSVGElement.querySelectorAll('text')].find((text) => name.startsWith(text.textContent + ', ')).getBoundingClientRect();
        return Math.abs((top + bottom) / 2 - (label.top + label.bottom) / 2);
      })`);
      expect(distances).toHaveLength(2 * (await page.locator('td[id^="entry-"]').count()));
      expect(Math.max(...distances)).toBeLessThan(2.5);
    });
  });

  it('has links with names and titles without script', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      const links = page.locator('.canvas a');
      expect(await links.count()).toBeGreaterThan(100);
      expect(await page.locator('.canvas a:not(:has(> title))').count()).toBe(0);
    });
  });

  it('scrolls within its box on a phone, where the keyboard reaches it, and never sideways as a page', async () => {
    await withPage({ viewport: phone }, async (page) => {
      expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(phone.width);
      const boxes = page.locator('.canvas');
      expect(await page.locator('.canvas[tabindex="0"]').count()).toBe(await boxes.count());
    });
  });

  it.each(['light', 'dark'] as const)('its words have contrast in the %s', async (colorScheme) => {
    await withPage({ colorScheme }, async (page) => {
      const pairs = await page.evaluate<[string, string][]>(`(() => {
        const paper = getComputedStyle(document.body).backgroundColor;
        return [...new Set([...document.querySelectorAll('.canvas text:not(.fill-on-solid)')].map((text) => getComputedStyle(text).fill))].map((ink) => [ink, paper]);
      })()`);
      expect(pairs.length).toBeGreaterThan(2);
      for (const [ink, paper] of pairs) expect(contrast(ink, paper)).toBeGreaterThan(4.5);
    });
  });

  it('nothing hostile becomes an element or runs', async () => {
    const hostile = await pageOf(await hostileStudy(), 'hostile.html');
    await visit(browser, hostile, { viewport: wide, bypassCSP: true }, async (page) => {
      expect(await page.title()).toBe('A generated study');
      expect(await page.locator('.canvas script').count()).toBe(0);
      const edges = await page.evaluate<number[]>(
        `[...document.querySelectorAll('.drawing, .canvas')].map((box) => box.getBoundingClientRect().right)`,
      );
      expect(Math.max(...edges)).toBeLessThanOrEqual(wide.width);
      expect(await seriousFaults(page)).toEqual([]);
    });
  });
});

/** Of two colours as the browser gives them, by WCAG. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [a, b].map(luminance).sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? [])
    .map((each) => Number(each) / 255)
    .map((each) => (each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
