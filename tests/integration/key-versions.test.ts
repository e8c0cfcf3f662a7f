import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ClosingReport } from '#app/domain/case/closing-report.ts';
import { createLog } from '#app/infrastructure/log/log.ts';
import { createRuntime } from '#app/server/services.ts';
import { assignedCase, handOver, leadAndColleague, must, refusalOf, release, someProvider } from '../support/case-scenes.ts';
import type { CaseScene } from '../support/case-scenes.ts';
import { addOffice, addProvider } from '../support/cases.ts';
import { evidenceInput } from '../support/evidence.ts';
import { foundAndSignIn, registerAndSignIn, resume, signInAgain } from '../support/people.ts';
import type { TestPerson } from '../support/people.ts';
import { sendReport } from '../support/reports.ts';
import { createTestRuntime } from '../support/runtime.ts';
import type { TestRuntime } from '../support/runtime.ts';

const report: ClosingReport = { outcome: 'solved', effort: 'up_to_3_days', causes: ['open_remote_access'], causeText: 'x', measuresTaken: 'x', recommendations: 'x', openPoints: '' };

let posts = 0;
function say(runtime: TestRuntime, person: TestPerson, side: 'company' | 'provider', caseId: string, text: string) {
  posts += 1;
  runtime.clock.advance(1);
  return runtime.services.cases.postMessage(person.session.actor, person.session.keys, side, { caseId, text, idempotencyKey: `say-${posts}` });
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function handInFile(runtime: TestRuntime, { session }: TestPerson, side: 'company' | 'provider', caseId: string, fileName: string) {
  posts += 1;
  return runtime.services.cases.addExhibit(session.actor, session.keys, side, {
    caseId, purpose: 'other', origin: '', fileName, claimedType: 'text/plain', idempotencyKey: `file-${posts}`, content: once(`content of ${fileName}`),
  });
}

async function texts(runtime: TestRuntime, { session }: TestPerson, side: 'company' | 'provider', caseId: string): Promise<string[]> {
  return must(await runtime.services.cases.listMessages(session.actor, session.keys, side, caseId)).messages.map((one) => one.text).reverse();
}

async function fileNames(runtime: TestRuntime, { session }: TestPerson, side: 'company' | 'provider', caseId: string): Promise<string[]> {
  return must(await runtime.services.cases.listExhibits(session.actor, session.keys, side, caseId)).exhibits.map((one) => one.name);
}

async function fileText(runtime: TestRuntime, { session }: TestPerson, caseId: string, exhibitId: string): Promise<string> {
  const { content } = must(await runtime.services.cases.downloadExhibit(session.actor, session.keys, caseId, exhibitId));
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function versionsOf(runtime: TestRuntime, caseId: string): Promise<Record<string, number[]>> {
  const grants = await runtime.database.subjectKeyGrant.findMany({ where: { subjectId: caseId }, orderBy: { version: 'asc' } });
  const ids = [...new Set(grants.map((grant) => grant.recipientId))];
  return Object.fromEntries(ids.map((id) => [id, grants.filter((grant) => grant.recipientId === id).map((grant) => grant.version)]));
}

/** A case that is released and has a message of each side and a file. */
async function workedCase(runtime: TestRuntime): Promise<CaseScene & { readonly exhibitId: string }> {
  const scene = await assignedCase(runtime);
  const company = await release(runtime, scene);
  must(await say(runtime, company, 'company', scene.caseId, 'before, company'));
  must(await say(runtime, scene.provider, 'provider', scene.caseId, 'before, provider'));
  const { exhibitId } = must(await handInFile(runtime, company, 'company', scene.caseId, 'before.txt'));
  return { ...scene, company, exhibitId };
}

function anotherProvider(runtime: TestRuntime): Promise<TestPerson> {
  return someProvider(runtime, { organisationName: 'Netzwerft', name: 'Ines Vogel', email: 'ines.vogel@netzwerft.example' });
}

test('while both sides stay, everything is under the first version', async () => {
  await using runtime = await createTestRuntime();
  const { caseId, company, provider } = await workedCase(runtime);
  expect(await versionsOf(runtime, caseId)).toEqual({ [company.organisationId]: [1], [provider.organisationId]: [1] });
  expect(await runtime.database.auditEntry.count({ where: { event: 'key.version_made' } })).toBe(0);
});

test('after a hand-over the former provider reads what it could read, and nothing that is written afterwards', async () => {
  await using runtime = await createTestRuntime();
  const { caseId, company, provider, exhibitId } = await workedCase(runtime);
  const next = await anotherProvider(runtime);
  await handOver(runtime, caseId, next.organisationId);
  must(await say(runtime, company, 'company', caseId, 'after, company'));
  const later = must(await handInFile(runtime, company, 'company', caseId, 'after.txt'));

  expect(await texts(runtime, provider, 'provider', caseId)).toEqual(['before, company', 'before, provider']);
  expect(await fileNames(runtime, provider, 'provider', caseId)).toEqual(['before.txt']);
  expect(await fileText(runtime, provider, caseId, exhibitId)).toBe('content of before.txt');
  const { actor, keys } = provider.session;
  expect(refusalOf(await runtime.services.cases.downloadExhibit(actor, keys, caseId, later.exhibitId))).toBe('not_found');
  const page = must(await runtime.services.cases.openProviderCase(actor, keys, caseId));
  expect(page.report?.description).toContain('Quitte');
  expect(page.messages.map((one) => one.text)).toEqual(['before, provider', 'before, company']);
  expect(page.head.counts).toEqual({ messages: 2, exhibits: 1 });

  expect(await texts(runtime, company, 'company', caseId)).toEqual(['before, company', 'before, provider', 'after, company']);
  expect(await versionsOf(runtime, caseId)).toEqual({ [company.organisationId]: [1, 2], [provider.organisationId]: [1] });
  expect(await runtime.database.auditEntry.findMany({ where: { event: 'key.version_made' }, select: { objectId: true, actorId: true, reason: true } })).toEqual([{ objectId: caseId, actorId: company.userId, reason: '2' }]);
});

test('the new provider gets every version with the release and writes on under the newest', async () => {
  await using runtime = await createTestRuntime();
  const scene = await workedCase(runtime);
  const { caseId, provider, exhibitId } = scene;
  const next = await anotherProvider(runtime);
  await handOver(runtime, caseId, next.organisationId);
  must(await say(runtime, scene.company, 'company', caseId, 'after, company'));
  expect(refusalOf(await runtime.services.cases.listMessages(next.session.actor, next.session.keys, 'provider', caseId))).toBe('not_allowed');
  const company = await release(runtime, scene);
  must(await say(runtime, next, 'provider', caseId, 'after, next provider'));

  const everything = ['before, company', 'before, provider', 'after, company', 'after, next provider'];
  expect(await texts(runtime, next, 'provider', caseId)).toEqual(everything);
  expect(await texts(runtime, company, 'company', caseId)).toEqual(everything);
  expect(await fileText(runtime, next, caseId, exhibitId)).toBe('content of before.txt');
  expect(await versionsOf(runtime, caseId)).toEqual({ [company.organisationId]: [1, 2], [provider.organisationId]: [1], [next.organisationId]: [1, 2] });
});

test('a release before anything was written gives the new provider the next version with the first words, whoever writes them', async () => {
  await using runtime = await createTestRuntime();
  const scene = await workedCase(runtime);
  const { caseId, provider } = scene;
  const next = await anotherProvider(runtime);
  await handOver(runtime, caseId, next.organisationId);
  const company = await release(runtime, scene);
  must(await say(runtime, next, 'provider', caseId, 'after, next provider'));
  expect(await versionsOf(runtime, caseId)).toEqual({ [company.organisationId]: [1, 2], [provider.organisationId]: [1], [next.organisationId]: [1, 2] });
  expect(await texts(runtime, provider, 'provider', caseId)).toEqual(['before, company', 'before, provider']);
  expect((await texts(runtime, company, 'company', caseId)).at(-1)).toBe('after, next provider');
});

test('words that go with the end of an assignment are for those who stay', async () => {
  await using runtime = await createTestRuntime();
  const { caseId, company, provider } = await workedCase(runtime);
  const { cases } = runtime.services;
  must(await cases.withdrawCase(company.session.actor, company.session.keys, { caseId, text: 'Wir trauen Ihnen nicht mehr.' }));
  const seen = must(await cases.readHistory(provider.session.actor, provider.session.keys, 'provider', caseId));
  expect(seen.entries.find((one) => one.event === 'withdraw')).toMatchObject({ note: null });
  const own = must(await cases.readHistory(company.session.actor, company.session.keys, 'company', caseId));
  expect(own.entries.find((one) => one.event === 'withdraw')).toMatchObject({ note: 'Wir trauen Ihnen nicht mehr.' });
});

test('a closed case that goes on with its provider within the time of grace needs no new version and no second release', async () => {
  await using runtime = await createTestRuntime();
  const { caseId, company, provider } = await workedCase(runtime);
  const { cases } = runtime.services;
  await workTillClosed(runtime, caseId, company, provider);
  must(await cases.reopenCase(company.session.actor, company.session.keys, { caseId, reason: 'problem_returned', text: 'Es geht wieder los.' }));
  must(await say(runtime, company, 'company', caseId, 'again'));
  expect((await texts(runtime, provider, 'provider', caseId)).at(-1)).toBe('again');
  expect(await versionsOf(runtime, caseId)).toEqual({ [company.organisationId]: [1], [provider.organisationId]: [1] });
});

test('a closed case that goes on without its provider is written under a version that one never gets', async () => {
  await using runtime = await createTestRuntime();
  const { caseId, company, provider } = await workedCase(runtime);
  const { cases } = runtime.services;
  await workTillClosed(runtime, caseId, company, provider);
  await runtime.database.provider.updateMany({ where: { id: provider.organisationId }, data: { vettingState: 'suspended' } });
  must(await cases.reopenCase(company.session.actor, company.session.keys, { caseId, reason: 'problem_returned', text: 'Es geht wieder los.' }));
  must(await say(runtime, company, 'company', caseId, 'again'));
  expect(await texts(runtime, provider, 'provider', caseId)).toEqual(['before, company', 'before, provider']);
  const { actor, keys } = provider.session;
  expect(must(await cases.openProviderCase(actor, keys, caseId)).closingReport?.outcome).toBe('solved');
  runtime.clock.advance(48 * 60 + 1);
  expect(await cases.endAccess()).toBe(1);
  expect(await versionsOf(runtime, caseId)).toEqual({ [company.organisationId]: [1, 2] });
});

async function workTillClosed(runtime: TestRuntime, caseId: string, company: TestPerson, provider: TestPerson): Promise<void> {
  const { cases } = runtime.services;
  must(await cases.logFirstContact(provider.session.actor, provider.session.keys, { caseId, at: runtime.clock.now().toISOString(), channel: 'telephone' }));
  must(await cases.handInReport(provider.session.actor, provider.session.keys, { caseId, report }));
  must(await cases.confirmClosure(company.session.actor, company.session.keys, { caseId }));
}

test('a copy that is taken away at once makes the next version due, and nobody without a copy can make it', async () => {
  await using runtime = await createTestRuntime();
  const { caseId, company, provider } = await workedCase(runtime);
  await takeAway(runtime, caseId, provider.organisationId);
  expect(await runtime.database.case.findFirst({ where: { id: caseId } })).toMatchObject({ keyVersion: 1, nextKeyVersionDue: true });
  must(await say(runtime, company, 'company', caseId, 'after'));
  expect(await runtime.database.case.findFirst({ where: { id: caseId } })).toMatchObject({ keyVersion: 2, nextKeyVersionDue: false });
  expect(await versionsOf(runtime, caseId)).toEqual({ [company.organisationId]: [1, 2] });
});

/** As the end of an assignment does that ends the access at once: with the provider's access its copies go. */
async function takeAway(runtime: TestRuntime, caseId: string, providerId: string): Promise<void> {
  const { database, clock } = runtime;
  await database.assignment.updateMany({ where: { caseId, providerId, endedAt: null }, data: { state: 'taken_back', endedAt: clock.now(), accessEndsAt: clock.now() } });
  expect(await runtime.services.cases.endAccess()).toBe(1);
}

test('the keys of older files are wrapped under the next version; their bodies stay as they are', async () => {
  await using runtime = await createTestRuntime();
  const { caseId, company, provider, exhibitId } = await workedCase(runtime);
  const before = await runtime.database.exhibit.findFirstOrThrow({ where: { id: exhibitId } });
  const bodies = filesOf(runtime);
  await takeAway(runtime, caseId, provider.organisationId);
  must(await say(runtime, company, 'company', caseId, 'after'));

  const after = await runtime.database.exhibit.findFirstOrThrow({ where: { id: exhibitId } });
  expect([before.fileKeyVersion, after.fileKeyVersion]).toEqual([1, 2]);
  expect(Buffer.from(after.wrappedFileKey).readUInt32BE(2)).toBe(2);
  expect(Buffer.from(after.sealedMeta).equals(Buffer.from(before.sealedMeta))).toBe(true);
  expect(filesOf(runtime)).toEqual(bodies);
  expect(await fileText(runtime, company, caseId, exhibitId)).toBe('content of before.txt');
});

function filesOf(runtime: TestRuntime): string[] {
  const folder = path.join(runtime.config.filesDir, 'exhibits');
  return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(path.join(folder, name)).toString('base64')) : [];
}

test('while a former provider may still open a file, its key waits; the first writing after that wraps it anew', async () => {
  await using runtime = await createTestRuntime();
  const { caseId, company, provider, exhibitId } = await workedCase(runtime);
  await handOver(runtime, caseId, (await anotherProvider(runtime)).organisationId);
  must(await say(runtime, company, 'company', caseId, 'within the grace'));
  expect(await fileText(runtime, provider, caseId, exhibitId)).toBe('content of before.txt');
  runtime.clock.advance(48 * 60 + 1);
  expect(await runtime.services.cases.endAccess()).toBe(1);
  const later = await signInAgain(runtime, company);
  must(await say(runtime, later, 'company', caseId, 'after the grace'));
  expect(await runtime.database.exhibit.findFirst({ where: { id: exhibitId } })).toMatchObject({ fileKeyVersion: 2 });
  expect(await fileText(runtime, later, caseId, exhibitId)).toBe('content of before.txt');
});

test('when a member leaves the company, what is written next is sealed to the new generation under a new version', async () => {
  await using runtime = await createTestRuntime();
  const scene = await workedCase(runtime);
  const { caseId } = scene;
  const { lead, colleague } = await leadAndColleague(runtime, scene.company, { name: 'Tom Brandt', email: 'tom.brandt@tischlerei.example', role: 'company.member' });
  expect(await texts(runtime, colleague, 'company', caseId)).toEqual(['before, company', 'before, provider']);
  must(await runtime.services.accounts.removeMember(lead.session.actor, lead.session.keys, colleague.userId));
  expect((await runtime.services.accounts.resumeSession(colleague.cookie)).kind).toBe('none');
  expect(refusalOf(await colleague.session.keys.open({ kind: 'case', id: caseId, organisationId: lead.organisationId }))).toBe('key_missing');

  must(await say(runtime, scene.provider, 'provider', caseId, 'after, provider'));
  must(await say(runtime, lead, 'company', caseId, 'after, company'));
  const everything = ['before, company', 'before, provider', 'after, provider', 'after, company'];
  expect(await texts(runtime, lead, 'company', caseId)).toEqual(everything);
  expect(await texts(runtime, scene.provider, 'provider', caseId)).toEqual(everything);
  const grants = await runtime.database.subjectKeyGrant.findMany({ where: { subjectId: caseId, recipientId: lead.organisationId }, orderBy: { version: 'asc' } });
  expect(grants.map((grant) => [grant.version, grant.recipientGeneration])).toEqual([[1, 1], [2, 2]]);
});

test('when a member leaves the provider, the case gets a new version too', async () => {
  await using runtime = await createTestRuntime();
  const scene = await workedCase(runtime);
  const { caseId } = scene;
  const { lead, colleague } = await leadAndColleague(runtime, scene.provider, { name: 'Lea Winkler', email: 'lea.winkler@silberader.example', role: 'provider.responder' });
  must(await runtime.services.accounts.removeMember(lead.session.actor, lead.session.keys, colleague.userId));
  must(await say(runtime, scene.company, 'company', caseId, 'after, company'));
  expect((await texts(runtime, lead, 'provider', caseId)).at(-1)).toBe('after, company');
  const grants = await runtime.database.subjectKeyGrant.findMany({ where: { subjectId: caseId, recipientId: lead.organisationId }, orderBy: { version: 'asc' } });
  expect(grants.map((grant) => [grant.version, grant.recipientGeneration])).toEqual([[1, 1], [2, 2]]);
});

test('answers after a leaving are under the next version of the assessment, and the whole run stays readable', async () => {
  await using runtime = await createTestRuntime();
  const { checklists, accounts } = runtime.services;
  const { lead, colleague } = await leadAndColleague(runtime, await registerAndSignIn(runtime), { name: 'Tom Brandt', email: 'tom.brandt@tischlerei.example', role: 'company.member' });
  const { actor, keys } = lead.session;
  const { assessmentId } = must(await checklists.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: 'a1' }));
  const [first, second] = must(await checklists.listAssessments(actor, keys, Infinity)).runs[0]?.standings.filter(({ requirement, notAsked }) => requirement.kind === 'control' && !requirement.parts?.length && notAsked === null) ?? [];
  const answer = (requirementId: string, note: string) => checklists.saveAnswer(actor, keys, { assessmentId, requirementId, seenRevision: 0, answer: { value: 'no', basis: 'checked', note } });
  must(await answer(first?.requirement.id ?? '', 'before'));
  must(await accounts.removeMember(actor, keys, colleague.userId));
  must(await answer(second?.requirement.id ?? '', 'after'));

  const rows = await runtime.database.answer.findMany({ where: { assessmentId }, orderBy: { answeredAt: 'asc' } });
  expect(rows.map((row) => Buffer.from(row.sealedAnswer).readUInt32BE(2)).sort()).toEqual([1, 2]);
  const records = must(await checklists.openAssessment(actor, keys, assessmentId)).run.records;
  expect([...records.values()].map((record) => record.answer.note).sort()).toEqual(['after', 'before']);
  expect(await versionsOf(runtime, assessmentId)).toEqual({ [lead.organisationId]: [1, 2] });
});

