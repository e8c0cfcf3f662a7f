import { expect, test } from 'vitest';
import type { MeasurePlan } from '#app/features/measures/plan-measure.server.ts';
import { adviceWords } from '#app/features/measures/view.ts';
import { stampOf } from '#app/features/checklists/runs/open-run.server.ts';
import { closedAssessment } from '../support/assessments.ts';
import { leadAndColleague, must, refusalOf } from '../support/case-scenes.ts';
import { foundAndSignIn, registerAndSignIn, resume } from '../support/people.ts';
import type { TestPerson } from '../support/people.ts';
import { createTestRuntime } from '../support/runtime.ts';
import type { TestRuntime } from '../support/runtime.ts';

const everything = { state: null, owner: null } as const;
const planted = 'Planted-Massnahme-Weissdorn';

const plan: MeasurePlan = { state: 'in_progress', owner: { kind: 'outside', name: planted }, dueOn: '2026-12-01', hoursSpent: 1.5, note: planted, deferredBecause: '' };

/** A company with a closed run; nothing is in the plan yet. */
async function checkedCompany(runtime: TestRuntime): Promise<TestPerson> {
  const person = await registerAndSignIn(runtime);
  await closedAssessment(runtime, person.session);
  return person;
}

async function boardOf(runtime: TestRuntime, { session }: TestPerson) {
  return must(await runtime.services.measures.openBoard(session.actor, session.keys, everything));
}

/** Takes over the first gaps; returns the measures of the board. */
async function takeFirst(runtime: TestRuntime, person: TestPerson, count: number) {
  const { gaps } = await boardOf(runtime, person);
  const { actor, keys } = person.session;
  must(await runtime.services.measures.takeOver(actor, keys, gaps.slice(0, count).map((gap) => gap.controlId)));
  return (await boardOf(runtime, person)).measures;
}

/** A plan with one measure, or a failing test. */
async function oneMeasure(runtime: TestRuntime, person: TestPerson) {
  const [measure] = await takeFirst(runtime, person, 1);
  if (!measure) throw new Error('The run has no gap.');
  return measure;
}

test('a gap becomes a measure once, however often and by however many it is taken over at once', async () => {
  await using runtime = await createTestRuntime();
  const { lead, colleague } = await leadAndColleague(runtime, await checkedCompany(runtime), { name: 'Jonas Klee', email: 'jonas.klee@tischlerei.example', role: 'company.member' });
  const before = await boardOf(runtime, lead);
  expect(before).toMatchObject({ count: 0, hasClosedRun: true });
  const six = before.gaps.slice(0, 6).map((gap) => gap.controlId);
  expect(six).toHaveLength(6);

  const { measures } = runtime.services;
  const posts = [lead, colleague, lead, colleague, lead].map(({ session }) => measures.takeOver(session.actor, session.keys, [...six, 'no-such-control']));
  const added = (await Promise.all(posts)).map((one) => must(one).added);
  expect(added.reduce((sum, one) => sum + one, 0)).toBe(6);

  const after = await boardOf(runtime, colleague);
  expect(after.measures.map(({ content }) => content.control.id).sort()).toEqual([...six].sort());
  expect(after.gaps.map((gap) => gap.controlId)).toEqual(before.gaps.slice(6).map((gap) => gap.controlId));
  expect(await runtime.database.auditEntry.count({ where: { event: 'measure.added' } })).toBe(6);
});

test('a control that is open in two runs is one measure, and the same run again brings no second', async () => {
  await using runtime = await createTestRuntime();
  const person = await checkedCompany(runtime);
  const total = (await boardOf(runtime, person)).gaps.length;
  await takeFirst(runtime, person, total);
  runtime.clock.advance(60);
  await closedAssessment(runtime, person.session);
  const board = await boardOf(runtime, person);
  expect(board.gaps).toEqual([]);
  expect(board.count).toBe(total);
});

