// check.js - every page of a published site in a real browser, from disk.
//
// usage: node check.js FOLDER [--shots DIR]
//
// Gives:    one line a page; exit status 1 if any page fails.
// Checks:   axe-core, WCAG 2.1 and 2.2, A and AA, at phone and desktop width, in light
//           and in forced colours; no message on the console; no request that
//           leaves the folder; unique ids; links within the folder lead
//           somewhere; nothing wider than a screen of 320 px; no heading larger
//           than the title; the keyboard reaches everything, in order, and sees
//           where it is.
// Not here: what the pages say; search and filter of the index (index.js).

import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, runAxe, views } from './common.js';

const NARROWEST = 320;
const STOPS_MAX = 400; // stops of the keyboard tried a page

function pagesIn(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return pagesIn(path);
    return name.endsWith('.html') ? [path] : [];
  });
}

// ---- one page, one view --------------------------------------------------------

async function open(context, folder, path, problems) {
  const page = await context.newPage();
  const home = pathToFileURL(folder).href + '/';

  page.on('console', (message) => problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => problems.push(`not loaded: ${request.url()}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(home) && !url.startsWith('data:')) problems.push(`leaves the folder: ${url}`);
  });
  await page.goto(pathToFileURL(path).href, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  return page;
}

// ---- what axe does not see ---------------------------------------------------------

async function checkIds(page, problems) {
  const twice = await page.evaluate(() => {
    const seen = new Set();
    return [...document.querySelectorAll('[id]')].map((e) => e.id).filter((id) => seen.has(id) || !seen.add(id));
  });
  for (const id of twice) problems.push(`id twice: ${id}`);
}

async function checkLinks(page, path, problems) {
  const dead = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
    .map((a) => a.getAttribute('href'))
    .filter((href) => !document.getElementById(decodeURIComponent(href.slice(1)))));
  for (const href of dead) problems.push(`leads nowhere: ${href}`);
  const files = await page.evaluate(() => [...document.querySelectorAll('a[href]')]
    .filter((a) => a.protocol === 'file:').map((a) => a.href.replace(/[#?].*/, '')));
  for (const href of new Set(files))
    if (!existsSync(fileURLToPath(href))) problems.push(`no such file: ${href} in ${basename(path)}`);
}

async function checkWidth(page, problems) {
  await page.setViewportSize({ width: NARROWEST, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > NARROWEST) problems.push(`${wide} px wide on a screen of ${NARROWEST}`);
}

// The title is the largest heading, whatever sizes a template has.
async function checkTitle(page, problems) {
  const sizes = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .map((e) => [e.tagName, parseFloat(getComputedStyle(e).fontSize), e.textContent.slice(0, 40)]));
  const title = sizes.find(([name]) => name === 'H1');
  for (const [name, size, text] of sizes)
    if (title && size > title[1]) problems.push(`${name} larger than the title: ${text}`);
}

// Where the keyboard stands: its place among all elements, and whether it is seen.
function whereAmI() {
  const active = document.activeElement;
  if (!active || active === document.body) return null;
  const box = active.getBoundingClientRect();
  const look = getComputedStyle(active);
  return {
    place: [...document.querySelectorAll('*')].indexOf(active),
    name: active.outerHTML.slice(0, 80),
    seen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
    marked: look.outlineStyle !== 'none' || look.boxShadow !== 'none',
  };
}

async function checkKeyboard(page, problems) {
  let last = -1;
  for (let i = 0; i < STOPS_MAX; i++) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(whereAmI);
    if (now === null || now.place <= last) {
      if (i === 0) problems.push('the keyboard reaches nothing');
      if (now !== null && now.place === last) problems.push(`the keyboard is caught at ${now.name}`);
      return;
    }
    if (!now.seen) problems.push(`focus out of sight: ${now.name}`);
    if (!now.marked) problems.push(`focus without a mark: ${now.name}`);
    last = now.place;
  }
}

async function checkSkipLink(page, problems) {
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => document.activeElement.getAttribute('href'));
  if (!target || !target.startsWith('#')) {
    problems.push('the first stop of the keyboard is no skip link');
    return;
  }
  await page.keyboard.press('Enter');
  const there = await page.evaluate((id) => {
    const element = document.getElementById(id);
    return element !== null && (element === document.activeElement || element.matches(':target'));
  }, decodeURIComponent(target.slice(1)));
  if (!there) problems.push(`the skip link does not lead to ${target}`);
}

// ---- the site ---------------------------------------------------------------------------

async function checkView(browser, folder, path, view, shots) {
  const problems = [];
  const context = await browser.newContext({
    ...view.context, reducedMotion: 'reduce', locale: 'it-IT',
  });
  const page = await open(context, folder, path, problems);

  await runAxe(page, problems);
  await checkTitle(page, problems);
  if (view.context.forcedColors !== 'active') {
    await checkKeyboard(page, problems);
    await page.goto(pathToFileURL(path).href); // so that the keyboard begins at the top again
    await checkSkipLink(page, problems);
  }
  if (view === views[0]) {
    await checkIds(page, problems);
    await checkLinks(page, path, problems);
    await checkWidth(page, problems);
  }
  if (shots) {
    mkdirSync(shots, { recursive: true });
    await page.setViewportSize(view.context.viewport);
    await page.evaluate(() => window.scrollTo(0, 0));
    const name = path.slice(folder.length + 1).replace(/\W+/g, '-');
    await page.screenshot({ path: join(shots, `${name}-${view.name.replace(/\W+/g, '-')}.png`) });
  }
  await context.close();
  return problems.map((problem) => `  [${view.name}] ${problem}`);
}

async function checkPage(browser, folder, path, shots) {
  const found = [];
  for (const view of views) found.push(...await checkView(browser, folder, path, view, shots));
  console.log([`${found.length ? 'FAIL' : 'ok  '} ${path.slice(folder.length + 1)}`, ...found].join('\n'));
  return found.length > 0;
}

// Several pages at a time, each in contexts of its own.
async function checkSite(browser, folder, pages, shots) {
  const left = [...pages];
  let failed = 0;
  const work = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift())
      failed += await checkPage(browser, folder, path, shots);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return failed;
}

async function main() {
  const folder = resolve(process.argv[2] ?? '');
  const shots = process.argv[3] === '--shots' ? process.argv[4] : null;

  if (process.argv.length < 3 || !existsSync(folder)) {
    console.error('usage: node check.js FOLDER [--shots DIR]');
    process.exit(2);
  }
  const browser = await launch();
  const pages = pagesIn(folder);
  const failed = await checkSite(browser, folder, pages, shots);
  await browser.close();
  console.log(`${pages.length} pages, ${failed} with problems`);
  process.exit(failed > 0 || pages.length === 0 ? 1 : 0);
}

await main();
