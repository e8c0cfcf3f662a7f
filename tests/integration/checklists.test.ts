import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { allowedPartValues } from '#app/domain/checklist/answers.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { planOf } from '#app/domain/checklist/measures.ts';
import { resultOf } from '#app/domain/checklist/result.ts';
import type { Requirement } from '#app/domain/checklist/version.ts';
import type { Result } from '#app/domain/result.ts';
import { stampOf } from '#app/features/checklists/runs/open-run.server.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import { readChecklistLibrary, wireChecklists } from '#app/server/wiring/checklists.ts';
import { createCompany, createTestBase } from '../support/key-holders.ts';
import type { KeyHolder, TestBase } from '../support/key-holders.ts';
import { registerAndSignIn, signInAgain } from '../support/people.ts';
import { createTestRuntime } from '../support/runtime.ts';

const planted = 'Rasierschaumtorte-4711';

test('a run is started, answered in every way, closed, and its result is that of the domain', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'Tischlerei Muster', people: ['Erika Mustermann'] });
  const [erika] = people as [KeyHolder];
  const id = await start(services, erika);

  await answerAll(services, erika, id);
  const before = must(await services.openAssessment(erika.actor, erika.keys, id)).run;
  const values = new Set([...before.records.values()].map((record) => record.answer.value));
  expect(values).toEqual(new Set(['yes', 'partly', 'no', 'unknown', 'not_applicable']));
  expect(before.standings.filter((standing) => standing.outcome === 'unanswered')).toEqual([]);

  base.clock.advance(5);
  must(await services.closeAssessment(erika.actor, erika.keys, { assessmentId: id, seenAnswers: stampOf(before), position: 'Geschäftsführung' }));
  const opened = must(await services.openResult(erika.actor, erika.keys, id));
  const expected = resultOf(before.version, before.answers, before.facts);
  expect(opened.result).toEqual(expected);
  expect(opened.plan).toEqual(planOf(expected.standings, before.facts));
  expect(opened.result.percent).not.toBeNull();
  expect(opened.names.get(erika.actor.userId)).toBe('Erika Mustermann');

  const events = await base.db.auditEntry.findMany({ orderBy: { sequence: 'asc' }, select: { event: true, objectId: true } });
  expect(events).toEqual([{ event: 'assessment.started', objectId: id }, { event: 'assessment.closed', objectId: id }]);
});

test('a closed run keeps its result when the company grows, and takes no answer any more', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people, organisationId } = await createCompany(base, { name: 'A', people: ['Erika Mustermann'], sizeClass: 'micro' });
  const [erika] = people as [KeyHolder];
  const id = await closedRun(services, erika);
  const before = must(await services.openResult(erika.actor, erika.keys, id)).result;

  await base.db.organisation.update({ where: { id: organisationId }, data: { sizeClass: 'large', companyKind: 'school' } });
  expect(must(await services.openResult(erika.actor, erika.keys, id)).result).toEqual(before);

  const first = before.standings[0]?.requirement.id ?? '';
  const late = await services.saveAnswer(erika.actor, erika.keys, { assessmentId: id, requirementId: first, seenRevision: 1, answer: { value: 'unknown' } });
  expect(late).toMatchObject({ ok: false, refusal: { code: 'wrong_state' } });
});

test('a colleague goes on where the first person stopped', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'A', people: ['Erika Mustermann', 'Max Mustermann'] });
  const [erika, max] = people as [KeyHolder, KeyHolder];
  const id = await start(services, erika);
  const first = await firstOpen(services, erika, id);
  must(await services.saveAnswer(erika.actor, erika.keys, { assessmentId: id, requirementId: first.id, seenRevision: 0, answer: { ...plain(first, 'no'), note: planted } }));

  const seen = must(await services.openRequirement(max.actor, max.keys, { assessmentId: id, requirementId: first.id }));
  expect(seen.record?.answer.note).toBe(planted);
  expect(seen.names.get(erika.actor.userId)).toBe('Erika Mustermann');
  expect((await firstOpen(services, max, id)).id).not.toBe(first.id);
});