test('a plan is kept, its words are sealed, and the plain columns tell nothing of the control', async () => {
  await using runtime = await createTestRuntime();
  const person = await checkedCompany(runtime);
  const { actor, keys } = person.session;
  const measure = await oneMeasure(runtime, person);
  must(await runtime.services.measures.planMeasure(actor, keys, { measureId: measure.row.id, seenRevision: 1, plan }));
  const opened = must(await runtime.services.measures.openMeasure(actor, keys, measure.row.id));
  expect(opened.content).toMatchObject({ outsideOwner: planted, note: planted, hoursSpent: 1.5 });
  const row = await runtime.database.measure.findFirstOrThrow({ where: { id: measure.row.id } });
  expect(row).toMatchObject({ state: 'in_progress', dueOn: '2026-12-01', ownerUserId: null, revision: 2 });
  const plain = JSON.stringify({ ...row, sealedContent: null });
  for (const secret of [planted, measure.content.control.id, measure.content.source.assessmentId]) expect(plain).not.toContain(secret);
  expect(Buffer.from(row.sealedContent).toString('latin1')).not.toContain(measure.content.control.id);
});

test('the second of two people is told, nothing is replaced unseen, and a form posted twice has one effect', async () => {
  await using runtime = await createTestRuntime();
  const { lead, colleague } = await leadAndColleague(runtime, await checkedCompany(runtime), { name: 'Jonas Klee', email: 'jonas.klee@tischlerei.example', role: 'company.member' });
  const { measures } = runtime.services;
  const { row } = await oneMeasure(runtime, lead);
  const input = { measureId: row.id, seenRevision: 1, plan };
  must(await measures.planMeasure(lead.session.actor, lead.session.keys, input));
  must(await measures.planMeasure(lead.session.actor, lead.session.keys, input));
  const other = { ...input, plan: { ...plan, note: 'other' } };
  expect(refusalOf(await measures.planMeasure(colleague.session.actor, colleague.session.keys, other))).toBe('conflict_of_versions');
  expect(must(await measures.openMeasure(lead.session.actor, lead.session.keys, row.id))).toMatchObject({ row: { revision: 2 }, content: { note: planted } });
  must(await measures.planMeasure(colleague.session.actor, colleague.session.keys, { ...other, seenRevision: 2 }));
  expect(await runtime.database.auditEntry.count({ where: { event: 'measure.changed' } })).toBe(2);
  expect(refusalOf(await measures.removeMeasure(lead.session.actor, { measureId: row.id, seenRevision: 2 }))).toBe('conflict_of_versions');
  must(await measures.removeMeasure(lead.session.actor, { measureId: row.id, seenRevision: 3 }));
  expect((await boardOf(runtime, lead)).count).toBe(0);
});

test('the insurer’s document names what is planned, by whom and until when, and what was done', async () => {
  await using runtime = await createTestRuntime();
  const person = await checkedCompany(runtime);
  const { actor, keys } = person.session;
  const { measures, checklists } = runtime.services;
  const [first, second, third] = await takeFirst(runtime, person, 3);
  if (!first || !second || !third) throw new Error('The run has too few gaps.');
  must(await measures.planMeasure(actor, keys, { measureId: first.row.id, seenRevision: first.row.revision, plan }));
  must(await measures.planMeasure(actor, keys, { measureId: second.row.id, seenRevision: second.row.revision, plan: { ...plan, state: 'deferred', deferredBecause: 'Erst nach dem Umzug.' } }));
  const { source } = first.content;
  const document = must(await checklists.resultForDossier(actor, keys, { assessmentId: source.assessmentId, locale: 'de' }));
  const titled = (measure: typeof first) => document.measures.find(({ title }) => title === measure.content.control.recommendation.summary.de);
  expect(titled(first)).toMatchObject({ status: 'in_progress', owner: planted, dueOn: '2026-12-01' });
  expect(titled(second)).toMatchObject({ status: 'proposed', owner: null });
  expect(titled(third)).toMatchObject({ status: 'open', owner: null, dueOn: null });
});

