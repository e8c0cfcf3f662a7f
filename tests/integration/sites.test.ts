import { expect, test } from 'vitest';
import { scopeOf, stampOfScope } from '#app/domain/checklist/site-scope.ts';
import { comparisonView } from '#app/features/checklists/results/comparison-view.ts';
import { resultView } from '#app/features/checklists/results/result-view.ts';
import { stampOf } from '#app/features/checklists/runs/open-run.server.ts';
import type { Callback } from '#app/features/incidents/report-answers.ts';
import { stepViewOf } from '#app/features/incidents/step-view.ts';
import { pathsFor } from '#app/http/paths.ts';
import { createAccountVault } from '#app/infrastructure/keys/account-vault.ts';
import { runFileSchema, runFromJson } from '#app/features/checklists/exchange/run-json.ts';
import { answeredAssessment } from '../support/assessments.ts';
import { acceptAndSignIn, must, registerAndSignIn, resume, stepUp } from '../support/people.ts';
import type { TestPerson } from '../support/people.ts';
import { fillDraft, posted, ransomwareAnswers, sendReport } from '../support/reports.ts';
import type { PostedAnswers } from '../support/reports.ts';
import { createTestRuntime } from '../support/runtime.ts';
import type { TestRuntime } from '../support/runtime.ts';

const store = { name: 'Lager', town: 'Plauen', district: 'vogtlandkreis' };
const client = { address: '10.9.8.7', userAgent: 'Mozilla/5.0 (test)' };

async function scene() {
  const runtime = await createTestRuntime();
  const lead = await registerAndSignIn(runtime, { town: 'Werdau' });
  return { runtime, lead, ...runtime.services, [Symbol.asyncDispose]: () => runtime[Symbol.asyncDispose]() };
}

async function withStore({ services }: TestRuntime, lead: TestPerson, key = 'form-key-1'): Promise<string> {
  return must(await services.sites.addSite(lead.session.actor, { ...store, idempotencyKey: key })).siteId;
}

async function colleagueOf(runtime: TestRuntime, lead: TestPerson): Promise<TestPerson> {
  const { accounts } = runtime.services;
  const asked = await stepUp(runtime, lead);
  const { invitationToken } = must(await accounts.inviteColleague(asked.session.actor, { name: 'Tom Brandt', email: 'tom.brandt@seidel.example', role: 'company.member' }, client));
  const tom = await acceptAndSignIn(runtime, invitationToken, { name: 'Tom Brandt', email: 'tom.brandt@seidel.example' });
  const sure = await stepUp(runtime, asked);
  must(await accounts.confirmMember(sure.session.actor, sure.session.keys, { userId: tom.userId, fingerprint: (await accounts.ownFingerprint(tom.userId)) ?? '' }));
  return { ...tom, session: await resume(runtime, tom.cookie) };
}

async function listed({ services }: TestRuntime, person: TestPerson) {
  return must(await services.sites.listSites(person.session.actor)).sites;
}

/** Closes as the page does that was just looked at. */
async function close({ services: { checklists } }: TestRuntime, { session: { actor, keys } }: TestPerson, assessmentId: string) {
  const { run, sites } = must(await checklists.openClose(actor, keys, assessmentId));
  return checklists.closeAssessment(actor, keys, { assessmentId, seenAnswers: stampOf(run), seenSites: stampOfScope(scopeOf(sites, run.assessment.siteIds)), position: 'Geschäftsführung' });
}

test('a company that entered nothing has the place of its registration, and no row says so', async () => {
  await using s = await scene();
  expect(await listed(s.runtime, s.lead)).toEqual([{ id: s.lead.organisationId, name: null, town: 'Werdau', district: 'zwickau', revision: 0 }]);
  expect(await s.runtime.database.site.count()).toBe(0);
});

test('the first further site makes the place of the registration a site like the others; a form posted twice enters one', async () => {
  await using s = await scene();
  const siteId = await withStore(s.runtime, s.lead);
  expect(await withStore(s.runtime, s.lead)).toBe(siteId);
  expect(await listed(s.runtime, s.lead)).toMatchObject([
    { id: s.lead.organisationId, name: null, town: 'Werdau' },
    { id: siteId, ...store, revision: 1 },
  ]);
});