test('of two people who answer at once, the second is told and nothing is replaced', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'A', people: ['Erika Mustermann', 'Max Mustermann'] });
  const [erika, max] = people as [KeyHolder, KeyHolder];
  const id = await start(services, erika);
  const { id: requirementId, ...question } = await firstOpen(services, erika, id);
  const requirement = { id: requirementId, ...question } as Requirement;

  const outcomes = await Promise.all([
    services.saveAnswer(erika.actor, erika.keys, { assessmentId: id, requirementId, seenRevision: 0, answer: plain(requirement, 'no') }),
    services.saveAnswer(max.actor, max.keys, { assessmentId: id, requirementId, seenRevision: 0, answer: plain(requirement, 'unknown') }),
  ]);
  expect(outcomes.map((outcome) => (outcome.ok ? 'saved' : outcome.refusal.code)).sort()).toEqual(['conflict_of_versions', 'saved']);

  const stored = must(await services.openRequirement(max.actor, max.keys, { assessmentId: id, requirementId }));
  expect(stored.record?.revision).toBe(1);
  const stale = await services.saveAnswer(erika.actor, erika.keys, { assessmentId: id, requirementId, seenRevision: 7, answer: { ...plain(requirement, 'no'), note: 'other' } });
  expect(stale).toMatchObject({ ok: false, refusal: { code: 'conflict_of_versions' } });
  must(await services.saveAnswer(erika.actor, erika.keys, { assessmentId: id, requirementId, seenRevision: 1, answer: { ...plain(requirement, 'no'), note: 'on purpose' } }));
  expect(must(await services.openRequirement(max.actor, max.keys, { assessmentId: id, requirementId })).record).toMatchObject({ revision: 2, answer: { note: 'on purpose' } });
});

test('the same answer posted twice is stored once and is no conflict', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'A', people: ['Erika Mustermann'] });
  const [erika] = people as [KeyHolder];
  const id = await start(services, erika);
  const first = await firstOpen(services, erika, id);
  const input = { assessmentId: id, requirementId: first.id, seenRevision: 0, answer: plain(first, 'no') };
  must(await services.saveAnswer(erika.actor, erika.keys, input));
  expect(must(await services.saveAnswer(erika.actor, erika.keys, input)).revision).toBe(1);
  expect(await base.db.answer.count()).toBe(1);
});

test('twenty identical posts start one run', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'A', people: ['Erika Mustermann'] });
  const [erika] = people as [KeyHolder];
  const posts = Array.from({ length: 20 }, () => services.startAssessment(erika.actor, erika.keys, { checklistId: 'basis', idempotencyKey: 'one-form' }));
  const ids = new Set((await Promise.all(posts)).map((result) => must(result).assessmentId));
  expect(ids.size).toBe(1);
  expect(await base.db.assessment.count()).toBe(1);
  expect(await base.db.subjectKeyGrant.count()).toBe(1);
});

test('an answer changed after the check of the answers stops the close', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'A', people: ['Erika Mustermann', 'Max Mustermann'] });
  const [erika, max] = people as [KeyHolder, KeyHolder];
  const id = await start(services, erika);
  expect(await services.closeAssessment(erika.actor, erika.keys, { assessmentId: id, seenAnswers: 0, position: 'Geschäftsführung' })).toMatchObject({ refusal: { code: 'wrong_state' } });

  const first = await firstOpen(services, erika, id);
  must(await services.saveAnswer(erika.actor, erika.keys, { assessmentId: id, requirementId: first.id, seenRevision: 0, answer: plain(first, 'no') }));
  const seen = stampOf(must(await services.openAssessment(erika.actor, erika.keys, id)).run);
  must(await services.saveAnswer(max.actor, max.keys, { assessmentId: id, requirementId: first.id, seenRevision: 1, answer: plain(first, 'unknown') }));
  expect(await services.closeAssessment(erika.actor, erika.keys, { assessmentId: id, seenAnswers: seen, position: 'Geschäftsführung' })).toMatchObject({ refusal: { code: 'conflict_of_versions' } });
  expect(must(await services.openAssessment(erika.actor, erika.keys, id)).run.assessment.state).toBe('running');
});