test('only a member may own a measure, and another company finds nothing of it', async () => {
  await using runtime = await createTestRuntime();
  const person = await checkedCompany(runtime);
  const stranger = await foundAndSignIn(runtime, { type: 'company', role: 'company.admin', organisationName: 'Bäckerei Muster', name: 'Bert Beck', email: 'bert.beck@baeckerei.example' });
  const { measures } = runtime.services;
  const { row } = await oneMeasure(runtime, person);
  const foreign = { measureId: row.id, seenRevision: 1, plan };
  expect(refusalOf(await measures.planMeasure(person.session.actor, person.session.keys, { ...foreign, plan: { ...plan, owner: { kind: 'member', userId: stranger.userId } } }))).toBe('invalid_input');
  const { actor, keys } = stranger.session;
  expect(refusalOf(await measures.openMeasure(actor, keys, row.id))).toBe('not_found');
  expect(refusalOf(await measures.planMeasure(actor, keys, foreign))).toBe('not_found');
  expect(refusalOf(await measures.closeMeasure(actor, keys, { measureId: row.id, seenRevision: 1, hoursSpent: null, answer: null, writeInto: [] }))).toBe('not_found');
  expect(refusalOf(await measures.removeMeasure(actor, { measureId: row.id, seenRevision: 1 }))).toBe('not_found');
  expect(refusalOf(await measures.askProvider(actor, keys, { measureId: row.id, locale: 'de', idempotencyKey: 'stranger-1', words: () => ({ title: 'x', description: 'y' }) }))).toBe('not_found');
  expect((await boardOf(runtime, stranger)).count).toBe(0);
  expect((await boardOf(runtime, person)).measures[0]?.row.revision).toBe(1);
});

test('what is written after a member has left is under a version that the member never had', async () => {
  await using runtime = await createTestRuntime();
  const { lead, colleague } = await leadAndColleague(runtime, await checkedCompany(runtime), { name: 'Jonas Klee', email: 'jonas.klee@tischlerei.example', role: 'company.member' });
  const { measures, accounts } = runtime.services;
  const { row } = await oneMeasure(runtime, lead);
  expect(refusalOf(await measures.openMeasure(colleague.session.actor, colleague.session.keys, row.id))).toBe('ok');
  must(await accounts.removeMember(lead.session.actor, lead.session.keys, colleague.userId));
  const fresh = await resume(runtime, lead.cookie);
  must(await measures.planMeasure(fresh.actor, fresh.keys, { measureId: row.id, seenRevision: 1, plan }));
  expect(await runtime.database.measurePlan.findFirstOrThrow({ select: { keyVersion: true } })).toEqual({ keyVersion: 2 });
  expect(refusalOf(await measures.openMeasure(colleague.session.actor, colleague.session.keys, row.id))).not.toBe('ok');
  expect(must(await measures.openMeasure(fresh.actor, fresh.keys, row.id)).content.note).toBe(planted);
});

test('a close writes the confirmed answer into the running run, and leaves the closed one as it is', async () => {
  await using runtime = await createTestRuntime();
  const person = await checkedCompany(runtime);
  const { actor, keys } = person.session;
  const { measures, checklists } = runtime.services;
  const measure = await oneMeasure(runtime, person);
  const controlId = measure.content.control.id;
  const closedId = measure.content.source.assessmentId;
  const before = must(await checklists.openResult(actor, keys, closedId)).result;
  const { assessmentId } = must(await checklists.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: 'second-run' }));
  const [question] = must(await measures.openMeasure(actor, keys, measure.row.id)).running;
  expect(question).toMatchObject({ assessmentId, revision: 0, answer: null });

  const close = { measureId: measure.row.id, seenRevision: 1, hoursSpent: 3, answer: { value: 'yes', since: '2026-11-20', basis: 'checked', note: planted }, writeInto: [{ assessmentId, seenRevision: 0 }] } as const;
  must(await measures.closeMeasure(actor, keys, close));
  must(await measures.closeMeasure(actor, keys, close));
  const answered = must(await checklists.openAssessment(actor, keys, assessmentId)).run.records.get(controlId);
  expect(answered).toMatchObject({ revision: 1, answer: { value: 'yes', basis: 'checked', note: planted } });
  expect(must(await checklists.openResult(actor, keys, closedId)).result).toEqual(before);
  expect((await boardOf(runtime, person)).measures[0]?.row).toMatchObject({ state: 'done', revision: 2 });
});

