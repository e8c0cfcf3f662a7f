import { expect } from 'vitest';
import { getMessages } from '#app/content/messages.ts';
import { stepUp } from './come-in.ts';
import { download, follow, mainText, press, pressAndRead } from './traveller.ts';
import type { Traveller } from './traveller.ts';

const { cases, labels, dossiers } = getMessages('de');

/** Sees who will read, gives the second factor once more, releases; ends on the case. */
export async function releaseContent(company: Traveller, casePath: string, providerName: string): Promise<void> {
  const { visitor } = company;
  await visitor.visit(casePath);
  await follow(visitor, cases.now.release.action, '**/freigeben');
  expect(await mainText(visitor)).toContain(providerName);
  await follow(visitor, cases.release.toSecondFactor, /\/anmelden\/bestaetigen/);
  await stepUp(company, '**/freigeben');
  await visitor.page.getByRole('checkbox', { name: cases.release.consent.replace('{provider}', providerName) }).check();
  await press(visitor, cases.release.confirm, `**${casePath}`);
  await visitor.page.getByText(cases.helper.released).waitFor();
}

/** Adds a file to the case. */
export async function addExhibit({ visitor }: Traveller, exhibitsPath: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const { page } = visitor;
  await visitor.visit(exhibitsPath);
  await page.getByLabel(cases.exhibits.purpose).selectOption({ label: labels.exhibitPurposes.log });
  await page.getByLabel(cases.exhibits.originField).fill('Planted-Herkunft-Mispel');
  await page.locator('input[type=file]').setInputFiles(file);
  await pressAndRead(visitor, cases.exhibits.upload, file.name);
}

/** Reads the closing report and closes the case. */
export async function confirmClosure({ visitor }: Traveller, casePath: string, toRead: string): Promise<void> {
  await visitor.visit(casePath);
  await follow(visitor, cases.now.closure.action, '**/abschluss');
  expect(await mainText(visitor)).toContain(toRead);
  await press(visitor, cases.closure.confirm, '**?geschlossen=1');
  await visitor.page.getByText(cases.now.over.title).waitFor();
}

/** Issues the PDF of the page it stands on. */
export async function issuePdf({ visitor }: Traveller): Promise<Buffer> {
  return (await download(visitor, 'button', dossiers.pages.issue.send)).bytes;
}
