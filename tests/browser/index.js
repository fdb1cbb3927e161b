// index.js - search and filters of the index of a site, by keyboard, from disk.
//
// usage: node index.js FOLDER    (a site as run.sh makes it: see `plans`)
//
// Gives:    one line a check; exit status 1 if any fails.
// Checks:   the search field is reached with Tab, words and filters leave the
//           right entries, the status tells how many, the address can be handed
//           on, "Azzera" brings all back; axe on what is left, in all views;
//           without JavaScript all is there and nothing is dead; at 320 px, at
//           twice the letters and with the spacing of WCAG 1.4.12 nothing is cut.
// Not here: what holds of every page (check.js).

import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, runAxe, views } from './common.js';

const index = pathToFileURL(join(resolve(process.argv[2] ?? ''), 'index.html')).href;
const problems = [];

function expect(what, found, wanted) {
  const same = JSON.stringify(found) === JSON.stringify(wanted);
  if (!same) problems.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  console.log(`${same ? 'ok  ' : 'FAIL'} ${what}`);
}

// ---- what a visitor does and sees --------------------------------------------

const shown = (page) => page.evaluate(() => [...document.querySelectorAll('.voce')]
  .filter((entry) => entry.checkVisibility())
  .map((entry) => entry.querySelector('h2').textContent));

const told = (page) => page.locator('[role=status]').textContent();

const here = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.type);

async function tabTo(page, id) {
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab');
    if (await here(page) === id) return;
  }
  throw new Error(`Tab does not lead to ${id}`);
}

// The status waits until the typing rests.
async function settle(page, words) {
  await page.waitForFunction((w) => document.querySelector('[role=status]').textContent.startsWith(w), words, { timeout: 5000 })
    .catch(() => {});
}

async function visit(browser, options, work, url = index) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'it-IT', ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => problems.push(`console: ${message.text()}`));
  await page.goto(url);
  await work(page);
  await context.close();
}

// ---- by keyboard ----------------------------------------------------------------

async function checkSearch(page) {
  const all = await shown(page);
  expect('all entries at first', all.length, 7);
  expect('the status tells it', await told(page), '7 documenti su 7');

  await tabTo(page, 'cerca-testo');
  await page.keyboard.type('citta');
  await settle(page, '1 ');
  expect('a word without its accent', await shown(page), ['Città <b>d\'Aosta</b> & "Alpi", 2022']);
  expect('one is told as one', await told(page), '1 documento su 7');
  expect('the address remembers', new URL(page.url()).hash, '#testo=citta');

  await page.keyboard.press('Control+A');
  await page.keyboard.type('<b>d\u2019aosta alpi');
  await settle(page, '1 ');
  expect('markup and curled apostrophes are words', (await shown(page)).length, 1);

  await page.keyboard.press('Control+A');
  await page.keyboard.type('حلب');
  await settle(page, '1 ');
  expect('a name from right to left', (await shown(page)).length, 1);

  await page.keyboard.press('Control+A');
  await page.keyboard.type('niente di simile');
  await settle(page, 'Nessun');
  expect('no result', await shown(page), []);
  expect('no result is told', (await told(page)).startsWith('Nessun documento'), true);

  await tabTo(page, 'reset');
  await page.keyboard.press('Enter');
  await settle(page, '7 ');
  expect('all are back', await shown(page), all);
  expect('the address forgets', new URL(page.url()).hash, '');
}

async function checkFilters(page) {
  await tabTo(page, 'cerca-anno');
  await page.keyboard.type('2023');
  await settle(page, '2 ');
  expect('the year 2023', await shown(page), ['Ente di esempio, 2023', 'Unione 😀 dei comuni, 2023']);
  await page.keyboard.press('Tab');
  expect('documents come after years', await here(page), 'cerca-tipo');
  await page.keyboard.type('Piani');
  await settle(page, '1 ');
  expect('plans of 2023', await shown(page), ['Unione 😀 dei comuni, 2023']);
  expect('both stand in the address', new URL(page.url()).hash, '#anno=2023&tipo=piano');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ragg');
  await settle(page, 'Nessun');
  expect('a plan has no judgement', await shown(page), []);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await settle(page, '7 ');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('Ragg');
  await settle(page, '1 ');
  expect('by judgement', await shown(page), ['Ente di esempio, 2024']);
}

// ---- what is left, as all see it --------------------------------------------------

async function checkAxe(browser) {
  for (const view of views)
    for (const hash of ['#anno=2023', '#testo=nulla']) {
      const found = [];
      await visit(browser, view.context, (page) => runAxe(page, found), index + hash);
      expect(`axe, ${view.name}, ${hash}`, found, []);
    }
}

const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`;

// Words that stick out of what hides or ends them.
function cutTexts() {
  return [...document.querySelectorAll('h1, h2, p, a, li, label, button, option')]
    .filter((e) => e.checkVisibility() && !e.closest('.visually-hidden, .solo-voce, .skiplinks, svg'))
    .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 ||
      (getComputedStyle(e).overflow !== 'visible' && e.scrollHeight > e.clientHeight + 2))
    .map((e) => e.outerHTML.slice(0, 80));
}

async function checkRoom(browser) {
  const cases = [
    ['320 px', { width: 320, height: 640 }, ''],
    ['letters twice as large', { width: 640, height: 450 }, 'html { font-size: 212.5% !important; }'],
    ['spacing of WCAG 1.4.12', { width: 375, height: 800 }, SPACING],
  ];
  for (const [name, viewport, style] of cases)
    await visit(browser, { viewport }, async (page) => {
      await page.addStyleTag({ content: `/* */ ${style}` });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(`${name}: as wide as the screen`, wide <= viewport.width, true);
      expect(`${name}: nothing cut`, await page.evaluate(cutTexts), []);
    });
}

async function main() {
  const browser = await launch();
  await visit(browser, {}, checkSearch);
  await visit(browser, { reducedMotion: 'reduce' }, checkFilters);
  await visit(browser, {}, async (page) => {
    expect('an address handed on', await shown(page), ['Ente di esempio, 2024', 'Ente di esempio, 2023', 'Ente di esempio, 2022']);
    expect('fills the field', await page.inputValue('#cerca-testo'), 'ente di');
  }, index + '#testo=ente%20di&tipo=relazione&anno=sbagliato');
  await visit(browser, { javaScriptEnabled: false }, async (page) => {
    expect('without JavaScript: all', await page.locator('.voce:visible').count(), 7);
    expect('without JavaScript: no dead control', await page.locator('input:visible, select:visible, button:visible').count(), 0);
  });
  await checkAxe(browser);
  await checkRoom(browser);
  await browser.close();
  for (const problem of problems) console.log(`  ${problem}`);
  process.exit(problems.length > 0 ? 1 : 0);
}

await main();
