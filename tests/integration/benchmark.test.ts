import { expect, test } from 'vitest';
import { stampOf } from '#app/features/checklists/runs/open-run.server.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import { wireChecklists } from '#app/server/wiring/checklists.ts';
import { createCompany, createTestBase } from '../support/key-holders.ts';
import type { KeyHolder, TestBase } from '../support/key-holders.ts';
import { must } from '../support/people.ts';

type Member = { readonly holder: KeyHolder; readonly runId: string };

/** A company with a closed run: one question answered, which is enough for figures. */
async function memberWith(base: TestBase, services: ChecklistServices, value: 'yes' | 'no', sizeClass = 'small'): Promise<Member> {
  const { people } = await createCompany(base, { name: 'Betrieb', people: ['Erika Mustermann'], sizeClass });
  const [holder] = people as [KeyHolder];
  return { holder, runId: await closedRun(services, holder, value) };
}

async function closedRun(services: ChecklistServices, { actor, keys }: KeyHolder, value: 'yes' | 'no'): Promise<string> {
  const { assessmentId } = must(await services.startAssessment(actor, keys, { checklistId: 'schnellcheck', idempotencyKey: services.newFormKey() }));
  const { run } = must(await services.openAssessment(actor, keys, assessmentId));
  const question = run.standings.find(({ notAsked, requirement }) => notAsked === null && requirement.kind === 'control' && !requirement.parts)?.requirement;
  must(await services.saveAnswer(actor, keys, { assessmentId, requirementId: question?.id ?? '', seenRevision: 0, answer: { value } }));
  const done = must(await services.openAssessment(actor, keys, assessmentId)).run;
  must(await services.closeAssessment(actor, keys, { assessmentId, seenAnswers: stampOf(done), position: 'Geschäftsführung' }));
  return assessmentId;
}

async function decide(services: ChecklistServices, { holder, runId }: Member, agree: boolean): Promise<void> {
  const { revision } = must(await services.openBenchmark(holder.actor, holder.keys, runId));
  must(await services.decideSharing(holder.actor, holder.keys, { assessmentId: runId, agree, seenRevision: revision }));
}

const averages = async (services: ChecklistServices, { holder, runId }: Member) => must(await services.openBenchmark(holder.actor, holder.keys, runId)).averages;

test('averages appear with the tenth company of a size, in groups of ten, and leave with those who leave', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const members: Member[] = [];
  for (let at = 0; at < 10; at += 1) members.push(await memberWith(base, services, at < 5 ? 'yes' : 'no'));
  const [first] = members as [Member];
  const bigger = await memberWith(base, services, 'yes', 'medium');
  await decide(services, bigger, true);
  for (const member of members.slice(0, 9)) await decide(services, member, true);
  expect((await averages(services, first)).size).toBe(0);
  await decide(services, members[9] as Member, true);
  const shown = await averages(services, first);
  expect(shown.size).toBeGreaterThan(0);
  expect([...shown.values()].every((average) => average % 5 === 0)).toBe(true);
  expect((await averages(services, bigger)).size).toBe(0);

  // One more changes nothing; one who withdraws takes its rows along and, below ten, the figure.
  const eleventh = await memberWith(base, services, 'no');
  await decide(services, eleventh, true);
  expect(await averages(services, first)).toEqual(shown);
  const before = await base.db.benchmarkRow.count();
  await decide(services, first, false);
  expect(await base.db.benchmarkRow.count()).toBe(before - before / 12);
  expect((await averages(services, first)).size).toBe(0);
}, 120_000);

test('nobody is named: not in the rows, not by their order, and the log does not tell a yes from a no', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const members = [await memberWith(base, services, 'yes'), await memberWith(base, services, 'no'), await memberWith(base, services, 'yes')] as const;
  await decide(services, members[0], true);
  await decide(services, members[1], false);
  await decide(services, members[2], true);
  const rows = await base.db.$queryRawUnsafe<Record<string, unknown>[]>('SELECT rowid AS place, * FROM "BenchmarkRow" ORDER BY rowid');
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['checklistId', 'id', 'isPublished', 'percent', 'place', 'sizeGroup', 'topicId', 'version', 'withdrawalHash']);
  expect(rows.every((row) => Number(row['percent']) % 10 === 0)).toBe(true);
  const ids = rows.map((row) => String(row['id']));
  expect(ids).toEqual([...ids].sort());
  const text = JSON.stringify(rows);
  for (const { holder, runId } of members) for (const secret of [holder.actor.organisationId, holder.actor.userId, runId]) expect(text).not.toContain(secret);

  const decided = await base.db.benchmarkDecision.findMany({ select: { sealedDecision: true, revision: true } });
  expect(decided.map(({ revision }) => revision)).toEqual([1, 1, 1]);
  expect(new Set(decided.map(({ sealedDecision }) => sealedDecision.length)).size).toBe(1);
  const entries = await base.db.auditEntry.findMany({ where: { event: 'benchmark.decided' }, select: { event: true, reason: true } });
  expect(entries).toEqual(members.map(() => ({ event: 'benchmark.decided', reason: null })));
});

test('a company counts once for a checklist, decides only on its own closed runs, and never unseen', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const member = await memberWith(base, services, 'yes');
  await decide(services, member, true);
  const once = await base.db.benchmarkRow.count();
  const again = { ...member, runId: await closedRun(services, member.holder, 'no') };
  await decide(services, again, true);
  expect(await base.db.benchmarkRow.count()).toBe(once);
  expect(must(await services.openBenchmark(member.holder.actor, member.holder.keys, member.runId)).decision?.state).toBe('declined');

  const { actor, keys } = member.holder;
  expect(await services.decideSharing(actor, keys, { assessmentId: again.runId, agree: false, seenRevision: 0 })).toMatchObject({ ok: false, refusal: { code: 'conflict_of_versions' } });
  const other = await memberWith(base, services, 'yes');
  expect(await services.decideSharing(other.holder.actor, other.holder.keys, { assessmentId: again.runId, agree: false, seenRevision: 1 })).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  const plain = { ...actor, roles: ['company.member'] as const };
  expect(await services.decideSharing(plain, keys, { assessmentId: again.runId, agree: false, seenRevision: 1 })).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } });
});
