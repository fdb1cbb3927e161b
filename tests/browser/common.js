// common.js - the browser, the views and axe, as check.js and index.js use them.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const phone = { width: 375, height: 800 };
const desktop = { width: 1280, height: 900 };

export const views = [
  { name: 'phone', context: { viewport: phone } },
  { name: 'desktop', context: { viewport: desktop } },
  { name: 'phone, forced colours', context: { viewport: phone, forcedColors: 'active' } },
  { name: 'desktop, forced colours', context: { viewport: desktop, forcedColors: 'active' } },
];

export function launch() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

export async function runAxe(page, problems) {
  await page.evaluate(axeSource);
  const found = await page.evaluate((tags) => window.axe.run(document, {
    runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], preload: false,
  }), rules);
  for (const violation of found.violations)
    for (const node of violation.nodes.slice(0, 3))
      problems.push(`axe ${violation.id}: ${node.target.join(' ')} (${violation.help})`);
}