test('another company, an unconfirmed member and a visitor get nothing', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const own = await createCompany(base, { name: 'A', people: ['Erika Mustermann'] });
  const other = await createCompany(base, { name: 'B', people: ['Otto Normal'] });
  const [erika] = own.people as [KeyHolder];
  const [otto] = other.people as [KeyHolder];
  const id = await closedRun(services, erika);
  const requirementId = must(await services.openResult(erika.actor, erika.keys, id)).result.standings[0]?.requirement.id ?? '';

  for (const attempt of [
    services.openAssessment(otto.actor, otto.keys, id),
    services.openRequirement(otto.actor, otto.keys, { assessmentId: id, requirementId }),
    services.saveAnswer(otto.actor, otto.keys, { assessmentId: id, requirementId, seenRevision: 1, answer: { value: 'no' } }),
    services.closeAssessment(otto.actor, otto.keys, { assessmentId: id, seenAnswers: 1, position: 'Geschäftsführung' }),
    services.openResult(otto.actor, otto.keys, id),
    services.resultForDossier(otto.actor, otto.keys, { assessmentId: id, locale: 'de' }),
  ]) {
    expect(await attempt).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  }
  expect(must(await services.listAssessments(otto.actor, otto.keys, Infinity)).runs).toEqual([]);
  // Somebody who forges the organisation still lacks the key.
  expect(await services.openAssessment({ ...otto.actor, organisationId: erika.actor.organisationId }, otto.keys, id)).toMatchObject({ refusal: { code: 'key_missing' } });
  expect(await services.openAssessment({ ...erika.actor, confirmed: false }, erika.keys, id)).toMatchObject({ refusal: { code: 'not_allowed' } });
  expect(await services.openAssessment({ kind: 'anonymous' }, erika.keys, id)).toMatchObject({ refusal: { code: 'not_signed_in' } });
});

test('no file of the database holds an answer, a note or a reason', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'A', people: ['Erika Mustermann'] });
  const [erika] = people as [KeyHolder];
  const id = await start(services, erika);
  const first = await firstOpen(services, erika, id);
  must(await services.saveAnswer(erika.actor, erika.keys, { assessmentId: id, requirementId: first.id, seenRevision: 0, answer: { ...plain(first, 'no'), note: planted } }));

  expect(filesHolding(base, planted)).toEqual([]);
  expect(filesHolding(base, '"value":"no"')).toEqual([]);
  // The search itself finds what is not sealed.
  expect(filesHolding(base, first.id)).not.toEqual([]);
});

test('an answer moved to another question or another run does not open', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'A', people: ['Erika Mustermann'] });
  const [erika] = people as [KeyHolder];
  const id = await start(services, erika);
  const first = await firstOpen(services, erika, id);
  must(await services.saveAnswer(erika.actor, erika.keys, { assessmentId: id, requirementId: first.id, seenRevision: 0, answer: plain(first, 'no') }));
  const second = await firstOpen(services, erika, id);
  await base.db.answer.updateMany({ where: { assessmentId: id, requirementId: first.id }, data: { requirementId: second.id } });
  expect(await services.openAssessment(erika.actor, erika.keys, id)).toMatchObject({ refusal: { code: 'sealed_box_refused' } });
});

