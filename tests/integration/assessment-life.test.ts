import { expect, test } from 'vitest';
import { shippedChecklists, wireChecklists } from '#app/server/wiring/checklists.ts';
import { answerAll, closeRun, mustOf, startRun } from '../support/checklist-runs.ts';
import { createCompany, createTestBase } from '../support/key-holders.ts';
import type { KeyHolder, TestBase } from '../support/key-holders.ts';

async function company(base: TestBase, name: string, people = ['Erika Mustermann']) {
  return (await createCompany(base, { name, people })).people as [KeyHolder, ...KeyHolder[]];
}

const mails = (base: TestBase) => base.db.outboxMessage.findMany({ where: { notice: 'assessment_reminder' } });

test('the close keeps, sealed, who answered in which role and who confirmed it', async () => {
  await using base = await createTestBase('2026-11-20T09:00:00Z');
  const { services } = wireChecklists(base);
  const [erika] = await company(base, 'A');
  const id = await startRun(services, erika);
  await answerAll(services, erika, id, () => 'yes');
  await closeRun(services, erika, id);

  const { run } = mustOf(await services.openResult(erika.actor, erika.keys, id));
  expect(run.statement?.confirmedBy).toMatchObject({ position: 'Geschäftsführung' });
  expect(run.statement?.people.reduce((sum, one) => sum + one.answers, 0)).toBe(run.records.size);
  const row = await base.db.assessment.findFirstOrThrow({ where: { id } });
  expect(Buffer.from(row.sealedStatement ?? []).length).toBeGreaterThan(0);
  expect(Buffer.from(row.sealedStatement ?? []).includes('Geschäftsführung')).toBe(false);
});

test('half a year later every member is reminded once, whoever asks twice, and a new run ends it', async () => {
  await using base = await createTestBase('2026-01-20T09:00:00Z');
  const { services } = wireChecklists(base);
  const [erika] = await company(base, 'A');
  const id = await startRun(services, erika);
  await answerAll(services, erika, id, () => 'no');
  await closeRun(services, erika, id);
  base.clock.moveTo('2026-07-20T08:59:00Z');
  expect(await services.remindOfRuns()).toBe(0);
  base.clock.moveTo('2026-07-20T09:00:00Z');
  expect((await Promise.all([services.remindOfRuns(), services.remindOfRuns()])).reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(await services.remindOfRuns()).toBe(0);
  const sent = await mails(base);
  expect(sent).toHaveLength(1);
  expect(JSON.stringify(sent[0])).not.toContain('basis');

  const again = mustOf(await services.changeReminder(erika.actor, { assessmentId: id, months: 12 }));
  expect(again).toBeNull();
  mustOf(await services.startAgain(erika.actor, erika.keys, { assessmentId: id, idempotencyKey: services.newFormKey() }));
  base.clock.moveTo('2027-02-01T09:00:00Z');
  expect(await services.remindOfRuns()).toBe(0);
});

test('who never wants a reminder gets none, and nobody else decides about it', async () => {
  await using base = await createTestBase('2026-01-20T09:00:00Z');
  const { services } = wireChecklists(base);
  const [erika] = await company(base, 'A');
  const [stranger] = await company(base, 'B', ['Max Fremd']);
  const id = await startRun(services, erika);
  expect(await services.changeReminder(erika.actor, { assessmentId: id, months: 3 })).toMatchObject({ refusal: { code: 'wrong_state' } });
  await answerAll(services, erika, id, () => 'no');
  await closeRun(services, erika, id);
  expect(await services.changeReminder(stranger.actor, { assessmentId: id, months: null })).toMatchObject({ refusal: { code: 'not_found' } });
  mustOf(await services.changeReminder(erika.actor, { assessmentId: id, months: null }));
  base.clock.moveTo('2028-01-20T09:00:00Z');
  expect(await services.remindOfRuns()).toBe(0);
  expect(await mails(base)).toEqual([]);
});

test('a run whose checklist is no longer among the files opens from its frozen copy, and so do its result and its document', async () => {
  await using base = await createTestBase('2026-11-20T09:00:00Z');
  const { services } = wireChecklists(base);
  const [erika] = await company(base, 'A');
  const closed = await startRun(services, erika);
  await answerAll(services, erika, closed, (turn) => (turn % 2 === 0 ? 'yes' : 'no'));
  await closeRun(services, erika, closed);
  base.clock.moveTo('2026-11-21T09:00:00Z');
  const running = await startRun(services, erika);
  const before = mustOf(await services.openResult(erika.actor, erika.keys, closed));

  const shipped = shippedChecklists();
  const later = wireChecklists(base, { ...shipped, checklists: shipped.checklists.filter(({ version }) => version.checklistId !== 'basis') }).services;
  expect(await later.startAssessment(erika.actor, erika.keys, { checklistId: 'basis', idempotencyKey: later.newFormKey() })).toMatchObject({ refusal: { code: 'not_found' } });
  const after = mustOf(await later.openResult(erika.actor, erika.keys, closed));
  expect(after.run.version).toEqual(before.run.version);
  expect(after.result).toEqual(before.result);
  expect(mustOf(await later.resultForDossier(erika.actor, erika.keys, { assessmentId: closed, locale: 'de' })).result).toMatchObject({ points: before.result.points, maximum: before.result.maximum });
  await answerAll(later, erika, running, () => 'yes');
  await closeRun(later, erika, running);
  expect(mustOf(await later.openComparison(erika.actor, erika.keys, { assessmentId: running, earlierId: closed })).chosen?.comparison.changes.some(({ change }) => change === 'better')).toBe(true);
  expect(await later.startAgain(erika.actor, erika.keys, { assessmentId: closed, idempotencyKey: later.newFormKey() })).toMatchObject({ refusal: { code: 'not_found' } });
});
