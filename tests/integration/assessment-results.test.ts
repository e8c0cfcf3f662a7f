import { expect, test } from 'vitest';
import { requirementsOf } from '#app/domain/checklist/version.ts';
import { standardViewNames } from '#app/features/checklists/results/standard-view-names.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import { wireChecklists } from '#app/server/wiring/checklists.ts';
import { answerAll, closeRun, mustOf, startRun } from '../support/checklist-runs.ts';
import { createCompany, createTestBase } from '../support/key-holders.ts';
import type { KeyHolder, TestBase } from '../support/key-holders.ts';

async function company(base: TestBase, name: string, people = ['Erika Mustermann']) {
  return (await createCompany(base, { name, people })).people as [KeyHolder, ...KeyHolder[]];
}

async function twoRuns(base: TestBase, services: ChecklistServices, person: KeyHolder): Promise<{ earlier: string; later: string }> {
  const earlier = await startRun(services, person);
  await answerAll(services, person, earlier, () => 'no');
  await closeRun(services, person, earlier);
  base.clock.moveTo('2026-11-23T09:00:00Z');
  const later = await startRun(services, person);
  await answerAll(services, person, later, (turn) => (turn % 3 === 0 ? 'yes' : 'no'));
  await closeRun(services, person, later);
  return { earlier, later };
}

test('a run is compared with the one before or with the one that is chosen, on its own frozen wording', async () => {
  await using base = await createTestBase('2025-11-20T09:00:00Z');
  const services = wireChecklists(base).services;
  const [erika] = await company(base, 'A');
  const { earlier, later } = await twoRuns(base, services, erika);
  const open = (assessmentId: string, earlierId: string | null = null) => services.openComparison(erika.actor, erika.keys, { assessmentId, earlierId });

  const { chosen, candidates } = mustOf(await open(later));
  expect(candidates.map((run) => run.assessment.id)).toEqual([earlier]);
  expect(chosen?.run.assessment.id).toBe(earlier);
  const result = mustOf(await services.openResult(erika.actor, erika.keys, later)).result;
  expect(chosen?.comparison.later.points).toBe(result.points);
  expect(chosen?.comparison.changes.filter(({ change }) => change === 'better').length).toBeGreaterThan(5);
  expect(chosen?.comparison.changes.filter(({ change }) => change === 'worse')).toEqual([]);

  expect(mustOf(await open(earlier)).chosen).toBeNull();
  expect(await open(later, later)).toMatchObject({ refusal: { code: 'not_found' } });
  expect(mustOf(await open(later, earlier)).chosen?.run.assessment.id).toBe(earlier);
});

test('every view by standard reads the same answers, and none of them says more than was asked', async () => {
  await using base = await createTestBase('2026-11-20T09:00:00Z');
  const services = wireChecklists(base).services;
  const [erika] = await company(base, 'A');
  const id = await startRun(services, erika);
  await answerAll(services, erika, id, () => 'yes');
  await closeRun(services, erika, id);
  for (const view of standardViewNames) {
    const { rows, run } = mustOf(await services.openStandardView(erika.actor, erika.keys, { assessmentId: id, view }));
    const known = new Set(requirementsOf(run.version).map((requirement) => requirement.id));
    expect(rows.some((row) => row.state === 'met'), view).toBe(true);
    expect(rows.every((row) => row.state !== 'open'), view).toBe(true);
    expect(rows.every((row) => (row.requirements.length === 0) === (row.state === 'not_covered')), view).toBe(true);
    expect(rows.flatMap((row) => row.requirements).every(({ requirement }) => known.has(requirement.id)), view).toBe(true);
  }
});

test('what would come of chosen measures is worked out from the stored answers and changes none of them', async () => {
  await using base = await createTestBase('2026-11-20T09:00:00Z');
  const services = wireChecklists(base).services;
  const [erika] = await company(base, 'A');
  const id = await startRun(services, erika);
  await answerAll(services, erika, id, () => 'no');
  await closeRun(services, erika, id);
  const before = mustOf(await services.openResult(erika.actor, erika.keys, id));
  const first = before.plan.slice(0, 3).map((measure) => measure.requirement.id);
  const { chosen, outlook } = mustOf(await services.openPlan(erika.actor, erika.keys, { assessmentId: id, chosen: [...first, 'no-such-measure'] }));
  expect([...chosen].sort()).toEqual([...first].sort());
  expect(outlook.today.points).toBe(before.result.points);
  expect(outlook.then.points).toBe(before.plan[2]?.afterwards.points);
  expect(mustOf(await services.openResult(erika.actor, erika.keys, id)).result).toEqual(before.result);
});

test('nobody else sees a comparison, a plan or a view, and none of them is there before the close', async () => {
  await using base = await createTestBase('2025-11-20T09:00:00Z');
  const services = wireChecklists(base).services;
  const [erika] = await company(base, 'A');
  const [otto] = await company(base, 'B', ['Otto Normal']);
  const { later, earlier } = await twoRuns(base, services, erika);
  const running = await startRun(services, erika);
  const attempts = (person: KeyHolder, assessmentId: string) => [
    services.openComparison(person.actor, person.keys, { assessmentId, earlierId: null }),
    services.openStandardView(person.actor, person.keys, { assessmentId, view: 'nis2' as const }),
    services.openPlan(person.actor, person.keys, { assessmentId, chosen: [] }),
  ];
  for (const attempt of attempts(otto, later)) expect(await attempt).toMatchObject({ refusal: { code: 'not_found' } });
  for (const attempt of attempts(erika, running)) expect(await attempt).toMatchObject({ refusal: { code: 'wrong_state' } });

  // Nor can a run be compared with one of another company.
  const own = await startRun(services, otto);
  await answerAll(services, otto, own, () => 'no');
  await closeRun(services, otto, own);
  expect(await services.openComparison(otto.actor, otto.keys, { assessmentId: own, earlierId: earlier })).toMatchObject({ refusal: { code: 'not_found' } });
});
