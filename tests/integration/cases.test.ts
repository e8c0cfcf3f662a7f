import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ClosingReport } from '#app/domain/case/closing-report.ts';
import { assignedCase, must, refusalOf, release } from '../support/case-scenes.ts';
import type { CaseScene } from '../support/case-scenes.ts';
import { foundAndSignIn, registerAndSignIn, resume, stepUp } from '../support/people.ts';
import { createTestRuntime } from '../support/runtime.ts';
import type { TestRuntime } from '../support/runtime.ts';

const report: ClosingReport = {
  outcome: 'solved',
  effort: 'up_to_3_days',
  causes: ['open_remote_access'],
  causeText: 'Planted-Ursache-Holunder',
  measuresTaken: 'Planted-Massnahme-Ginster',
  recommendations: 'Planted-Empfehlung-Weide',
  openPoints: '',
};

async function firstContact(runtime: TestRuntime, scene: CaseScene): Promise<void> {
  const { actor, keys } = scene.provider.session;
  must(await runtime.services.cases.logFirstContact(actor, keys, { caseId: scene.caseId, at: runtime.clock.now().toISOString(), channel: 'telephone' }));
}

test('both sides work a case from the release to its end', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  const { caseId, provider } = scene;
  const ofProvider = provider.session;
  const company = await release(runtime, scene);
  const own = company.session;

  const seen = must(await cases.openProviderCase(ofProvider.actor, ofProvider.keys, caseId));
  expect(seen.report?.description).toContain('Quitte');
  await firstContact(runtime, scene);
  must(await cases.postMessage(ofProvider.actor, ofProvider.keys, 'provider', { caseId, text: 'Bitte lassen Sie alles aus.', idempotencyKey: 'a' }));
  runtime.clock.advance(1);
  must(await cases.postMessage(own.actor, own.keys, 'company', { caseId, text: 'Alles ist aus.', idempotencyKey: 'b' }));
  expect(must(await cases.listMessages(own.actor, own.keys, 'company', caseId)).messages.map((one) => [one.text, one.own])).toEqual([
    ['Alles ist aus.', true],
    ['Bitte lassen Sie alles aus.', false],
  ]);
  must(await cases.setWaiting(ofProvider.actor, ofProvider.keys, { caseId, reason: 'decision_needed', resumeAt: '2026-11-25T09:00:00Z', note: 'Darf der Server neu aufgesetzt werden?' }));
  const waiting = must(await cases.openCompanyCase(own.actor, own.keys, caseId));
  expect(waiting.now).toMatchObject({ kind: 'waiting_company', reason: 'decision_needed', note: 'Darf der Server neu aufgesetzt werden?' });
  must(await cases.resumeWork(ofProvider.actor, ofProvider.keys, { caseId }));
  must(await cases.reachMilestone(ofProvider.actor, ofProvider.keys, { caseId, milestone: 'mark_contained', note: 'Netz getrennt' }));
  must(await cases.reachMilestone(ofProvider.actor, ofProvider.keys, { caseId, milestone: 'mark_restored' }));
  must(await cases.handInReport(ofProvider.actor, ofProvider.keys, { caseId, report }));

  const closure = must(await cases.openClosure(own.actor, own.keys, caseId));
  expect(closure).toMatchObject({ mayDecide: true, report: { outcome: 'solved', recommendations: 'Planted-Empfehlung-Weide' } });
  must(await cases.objectToClosure(own.actor, own.keys, { caseId, text: 'Der Drucker geht noch nicht.' }));
  must(await cases.handInReport(ofProvider.actor, ofProvider.keys, { caseId, report: { ...report, openPoints: 'Drucker' } }));
  expect(must(await cases.confirmClosure(own.actor, own.keys, { caseId })).state).toBe('closed');

  const history = must(await cases.readHistory(own.actor, own.keys, 'company', caseId));
  const events = history.entries.map((one) => one.event).reverse();
  expect(events.slice(events.indexOf('assign'))).toEqual(['assign', 'released', 'log_first_contact', 'wait_for_company', 'resume_work', 'mark_contained', 'mark_restored', 'propose_closure', 'object', 'propose_closure', 'close']);
  expect(history.entries.find((one) => one.event === 'object')?.note).toBe('Der Drucker geht noch nicht.');
  expect(history.openings?.map((one) => one.event)).toEqual(['report_opened']);
  const rows = await runtime.database.caseEvent.findMany({ where: { caseId }, orderBy: { sequence: 'asc' } });
  expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, index) => index + 1));
  const audited = await runtime.database.auditEntry.count({ where: { objectId: caseId, event: 'case.changed_state' } });
  expect(audited).toBeGreaterThanOrEqual(9);
});