test('no row of a site holds its name or town', async () => {
  await using s = await scene();
  await withStore(s.runtime, s.lead);
  const rows = await s.runtime.database.site.findMany();
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    expect(row.district).toMatch(/^(zwickau|vogtlandkreis)$/);
    const raw = `${Buffer.from(row.box).toString('latin1')} ${JSON.stringify(row)}`;
    for (const word of ['Lager', 'Plauen', 'Werdau']) expect(raw).not.toContain(word);
  }
});

test('two people at once: nothing is overwritten unseen, and the second is told', async () => {
  await using s = await scene();
  const siteId = await withStore(s.runtime, s.lead);
  const change = (name: string, seenRevision: number) => s.sites.changeSite(s.lead.session.actor, { siteId, seenRevision, ...store, name });
  const both = await Promise.all([change('Lager Nord', 1), change('Lager Süd', 1)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'conflict_of_versions' } });
  expect(await s.sites.removeSite(s.lead.session.actor, { siteId, seenRevision: 1 })).toMatchObject({ refusal: { code: 'conflict_of_versions' } });
  must(await change('Lager West', 2));
  expect((await listed(s.runtime, s.lead))[1]).toMatchObject({ name: 'Lager West', revision: 3 });
  // The place of the registration can be named without entering another.
  const registered = { siteId: s.lead.organisationId, name: 'Werkstatt', town: 'Werdau', district: 'zwickau' };
  must(await s.sites.changeSite(s.lead.session.actor, { ...registered, seenRevision: 0 }));
  expect(await s.sites.changeSite(s.lead.session.actor, { ...registered, seenRevision: 0 })).toMatchObject({ refusal: { code: 'conflict_of_versions' } });
});

test('a company keeps at least one site, also when two are removed at once', async () => {
  await using s = await scene();
  const siteId = await withStore(s.runtime, s.lead);
  const remove = (id: string, seenRevision: number) => s.sites.removeSite(s.lead.session.actor, { siteId: id, seenRevision });
  const both = await Promise.all([remove(siteId, 1), remove(s.lead.organisationId, 0)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(both.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'wrong_state' } });
  expect(await listed(s.runtime, s.lead)).toHaveLength(1);
});

test('everybody of the company reads its sites, whoever leads it changes them, and others find none', async () => {
  await using s = await scene();
  const siteId = await withStore(s.runtime, s.lead);
  const tom = await colleagueOf(s.runtime, s.lead);
  expect(must(await s.sites.listSites(tom.session.actor))).toMatchObject({ mayChange: false, sites: [{}, { name: 'Lager' }] });
  const input = { siteId, seenRevision: 1, ...store };
  for (const refused of [await s.sites.addSite(tom.session.actor, { ...store, idempotencyKey: 'form-key-2' }), await s.sites.changeSite(tom.session.actor, input), await s.sites.removeSite(tom.session.actor, input), await s.sites.openSite(tom.session.actor, siteId)])
    expect(refused).toMatchObject({ refusal: { code: 'not_allowed' } });
  const stranger = await registerAndSignIn(s.runtime, { organisationName: 'Fremd GmbH' });
  for (const refused of [await s.sites.changeSite(stranger.session.actor, input), await s.sites.removeSite(stranger.session.actor, input), await s.sites.openSite(stranger.session.actor, siteId)])
    expect(refused).toMatchObject({ refusal: { code: 'not_found' } });
  expect(await s.runtime.database.site.count({ where: { organisationId: stranger.organisationId } })).toBe(0);
  expect((await listed(s.runtime, s.lead))[1]).toMatchObject({ name: 'Lager', revision: 1 });
  const events = (await s.runtime.database.auditEntry.findMany()).map((entry) => JSON.stringify(entry));
  expect(events.some((text) => text.includes('organisation.site_added'))).toBe(true);
  expect(events.join('')).not.toContain('Plauen');
});

