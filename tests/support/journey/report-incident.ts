import { getMessages } from '#app/content/messages.ts';
import type { Visitor } from '#tests/support/browser.ts';
import { follow, press } from './traveller.ts';

const { incidents, triage, labels, common } = getMessages('de');
const { fields } = triage;

/** What the company writes; nobody but the recipients of the case may ever read it. */
export const planted = {
  title: 'Planted-Titel-Zeppelin',
  description: 'Planted-Beschreibung-Quitte: Auf dem Server stehen fremde Dateien.',
  systems: 'Planted-System-Karpfen',
  measuresSoFar: 'Planted-Massnahme-Distel',
  insurerName: 'Planted-Versicherung-Otter',
  policyNumber: 'Planted-Police-4711',
};

export const callback = { name: 'Sabine Rothe', phone: '0375 555 0199' };

/** Reports encrypted files from the first-aid card on, one question a page; ends on the page after sending. Returns the id of the case. */
export async function reportRansomware(visitor: Visitor, noticed: { date: string; time: string }): Promise<string> {
  const { page } = visitor;
  await visitor.visit('/notfall');
  await follow(visitor, incidents.emergency.kinds.ransomware, '**/notfall/ransomware');
  await follow(visitor, incidents.card.report, '**/betrieb/faelle/neu?art=ransomware');
  await press(visitor, incidents.begin.start, '**/melden/was');
  await next(visitor, 'wann');
  await page.getByLabel(incidents.form.date).first().fill(noticed.date);
  await page.getByLabel(incidents.form.time).first().fill(noticed.time);
  await choose(visitor, fields.ongoing, labels.triStates.unknown);
  await next(visitor, 'ausmass');
  await choose(visitor, fields.operation, labels.operationStates.stopped);
  await page.getByRole('checkbox', { name: labels.standstill.office_work }).check();
  await choose(visitor, fields.servers, labels.countClasses.one);
  await choose(visitor, fields.backups, labels.triStates.unknown);
  await next(visitor, 'daten');
  await choose(visitor, fields.personalData, labels.triStates.yes);
  await next(visitor, 'worte');
  for (const id of ['title', 'description', 'systems', 'measuresSoFar'] as const) await page.getByLabel(fields[id]).fill(planted[id]);
  await next(visitor, 'rueckruf');
  await page.getByLabel(fields.callbackName).fill(callback.name);
  await page.getByLabel(fields.callbackPhone).fill(callback.phone);
  await next(visitor, 'versicherung');
  await choose(visitor, fields.insurer, labels.insurerStates.free);
  await page.getByLabel(fields.insurerName).fill(planted.insurerName);
  await page.getByLabel(fields.policyNumber).fill(planted.policyNumber);
  await next(visitor, 'freigabe');
  await choose(visitor, fields.routingWanted, incidents.form.routingYes);
  await choose(visitor, fields.releaseMode, labels.releaseModes.after_confirmation);
  await next(visitor, 'pruefen');
  await press(visitor, incidents.check.submit, '**/melden/gesendet');
  return /\/faelle\/([^/]+)\//.exec(page.url())?.[1] ?? '';
}

async function next(visitor: Visitor, slug: string): Promise<void> {
  await press(visitor, common.action.next, `**/melden/${slug}`);
}

/** Chooses one answer of a question, whatever control asks it. */
async function choose({ page }: Visitor, question: string, answer: string): Promise<void> {
  const group = page.getByRole('group', { name: question }).or(page.getByRole('radiogroup', { name: question }));
  if ((await group.count()) > 0) await group.first().getByRole('radio', { name: answer }).first().check();
  else await page.getByLabel(question).selectOption({ label: answer });
}