test('an answer somebody gave meanwhile is not replaced, and the measure stays open', async () => {
  await using runtime = await createTestRuntime();
  const person = await checkedCompany(runtime);
  const { actor, keys } = person.session;
  const { measures, checklists } = runtime.services;
  const measure = await oneMeasure(runtime, person);
  const requirementId = measure.content.control.id;
  const { assessmentId } = must(await checklists.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: 'second-run' }));
  must(await checklists.saveAnswer(actor, keys, { assessmentId, requirementId, seenRevision: 0, answer: { value: 'no' } }));
  const close = { measureId: measure.row.id, seenRevision: 1, hoursSpent: null, answer: { value: 'yes', since: '2026-11-20', basis: 'checked', note: '' }, writeInto: [{ assessmentId, seenRevision: 0 }] } as const;
  expect(await measures.closeMeasure(actor, keys, close)).toMatchObject({ refusal: { code: 'conflict_of_versions', detail: 'answer' } });
  expect(must(await checklists.openAssessment(actor, keys, assessmentId)).run.records.get(requirementId)?.answer.value).toBe('no');
  expect((await boardOf(runtime, person)).measures[0]?.row.state).toBe('open');
});

test('without a running run the answer is kept and offered with its date in the next one, until the measure is opened again', async () => {
  await using runtime = await createTestRuntime();
  const person = await checkedCompany(runtime);
  const { actor, keys } = person.session;
  const { measures, checklists } = runtime.services;
  const measure = await oneMeasure(runtime, person);
  const requirementId = measure.content.control.id;
  runtime.clock.advance(10);
  const closedAt = runtime.clock.now().toISOString();
  must(await measures.closeMeasure(actor, keys, { measureId: measure.row.id, seenRevision: 1, hoursSpent: null, answer: { value: 'yes', since: '2026-11-20', basis: 'document_seen', note: '' }, writeInto: [] }));
  const { assessmentId } = must(await checklists.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: 'second-run' }));
  const offered = async () => must(await checklists.openRequirement(actor, keys, { assessmentId, requirementId })).offered;
  expect(await offered()).toMatchObject({ answer: { value: 'yes', basis: 'document_seen' }, answeredAt: closedAt, sameWording: true });
  must(await measures.reopenMeasure(actor, keys, { measureId: measure.row.id, seenRevision: 2 }));
  expect((await offered())?.answer.value ?? 'none').not.toBe('yes');
});

test('a gap that a later run still finds after its measure was finished is done again, as the same measure', async () => {
  await using runtime = await createTestRuntime();
  const person = await checkedCompany(runtime);
  const { actor, keys } = person.session;
  const { measures } = runtime.services;
  const { row, content } = await oneMeasure(runtime, person);
  must(await measures.closeMeasure(actor, keys, { measureId: row.id, seenRevision: 1, hoursSpent: 2, answer: null, writeInto: [] }));
  runtime.clock.advance(60);
  const again = await closedAssessment(runtime, person.session);
  expect((await boardOf(runtime, person)).gaps.map((gap) => gap.controlId)).toContain(content.control.id);
  expect(must(await measures.takeOver(actor, keys, [content.control.id])).added).toBe(1);
  const [measure] = (await boardOf(runtime, person)).measures;
  expect(measure).toMatchObject({ row: { id: row.id, state: 'open', doneAt: null }, content: { hoursSpent: 2, closing: null, source: { assessmentId: again } } });
});

