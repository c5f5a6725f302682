/**
 * The pictures of the README, made of the study in cases/ by the program itself:
 * `UPDATE_PICTURES=mono.ttf npx vitest run test/docs/pictures.test.ts` makes them anew, with a monospaced font of your own, since
 * the package brings none. A test holds that they are small.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { reporters } from '../../src/cli/reporters/index.js';
import { buildStudy } from '../../src/tasks/build.js';
import { checkStudy } from '../../src/tasks/check.js';
import { connectBrowser } from '../browser.js';

const pictures = 'docs/pictures';
const { UPDATE_PICTURES: font } = process.env;

test.each(['note', 'terminal', 'report'])('the picture of a %s is small', (name) => {
  expect(statSync(`${pictures}/${name}.png`).size).toBeLessThan(150_000);
});

if (font)
  test('the pictures are made', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'crosscase-pictures-'));
    const browser = await connectBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 940, height: 560 } });
      await pictureOf(page, 'note', window('cases/chaoyang.md', noteHtml()));
      await pictureOf(page, 'terminal', window('Terminal', await terminalHtml(folder), true));
      await buildStudy('cases', folder, { formats: ['html'] });
      await page.goto(pathToFileURL(path.join(folder, 'report.html')).href);
      await page.locator('#entry-chaoyang-leadership').scrollIntoViewIfNeeded();
      await page.evaluate(
        `scrollTo(0, document.querySelector('#entry-chaoyang-leadership').closest('tr').getBoundingClientRect().top + scrollY - 62)`,
      );
      await page.screenshot({ path: `${pictures}/report.png` });
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });

async function pictureOf(page: Page, name: string, html: string): Promise<void> {
  await page.setContent(html);
  await page.evaluate('document.fonts.ready');
  await page.locator('main').screenshot({ path: `${pictures}/${name}.png` });
}

/** A plain window with a title, light for a text and dark for a terminal. */
function window(title: string, html: string, isDark = false): string {
  const [ground, ink, edge] = isDark
    ? ['#1e2227', '#dfe3e8', '#3a4048']
    : ['#ffffff', '#1f2328', '#d0d7de'];
  return `<!doctype html><style>
    @font-face { font-family: Mono; src: url(data:font/ttf;base64,${readFileSync(font ?? '', 'base64')}) }
    body { margin: 0 }
    main { width: 900px; background: ${ground}; color: ${ink}; border: 1px solid ${edge}; border-radius: 8px }
    h1 { margin: 0; padding: 8px 16px; font: 600 14px sans-serif; border-bottom: 1px solid ${edge} }
    pre { margin: 0; padding: 12px 16px; font: 13px/1.5 Mono; white-space: pre-wrap }
    .head { color: #0b5cad; font-weight: 700 } .mark { color: #0a7a4b; font-weight: 700 }
    .id { color: #8a3ffc; font-weight: 600 } .label { font-weight: 700 }
    .b { font-weight: 700 } .red { color: #ff7b72 } .yellow { color: #e3b341 } .dim { color: #9aa4af }
  </style><main><h1>${escaped(title)}</h1>${html}</main>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The entry on leadership, with its heading, ids and rationale set off by colours. */
function noteHtml(): string {
  const note = readFileSync('cases/chaoyang.md', 'utf8');
  const [, entry = ''] = /(### Leadership[\s\S]*?)\n### /.exec(note) ?? [];
  const html = escaped(entry.trimEnd())
    .replace(
      /^### (.*) (\(.*\))$/gm,
      '<span class="head">### $1 <span class="mark">$2</span></span>',
    )
    .replace(/^([>-] )(\p{Lu}+-?\d+(?: \[\p{Lu}+\])?:)/gmu, '$1<span class="id">$2</span>')
    .replace(/\[((?:\p{Lu}+-?)\d+)\]/gu, '[<span class="id">$1</span>]')
    .replace(/^Rationale:/m, '<span class="label">Rationale:</span>');
  return `<pre>${html}</pre>`;
}

/** What `crosscase check` says where a heading and a quotation of the study are misspelt. */
async function terminalHtml(folder: string): Promise<string> {
  const study = path.join(folder, 'cases');
  cpSync('cases', study, { recursive: true });
  const note = path.join(study, 'chaoyang.md');
  const text = readFileSync(note, 'utf8');
  writeFileSync(
    note,
    text
      .replace('### Trust (+)', '### Trust (++)')
      .replace('mainly receives arrangements', 'only receives arrangements'),
  );
  const { files, messages } = await checkStudy(study);
  expect(messages.length).toBeGreaterThan(1);
  const printed = reporters.text(files, { base: 'cases', colour: true });
  const lines = `$ npm run crosscase -- check cases\n\n${printed.text}`;
  return `<pre>${coloured(escaped(lines))}</pre>`;
}

const classes: { [code: string]: string } = { 1: 'b', 2: 'dim', 31: 'red', 33: 'yellow' };

/** The colours of a terminal as spans. */
function coloured(text: string): string {
  // eslint-disable-next-line no-control-regex -- colours of a terminal are control characters
  return text.replace(/\u001B\[(\d+)m/g, (_, code: string) => {
    const name = classes[code];
    return name === undefined ? '</span>' : `<span class="${name}">`;
  });
}
