import { expect } from 'vitest';
import { expectNoSidewaysScroll, found } from './traveller.ts';
import type { Traveller } from './traveller.ts';

/** Opens every page of the office that this person may open; none may show a sealed word. */
export async function lookAtEverything({ visitor }: Traveller, caseId: string, sealed: readonly string[]): Promise<void> {
  const { page } = visitor;
  const addresses = ['/buero', `/buero/faelle/${caseId}`, '/buero/dienstleister', '/buero/bereitschaft', '/buero/postausgang', '/buero/protokoll', `/en/buero/faelle/${caseId}`];
  for (const address of addresses) {
    await visitor.visit(address);
    const content = await page.content();
    expect(found(sealed, content), `sealed words on ${address}`).toEqual([]);
    await expectNoSidewaysScroll(visitor);
  }
}