test('asking a provider begins one case of kind advice with the measure’s words, sealed, and the measure shows it', async () => {
  await using runtime = await createTestRuntime();
  const person = await checkedCompany(runtime);
  const { actor, keys } = person.session;
  const { measures, incidents } = runtime.services;
  const measure = await oneMeasure(runtime, person);
  const ask = (idempotencyKey: string) => measures.askProvider(actor, keys, { measureId: measure.row.id, locale: 'de', idempotencyKey, words: ({ content }) => adviceWords(content, 'de') });
  const [first, second] = [must(await ask('advice-key-1')), must(await ask('advice-key-2'))];
  expect(second).toEqual(first);
  const draft = must(await incidents.readStep(actor, keys, first.caseId, 'own_words'));
  expect(draft).toMatchObject({ kind: 'advice', step: 'own_words', severity: 'S4', openSteps: ['contact', 'consent'] });
  expect(String(draft.answers.description)).toContain(measure.content.control.title.de);
  const stored = await runtime.database.case.findFirstOrThrow({ where: { id: first.caseId }, include: { incident: true } });
  expect(Buffer.from(stored.incident?.sealedReport ?? []).toString('utf8')).not.toContain(measure.content.control.title.de);
  expect(must(await measures.openMeasure(actor, keys, measure.row.id)).advice).toMatchObject({ caseId: first.caseId, state: 'draft', isOwnDraft: true, isOver: false });
  must(await incidents.discardDraft(actor, first.caseId));
  expect(must(await measures.openMeasure(actor, keys, measure.row.id)).advice?.isOver).toBe(true);
  expect(must(await ask('advice-key-3')).caseId).not.toBe(first.caseId);
});

test('the calendar shows due days and nothing else, to who holds the newest address, while its owner belongs to the company', async () => {
  await using runtime = await createTestRuntime();
  const { lead, colleague } = await leadAndColleague(runtime, await checkedCompany(runtime), { name: 'Jonas Klee', email: 'jonas.klee@tischlerei.example', role: 'company.member' });
  const { measures, accounts } = runtime.services;
  const [first, second, third] = await takeFirst(runtime, lead, 3);
  if (!first || !second || !third) throw new Error('The run has too few gaps.');
  const set = (measureId: string, change: Partial<MeasurePlan>) => measures.planMeasure(lead.session.actor, lead.session.keys, { measureId, seenRevision: 1, plan: { ...plan, ...change } });
  must(await set(first.row.id, { owner: { kind: 'member', userId: colleague.userId } }));
  must(await set(second.row.id, { dueOn: '2026-12-24' }));
  must(await set(third.row.id, { state: 'deferred', deferredBecause: planted }));

  const { token } = must(await measures.makeFeed(colleague.session.actor, 'all'));
  const days = must(await measures.readFeed(token, '192.0.2.1'));
  expect(days.map(({ id, dueOn }) => [id, dueOn])).toEqual([[first.row.id, '2026-12-01'], [second.row.id, '2026-12-24']]);
  expect(Object.keys(days[0] ?? {}).sort()).toEqual(['changedAt', 'dueOn', 'id', 'revision']);
  expect(must(await measures.ownFeed(colleague.session.actor))?.lastFetchedAt).toEqual(runtime.clock.now());
  expect(JSON.stringify(await runtime.database.measureFeed.findMany())).not.toContain(token);

  const renewed = must(await measures.makeFeed(colleague.session.actor, 'mine'));
  expect(refusalOf(await measures.readFeed(token, '192.0.2.1'))).toBe('not_found');
  expect(must(await measures.readFeed(renewed.token, '192.0.2.1')).map((one) => one.id)).toEqual([first.row.id]);

  const leads = must(await measures.makeFeed(lead.session.actor, 'all'));
  must(await accounts.removeMember(lead.session.actor, lead.session.keys, colleague.userId));
  expect(refusalOf(await measures.readFeed(renewed.token, '192.0.2.1'))).toBe('not_found');
  expect(refusalOf(await measures.readFeed(leads.token, '192.0.2.1'))).toBe('ok');
  must(await measures.revokeFeed(lead.session.actor));
  must(await measures.revokeFeed(lead.session.actor));
  expect(refusalOf(await measures.readFeed(leads.token, '192.0.2.1'))).toBe('not_found');
  expect(must(await measures.ownFeed(lead.session.actor))).toBeNull();
});

