import { createHash } from 'node:crypto';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { ed25519Pair } from '#app/domain/sealed-box/curve-keys.ts';
import { verifyCheckpoint } from '#app/domain/sealed-box/audit-checkpoint.ts';
import { optionalParts } from '#app/domain/dossier/leave-out.ts';
import type { Locale } from '#app/features/ports.ts';
import { placeOf } from '#app/features/dossiers/shared-content.ts';
import { openForLink, shareSecretOf, tokenHashOf } from '#app/features/share-link.server.ts';
import { z } from 'zod';
import { checkForm } from '#app/features/dossiers/form.ts';
import type { ShareInput } from '#app/features/dossiers/form.ts';
import { auditOrigin } from '#app/infrastructure/db/checkpoints.ts';
import { closedAssessment } from '../support/assessments.ts';
import { probePdf } from '../support/pdf-probe.ts';
import type { PdfProbe } from '../support/pdf-probe.ts';
import { must, registerAndSignIn, resume, signInAgain, stepUp } from '../support/people.ts';
import type { TestPerson } from '../support/people.ts';
import { sendReport } from '../support/reports.ts';
import { createTestRuntime } from '../support/runtime.ts';
import type { TestRuntime } from '../support/runtime.ts';

const exhibitText = 'Planted-Inhalt-Dachs';
const exhibitHash = createHash('sha256').update(exhibitText).digest('hex');

type Scene = { runtime: TestRuntime; karin: TestPerson; stranger: TestPerson; assessmentId: string; caseId: string; reference: string };

