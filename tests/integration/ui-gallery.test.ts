import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePages } from '#app/ui/gallery/pages.tsx';
import type { SamplePageName } from '#app/ui/gallery/pages.tsx';
import { launchBrowser } from '#tests/support/browser.ts';
import { renderSample } from '#tests/support/render-gallery.tsx';

const names = Object.keys(samplePages) as SamplePageName[];
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
});

async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'], preload: false });
    return found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  });
}

async function withPage<T>(width: number, html: string, look: (page: Page) => Promise<T>): Promise<T> {
  await page.setViewportSize({ width, height: 844 });
  await page.setContent(html);
  return look(page);
}

test('an emergency page with its styles inlined stays under 14,000 bytes on the wire', () => {
  expect(gzipSync(renderSample('emergency'), { level: 9 }).length).toBeLessThan(14_000);
});

test('the accessibility check finds a field without a label', async () => {
  const faults = await withPage(390, '<!doctype html><html lang="de"><title>x</title><main><h1>x</h1><input></main></html>', accessibilityFaults);
  expect(faults.join()).toContain('label');
});

describe.each(names)('sample page %s', (name) => {
  test.each(['light', 'dark'] as const)('has no accessibility fault in the %s theme, on a phone and on a desk', async (theme) => {
    for (const width of [390, 1280]) {
      expect(await withPage(width, renderSample(name, theme), accessibilityFaults)).toEqual([]);
    }
  });

  test('never scrolls sideways, down to 320 px', async () => {
    for (const width of [320, 390, 1280]) {
      const overflow = await withPage(width, renderSample(name), (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth));
      expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
    }
  });

  test('never scrolls sideways on a phone with text twice as large', async () => {
    const overflow = await withPage(390, renderSample(name), async (page) => {
      await page.addStyleTag({ content: 'html { font-size: 200%; }' });
      return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    });
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('has targets of at least 44 px', async () => {
    const small = await withPage(390, renderSample(name), (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.btn, .top a, .foot a, .tabs a, .choice, .segment label, .tasks label, .triage a, .input, summary, .topics a, .answers a, .back, .table thead a')]
          .filter((element) => element.offsetParent !== null && element.getBoundingClientRect().height < 43.9)
          .map((element) => `${element.className || element.tagName}: ${element.textContent?.slice(0, 40)} ${element.getBoundingClientRect().height}`),
      ),
    );
    expect(small).toEqual([]);
  });

  test('carries no inline style and no script', () => {
    const html = renderSample(name);
    expect(html).not.toMatch(/ style=/);
    expect(html).not.toContain('<script');
  });
});