test('the keys of evidence are wrapped under the next version of the assessment; the bodies stay as they are', async () => {
  await using runtime = await createTestRuntime();
  const { checklists, accounts } = runtime.services;
  const { lead, colleague } = await leadAndColleague(runtime, await registerAndSignIn(runtime), { name: 'Tom Brandt', email: 'tom.brandt@tischlerei.example', role: 'company.member' });
  const { actor, keys } = lead.session;
  const { assessmentId, first } = must(await checklists.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: 'a1' }));
  const place = { assessmentId, requirementId: first?.id ?? '' };
  const { evidenceId } = must(await checklists.addEvidence(actor, keys, evidenceInput(place)));
  const row = () => runtime.database.evidence.findUniqueOrThrow({ where: { id: evidenceId } });
  const before = await row();
  must(await accounts.removeMember(actor, keys, colleague.userId));
  must(await checklists.saveAnswer(actor, keys, { ...place, seenRevision: 0, answer: { value: 'yes' } }));

  const after = await row();
  expect([before.fileKeyVersion, after.fileKeyVersion]).toEqual([1, 2]);
  expect(Buffer.from(after.wrappedFileKey).equals(Buffer.from(before.wrappedFileKey))).toBe(false);
  const opened = must(await checklists.downloadEvidence(actor, keys, { assessmentId, evidenceId }));
  let text = '';
  for await (const part of opened.content) text += Buffer.from(part).toString('utf8');
  expect(text).toContain('Rücksicherung');
});