/** A company with a closed assessment and a reported case with one exhibit, and a company that has nothing to do with it. */
async function scene(): Promise<Scene> {
  const runtime = await createTestRuntime();
  const karin = await registerAndSignIn(runtime, { organisationName: 'Tischlerei Süß & Söhne' });
  const stranger = await registerAndSignIn(runtime, { organisationName: 'Gärtnerei Fremd', name: 'Paul Fremd', email: `paul.${runtime.random.id()}@fremd.example` });
  const assessmentId = await closedAssessment(runtime, karin.session, 'Planted-Notiz-Hirsch');
  const { caseId, reference } = await sendReport(runtime, karin.session);
  const exhibit = { caseId, purpose: 'other', origin: '', fileName: 'Forderung.txt', claimedType: 'text/plain', idempotencyKey: 'beleg-1', content: once(Buffer.from(exhibitText)) } as const;
  must(await runtime.services.cases.addExhibit(karin.session.actor, karin.session.keys, 'company', exhibit));
  return { runtime, karin, stranger, assessmentId, caseId, reference };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const choice = (locale: Locale, more: { recipient?: string; idempotencyKey?: string } = {}) => ({ locale, recipient: more.recipient ?? null, idempotencyKey: more.idempotencyKey ?? null, parts: [...optionalParts] });

let shared: Scene;
beforeAll(async () => {
  shared = await scene();
});
afterAll(async () => {
  await shared.runtime[Symbol.asyncDispose]();
});

describe.each(['de', 'en'] as const)('documents in %s', (locale) => {
  test('the result of a checklist is a sound PDF that says who answered what', async () => {
    const { runtime, karin, assessmentId } = shared;
    const { actor, keys } = karin.session;
    const issued = must(await runtime.services.dossiers.issueChecklistDossier(actor, keys, assessmentId, choice(locale, { recipient: 'Zeichnung Muster-Versicherung' })));
    const probe = probePdf(issued.bytes);
    expectSound(probe, locale);
    const { result } = must(await runtime.services.checklists.openResult(actor, keys, assessmentId));
    const points = locale === 'de' ? `${String(result.points).replace('.', ',')} von ${result.maximum} Punkten` : `${result.points} of ${result.maximum} points`;
    const musts = result.standings.filter((one) => one.requirement.kind !== 'status' && one.requirement.must !== null && one.outcome !== 'out_of_scope');
    for (const fact of ['Tischlerei Süß & Söhne', 'Karin Seidel', 'Zeichnung Muster-Versicherung', 'Planted-Notiz-Hirsch', points, issued.number]) expect(probe.text).toContain(fact);
    expect(musts.length).toBeGreaterThan(3);
    for (const { requirement } of musts) expect(probe.packed).toContain(packed(requirement.title[locale]));
  });

  test('the report of an incident is a sound PDF with reference, exhibits and what nobody stated', async () => {
    const { runtime, karin, caseId, reference } = shared;
    const { actor, keys } = karin.session;
    const issued = must(await runtime.services.dossiers.issueIncidentDossier(actor, keys, caseId, choice(locale)));
    const probe = probePdf(issued.bytes);
    expectSound(probe, locale);
    const facts = locale === 'de' ? ['Art. 33 Abs. 1 DSGVO', 'nicht angegeben', 'geschätzt', '23.11.2026, 8:15 Uhr'] : ['not stated', 'estimated', '23 November 2026, 08:15'];
    for (const fact of [reference, 'Tischlerei Süß & Söhne', 'Planted-Police-4711', 'Forderung.txt', issued.number, ...facts]) expect(probe.text).toContain(fact);
    expect(probe.packed).toContain('Planted-Beschreibung-Quitte');
    expect(probe.packed).toContain(exhibitHash);
  });
});

test('what was left out is named as left out, and nothing says that there was none', async () => {
  const { runtime, karin, caseId } = shared;
  const { actor, keys } = karin.session;
  const issued = must(await runtime.services.dossiers.issueIncidentDossier(actor, keys, caseId, { ...choice('de'), parts: ['measures'] }));
  const { text, packed: letters } = probePdf(issued.bytes);
  expect(letters).not.toContain(exhibitHash);
  expect(text).not.toContain('Planted-Beschreibung-Quitte');
  expect(text).not.toContain('Kein Beleg hinterlegt');
  expect(text).toContain('Planted-Massnahme-Distel');
  expect(text.match(/In diesem Bericht weggelassen/g)?.length).toBe(6);
  // The course of the case names no file: its name is sealed, and the list of exhibits was left out.
  expect(text).toContain('Datei hinzugefügt');
  expect(text).not.toContain('Forderung.txt');
  expect(text).toContain('Vom Betrieb nicht ausgewählt');
});

test('row and audit entry hold the SHA-256 of the bytes, and the footer a checkpoint that the log has signed', async () => {
  const { runtime, karin, assessmentId } = shared;
  const { actor, keys } = karin.session;
  const issued = must(await runtime.services.dossiers.issueChecklistDossier(actor, keys, assessmentId, choice('de')));
  const sha256 = createHash('sha256').update(issued.bytes).digest('hex');
  const row = await runtime.database.dossier.findFirstOrThrow({ where: { number: issued.number } });
  expect(row).toMatchObject({ sha256, organisationId: karin.organisationId, locale: 'de', kind: 'checklist_result', subjectId: assessmentId });
  const entries = await runtime.database.auditEntry.findMany({ where: { event: 'dossier.issued', objectId: row.id } });
  expect(entries.map((entry) => entry.reason)).toEqual([`sha256:${sha256}`]);

  const { number, hash } = JSON.parse(row.checkpoint) as { number: number; hash: string };
  const signed = await runtime.database.auditCheckpoint.findFirstOrThrow({ where: { size: number } });
  const noted = verifyCheckpoint(ed25519Pair(runtime.config.secrets.audit).publicKey, auditOrigin(runtime.config.baseUrl), signed.signature);
  expect(noted).toMatchObject({ size: number });
  expect(noted?.head.toString('hex')).toBe(hash);
  expect(probePdf(issued.bytes).text).toContain(`Protokollstand ${number} vom`);
});

test('twenty identical posts give one document; once the case says more, the same post gives a new one', async () => {
  const { runtime, karin, caseId } = await scene();
  await using _ = runtime;
  const { actor, keys } = karin.session;
  const input = choice('de', { idempotencyKey: runtime.random.id() });
  const all = await Promise.all(Array.from({ length: 20 }, () => runtime.services.dossiers.issueIncidentDossier(actor, keys, caseId, input)));
  const numbers = new Set(all.map((one) => must(one).number));
  expect([...numbers]).toEqual(['GD-2026-000001']);
  expect(new Set(all.map((one) => must(one).sha256)).size).toBe(1);
  expect(await runtime.database.dossier.count()).toBe(1);
  expect(await runtime.database.auditEntry.count({ where: { event: 'dossier.issued' } })).toBe(1);

  expect(await runtime.services.dossiers.issueIncidentDossier(actor, keys, caseId, input)).toMatchObject({ ok: false, refusal: { code: 'quota_exceeded' } });
  runtime.clock.advance(61);
  const again = await signInAgain(runtime, karin);
  const more = { caseId, purpose: 'other', origin: '', fileName: 'Zweites.txt', claimedType: 'text/plain', idempotencyKey: 'beleg-2', content: once(Buffer.from('Zweites')) } as const;
  must(await runtime.services.cases.addExhibit(again.session.actor, again.session.keys, 'company', more));
  const later = must(await runtime.services.dossiers.issueIncidentDossier(again.session.actor, again.session.keys, caseId, input));
  expect(later.number).toBe('GD-2026-000002');
});

test('another company finds neither subject nor document nor link', async () => {
  const { runtime, karin, stranger, assessmentId, caseId } = shared;
  const { dossiers } = runtime.services;
  const own = must(await dossiers.issueIncidentDossier(karin.session.actor, karin.session.keys, caseId, choice('de')));
  const absent = { ok: false, refusal: { code: 'not_found' } };
  const raised = await stepUp(runtime, stranger);
  const { actor, keys } = raised.session;
  expect(await dossiers.issueChecklistDossier(actor, keys, assessmentId, choice('de'))).toMatchObject(absent);
  expect(await dossiers.issueIncidentDossier(actor, keys, caseId, choice('de'))).toMatchObject(absent);
  expect(await dossiers.listReportsOfCase(actor, caseId)).toMatchObject(absent);
  expect(await dossiers.beginShareLink(actor, own.id)).toMatchObject(absent);
  expect(must(await dossiers.listDossiers(actor)).dossiers).toEqual([]);
  expect(must(await dossiers.listDossiers(karin.session.actor)).dossiers.map((one) => one.id)).toContain(own.id);
});

test('whoever holds a document finds it by number and check code, and learns its hash; a wrong code finds nothing', async () => {
  const { runtime, karin, assessmentId } = shared;
  const { dossiers } = runtime.services;
  const issued = must(await dossiers.issueChecklistDossier(karin.session.actor, karin.session.keys, assessmentId, choice('de')));
  const code = /Prüfcode ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(probePdf(issued.bytes).text)?.[1] ?? '';
  const found = must(await dossiers.checkDocument({ number: issued.number.toLowerCase(), code: code.toLowerCase().replaceAll('-', ' '), hash: null }));
  expect(found).toMatchObject({ number: issued.number, sha256: issued.sha256, file: null });
  const unknown = await dossiers.checkDocument({ number: 'GD-2026-999999', code, hash: null });
  expect(await dossiers.checkDocument({ number: issued.number, code: '0000-0000-0000', hash: null })).toEqual(unknown);

  // As the tools of the systems print it, and of a file in which one byte is another.
  const spoiled = Buffer.from(issued.bytes);
  spoiled[1000] = (spoiled[1000] ?? 0) ^ 1;
  const typed = (bytes: Uint8Array) => checkForm.parse({ number: issued.number, code, hash: createHash('sha256').update(bytes).digest('hex').toUpperCase().replace(/(..)(?=.)/g, '$1 ') });
  expect(must(await dossiers.checkDocument(typed(issued.bytes))).file).toBe('unchanged');
  expect(must(await dossiers.checkDocument(typed(spoiled))).file).toBe('changed');
});

test('the form that checks a document names what is missing or unreadable', () => {
  const fields = (input: unknown) => z.flattenError(checkForm.safeParse(input).error!).fieldErrors;
  expect(fields({ number: ' ', code: '', hash: 'abc' })).toEqual({ number: ['number'], code: ['checkCode'], hash: ['hash'] });
  expect(checkForm.parse({ number: 'GD-1', code: 'x' })).toEqual({ number: 'GD-1', code: 'x', hash: null });
});

/** A link to a fresh report of the shared case, made by the lead with the second factor. */
async function sharedLink(from: Scene, days: ShareInput['days'] = 7): Promise<{ token: string; accessCode: string; linkId: string; lead: TestPerson }> {
  const { runtime, caseId } = from;
  const { dossiers } = runtime.services;
  const lead = await stepUp(runtime, await signInAgain(runtime, from.karin));
  const { actor, keys } = lead.session;
  const own = must(await dossiers.issueIncidentDossier(actor, keys, caseId, choice('de')));
  const { token, accessCode } = must(await dossiers.beginShareLink(actor, own.id));
  const link = must(await dossiers.createShareLink(actor, keys, { dossierId: own.id, locale: 'de', parts: [...optionalParts], days, token, accessCode }));
  return { token, accessCode, linkId: link.id, lead };
}

test('a link asks for the second factor, opens with token and code, and its row alone opens nothing', async () => {
  const all = await scene();
  await using runtime = all.runtime;
  const { dossiers } = runtime.services;
  const { actor, keys } = all.karin.session;
  const own = must(await dossiers.issueIncidentDossier(actor, keys, all.caseId, choice('de')));
  expect(await dossiers.beginShareLink(actor, own.id)).toMatchObject({ ok: false, refusal: { code: 'step_up_required' } });
  const member = { ...actor, roles: ['company.member'], steppedUpAt: runtime.clock.now() } as const;
  expect(await dossiers.beginShareLink(member, own.id)).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } });

  const { token, accessCode, linkId } = await sharedLink(all);
  must(await dossiers.findShareLink(token));
  const opened = must(await dossiers.openShareLink(token, ` ${accessCode.toLowerCase().replace('-', ' ')} `));
  expect(opened).toMatchObject({ title: `Schadenmeldung IT-Vorfall ${all.reference}`, from: 'Tischlerei Süß & Söhne' });
  expect(probePdf(opened.bytes).text).toContain(opened.number);
  const issued = await runtime.database.dossier.findFirstOrThrow({ where: { number: opened.number } });
  expect(createHash('sha256').update(opened.bytes).digest('hex')).toBe(issued.sha256);
  const events = await runtime.database.auditEntry.findMany({ where: { objectId: linkId }, orderBy: { sequence: 'asc' } });
  expect(events.map((one) => [one.event, one.actorKind])).toEqual([['share.created', 'user'], ['share.opened', 'guest']]);

  const stored = await runtime.database.shareLink.findFirstOrThrow({ where: { tokenHash: tokenHashOf(token) ?? '' } });
  const text = Buffer.concat([Buffer.from(JSON.stringify({ ...stored, sealedContent: null })), stored.sealedContent]).toString('latin1');
  for (const secret of [token, accessCode, 'Tischlerei', '%PDF', 'Schadenmeldung']) expect(text).not.toContain(secret);
  const place = { id: stored.id, organisationId: stored.organisationId, dossierId: stored.subjectId };
  const onlyToken = must(shareSecretOf(token, '0000-0000'));
  const onlyCode = must(shareSecretOf('A'.repeat(22), accessCode));
  const both = must(shareSecretOf(token, accessCode));
  expect(openForLink(stored.sealedContent, placeOf(place), onlyToken)).toMatchObject({ ok: false });
  expect(openForLink(stored.sealedContent, placeOf(place), onlyCode)).toMatchObject({ ok: false });
  expect(openForLink(stored.sealedContent, placeOf({ ...place, id: 'another-row' }), both)).toMatchObject({ ok: false });
  expect(openForLink(stored.sealedContent, placeOf(place), both)).toMatchObject({ ok: true });
});