test('with one site nobody is asked, and the document says what it said before', async () => {
  await using s = await scene();
  const { actor, keys } = s.lead.session;
  const started = must(await s.checklists.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: 'form-key-3' }));
  expect(started.asksSites).toBe(false);
  const id = await answeredAssessment(s.runtime, s.lead.session, { checklistId: 'basis', atMost: 3 });
  expect(must(await s.checklists.openAssessment(actor, keys, id)).scope?.kind).toBe('whole');
  must(await close(s.runtime, s.lead, id));
  // A site entered later changes nothing of what was said before.
  await withStore(s.runtime, s.lead);
  const content = must(await s.checklists.resultForDossier(actor, keys, { assessmentId: id, locale: 'de' }));
  expect(content.company.sites).toEqual(['Werdau']);
  expect(content.scope).toEqual({ covers: 'Der Betrieb im Ganzen', leftOut: null });
});

test('with several sites the run is not closed before somebody has said for which its answers hold', async () => {
  await using s = await scene();
  const siteId = await withStore(s.runtime, s.lead);
  const { actor, keys } = s.lead.session;
  expect(must(await s.checklists.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: 'form-key-4' })).asksSites).toBe(true);
  const id = await answeredAssessment(s.runtime, s.lead.session, { checklistId: 'basis', atMost: 3 });
  expect(await close(s.runtime, s.lead, id)).toMatchObject({ refusal: { code: 'wrong_state', detail: 'no_sites' } });
  expect(await s.checklists.chooseSites(actor, { assessmentId: id, siteIds: [], seenRevision: 0 })).toMatchObject({ refusal: { code: 'invalid_input' } });
  expect(await s.checklists.chooseSites(actor, { assessmentId: id, siteIds: ['gone'], seenRevision: 0 })).toMatchObject({ refusal: { code: 'conflict_of_versions' } });

  const choices = await Promise.all([[siteId], [siteId, s.lead.organisationId]].map((siteIds) => s.checklists.chooseSites(actor, { assessmentId: id, siteIds, seenRevision: 0 })));
  expect(choices.filter((one) => one.ok)).toHaveLength(1);
  expect(choices.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'conflict_of_versions' } });
  const stranger = await registerAndSignIn(s.runtime, { organisationName: 'Fremd GmbH' });
  expect(await s.checklists.chooseSites(stranger.session.actor, { assessmentId: id, siteIds: [siteId], seenRevision: 1 })).toMatchObject({ refusal: { code: 'not_found' } });

  must(await s.checklists.chooseSites(actor, { assessmentId: id, siteIds: [siteId], seenRevision: 1 }));
  must(await close(s.runtime, s.lead, id));
  expect(await s.checklists.chooseSites(actor, { assessmentId: id, siteIds: [siteId], seenRevision: 2 })).toMatchObject({ refusal: { code: 'wrong_state' } });
  const content = must(await s.checklists.resultForDossier(actor, keys, { assessmentId: id, locale: 'de' }));
  expect(content.company.sites).toEqual(['Lager (Plauen)', 'Ort der Registrierung (Werdau)']);
  expect(content.scope).toEqual({ covers: 'Nur diese Standorte: Lager (Plauen)', leftOut: ['Ort der Registrierung (Werdau)'], counted: { covered: 1, all: 2 } });

  const { session } = await stepUp(s.runtime, s.lead);
  const file = must(await s.checklists.exportRun(session.actor, session.keys, { assessmentId: id, format: 'json', locale: 'en', schemaUrl: 'https://example.invalid/schemas/run.schema.json' }));
  const written = runFileSchema.parse(JSON.parse(file.bytes.toString('utf8')));
  expect(written.run?.sites).toEqual([{ name: 'Lager (Plauen)', covered: true }, { name: 'Place of registration (Werdau)', covered: false }]);
  expect(runFromJson(file.bytes.toString('utf8'))).toMatchObject({ checklistId: 'basis' });
});

test('whoever closes confirms what stands there: a choice or a name changed since is told', async () => {
  await using s = await scene();
  const siteId = await withStore(s.runtime, s.lead);
  const { actor, keys } = s.lead.session;
  const id = await answeredAssessment(s.runtime, s.lead.session, { checklistId: 'basis', atMost: 3 });
  must(await s.checklists.chooseSites(actor, { assessmentId: id, siteIds: [siteId, s.lead.organisationId], seenRevision: 0 }));
  const { run, sites } = must(await s.checklists.openClose(actor, keys, id));
  const seen = { assessmentId: id, seenAnswers: stampOf(run), seenSites: stampOfScope(scopeOf(sites, run.assessment.siteIds)), position: 'Geschäftsführung' };
  must(await s.sites.changeSite(actor, { siteId, seenRevision: 1, ...store, name: 'Lager Nord' }));
  expect(await s.checklists.closeAssessment(actor, keys, seen)).toMatchObject({ refusal: { code: 'conflict_of_versions' } });
  must(await close(s.runtime, s.lead, id));
});