test('of many writers at once one makes the next version, and every word is kept', async () => {
  await using runtime = await createTestRuntime();
  const scene = await workedCase(runtime);
  const { caseId } = scene;
  const { lead, colleague } = await leadAndColleague(runtime, scene.company, { name: 'Tom Brandt', email: 'tom.brandt@tischlerei.example', role: 'company.member' });
  must(await runtime.services.accounts.removeMember(lead.session.actor, lead.session.keys, colleague.userId));
  // A second process on the same database: another connection, other key rings.
  const other = createRuntime(runtime.config, { log: createLog({ level: 'silent', destination: { write: () => undefined } }), clock: runtime.clock });
  try {
    const there: TestRuntime = { ...runtime, ...other, clock: runtime.clock };
    const people = [
      { runtime, person: lead, side: 'company' },
      { runtime: there, person: { ...lead, session: await resume(there, lead.cookie) }, side: 'company' },
      { runtime, person: scene.provider, side: 'provider' },
      { runtime: there, person: { ...scene.provider, session: await resume(there, scene.provider.cookie) }, side: 'provider' },
    ] as const;
    const said = await Promise.all(people.flatMap(({ runtime: here, person, side }, at) => [1, 2, 3].map((turn) => say(here, person, side, caseId, `after ${at}.${turn}`))));
    expect(said.map(refusalOf)).toEqual(said.map(() => 'ok'));
  } finally {
    await other.stop();
  }
  expect(await versionsOf(runtime, caseId)).toEqual({ [lead.organisationId]: [1, 2], [scene.provider.organisationId]: [1, 2] });
  expect(await runtime.database.auditEntry.count({ where: { event: 'key.version_made', objectId: caseId } })).toBe(1);
  expect((await texts(runtime, lead, 'company', caseId)).slice(2).sort()).toEqual([0, 1, 2, 3].flatMap((at) => [1, 2, 3].map((turn) => `after ${at}.${turn}`)));
});