test('identical posts at once make one link', async () => {
  const all = await scene();
  await using runtime = all.runtime;
  const { dossiers } = runtime.services;
  const lead = await stepUp(runtime, all.karin);
  const { actor, keys } = lead.session;
  const own = must(await dossiers.issueChecklistDossier(actor, keys, all.assessmentId, choice('de')));
  const { token, accessCode } = must(await dossiers.beginShareLink(actor, own.id));
  const input = { dossierId: own.id, locale: 'de', parts: [], days: 30, token, accessCode } as const;
  const links = await Promise.all(Array.from({ length: 6 }, () => dossiers.createShareLink(actor, keys, { ...input, parts: [] })));
  expect(new Set(links.map((one) => must(one).id)).size).toBe(1);
  expect(await runtime.database.shareLink.count()).toBe(1);
  expect(await runtime.database.dossier.count()).toBe(2);
});

test('five wrong codes pause a link, a quarter of an hour later it opens again, twenty end it', async () => {
  const all = await scene();
  await using runtime = all.runtime;
  const { dossiers } = runtime.services;
  const { token, accessCode, linkId } = await sharedLink(all, 90);
  const wrong = (code = '7777-7777') => dossiers.openShareLink(token, code);
  expect(await wrong('zu kurz')).toMatchObject({ ok: false, refusal: { code: 'wrong_credentials' } });
  for (let turn = 0; turn < 5; turn += 1) expect(await wrong()).toMatchObject({ ok: false, refusal: { code: 'wrong_credentials' } });
  expect(await dossiers.openShareLink(token, accessCode)).toMatchObject({ ok: false, refusal: { code: 'too_many_attempts', retryAfterSeconds: 900 } });
  runtime.clock.advance(14);
  expect(await dossiers.openShareLink(token, accessCode)).toMatchObject({ ok: false, refusal: { code: 'too_many_attempts' } });
  runtime.clock.advance(1.1);
  must(await dossiers.openShareLink(token, accessCode));

  for (let turn = 1; turn <= 20; turn += 1) {
    expect(await wrong()).toMatchObject({ ok: false, refusal: { code: turn < 20 ? 'wrong_credentials' : 'link_expired' } });
    if (turn % 5 === 0) runtime.clock.advance(15.1);
  }
  expect(await dossiers.openShareLink(token, accessCode)).toMatchObject({ ok: false, refusal: { code: 'link_expired' } });
  const ended = await runtime.database.shareLink.findFirstOrThrow({ where: { id: linkId, organisationId: all.karin.organisationId } });
  expect(ended.sealedContent.length).toBe(0);
  const reasons = await runtime.database.auditEntry.findMany({ where: { event: 'share.revoked', objectId: linkId } });
  expect(reasons.map((one) => [one.actorKind, one.reason])).toEqual([['system', 'too_many_wrong_codes']]);
});