test('removing a site names the running checks; a closed one keeps name and town, sealed', async () => {
  await using s = await scene();
  const siteId = await withStore(s.runtime, s.lead);
  const { actor, keys } = s.lead.session;
  const closed = await answeredAssessment(s.runtime, s.lead.session, { checklistId: 'basis', atMost: 3 });
  must(await s.checklists.chooseSites(actor, { assessmentId: closed, siteIds: [siteId, s.lead.organisationId], seenRevision: 0 }));
  must(await close(s.runtime, s.lead, closed));
  const row = await s.runtime.database.assessment.findFirstOrThrow({ where: { id: closed } });
  const raw = `${Buffer.from(row.sealedStatement ?? []).toString('latin1')} ${JSON.stringify(row)}`;
  for (const word of ['Lager', 'Plauen', 'Werdau']) expect(raw).not.toContain(word);

  const running = await answeredAssessment(s.runtime, s.lead.session, { checklistId: 'basis', atMost: 3 });
  const third = must(await s.sites.addSite(actor, { name: 'Büro', town: 'Zwickau', district: 'zwickau', idempotencyKey: 'form-key-5' })).siteId;
  must(await s.checklists.chooseSites(actor, { assessmentId: running, siteIds: [siteId], seenRevision: 0 }));
  expect(must(await s.sites.openSite(actor, siteId)).runs.map((run) => run.id)).toEqual([running]);
  expect(must(await s.sites.openSite(actor, third)).runs).toEqual([]);
  must(await s.sites.removeSite(actor, { siteId, seenRevision: 1 }));

  expect(must(await s.checklists.openResult(actor, keys, closed)).scope).toMatchObject({ kind: 'chosen', covered: [{ name: null, town: 'Werdau' }, { name: 'Lager', town: 'Plauen' }] });
  expect(must(await s.checklists.resultForDossier(actor, keys, { assessmentId: closed, locale: 'en' })).scope).toEqual({
    covers: 'All sites: Place of registration (Werdau); Lager (Plauen)',
    leftOut: ['No site. Nobody was asked about other exceptions.'], counted: { covered: 2, all: 2 },
  });
  // What was chosen is gone: the question is open again.
  expect(must(await s.checklists.openAssessment(actor, keys, running)).scope?.kind).toBe('undecided');
});

test('a run is compared with one for other sites: page, result and document say for which only one of them holds', async () => {
  await using s = await scene();
  const { actor, keys } = s.lead.session;
  const run = async (siteIds: readonly string[]) => {
    const id = await answeredAssessment(s.runtime, s.lead.session, { checklistId: 'basis', atMost: 3 });
    if (siteIds.length > 0) must(await s.checklists.chooseSites(actor, { assessmentId: id, siteIds, seenRevision: 0 }));
    s.runtime.clock.advance(60_000);
    must(await close(s.runtime, s.lead, id));
    return id;
  };
  const links = pathsFor('de').company;
  const shown = async (assessmentId: string) => {
    const comparison = comparisonView(must(await s.checklists.openComparison(actor, keys, { assessmentId, earlierId: null })), 'de', links);
    const result = resultView(must(await s.checklists.openResult(actor, keys, assessmentId)), 'de', { ...links, pdf: '' });
    const document = must(await s.checklists.resultForDossier(actor, keys, { assessmentId, locale: 'de' }));
    expect(result.scopeChange).toEqual(comparison.compared?.scopeChange);
    return { change: result.scopeChange, inDocument: document.previous?.otherSites };
  };

  await run([]);
  const siteId = await withStore(s.runtime, s.lead);
  // The one site of then, named meanwhile, and the second beside it.
  must(await s.sites.changeSite(actor, { siteId: s.lead.organisationId, seenRevision: 0, name: 'Werkstatt', town: 'Werdau', district: 'zwickau' }));
  expect(await shown(await run([s.lead.organisationId, siteId]))).toEqual({
    change: { kind: 'different', both: ['Werkstatt (Werdau)'], onlyThen: [], onlyNow: ['Lager (Plauen)'] },
    inDocument: { onlyThen: [], onlyNow: ['Lager (Plauen)'] },
  });
  expect(await shown(await run([siteId]))).toEqual({
    change: { kind: 'different', both: ['Lager (Plauen)'], onlyThen: ['Werkstatt (Werdau)'], onlyNow: [] },
    inDocument: { onlyThen: ['Werkstatt (Werdau)'], onlyNow: [] },
  });
  expect(await shown(await run([siteId]))).toEqual({ change: null, inDocument: null });
});

