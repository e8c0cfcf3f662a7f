import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import type { Visitor } from '#tests/support/browser.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

let server: TestServer;
let browser: Browser;
let reader: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveForTest(), launchBrowser()]);
  reader = await openVisitor(browser, server);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const publicPaths = ['/', '/sicherheit', '/pruefen', '/pruefen/schnell', '/pruefen/nis2', '/pruefen/vergleich', '/impressum', '/datenschutz', '/barrierefreiheit'];

test.each(publicPaths.flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`]))('%s is accessible, calm in the console, and ships no script', async (path) => {
  const { page, surprises } = reader;
  await reader.visit(path);
  expect(await page.locator('script').count()).toBe(0);
  expect(await page.locator('[style]').count()).toBe(0);
  expect(await page.getAttribute('html', 'lang')).toBe(path.startsWith('/en') ? 'en' : 'de');
  expect(surprises).toEqual([]);
});

test('no public page scrolls sideways at any width, and each is accessible on a phone', async () => {
  const visitor = await openVisitor(browser, server, { viewport: { width: 390, height: 844 } });
  for (const path of publicPaths) {
    await visitor.page.setViewportSize({ width: 390, height: 844 });
    await visitor.visit(path);
    for (const width of [390, 320, 1280]) {
      await visitor.page.setViewportSize({ width, height: 844 });
      const overflow = await visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${path} at ${width}`).toBe(0);
    }
  }
  await visitor.close();
});

test('an address that does not exist answers 404 in the language of the address', async () => {
  const visitor = await openVisitor(browser, server);
  const response = await visitor.page.goto('/en/nothing-here');
  expect(response?.status()).toBe(404);
  await visitor.check();
  await visitor.close();
});

test('every response carries the headers that keep a page to itself', async () => {
  const response = await fetch(`${server.baseUrl}/`);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('same-origin');
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(response.headers.get('permissions-policy')).toContain('camera=()');
  expect(response.headers.get('x-powered-by')).toBeNull();
});

test('two responses never share a nonce', async () => {
  const nonces = await Promise.all(
    Array.from({ length: 20 }, async () => /nonce-([^']+)'/.exec((await fetch(`${server.baseUrl}/`)).headers.get('content-security-policy') ?? '')?.[1]),
  );
  expect(new Set(nonces).size).toBe(20);
});

test('the policy would stop a planted script, and the report would be seen', async () => {
  const visitor = await openVisitor(browser, server);
  await visitor.page.goto('/');
  await visitor.page.evaluate(() => {
    const planted = document.createElement('script');
    planted.textContent = 'document.title = "planted"';
    planted.setAttribute('nonce', 'guessed');
    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="document.title=\'planted\'">');
    void planted;
  });
  await visitor.page.waitForTimeout(200);
  expect(await visitor.page.title()).not.toBe('planted');
  expect(visitor.surprises.length).toBeGreaterThan(0);
  await visitor.close();
});
