import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import type { Visitor } from '#tests/support/browser.ts';
import { plantedReason, workThroughChecklist } from '#tests/support/journey/answer-checklist.ts';
import { setUpCast } from '#tests/support/journey/cast.ts';
import { registerCompany, signIn } from '#tests/support/journey/come-in.ts';
import { addExhibit, confirmClosure, issuePdf, releaseContent } from '#tests/support/journey/company-work.ts';
import { lookAtEverything } from '#tests/support/journey/office-look.ts';
import { acceptOffer, closing, handInReport, logFirstContact, reachMilestone, takeExhibit, writeMessage } from '#tests/support/journey/provider-work.ts';
import { callback, planted, reportRansomware } from '#tests/support/journey/report-incident.ts';
import { expectNoSidewaysScroll, found, mainText, missing } from '#tests/support/journey/traveller.ts';
import type { Traveller } from '#tests/support/journey/traveller.ts';
import { probePdf } from '#tests/support/pdf-probe.ts';
import { serveForTest } from '#tests/support/serve.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

const company = { organisationName: 'Tischlerei Zwirnschnecke', town: 'Werdau', district: 'Landkreis Zwickau', name: callback.name, email: 's.rothe@zwirnschnecke.example' };
const words = { question: 'Planted-Frage-Sperber: Wann kommen Sie vorbei?', answer: 'Planted-Antwort-Dachs: In einer Stunde.', contained: 'Planted-Schritt-Luchs', restored: 'Planted-Schritt-Biber' };
const exhibit = { name: 'Planted-Datei-Zander.log', mimeType: 'text/plain', buffer: Buffer.from('2026-11-23 08:11 Planted-Inhalt-Hecht fremde Anmeldung\n'.repeat(400)) };
/** Nobody but the recipients of the case may read these anywhere. */
const sealed = [...Object.values(planted), ...Object.values(words), ...Object.values(closing), plantedReason, exhibit.name, 'Planted-Inhalt-Hecht', 'Planted-Herkunft-Mispel'];

const wide = { width: 1280, height: 900 };
const ways = [
  { way: 'with script', javaScript: true, viewport: wide, questions: Infinity },
  { way: 'without script', javaScript: false, viewport: wide, questions: 8 },
  { way: 'on a phone', javaScript: true, viewport: { width: 390, height: 844 }, questions: 8 },
];

test.each(ways)('the main job from registration to both documents, $way', async ({ javaScript, viewport, questions }) => {
  await using server = await serveForTest({ now: '2026-11-23T09:00:00Z' });
  const { clock, worker } = server.runtime;
  const visitors: Visitor[] = [];
  async function someone(): Promise<Visitor> {
    const visitor = await openVisitor(browser, server, { javaScript, viewport });
    visitor.page.setDefaultTimeout(60_000);
    visitors.push(visitor);
    return visitor;
  }
  const cast = await setUpCast(server);

  const visitor = await someone();
  const owner = await registerCompany(visitor, server, company);
  const answered = await workThroughChecklist(visitor, questions);
  expect(answered).toBeGreaterThanOrEqual(Math.min(questions, 30));
  await expectNoSidewaysScroll(visitor);
  const result = probePdf(await issuePdf(owner));
  expect(result.check).toContain('No syntax or stream encoding errors');
  expect(missing([company.organisationName, company.town, 'Stand der IT-Sicherheit', company.name], result.text)).toEqual([]);
  if (questions === Infinity) expect(missing([plantedReason], result.packed)).toEqual([]);

  const caseId = await reportRansomware(visitor, { date: '2026-11-23', time: '08:15' });
  expect(missing(['Was jetzt geschieht', 'Kritisch', 'Netz trennen'], await mainText(visitor))).toEqual([]);
  const ownCase = `/betrieb/faelle/${caseId}`;
  await worker.runAll();

  const provider: Traveller = { visitor: await someone(), server, email: cast.provider.email, password: cast.provider.password, totpSecret: cast.provider.totpSecret };
  await signIn(provider, '/partner');
  await acceptOffer(provider, { name: company.organisationName, town: company.town }, sealed);
  const itsCase = `/partner/faelle/${caseId}`;
  const before = await mainText(provider.visitor);
  // A number stands in one line, its spaces do not break.
  expect(before.replaceAll('\u00a0', ' ')).toContain(callback.phone);
  expect(found(sealed, before)).toEqual([]);

  await releaseContent(owner, ownCase, cast.providerName);
  await writeMessage(owner, `${ownCase}/nachrichten`, words.question);
  await addExhibit(owner, `${ownCase}/beweise`, exhibit);

  clock.advance(2);
  await provider.visitor.visit(itsCase);
  expect(await mainText(provider.visitor)).toContain(planted.description);
  await logFirstContact(provider);
  expect(await mainText(provider.visitor)).toContain(words.question);
  await writeMessage(provider, `${itsCase}/nachrichten`, words.answer);
  expect((await takeExhibit(provider, `${itsCase}/beweise`, exhibit.name)).equals(exhibit.buffer)).toBe(true);
  for (const [milestone, note] of [['contained', words.contained], ['restored', words.restored]] as const) {
    clock.advance(1);
    await provider.visitor.visit(itsCase);
    await reachMilestone(provider, milestone, note);
  }
  await handInReport(provider, itsCase);

  await visitor.visit(`${ownCase}/nachrichten`);
  expect(await mainText(visitor)).toContain(words.answer);
  await confirmClosure(owner, ownCase, closing.measuresTaken);
  for (const part of ['fristen', 'verlauf', 'beweise']) {
    await visitor.visit(`${ownCase}/${part}`);
    await expectNoSidewaysScroll(visitor);
  }
  await visitor.visit(`${ownCase}/berichte`);
  const report = probePdf(await issuePdf(owner));
  expect(report.check).toContain('No syntax or stream encoding errors');
  expect(missing([company.organisationName, cast.providerName, planted.insurerName, planted.policyNumber, 'GL-2026-'], report.text)).toEqual([]);
  expect(missing(['Planted-Beschreibung-Quitte', 'Planted-Abschluss-Ginster', exhibit.name], report.packed)).toEqual([]);

  const people = [
    { person: cast.coordinator, firstPage: '/buero' },
    { person: cast.reviewer, firstPage: '/buero/dienstleister' },
  ];
  for (const { person, firstPage } of people) {
    const office: Traveller = { visitor: await someone(), server, email: person.email, password: person.password, totpSecret: person.totpSecret };
    await signIn(office, firstPage);
    await lookAtEverything(office, caseId, sealed);
  }

  for (const each of visitors) {
    expect(each.surprises).toEqual([]);
    await each.close();
  }
  expect(server.runtime.logLines.filter((line) => /"level":(50|60)|"event":"csp/.test(line))).toEqual([]);
});
