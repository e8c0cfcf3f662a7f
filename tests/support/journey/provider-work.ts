import { expect } from 'vitest';
import { getMessages } from '#app/content/messages.ts';
import { download, follow, found, mainText, press, pressAndRead } from './traveller.ts';
import type { Traveller } from './traveller.ts';

const { matching, cases, labels } = getMessages('de');

/** Sees the offer without a name, accepts, sees the name, states that there is no conflict; ends on the offer that leads to the case. */
export async function acceptOffer({ visitor }: Traveller, company: { name: string; town: string }, hidden: readonly string[]): Promise<void> {
  await follow(visitor, matching.inbox.toOffer, '**/partner/anfragen/*');
  const before = await visitor.page.content();
  expect(found([company.name, ...hidden], before), 'what the offer gives away').toEqual([]);
  await pressAndRead(visitor, matching.offer.accept, matching.offer.confirmTitle);
  expect(await mainText(visitor)).toContain(company.name);
  await pressAndRead(visitor, matching.offer.confirm, matching.offer.leadsTitle);
  await follow(visitor, matching.offer.toCase, '**/partner/faelle/*');
}

/** Enters the call that has just been made. */
export async function logFirstContact({ visitor }: Traveller): Promise<void> {
  await pressAndRead(visitor, cases.provider.logContact, cases.provider.saved);
}

/** Enters that a step is reached. */
export async function reachMilestone({ visitor }: Traveller, milestone: 'contained' | 'restored', note: string): Promise<void> {
  const panel = visitor.page.locator('form', { has: visitor.page.getByRole('radio', { name: cases.provider[milestone] }) });
  await panel.getByRole('radio', { name: cases.provider[milestone] }).check();
  await panel.getByLabel(cases.provider.note).fill(note);
  await panel.getByRole('button', { name: cases.provider.save }).click();
  await visitor.page.waitForURL('**?eingetragen=1');
  await visitor.page.getByText(labels.caseStates[milestone]).filter({ visible: true }).first().waitFor();
  await visitor.check();
}

/** Writes a message on the page of messages. */
export async function writeMessage({ visitor }: Traveller, messagesPath: string, text: string): Promise<void> {
  await visitor.visit(messagesPath);
  await visitor.page.getByLabel(cases.messages.field, { exact: true }).or(visitor.page.getByLabel(cases.messages.reply, { exact: true })).first().fill(text);
  await pressAndRead(visitor, cases.messages.send, text);
}

/** Takes an exhibit down; the bytes are those that were added. */
export async function takeExhibit({ visitor }: Traveller, exhibitsPath: string, name: string): Promise<Buffer> {
  await visitor.visit(exhibitsPath);
  return (await download(visitor, 'link', name)).bytes;
}

export const closing = {
  measuresTaken: 'Planted-Abschluss-Ginster: Server neu aufgesetzt und Sicherung eingespielt.',
  recommendations: 'Planted-Empfehlung-Wacholder: Fernzugang nur mit zweitem Faktor.',
};

/** Writes the closing report and hands it in. */
export async function handInReport({ visitor }: Traveller, casePath: string): Promise<void> {
  const { page } = visitor;
  await visitor.visit(casePath);
  await follow(visitor, cases.provider.toReport, '**/bericht');
  await page.getByRole('radio', { name: labels.closingOutcomes.solved, exact: true }).check();
  await page.getByLabel(cases.closingForm.effort).selectOption({ label: labels.effortClasses.up_to_3_days });
  await page.getByRole('checkbox', { name: labels.causes.open_remote_access }).check();
  await page.getByLabel(cases.closingForm.measuresTaken).fill(closing.measuresTaken);
  await page.getByLabel(cases.closingForm.recommendations).fill(closing.recommendations);
  await press(visitor, cases.closingForm.handIn, '**?bericht=1');
}
