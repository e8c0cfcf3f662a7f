import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Visitor } from '#tests/support/browser.ts';

/** Somebody without a mouse: everything here goes through keys, and what has the focus must be seen. */
export type Keyboard = {
  readonly visitor: Visitor;
  /** Tabs until this has the focus. */
  reach(target: Locator): Promise<void>;
  /** Reaches a link or button, presses Enter, and waits for the address or the words that follow. */
  enter(target: Locator, then: RegExp | { readonly words: string | RegExp }): Promise<void>;
  /** Opens or closes a disclosure, ticks or unticks a box. */
  space(target: Locator): Promise<void>;
  /** Chooses among radio buttons with the arrows, or in a list. */
  choose(target: Locator, option?: string): Promise<void>;
  /** Types over what stands in a field. */
  type(target: Locator, text: string): Promise<void>;
};

const mostStops = 250;

export function atKeyboard(visitor: Visitor, { javaScript }: { readonly javaScript: boolean }): Keyboard {
  const { page } = visitor;

  async function reach(target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' });
    await tabUntil(target, (at) => at === document.activeElement);
  }

  async function tabUntil(target: Locator, isThere: (element: Element) => boolean): Promise<void> {
    for (let stops = 0; stops < mostStops; stops += 1) {
      if (await target.evaluate(isThere)) return expectSeen(page);
      await page.keyboard.press('Tab');
      // The first stop of a page leads past what stands on all of them.
      const skips = stops === 0 && (await page.evaluate(() => document.activeElement?.classList.contains('skip') === true));
      if (!skips) continue;
      await expectSeen(page);
      if (!(await target.evaluate((element) => element.closest('main') !== null))) continue;
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    }
    throw new Error(`out of the keyboard’s reach on ${page.url()}: ${target.toString()}`);
  }

  return {
    visitor,
    reach,
    async enter(target, then) {
      await reach(target);
      const leavesAlert = await target.evaluate((element) => element.closest('[role="alert"]') !== null);
      if (!(then instanceof RegExp)) {
        await page.keyboard.press('Enter');
        await page.getByText(then.words).first().waitFor();
      } else await Promise.all([page.waitForURL(({ href, hash }) => then.test(leavesAlert ? href : href.replace(hash, ''))), page.keyboard.press('Enter')]);
      await visitor.check();
      // Without script and with a fragment in the address, browsers begin at its target; the next key is in the summary all the same.
      const wakes = javaScript && (await page.locator('script[type="module"]').count()) > 0;
      if (!leavesAlert && (wakes || new URL(page.url()).hash === '')) await expectNoticed(page);
    },
    async space(target) {
      await reach(target);
      await page.keyboard.press('Space');
    },
    async choose(target, option) {
      if (option !== undefined) {
        await reach(target);
        const chosen = () => target.evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]?.label.trim());
        for (const key of ['ArrowDown', 'ArrowUp']) for (let steps = 0; steps < 40 && (await chosen()) !== option; steps += 1) await page.keyboard.press(key);
        expect(await chosen()).toBe(option);
        return;
      }
      await tabUntil(target, (radio) => document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'radio' && document.activeElement.name === (radio as HTMLInputElement).name && document.activeElement.form === (radio as HTMLInputElement).form);
      if (await target.evaluate((radio) => radio === document.activeElement)) await page.keyboard.press('Space');
      for (let steps = 0; steps < 20 && !(await target.isChecked()); steps += 1) await page.keyboard.press('ArrowDown');
      expect(await target.isChecked()).toBe(true);
      await expectSeen(page);
    },
    async type(target, text) {
      await reach(target);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      expect(await target.inputValue()).toBe(text);
    },
  };
}

/** What has the focus is drawn with an outline or a shadow, and lies on the screen with nothing over it. */
async function expectSeen(page: Page): Promise<void> {
  const unseen = () =>
    page.evaluate(() => {
      const active = document.activeElement;
      if (active === null || active === document.body) return 'nothing has the focus';
      const name = `${active.tagName} ${active.id || active.getAttribute('name') || active.textContent?.trim().slice(0, 40)}`;
      const around = [active, active.closest('label')].filter((one) => one !== null);
      const isDrawn = around.some((one) => ['', '::after'].some((pseudo) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, pseudo || null);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || (one === active && boxShadow !== 'none');
      }));
      if (!isDrawn) return `focus is not drawn: ${name}`;
      const box = (around.find((one) => one.getBoundingClientRect().width > 2) ?? active).getBoundingClientRect();
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      if (left >= right || top >= bottom) return `outside the screen: ${name}`;
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isFree = over === null || around.some((one) => one.contains(over) || over.contains(one));
      return isFree ? '' : `${name} lies under ${over.tagName} ${over.className}`;
    });
  // What scrolls into view may be on its way.
  await expect.poll(unseen).toBe('');
}

/** Where something was refused, the focus stands at what is wrong. */
async function expectNoticed(page: Page): Promise<void> {
  if ((await page.getByRole('alert').and(page.locator('[tabindex]')).count()) === 0) return;
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="alert"]') !== null)).toBe(true);
  await expectSeen(page);
}
