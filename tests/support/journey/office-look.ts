import { expect } from 'vitest';
import { expectNoSidewaysScroll, found } from './traveller.ts';
import type { Traveller } from './traveller.ts';

/** Asks for every page of the office. What this person may not open is refused; nothing that comes back shows a sealed word. */
export async function lookAtEverything({ visitor }: Traveller, caseId: string, sealed: readonly string[]): Promise<void> {
  const { page } = visitor;
  const addresses = ['/buero', `/buero/faelle/${caseId}`, '/buero/dienstleister', '/buero/bereitschaft', '/buero/postausgang', '/buero/protokoll', `/en/buero/faelle/${caseId}`];
  let opened = 0;
  for (const address of addresses) {
    const response = await page.goto(address);
    const status = response?.status() ?? 0;
    expect([200, 403, 404], `status of ${address}`).toContain(status);
    expect(found(sealed, await page.content()), `sealed words on ${address}`).toEqual([]);
    if (status !== 200) continue;
    opened += 1;
    await visitor.check();
    await expectNoSidewaysScroll(visitor);
  }
  expect(opened, 'pages of the office that opened').toBeGreaterThanOrEqual(3);
}