test('before the release a provider sees whom to call and nothing of the content', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  const { actor, keys } = scene.provider.session;
  const view = must(await cases.openProviderCase(actor, keys, scene.caseId));
  expect(view).toMatchObject({ report: null, messages: [], callback: { name: 'Planted-Rueckruf-Amsel' }, head: { title: null, released: false, companyName: 'Tischlerei Seidel' } });
  expect(JSON.stringify(view)).not.toMatch(/Zeppelin|Quitte|Karpfen|Otter/);
  expect(JSON.stringify(view)).not.toContain('Karin Seidel');
  expect(refusalOf(await cases.listMessages(actor, keys, 'provider', scene.caseId))).toBe('not_allowed');
  expect(refusalOf(await cases.listExhibits(actor, keys, 'provider', scene.caseId))).toBe('not_allowed');
  expect(refusalOf(await cases.handInReport(actor, keys, { caseId: scene.caseId, report }))).toBe('not_allowed');
  expect(refusalOf(await keys.open({ kind: 'case', id: scene.caseId, organisationId: scene.company.organisationId }))).toBe('key_missing');
});

test('the release asks for the second factor, for consent, and for the key that was shown', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  const { caseId } = scene;
  const before = scene.company.session;
  const shown = must(await cases.openRelease(before.actor, before.keys, caseId));
  expect(shown.provider).toMatchObject({ name: 'Silberader IT-Sicherheit GmbH', approvedSince: '2026-03-02T10:00:00.000Z' });
  const input = { caseId, providerId: shown.provider.id, fingerprint: shown.provider.fingerprint, consent: true };
  expect(refusalOf(await cases.releaseToProvider(before.actor, before.keys, input))).toBe('step_up_required');
  const { actor, keys } = (await stepUp(runtime, scene.company)).session;
  expect(refusalOf(await cases.releaseToProvider(actor, keys, { ...input, consent: false }))).toBe('invalid_input');
  expect(refusalOf(await cases.releaseToProvider(actor, keys, { ...input, fingerprint: '1' }))).toBe('conflict_of_versions');
  const results = await Promise.all(Array.from({ length: 5 }, () => cases.releaseToProvider(actor, keys, input)));
  expect(results.every((one) => one.ok)).toBe(true);
  expect(await runtime.database.subjectKeyGrant.count({ where: { subjectId: caseId, recipientId: shown.provider.id } })).toBe(1);
});

test('people without a part in the case find nothing, the office opens nothing', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  await release(runtime, scene);
  const { caseId } = scene;
  const stranger = (await registerAndSignIn(runtime, { organisationName: 'Fremde GmbH', email: 'fremd@fremd.example' })).session;
  const office = (await foundAndSignIn(runtime, { type: 'office', role: 'office.coordinator' })).session;
  for (const { actor, keys } of [stranger, office]) {
    const asked = [
      await cases.openCompanyCase(actor, keys, caseId),
      await cases.openProviderCase(actor, keys, caseId),
      await cases.listMessages(actor, keys, 'company', caseId),
      await cases.listMessages(actor, keys, 'provider', caseId),
      await cases.listExhibits(actor, keys, 'company', caseId),
      await cases.openDeadlines(actor, keys, 'company', caseId),
      await cases.readHistory(actor, keys, 'company', caseId),
      await cases.openRelease(actor, keys, caseId),
      await cases.openClosure(actor, keys, caseId),
      await cases.postMessage(actor, keys, 'company', { caseId, text: 'x', idempotencyKey: 'x' }),
      await cases.withdrawCase(actor, keys, { caseId }),
      await cases.confirmClosure(actor, keys, { caseId }),
      await cases.caseForDossier(actor, keys, caseId),
      await cases.writeOfficeNote(actor, 'company', { caseId, text: 'x', idempotencyKey: 'y' }),
    ];
    expect(asked.map(refusalOf)).toEqual(asked.map(() => 'not_found'));
    expect(refusalOf(await keys.open({ kind: 'case', id: caseId, organisationId: scene.company.organisationId }))).toBe('key_missing');
  }
  const { actor, keys } = scene.provider.session;
  expect(refusalOf(await cases.openCompanyCase(actor, keys, caseId))).toBe('not_found');
  expect(refusalOf(await cases.openCompanyCase(actor, keys, 'doesnotexist'))).toBe('not_found');
});

