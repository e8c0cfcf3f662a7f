import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { simpleParser } from 'mailparser';
import { expect } from 'vitest';
import { getMessages } from '#app/content/messages.ts';
import type { Visitor } from '#tests/support/browser.ts';
import type { TestServer } from '#tests/support/serve.ts';
import { nextCode, press } from './traveller.ts';
import type { Traveller } from './traveller.ts';

const { accounts, labels } = getMessages('de');

export type NewCompany = { readonly organisationName: string; readonly town: string; readonly district: string; readonly name: string; readonly email: string };

/** Registers a company with the suggested passphrase, confirms the mail, sets up the second factor and keeps the recovery code. */
export async function registerCompany(visitor: Visitor, server: TestServer, company: NewCompany): Promise<Traveller> {
  const { page } = visitor;
  await visitor.visit('/registrieren');
  const password = (await page.locator('.secret__groups').innerText()).trim();
  await page.getByLabel(accounts.register.organisationName).fill(company.organisationName);
  await page.getByLabel(accounts.register.town, { exact: true }).fill(company.town);
  await page.getByLabel(accounts.register.district).selectOption({ label: company.district });
  await page.getByLabel(accounts.register.companyKind, { exact: true }).selectOption({ label: labels.companyKinds.business });
  await page.getByLabel(accounts.register.sectorSection).selectOption({ label: labels.sectors.C });
  await page.getByLabel(accounts.register.sizeClass).selectOption({ label: labels.sizeClasses.small });
  await page.getByLabel(accounts.register.name, { exact: true }).fill(company.name);
  await page.getByLabel(accounts.register.email).fill(company.email);
  await press(visitor, accounts.register.submit, '**/registrieren/postfach');

  await visitor.visit(await mailedPath(server, company.email, '/registrieren/bestaetigen/'));
  await press(visitor, accounts.confirmMail.submit, '**/registrieren/zweiter-faktor');
  const totpSecret = (await page.locator('.secret__groups').innerText()).replace(/\s/g, '');
  await page.getByLabel(accounts.factor.code).fill(await nextCode(server, totpSecret));
  await press(visitor, accounts.factor.submit, '**/registrieren/wiederherstellung');
  const recoveryCode = (await page.locator('.secret__groups').innerText()).replace(/\s/g, '');
  await page.getByLabel(accounts.recovery.lastGroup).fill(recoveryCode.slice(-4));
  await press(visitor, accounts.recovery.submit, '**/betrieb');
  return { visitor, server, email: company.email, password, totpSecret };
}

/** Signs in with both factors; ends on the person's first page. */
export async function signIn({ visitor, server, email, password, totpSecret }: Traveller, home: string): Promise<void> {
  const { page } = visitor;
  await visitor.visit('/anmelden');
  await page.getByLabel(accounts.register.email).fill(email);
  await page.getByLabel(accounts.password.enter, { exact: true }).fill(password);
  await press(visitor, accounts.signIn.submit, '**/anmelden/code');
  await page.getByLabel(accounts.code.label).fill(await nextCode(server, totpSecret));
  await press(visitor, accounts.code.submit, `**${home}`);
}

/** Gives the second factor once more on the page that asks for it. */
export async function stepUp({ visitor, server, totpSecret }: Traveller, to: string | RegExp): Promise<void> {
  await visitor.page.getByLabel(accounts.code.label).fill(await nextCode(server, totpSecret));
  await press(visitor, accounts.stepUp.submit, to);
}

/** Address of the link below `beginning` in a mail to this person, without its host. Waits for the mail like people do. */
export async function mailedPath(server: TestServer, email: string, beginning: string): Promise<string> {
  const links = async () => (await mailsTo(server, email)).flatMap(({ text }) => text.split(/\s/)).filter((word) => word.startsWith(`${server.baseUrl}${beginning}`));
  await expect.poll(links, { timeout: 30_000, interval: 500, message: `a link in a mail to ${email}` }).not.toEqual([]);
  const link = (await links()).at(-1) ?? '';
  return new URL(link).pathname;
}

/** Sends what waits and reads every mail to this person, the oldest first. */
export async function mailsTo(server: TestServer, email: string): Promise<{ text: string; subject: string }[]> {
  await server.runtime.worker.runAll();
  const folder = path.join(server.runtime.config.dataDir, 'outbox');
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.eml') && !name.startsWith('.'))
    .map((name) => path.join(folder, name))
    .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
  const mails = await Promise.all(files.map((file) => simpleParser(readFileSync(file))));
  return mails
    .filter((mail) => [mail.to ?? []].flat().some((to) => to.value.some((one) => one.address === email)))
    .map((mail) => ({ text: mail.text ?? '', subject: mail.subject ?? '' }));
}