test('a report asks which of several sites is meant; its district goes with it, and its name goes to who calls back', async () => {
  await using s = await scene();
  const siteId = await withStore(s.runtime, s.lead);
  const { actor, keys } = s.lead.session;
  const { caseId } = must(await s.incidents.createDraft(actor, keys, { idempotencyKey: 'report-form-1', locale: 'de', kind: 'malware' }));
  const step = must(await s.incidents.readStep(actor, keys, caseId, 'when_and_where'));
  expect(step.sites.map((site) => site.id)).toEqual([s.lead.organisationId, siteId]);
  expect(stepViewOf(step, 'when_and_where', 'de').fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['siteId']));
  expect(stepViewOf(step, 'when_and_where', 'de').fields.map(({ id }) => id)).not.toContain('district');
  const post = (values: Record<string, string>) => s.incidents.saveStep(actor, keys, { caseId, step: 'when_and_where', posted: posted({ noticedAtDate: '2026-11-23', noticedAtTime: '08:00', ongoing: 'yes', ...values }) });
  must(await s.incidents.saveStep(actor, keys, { caseId, step: 'what_happened', posted: posted({ kind: 'malware' }) }));
  expect(await post({ district: 'zwickau' })).toMatchObject({ refusal: { code: 'invalid_input', fields: { siteId: ['choose'] } } });
  expect(await post({ siteId: 'gone' })).toMatchObject({ refusal: { code: 'invalid_input', fields: { siteId: ['invalid'] } } });
  must(await post({ siteId, district: 'zwickau' }));
  expect(must(await s.incidents.readStep(actor, keys, caseId, 'when_and_where')).answers).toMatchObject({ siteId, district: 'vogtlandkreis' });

  // Gone before the report is sent: asked again, and nothing goes out with its district.
  must(await s.sites.addSite(actor, { name: 'Büro', town: 'Zwickau', district: 'zwickau', idempotencyKey: 'form-key-6' }));
  must(await s.sites.removeSite(actor, { siteId, seenRevision: 1 }));
  expect(must(await s.incidents.readStep(actor, keys, caseId, 'when_and_where')).openSteps).toContain('when_and_where');
  expect(await s.incidents.submitReport(actor, keys, caseId)).toMatchObject({ refusal: { code: 'invalid_input' } });
});

test('a sent report keeps the site as it was called then, as account data', async () => {
  await using s = await scene();
  const siteId = await withStore(s.runtime, s.lead);
  const { actor, keys } = s.lead.session;
  const caseId = await fillDraft(s.runtime, s.lead.session, { siteId });
  must(await s.incidents.submitReport(actor, keys, caseId));
  must(await s.sites.changeSite(actor, { siteId, seenRevision: 1, ...store, name: 'Halle' }));
  const row = await s.runtime.database.case.findFirstOrThrow({ where: { id: caseId } });
  expect(row.district).toBe('vogtlandkreis');
  expect(`${Buffer.from(row.callbackBox ?? []).toString('latin1')} ${JSON.stringify(row)}`).not.toContain('Plauen');
  const vault = createAccountVault(s.runtime.config.secrets, s.runtime.random);
  expect(vault.open('Case', caseId, row.callbackBox ?? new Uint8Array())).toMatchObject({ siteId, site: { name: 'Lager', town: 'Plauen' } });
});