test('the next run is offered the earlier answers and is compared with the earlier result', async () => {
  await using base = await createTestBase('2025-11-20T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'A', people: ['Erika Mustermann'] });
  const [erika] = people as [KeyHolder];
  const earlier = await closedRun(services, erika);
  const earlierResult = must(await services.openResult(erika.actor, erika.keys, earlier));
  expect(earlierResult.previous).toBeNull();

  base.clock.moveTo('2026-11-23T09:00:00Z');
  const id = await start(services, erika);
  const known = earlierResult.result.standings[0]?.requirement.id ?? '';
  const question = must(await services.openRequirement(erika.actor, erika.keys, { assessmentId: id, requirementId: known }));
  expect(question.offered).toMatchObject({ runId: earlier, sameWording: true, answer: earlierResult.run.answers[known] });

  await answerAll(services, erika, id);
  await close(services, erika, id);
  const result = must(await services.openResult(erika.actor, erika.keys, id));
  expect(result.previous?.run.assessment.id).toBe(earlier);
  const plans = must(await services.plansOfRuns(erika.actor, erika.keys));
  expect(plans.map((plan) => plan.assessmentId)).toEqual([id]);
  expect(plans[0]?.plan).toEqual(result.plan);
});

test('an earlier answer is confirmed with one click, once, with its first day; never one that the page did not show', async () => {
  await using base = await createTestBase('2025-11-20T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'A', people: ['Erika Mustermann', 'Max Mustermann'] });
  const [erika, max] = people as [KeyHolder, KeyHolder];
  const firstAt = base.clock.now().toISOString();
  await closedRun(services, erika);
  base.clock.moveTo('2026-11-23T09:00:00Z');
  const assessmentId = await start(services, erika);
  const { id: requirementId } = await firstOpen(services, erika, assessmentId);
  const place = { assessmentId, requirementId };
  const { offered } = must(await services.openRequirement(erika.actor, erika.keys, place));
  const seen = offered?.answeredAt ?? '';
  const confirm = ({ actor, keys }: KeyHolder, shown = seen) => services.confirmOffered(actor, keys, { ...place, seen: shown });

  expect(await confirm(erika, '2020-01-01T00:00:00.000Z')).toMatchObject({ ok: false, refusal: { code: 'conflict_of_versions' } });
  const confirmed = must(await confirm(erika));
  expect(confirmed.next).not.toBe(requirementId);
  expect(must(await confirm(erika)).revision).toBe(confirmed.revision);
  const { record } = must(await services.openRequirement(erika.actor, erika.keys, place));
  expect(record).toMatchObject({ answer: { ...offered?.answer, firstAnsweredAt: firstAt }, answeredBy: erika.actor.userId, revision: 1 });
  expect(await confirm(max)).toMatchObject({ ok: false, refusal: { code: 'conflict_of_versions' } });
});

test('the data for a dossier adds up to the same points', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'Tischlerei Muster', people: ['Erika Mustermann'] });
  const [erika] = people as [KeyHolder];
  const id = await closedRun(services, erika);
  const content = must(await services.resultForDossier(erika.actor, erika.keys, { assessmentId: id, locale: 'de' }));
  const { result, run } = must(await services.openResult(erika.actor, erika.keys, id));
  expect(content.company).toMatchObject({ name: 'Tischlerei Muster', staffBand: '10 bis 49 Personen', sites: ['Zwickau'] });
  expect(content.assessment.people).toMatchObject([{ name: 'Erika Mustermann', role: 'Leitung des Betriebs', answers: run.records.size }]);
  expect(content.assessment.people[0]?.bases.reduce((sum, one) => sum + one.answers, 0)).toBe(content.assessment.people[0]?.answers);
  // Every question of the version stands in one of the three lists, under its own number.
  const numbers = [...content.statements, ...content.notAsked, ...content.answers].map((one) => one.number);
  expect(new Set(numbers).size).toBe(run.standings.length);
  expect(numbers).toHaveLength(run.standings.length);
  expect(content.topics.reduce((sum, topic) => sum + topic.points, 0)).toBe(result.points);
  expect(content.answers).toHaveLength(result.coverage.applicable + result.coverage.notApplicable);
  expect(content.answers.filter((answer) => answer.answer === 'unknown')).toHaveLength(result.coverage.unknown);
});

test('somebody who registered answers, signs in anew and finds the answer', async () => {
  await using runtime = await createTestRuntime();
  const person = await registerAndSignIn(runtime, { sizeClass: 'micro' });
  const { checklists } = runtime.services;
  const id = await start(checklists, person.session);
  const first = await firstOpen(checklists, person.session, id);
  must(await checklists.saveAnswer(person.session.actor, person.session.keys, { assessmentId: id, requirementId: first.id, seenRevision: 0, answer: { ...plain(first, 'no'), note: planted } }));

  const { session } = await signInAgain(runtime, person);
  const opened = must(await checklists.openRequirement(session.actor, session.keys, { assessmentId: id, requirementId: first.id }));
  expect(opened.record?.answer.note).toBe(planted);
  expect(opened.names.get(person.userId)).toBe(person.name);
});

test('a broken checklist file stops the start and names file, line and field', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'checklists-'));
  try {
    cpSync('checklists', folder, { recursive: true });
    expect(readChecklistLibrary(folder).checklists.map((each) => each.version.checklistId)).toContain('basis');
    const file = path.join(folder, 'self-assessment', 'basis.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"estimatedMinutes": 50', '"estimatedMinutes": "lang"'));
    expect(() => readChecklistLibrary(folder)).toThrow(/self-assessment\/basis\.json:\d+ estimatedMinutes/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

async function start(services: ChecklistServices, { actor, keys }: KeyHolder): Promise<string> {
  return must(await services.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: services.newFormKey() })).assessmentId;
}