test('a former provider still reads for 48 hours, writes nothing, then loses the key', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  const { caseId, provider } = scene;
  const company = await release(runtime, scene);
  await firstContact(runtime, scene);
  must(await cases.handInReport(provider.session.actor, provider.session.keys, { caseId, report }));
  must(await cases.confirmClosure(company.session.actor, company.session.keys, { caseId }));

  const { actor, keys } = provider.session;
  expect(must(await cases.openProviderCase(actor, keys, caseId)).report?.description).toContain('Quitte');
  expect(refusalOf(await cases.postMessage(actor, keys, 'provider', { caseId, text: 'x', idempotencyKey: 'x' }))).toBe('not_allowed');
  expect(await cases.endAccess()).toBe(0);
  runtime.clock.advance(48 * 60 + 1);
  expect(refusalOf(await cases.openProviderCase(actor, keys, caseId))).toBe('not_found');
  expect(await cases.endAccess()).toBe(1);
  expect(await cases.endAccess()).toBe(0);
  expect(refusalOf(await keys.open({ kind: 'case', id: caseId, organisationId: company.organisationId }))).toBe('key_missing');
});

test('a closed case goes on with the provider it had, and asks for the release once more when the key is gone', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  const { caseId, provider } = scene;
  const company = await release(runtime, scene);
  await firstContact(runtime, scene);
  must(await cases.handInReport(provider.session.actor, provider.session.keys, { caseId, report }));
  must(await cases.confirmClosure(company.session.actor, company.session.keys, { caseId }));
  runtime.clock.advance(3 * 24 * 60);
  await cases.endAccess();
  const { actor, keys } = company.session;
  expect(refusalOf(await cases.reopenCase(actor, keys, { caseId, reason: 'because' }))).toBe('invalid_input');
  expect(must(await cases.reopenCase(actor, keys, { caseId, reason: 'problem_returned', text: 'Es geht wieder los.' })).state).toBe('in_progress');
  expect(must(await cases.openCompanyCase(actor, keys, caseId)).now).toMatchObject({ kind: 'release' });
  expect(must(await cases.openProviderCase(provider.session.actor, provider.session.keys, caseId)).report).toBeNull();
});

test('a withdrawn case ends the part of the provider; what waited for a release is dropped at the first contact', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  const { caseId } = scene;
  const waiting = { subjectKind: 'case', subjectId: caseId, version: 1, recipientKind: 'organisation', recipientId: 'another', sealedKey: new Uint8Array(8), awaitingRelease: true };
  await runtime.database.subjectKeyGrant.create({ data: { id: 'waiting', ...waiting, createdAt: runtime.clock.now() } });
  await firstContact(runtime, scene);
  expect(await runtime.database.subjectKeyGrant.count({ where: { id: 'waiting' } })).toBe(0);
  const { actor, keys } = scene.company.session;
  expect(must(await cases.withdrawCase(actor, keys, { caseId, text: 'Doch selbst gelöst' })).state).toBe('withdrawn');
  const assignment = await runtime.database.assignment.findFirst({ where: { caseId } });
  expect(assignment).toMatchObject({ state: 'aborted', endedAt: runtime.clock.now() });
  expect(refusalOf(await cases.reachMilestone(scene.provider.session.actor, scene.provider.session.keys, { caseId, milestone: 'mark_contained' }))).not.toBe('ok');
});

test('a first contact lies neither ahead nor before the assignment, and is logged once', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  const { actor, keys } = scene.provider.session;
  const log = (at: string) => cases.logFirstContact(actor, keys, { caseId: scene.caseId, at, channel: 'telephone' });
  expect(refusalOf(await log('2026-11-23T12:00:00Z'))).toBe('invalid_input');
  expect(refusalOf(await log('2026-11-23T08:00:00Z'))).toBe('invalid_input');
  const results = await Promise.all(Array.from({ length: 4 }, () => log(runtime.clock.now().toISOString())));
  expect(results.filter((one) => one.ok)).toHaveLength(1);
});

test('a done duty keeps its file number sealed, and the report to the BSI starts the period of its final report', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime, { answers: { nis2Scope: 'important' } });
  await runtime.database.deadline.updateMany({ where: { caseId: scene.caseId }, data: { state: 'open' } });
  const { actor, keys } = scene.company.session;
  const before = must(await cases.openDeadlines(actor, keys, 'company', scene.caseId)).deadlines;
  const duty = before.find((one) => one.duty === 'nis2_report') ?? before[0];
  must(await cases.reportDeadline(actor, keys, { caseId: scene.caseId, deadlineId: duty?.id ?? '', sentAt: '2026-11-23T08:30:00Z', fileNumber: 'Planted-Aktenzeichen-Eibe' }));
  const after = must(await cases.openDeadlines(actor, keys, 'company', scene.caseId)).deadlines;
  expect(after.find((one) => one.id === duty?.id)).toMatchObject({ state: 'done', fileNumber: 'Planted-Aktenzeichen-Eibe', doneAt: '2026-11-23T08:30:00.000Z' });
  if (duty?.duty === 'nis2_report') expect(after.find((one) => one.duty === 'nis2_final')?.dueAt).toBe('2026-12-23T08:30:00.000Z');
  expect(refusalOf(await cases.reportDeadline(actor, keys, { caseId: scene.caseId, deadlineId: duty?.id ?? '', sentAt: '2026-11-23T08:30:00Z' }))).toBe('wrong_state');
});