test('facts of a sent report are corrected by naming the site, as in the report; its district and who calls back follow', async () => {
  await using s = await scene();
  const storeId = await withStore(s.runtime, s.lead);
  const { actor } = s.lead.session;
  const { caseId } = await sendReport(s.runtime, s.lead.session, { siteId: s.lead.organisationId });
  const vault = createAccountVault(s.runtime.config.secrets, s.runtime.random);
  const stored = async () => {
    const { district, facts, callbackBox } = await s.runtime.database.case.findFirstOrThrow({ where: { id: caseId } });
    const { siteId, site, phone } = vault.open<Callback>('Case', caseId, callbackBox ?? new Uint8Array());
    return { district, inFacts: (JSON.parse(facts) as { district: string }).district, siteId, site: site?.name ?? site?.town, phone };
  };
  const corrections = async () => s.runtime.database.caseEvent.count({ where: { caseId, event: 'facts_corrected' } });
  const correct = (values: PostedAnswers) => s.incidents.correctFacts(actor, { caseId, step: 'when_and_where', posted: posted({ ...ransomwareAnswers, ...values }) });
  const page = async () => {
    const view = stepViewOf(must(await s.incidents.readFacts(actor, caseId)).stated, 'when_and_where', 'de');
    return { asked: view.fields.map(({ id }) => id), options: view.fields.find(({ id }) => id === 'siteId')?.options.map(({ label }) => label), chosen: view.values.siteId };
  };

  const first = await page();
  expect(first).toMatchObject({ options: ['Ort der Registrierung (Werdau)', 'Lager (Plauen)'], chosen: s.lead.organisationId });
  expect(first.asked).not.toContain('district');
  expect(await correct({ district: 'vogtlandkreis' })).toMatchObject({ refusal: { code: 'invalid_input', fields: { siteId: ['choose'] } } });
  expect(await correct({ siteId: 'gone' })).toMatchObject({ refusal: { code: 'invalid_input', fields: { siteId: ['invalid'] } } });
  expect(await stored()).toMatchObject({ district: 'zwickau', site: 'Werdau' });

  must(await correct({ siteId: storeId }));
  must(await correct({ siteId: storeId }));
  expect(await stored()).toEqual({ district: 'vogtlandkreis', inFacts: 'vogtlandkreis', siteId: storeId, site: 'Lager', phone: ransomwareAnswers.callbackPhone });
  expect(await corrections()).toBe(1);

  // Another site of the same district is a correction too.
  const officeId = must(await s.sites.addSite(actor, { name: 'Büro', town: 'Reichenbach', district: 'vogtlandkreis', idempotencyKey: 'form-key-7' })).siteId;
  must(await correct({ siteId: officeId }));
  expect(await stored()).toMatchObject({ district: 'vogtlandkreis', siteId: officeId, site: 'Büro' });
  expect(await corrections()).toBe(2);

  // The site is entered no longer: who corrects something else need not name another.
  must(await s.sites.removeSite(actor, { siteId: officeId, seenRevision: 1 }));
  expect(await page()).toMatchObject({ options: ['Ort der Registrierung (Werdau)', 'Lager (Plauen)', 'Büro (Reichenbach)'], chosen: officeId });
  must(await correct({ siteId: officeId, noticedAtTime: '07:45' }));
  expect(await stored()).toMatchObject({ district: 'vogtlandkreis', siteId: officeId, site: 'Büro' });
  expect(await corrections()).toBe(3);
  const raw = JSON.stringify(await s.runtime.database.case.findFirstOrThrow({ where: { id: caseId } })) + JSON.stringify(await s.runtime.database.caseEvent.findMany({ where: { caseId } }));
  for (const word of ['Büro', 'Reichenbach', 'Plauen']) expect(raw).not.toContain(word);
});

test('a report from the time of one site asks for a site once there are several, and for the district while there is one', async () => {
  await using s = await scene();
  const { actor } = s.lead.session;
  const { caseId } = await sendReport(s.runtime, s.lead.session);
  const page = async () => stepViewOf(must(await s.incidents.readFacts(actor, caseId)).stated, 'when_and_where', 'de');
  expect((await page()).fields.map(({ id }) => id)).toContain('district');
  await withStore(s.runtime, s.lead);
  const { fields, values } = await page();
  expect(fields.map(({ id }) => id)).toContain('siteId');
  expect(values.siteId ?? '').toBe('');
});
