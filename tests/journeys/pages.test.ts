import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { sessionCookieName } from '#app/http/session-cookie.ts';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import { everyPage } from '#tests/support/journey/every-page.ts';
import type { Look } from '#tests/support/journey/every-page.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

let server: TestServer;
let browser: Browser;
let looks: readonly Look[];

beforeAll(async () => {
  [server, browser] = await Promise.all([serveForTest({ now: '2026-11-23T09:00:00Z' }), launchBrowser()]);
  looks = await everyPage(server);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A folder for pictures of every page; without it none are taken. */
const pictures = process.env['GELEUCHT_PICTURES'];
const heights = { 1280: 900, 390: 844, 320: 640 } as const;

test.each(['de', 'en'] as const)('every page behind a door, in %s: accessible, calm, never wider than the screen', async (locale) => {
  const faults: string[] = [];
  for (const cookie of new Set(looks.map((look) => look.cookie))) {
    const visitor = await openVisitor(browser, server, { locale });
    visitor.page.setDefaultTimeout(60_000);
    if (cookie) await visitor.context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: cookie, url: server.baseUrl }]);
    for (const look of looks.filter((each) => each.cookie === cookie)) {
      try {
        faults.push(...(await facts(visitor, look, locale)));
      } catch (error) {
        faults.push(`${look.path}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    faults.push(...visitor.surprises);
    await visitor.close();
  }
  expect(faults).toEqual([]);
});

/** What is wrong with one page at every width. */
async function facts({ page, visit, check }: Awaited<ReturnType<typeof openVisitor>>, { path: address, cookie }: Look, locale: 'de' | 'en'): Promise<string[]> {
  const faults: string[] = [];
  await page.setViewportSize({ width: 1280, height: heights[1280] });
  const wanted = locale === 'en' ? `/en${address}` : address;
  // One route shows a case in its beginning and at its end, a list empty and full: each is looked at.
  const state = `${address} ${cookie ?? ''}`;
  await visit(wanted, state);
  const arrived = new URL(page.url()).pathname;
  if (arrived !== wanted.split('?')[0]) faults.push(`${wanted} led on to ${arrived}`);
  if ((await page.getAttribute('html', 'lang')) !== locale) faults.push(`${wanted} is not in ${locale}`);
  const dead = await page.$$eval('a[href^="#"]', (links) => links.map((link) => link.getAttribute('href') ?? '').filter((href) => !document.getElementById(href.slice(1))));
  if (dead.length > 0) faults.push(`${wanted}: nothing stands where ${dead.join(', ')} leads`);
  for (const width of [1280, 390, 320] as const) {
    await page.setViewportSize({ width, height: heights[width] });
    if (width === 390) await check(state);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (overflow > 0) faults.push(`${wanted} is ${overflow} px too wide at ${width}`);
    if (pictures && width !== 320) {
      const folder = path.join(pictures, locale);
      mkdirSync(folder, { recursive: true });
      const name = address.replace(/[0-9a-z]{20,}/g, (id) => id.slice(-4)).replace(/[^a-z0-9]+/gi, '-').slice(1);
      await page.screenshot({ path: path.join(folder, `${name}-${(cookie ?? 'nobody').slice(-3)}-${width}.png`), fullPage: true });
    }
  }
  return faults;
}