test('a key that the directory does not vouch for gets no version, and nothing is written', async () => {
  await using runtime = await createTestRuntime();
  const scene = await workedCase(runtime);
  const { caseId } = scene;
  const next = await anotherProvider(runtime);
  const stranger = await registerAndSignIn(runtime, { organisationName: 'Fremde GmbH', email: 'fremd@fremd.example' });
  await handOver(runtime, caseId, next.organisationId);
  const strangers = await runtime.database.organisationKey.findFirstOrThrow({ where: { organisationId: stranger.organisationId } });
  await runtime.database.organisationKey.updateMany({ where: { organisationId: scene.company.organisationId }, data: { publicKey: strangers.publicKey } });
  const records = await runtime.database.caseRecord.count({ where: { caseId } });
  expect(refusalOf(await say(runtime, scene.company, 'company', caseId, 'after'))).toBe('sealed_box_refused');
  expect(await runtime.database.caseRecord.count({ where: { caseId } })).toBe(records);
  expect(await runtime.database.case.findFirst({ where: { id: caseId } })).toMatchObject({ keyVersion: 1 });
});

test('a copy of an older version relabelled as the newest does not open', async () => {
  await using runtime = await createTestRuntime();
  const { caseId, company, provider } = await workedCase(runtime);
  await handOver(runtime, caseId, (await anotherProvider(runtime)).organisationId);
  must(await say(runtime, company, 'company', caseId, 'after'));
  const own = { subjectId: caseId, recipientId: company.organisationId };
  await runtime.database.subjectKeyGrant.deleteMany({ where: { ...own, version: 2 } });
  await runtime.database.subjectKeyGrant.updateMany({ where: { ...own, version: 1 }, data: { version: 2 } });
  expect(refusalOf(await company.session.keys.open({ kind: 'case', id: caseId, organisationId: company.organisationId }))).toBe('sealed_box_refused');
  expect(refusalOf(await say(runtime, company, 'company', caseId, 'later'))).toBe('sealed_box_refused');
  expect(await texts(runtime, provider, 'provider', caseId)).toHaveLength(2);
});