test('a duty whose hour went by without an entry is overdue while the case runs, and presses nobody once it is over', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime, { answers: { nis2Scope: 'important' } });
  await runtime.database.deadline.updateMany({ where: { caseId: scene.caseId }, data: { state: 'open' } });
  runtime.clock.advance(20 * 24 * 60);
  const clocks = async () => {
    const { actor, keys } = scene.company.session;
    return new Set(must(await cases.openDeadlines(actor, keys, 'company', scene.caseId)).deadlines.filter((one) => one.leftMs <= 0 && !one.atOnce).map((one) => one.clock));
  };
  expect(await clocks()).toEqual(new Set(['overdue']));
  await runtime.database.case.update({ where: { id: scene.caseId }, data: { state: 'closed' } });
  expect(await clocks()).toEqual(new Set(['lapsed']));
});

test('internal notes are the provider\'s alone; words to the office reach the office and one side only', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  const { caseId } = scene;
  const ofProvider = scene.provider.session;
  must(await cases.writeInternalNote(ofProvider.actor, ofProvider.keys, { caseId, text: 'Planted-Intern-Linde', idempotencyKey: 'n' }));
  must(await cases.writeInternalNote(ofProvider.actor, ofProvider.keys, { caseId, text: 'Planted-Intern-Linde', idempotencyKey: 'n' }));
  must(await cases.writeOfficeNote(ofProvider.actor, 'provider', { caseId, text: 'Wir kommen erst um zehn.', idempotencyKey: 'o' }));
  const seen = must(await cases.openProviderCase(ofProvider.actor, ofProvider.keys, caseId));
  expect(seen.internalNotes.map((one) => one.text)).toEqual(['Planted-Intern-Linde']);
  expect(seen.officeNotes.map((one) => one.text)).toEqual(['Wir kommen erst um zehn.']);
  const own = must(await cases.openCompanyCase(scene.company.session.actor, scene.company.session.keys, caseId));
  expect(JSON.stringify(own)).not.toContain('Linde');
  expect(own.officeNotes).toEqual([]);
});

test('messages, reports and reasons lie sealed on disk, and mails name nothing', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  const { caseId, provider } = scene;
  const company = await release(runtime, scene);
  await firstContact(runtime, scene);
  must(await cases.postMessage(company.session.actor, company.session.keys, 'company', { caseId, text: 'Planted-Nachricht-Ahorn', idempotencyKey: 'm' }));
  must(await cases.writeInternalNote(provider.session.actor, provider.session.keys, { caseId, text: 'Planted-Intern-Linde', idempotencyKey: 'n' }));
  must(await cases.handInReport(provider.session.actor, provider.session.keys, { caseId, report }));
  must(await cases.objectToClosure(company.session.actor, company.session.keys, { caseId, text: 'Planted-Einwand-Buche' }));
  expect(plantedIn(runtime.config.dataDir)).toEqual([]);
  expect(runtime.logLines.join('\n')).not.toContain('Planted-');
  const mails = await runtime.database.outboxMessage.findMany();
  expect(mails.map((one) => one.data).join('')).not.toMatch(/Planted|Seidel/);
});

test('twenty identical messages become one', async () => {
  await using runtime = await createTestRuntime();
  const scene = await assignedCase(runtime);
  const { actor, keys } = (await resume(runtime, scene.company.cookie));
  const post = () => runtime.services.cases.postMessage(actor, keys, 'company', { caseId: scene.caseId, text: 'Einmal', idempotencyKey: 'same' });
  const results = await Promise.all(Array.from({ length: 20 }, post));
  expect(results.every((one) => one.ok)).toBe(true);
  expect(await runtime.database.caseRecord.count({ where: { caseId: scene.caseId, kind: 'message' } })).toBe(1);
});

/** Files below the folder that hold a planted word in the clear. */
function plantedIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const place = path.join(folder, name);
    if (statSync(place).isDirectory()) return plantedIn(place);
    return readFileSync(place).includes('Planted-') ? [name] : [];
  });
}
