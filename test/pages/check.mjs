// Opens build/pages/*.html in Chromium, light and dark, on a desk and on a phone: node test/pages/check.mjs
// Accessible by axe, no wider than the screen, nothing run, nothing fetched. Pictures are left in build/pages to be looked at.
/* global document, window */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(here, '../../build/pages');
const browser = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
if (!browser) throw new Error('chromium is missing: apt-get install chromium, or set CHROMIUM to its path');
const axe = readFileSync(join(here, 'node_modules/axe-core/axe.min.js'), 'utf8');

const faults = [];
let passed = 0;
const check = (what, fault) => {
  if (fault) faults.push(`${what}: ${fault}`);
  else passed++;
};
const chromium = await launch({ executablePath: browser, args: ['--no-sandbox'] });
try {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    for (const scheme of ['light', 'dark']) {
      for (const [device, width] of Object.entries({ desk: 1280, phone: 360 })) {
        const what = `${basename(file, '.html')}-${scheme}-${device}`;
        const page = await chromium.newPage();
        const asked = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('dialog', (dialog) => {
          faults.push(`${what}: a dialog: ${dialog.message()}`);
          void dialog.dismiss();
        });
        await page.setViewport({ width, height: 800, deviceScaleFactor: 1 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.goto(pathToFileURL(join(folder, file)).href);
        check(`${what} fetches`, asked.slice(1).join(' '));
        const scripts = await page.evaluate(() => document.querySelectorAll('script, img, iframe, [onerror]').length);
        check(`${what} holds scripts or pictures`, scripts && String(scripts));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        check(`${what} is wider than the screen`, wide > 0 && `${wide} px`);
        // In a world of its own: the page's policy lets no script run.
        await page.setBypassCSP(true);
        await page.reload();
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        const told = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 120)}`));
        check(`${what} by axe`, told.join('; '));
        await page.screenshot({ path: join(folder, `${what}.png`), fullPage: true });
        await page.close();
      }
    }
  }
} finally {
  await chromium.close();
}
for (const fault of faults) console.error(fault);
console.log(`${passed} passed, ${faults.length} failed`);
process.exitCode = faults.length > 0 || passed === 0 ? 1 : 0;
