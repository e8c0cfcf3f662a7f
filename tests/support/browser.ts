import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestServer } from './serve.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Messages of the browser itself that say nothing about our pages. */
const harmless = [/Failed to load resource: the server responded with a status of (4\d\d|503)/];

/** Chromium without the windows, menus and extensions of a desktop, which would cost as much as the pages. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** One person at one browser: a context of its own, everything unexpected written down. */
export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console messages, page errors, requests to other hosts. */
  readonly surprises: string[];
  /** Goes to a path of the site that must answer, and checks the page. */
  visit(path: string, state?: string): Promise<void>;
  /**
   * axe on the page as it stands: once for each route and width, with and without faults, whatever the ids in its address are.
   * `state` tells apart what one route shows of different things.
   */
  check(state?: string): Promise<void>;
  close(): Promise<void>;
};

type Options = { javaScript?: boolean; viewport?: { width: number; height: number }; locale?: 'de' | 'en' };

const checkedBefore = new Set<string>();

export async function openVisitor(browser: Browser, server: Pick<TestServer, 'baseUrl'>, options: Options = {}): Promise<Visitor> {
  const javaScript = options.javaScript ?? true;
  const context = await browser.newContext({
    baseURL: server.baseUrl,
    javaScriptEnabled: javaScript,
    viewport: options.viewport ?? { width: 1280, height: 900 },
    locale: options.locale === 'en' ? 'en-GB' : 'de-DE',
    bypassCSP: false,
  });
  const page = await context.newPage();
  const surprises: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (['error', 'warning'].includes(message.type()) && !harmless.some((known) => known.test(text))) surprises.push(`${page.url()} console: ${text}`);
  });
  page.on('pageerror', (error) => surprises.push(`${page.url()} error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== server.baseUrl) surprises.push(`request to ${url.origin}`);
    if (url.pathname === '/csp-report') surprises.push(`${page.url()} csp report`);
  });
  const visitor: Visitor = {
    page,
    context,
    surprises,
    async visit(path, state) {
      const response = await page.goto(path);
      expect(response?.status(), `status of ${path}`).toBeLessThan(400);
      await visitor.check(state);
    },
    async check(state = '') {
      // axe needs script; pages are the same with and without, so the visitors with script check them.
      if (!javaScript) return;
      const alerts = await page.getByRole('alert').count();
      const key = `${routeOf(page.url())} ${page.viewportSize()?.width ?? 0}${alerts > 0 ? ' with faults' : ''} ${state}`;
      if (checkedBefore.has(key)) return;
      checkedBefore.add(key);
      expect(await accessibilityFaults(page), `accessibility of ${key}`).toEqual([]);
    },
    close: () => context.close(),
  };
  return visitor;
}

/** The path with what differs between two questions, topics or things of one kind left out. */
function routeOf(url: string): string {
  return new URL(url).pathname.replace(/\/(frage|thema)\/[^/]+/g, '/$1/:id').replace(/[0-9a-z]{20,}/g, ':id');
}

async function accessibilityFaults(page: Page): Promise<string[]> {
  // The policy forbids inline script, so axe is run in the page's own world through the debugger protocol. It stays while the page does.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(options: unknown): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> } }).axe;
    const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
    // Style sheets of other hosts are what `preload` fetches; there are none.
    const { violations } = await axe.run({ runOnly: rules, resultTypes: ['violations'], preload: false });
    return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
}
