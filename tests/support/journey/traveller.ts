import { expect } from 'vitest';
import type { Visitor } from '#tests/support/browser.ts';
import { codeNow } from '#tests/support/people.ts';
import type { TestServer } from '#tests/support/serve.ts';

/** One person on the journey: a browser of its own and what the person carries about: mail address, password, phone. */
export type Traveller = {
  readonly visitor: Visitor;
  readonly server: TestServer;
  readonly email: string;
  readonly password: string;
  /** Key of the authenticator app, base32. */
  readonly totpSecret: string;
};

/** Presses a button that posts a form and waits for the page that follows; checks that page. */
export async function press({ page, check }: Visitor, name: string | RegExp, to: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: typeof name === 'string' }).first().click();
  await page.waitForURL(to);
  await check();
}

/** The same with a link. */
export async function follow({ page, check }: Visitor, name: string | RegExp, to: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await page.waitForURL(to);
  await check();
}

/** Presses a button of a page that comes back to its own address, and waits until its words stand there. */
export async function pressAndRead({ page, check }: Visitor, name: string | RegExp, words: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: typeof name === 'string' }).first().click();
  await page.getByText(words).first().waitFor();
  await check();
}

export async function mainText({ page }: Visitor): Promise<string> {
  return page.getByRole('main').innerText();
}

/** What the authenticator app shows now. A code counts once, so the clock moves to the next one first. */
export async function nextCode(server: TestServer, totpSecret: string): Promise<string> {
  server.runtime.clock.advance(0.5);
  return codeNow(server.runtime, totpSecret);
}

/** No page of the journey may be wider than the screen. */
export async function expectNoSidewaysScroll({ page }: Visitor): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, new URL(page.url()).pathname).toBe(0);
}

/** Takes the file that a button or link brings. */
export async function download({ page }: Visitor, role: 'button' | 'link', name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole(role, { name }).first().click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** Those of the texts that are not there; a failing test then prints them and not the whole page. */
export function missing(texts: readonly string[], within: string): string[] {
  return texts.filter((text) => !within.includes(text));
}

/** Those of the texts that are there. */
export function found(texts: readonly string[], within: string): string[] {
  return texts.filter((text) => within.includes(text));
}