/** An urgent case with an immediate release; the first provider has confirmed, was silent, and lost the case again. */
async function takenBackAtNight(runtime: TestRuntime) {
  const { matching } = runtime.services;
  await addOffice(runtime);
  const company = await registerAndSignIn(runtime);
  const providers: TestPerson[] = [];
  for (const name of ['Silberader', 'Netzwerft']) {
    const lead = await foundAndSignIn(runtime, { type: 'company', role: 'provider.admin', organisationName: name });
    await addProvider(runtime, { organisationId: lead.organisationId });
    providers.push({ ...lead, session: await resume(runtime, lead.cookie) });
  }
  const { caseId } = await sendReport(runtime, company.session, { releaseMode: 'immediate' });
  await matching.advanceRouting();
  const offer = await runtime.database.offer.findFirstOrThrow({ where: { caseId, state: 'sent' }, orderBy: { rank: 'asc' } });
  const first = providers.find((one) => one.organisationId === offer.providerId);
  const next = providers.find((one) => one.organisationId !== offer.providerId);
  if (!first || !next) throw new Error('two providers');
  must(await matching.acceptOffer(first.session.actor, offer.id));
  expect(must(await matching.confirmOffer(first.session.actor, offer.id)).released).toBe(true);
  for (let minutes = 0; minutes < 30; minutes += 1) {
    runtime.clock.advance(1);
    await matching.advanceRouting();
  }
  expect(await runtime.database.assignment.findFirst({ where: { caseId } })).toMatchObject({ state: 'taken_back' });
  return { caseId, company: await signInAgain(runtime, company), first, next: await signInAgain(runtime, next) };
}