async function firstOpen(services: ChecklistServices, { actor, keys }: KeyHolder, id: string): Promise<Requirement> {
  const { run } = must(await services.openAssessment(actor, keys, id));
  const open = run.standings.find((standing) => standing.notAsked === null && standing.outcome === 'unanswered');
  if (!open) throw new Error('nothing is open');
  return open.requirement;
}

/** Answers one question after another, as the pages lead, with every value in turn. */
async function answerAll(services: ChecklistServices, holder: KeyHolder, id: string): Promise<void> {
  let next: string | null = (await firstOpen(services, holder, id)).id;
  for (let turn = 0; next !== null; turn += 1) {
    const opened = must(await services.openRequirement(holder.actor, holder.keys, { assessmentId: id, requirementId: next }));
    const values = ['yes', 'no', 'yes', 'partly', 'unknown', 'yes', 'not_applicable'] as const;
    const answer = plain(opened.requirement, values[turn % values.length] ?? 'yes', opened.parts.map((part) => part.id));
    next = must(await services.saveAnswer(holder.actor, holder.keys, { assessmentId: id, requirementId: next, seenRevision: 0, answer })).next;
  }
}

async function close(services: ChecklistServices, { actor, keys }: KeyHolder, id: string): Promise<void> {
  const { run } = must(await services.openAssessment(actor, keys, id));
  must(await services.closeAssessment(actor, keys, { assessmentId: id, seenAnswers: stampOf(run), position: 'Geschäftsführung' }));
}

async function closedRun(services: ChecklistServices, holder: KeyHolder): Promise<string> {
  const id = await start(services, holder);
  await answerAll(services, holder, id);
  await close(services, holder, id);
  return id;
}

/** An answer that the requirement accepts and that comes as near to the wanted value as it can. */
function plain(requirement: Requirement, wanted: Answer['value'], partIds: readonly string[] = []): Answer {
  if (requirement.kind === 'status') return { value: wanted === 'no' || wanted === 'unknown' ? wanted : 'yes' };
  if (wanted === 'not_applicable' && !requirement.notApplicableAllowed) return plain(requirement, 'yes', partIds);
  const reason = wanted === 'not_applicable' ? { reason: 'Kommt bei uns nicht vor.' } : {};
  if (!requirement.parts || (wanted !== 'yes' && wanted !== 'partly')) return { value: wanted, basis: 'checked', ...reason };
  const allowed = allowedPartValues(requirement);
  const parts = Object.fromEntries(partIds.map((id, index) => [id, wanted === 'yes' || index === 0 ? 'yes' : (allowed[1] ?? 'no')]));
  return { value: wanted, basis: 'document_seen', parts };
}

function filesHolding(base: TestBase, text: string): string[] {
  const { dataDir } = base.config;
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

test('the list opens what goes on and the runs closed last, and counts the others', async () => {
  await using base = await createTestBase('2026-01-05T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'A', people: ['Erika Mustermann'] });
  const [erika] = people as [KeyHolder];
  const closed: string[] = [];
  for (const checklistId of ['schnellcheck', 'schnellcheck', 'mobil', 'schnellcheck']) {
    base.clock.advance(60);
    const { assessmentId } = must(await services.startAssessment(erika.actor, erika.keys, { checklistId, idempotencyKey: services.newFormKey() }));
    const { run } = must(await services.openAssessment(erika.actor, erika.keys, assessmentId));
    const first = run.standings.find(({ requirement, notAsked }) => notAsked === null && requirement.kind === 'control' && !requirement.parts?.length)?.requirement.id ?? '';
    must(await services.saveAnswer(erika.actor, erika.keys, { assessmentId, requirementId: first, seenRevision: 0, answer: { value: 'no', basis: 'checked' } }));
    const after = must(await services.openAssessment(erika.actor, erika.keys, assessmentId)).run;
    must(await services.closeAssessment(erika.actor, erika.keys, { assessmentId, seenAnswers: stampOf(after), position: 'Geschäftsführung' }));
    closed.push(assessmentId);
  }
  const running = await start(services, erika);
  const idsOf = async (most: number) => {
    const { runs, older } = must(await services.listAssessments(erika.actor, erika.keys, most));
    return { ids: runs.map(({ assessment }) => assessment.id), older };
  };

  expect(await idsOf(1)).toEqual({ ids: [running, closed[3]], older: 3 });
  expect(await idsOf(Infinity)).toEqual({ ids: [running, closed[3], closed[2], closed[1], closed[0]], older: 0 });
});