test('a calendar that asks without end and a stranger who guesses are stopped, each alone', async () => {
  await using runtime = await createTestRuntime();
  const person = await registerAndSignIn(runtime);
  const { measures } = runtime.services;
  const { token } = must(await measures.makeFeed(person.session.actor, 'all'));
  const guesses: string[] = [];
  for (let turn = 0; turn < 45; turn += 1) guesses.push(refusalOf(await measures.readFeed('x'.repeat(43), '192.0.2.9')));
  expect(new Set(guesses)).toEqual(new Set(['not_found', 'too_many_attempts']));
  expect(refusalOf(await measures.readFeed(token, '192.0.2.9'))).toBe('ok');
  const fetches: string[] = [];
  for (let turn = 0; turn < 65; turn += 1) fetches.push(refusalOf(await measures.readFeed(token, '192.0.2.1')));
  expect(fetches.at(-1)).toBe('too_many_attempts');
  runtime.clock.advance(61);
  expect(refusalOf(await measures.readFeed(token, '192.0.2.1'))).toBe('ok');
});

test('the board says when a newer check finds a measure’s control met', async () => {
  await using runtime = await createTestRuntime();
  const person = await checkedCompany(runtime);
  const { actor, keys } = person.session;
  const { checklists } = runtime.services;
  const measure = await oneMeasure(runtime, person);
  const controlId = measure.content.control.id;
  runtime.clock.advance(60);
  const { assessmentId } = must(await checklists.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: 'second-run' }));
  const parts = (measure.content.control.parts ?? []).map((part) => [part.id, 'yes'] as const);
  must(await checklists.saveAnswer(actor, keys, { assessmentId, requirementId: controlId, seenRevision: 0, answer: { value: 'yes', ...(parts.length > 0 ? { parts: Object.fromEntries(parts) } : {}) } }));
  const run = must(await checklists.openAssessment(actor, keys, assessmentId)).run;
  must(await checklists.closeAssessment(actor, keys, { assessmentId, seenAnswers: stampOf(run), position: 'Geschäftsführung' }));
  expect((await boardOf(runtime, person)).metSince.get(controlId)).toBe(runtime.clock.now().toISOString());
});

test('a page that offers to take over learns where every control stands, and nobody outside the company does', async () => {
  await using runtime = await createTestRuntime();
  const person = await checkedCompany(runtime);
  const { measures } = runtime.services;
  const { gaps } = await boardOf(runtime, person);
  const ids = gaps.slice(0, 2).map((gap) => gap.controlId);
  const [measure] = await takeFirst(runtime, person, 1);
  const { actor, keys } = person.session;
  const standings = must(await measures.openStandings(actor, keys, [...ids, 'no-such-control']));
  expect([...standings.values()]).toEqual([{ kind: 'taken', measureId: measure?.row.id, state: 'open' }, { kind: 'waiting' }, { kind: 'settled' }]);
  const stranger = await foundAndSignIn(runtime, { type: 'company', role: 'company.admin', organisationName: 'Bäckerei Muster', name: 'Bert Beck', email: 'bert.beck@baeckerei.example' });
  expect([...must(await measures.openStandings(stranger.session.actor, stranger.session.keys, ids)).values()]).toEqual([{ kind: 'settled' }, { kind: 'settled' }]);
});