async function takeOver(runtime: TestRuntime, caseId: string, { organisationId, session }: TestPerson): Promise<boolean> {
  const offer = await runtime.database.offer.findFirstOrThrow({ where: { caseId, providerId: organisationId, state: { in: ['sent', 'seen', 'expired'] } } });
  must(await runtime.services.matching.acceptOffer(session.actor, offer.id));
  return must(await runtime.services.matching.confirmOffer(session.actor, offer.id)).released;
}

test('who waits for an immediate release gets the next version too, and opens all of it when it confirms', { timeout: 120_000 }, async () => {
  await using runtime = await createTestRuntime();
  const { caseId, company, first, next } = await takenBackAtNight(runtime);
  must(await say(runtime, company, 'company', caseId, 'after the first provider'));
  expect(await versionsOf(runtime, caseId)).toEqual({ [company.organisationId]: [1, 2], [next.organisationId]: [1, 2] });
  expect(await runtime.database.subjectKeyGrant.count({ where: { subjectId: caseId, awaitingRelease: true } })).toBe(2);
  expect(refusalOf(await next.session.keys.open({ kind: 'case', id: caseId, organisationId: company.organisationId }))).toBe('key_missing');
  expect(refusalOf(await first.session.keys.open({ kind: 'case', id: caseId, organisationId: company.organisationId }))).toBe('key_missing');

  expect(await takeOver(runtime, caseId, next)).toBe(true);
  expect(await texts(runtime, next, 'provider', caseId)).toEqual(['after the first provider']);
  expect(must(await runtime.services.cases.openProviderCase(next.session.actor, next.session.keys, caseId)).report?.description).toContain('Quitte');
});