test('a link ends when it is revoked, by its own company only, and when its days are over', async () => {
  const all = await scene();
  await using runtime = all.runtime;
  const { dossiers } = runtime.services;
  const gone = { ok: false, refusal: { code: 'link_expired' } };
  const first = await sharedLink(all);
  const foreign = (await resume(runtime, all.stranger.cookie)).actor;
  expect(await dossiers.revokeShareLink(foreign, first.linkId)).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  must(await dossiers.openShareLink(first.token, first.accessCode));
  must(await dossiers.revokeShareLink(first.lead.session.actor, first.linkId));
  must(await dossiers.revokeShareLink(first.lead.session.actor, first.linkId));
  expect(await dossiers.openShareLink(first.token, first.accessCode)).toMatchObject(gone);
  expect(await runtime.database.auditEntry.count({ where: { event: 'share.revoked' } })).toBe(1);

  const second = await sharedLink(all, 7);
  runtime.clock.advance(7 * 24 * 60 - 1);
  must(await dossiers.openShareLink(second.token, second.accessCode));
  runtime.clock.advance(1);
  expect(await dossiers.openShareLink(second.token, second.accessCode)).toMatchObject(gone);
  expect(await dossiers.findShareLink(second.token)).toEqual(await dossiers.findShareLink('A'.repeat(22)));
  expect(await dossiers.clearExpiredLinks()).toBe(1);
  expect(await dossiers.clearExpiredLinks()).toBe(0);
});

function packed(text: string): string {
  return text.replace(/\s+/g, '');
}

function expectSound(probe: PdfProbe, locale: Locale): void {
  expect(probe.check).toContain('No syntax or stream encoding errors found');
  expect(probe.info).toMatch(/^Tagged:\s+yes$/m);
  expect(probe.fonts.length).toBeGreaterThanOrEqual(3);
  for (const font of probe.fonts) expect(font).toMatch(/yes yes yes\s+\d+\s+0\s*$/);
  expect(probe.text).toContain(locale === 'de' ? 'Seite 1 von' : 'Page 1 of');
}