test('when somebody has left the waiting provider, its copies are not lifted and the company releases by hand', { timeout: 120_000 }, async () => {
  await using runtime = await createTestRuntime();
  const { caseId, company, next } = await takenBackAtNight(runtime);
  const { lead, colleague } = await leadAndColleague(runtime, next, { name: 'Lea Winkler', email: 'lea.winkler@silberader.example', role: 'provider.responder' });
  must(await runtime.services.accounts.removeMember(lead.session.actor, lead.session.keys, colleague.userId));
  expect(await takeOver(runtime, caseId, lead)).toBe(false);
  expect(refusalOf(await runtime.services.cases.listMessages(lead.session.actor, lead.session.keys, 'provider', caseId))).toBe('not_allowed');
  await release(runtime, { caseId, company });
  expect(must(await runtime.services.cases.openProviderCase(lead.session.actor, lead.session.keys, caseId)).report?.description).toContain('Quitte');
});

test('a chosen person who is taken off a case gets nothing that is written afterwards', async () => {
  await using runtime = await createTestRuntime();
  const scene = await workedCase(runtime);
  const { lead, colleague } = await leadAndColleague(runtime, scene.company, { name: 'Tom Brandt', email: 'tom.brandt@tischlerei.example', role: 'company.member' });
  const subject = { kind: 'case', id: scene.caseId, organisationId: lead.organisationId } as const;
  const grants = () => runtime.database.subjectKeyGrant.findMany({ where: { subjectId: scene.caseId, recipientKind: 'user' } });
  await chooseOnly(runtime, scene.caseId, lead, [lead, colleague]);
  expect(refusalOf(await colleague.session.keys.open(subject))).toBe('ok');
  must(await runtime.services.accounts.removeMember(lead.session.actor, lead.session.keys, colleague.userId));
  expect((await grants()).map((grant) => [grant.recipientId, grant.version])).toEqual([[lead.userId, 1]]);
  expect(refusalOf(await colleague.session.keys.open(subject))).toBe('key_missing');
  must(await say(runtime, lead, 'company', scene.caseId, 'after'));
  expect((await grants()).map((grant) => [grant.recipientId, grant.version])).toEqual([[lead.userId, 1], [lead.userId, 2]]);
  expect((await texts(runtime, lead, 'company', scene.caseId)).at(-1)).toBe('after');
});

/** Seals a case to persons instead of their company, as the choice of recipients will do. */
async function chooseOnly(runtime: TestRuntime, caseId: string, by: TestPerson, people: readonly TestPerson[]): Promise<void> {
  const raw = must(await by.session.keys.create({ kind: 'case', id: caseId, organisationId: by.organisationId }, people.map(({ userId }) => ({ kind: 'user', userId }) as const)));
  await runtime.database.subjectKeyGrant.deleteMany({ where: { subjectId: caseId } });
  await runtime.database.caseRecord.deleteMany({ where: { caseId } });
  await runtime.database.exhibit.deleteMany({ where: { caseId } });
  for (const { recipientId, recipientKind, version, sealedKey } of raw.grants) {
    await runtime.database.subjectKeyGrant.create({
      data: { id: runtime.random.id(), subjectKind: 'case', subjectId: caseId, version, recipientKind, recipientId, recipientGeneration: 1, sealedKey: new Uint8Array(sealedKey), createdAt: runtime.clock.now() },
    });
  }
}
