import { expect, test } from 'vitest';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { stampOf } from '#app/features/checklists/runs/open-run.server.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import { answersIn } from '#app/features/checklists/answering/topic-answers-form.ts';
import { wireChecklists } from '#app/server/wiring/checklists.ts';
import { createCompany, createTestBase } from '../support/key-holders.ts';
import type { KeyHolder, TestBase } from '../support/key-holders.ts';
import { must } from '../support/people.ts';

const yes: Answer = { value: 'yes', basis: 'checked' };
const no: Answer = { value: 'no', basis: 'checked' };
const topicId = 'people';

async function aRun(base: TestBase) {
  const { services } = wireChecklists(base);
  const { people } = await createCompany(base, { name: 'Tischlerei Muster', people: ['Erika Mustermann', 'Kurt Beispiel'], sizeClass: 'micro' });
  const [erika, kurt] = people as [KeyHolder, KeyHolder];
  const { assessmentId } = must(await services.startAssessment(erika.actor, erika.keys, { checklistId: 'basis', idempotencyKey: services.newFormKey() }));
  const topic = (holder: KeyHolder, id: string) => services.openTopic(holder.actor, holder.keys, { assessmentId, topicId: id });
  const save = (holder: KeyHolder, answers: Parameters<ChecklistServices['saveTopic']>[2]['answers'], more: { topicId?: string; shown?: readonly string[] } = {}) =>
    services.saveTopic(holder.actor, holder.keys, { assessmentId, topicId, shown: [], answers, ...more });
  return { services, erika, kurt, assessmentId, topic, save };
}

test('a topic is saved in one go, and nothing of it stands in the database in plain', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { erika, topic, save } = await aRun(base);
  const { questions } = must(await topic(erika, topicId));
  expect(questions.length).toBeGreaterThan(3);
  const simple = questions.filter(({ parts }) => parts.length === 0).map(({ requirement }) => requirement.id);
  const answers = simple.map((requirementId) => ({ requirementId, seenRevision: 0, answer: { ...no, note: 'Rasierschaumtorte' } }));
  expect(must(await save(erika, answers))).toMatchObject({ conflicts: [] });
  const again = must(await topic(erika, topicId));
  expect(again.questions.filter(({ record }) => record?.answer.note === 'Rasierschaumtorte').map(({ requirement }) => requirement.id)).toEqual(simple);
  const rows = await base.db.answer.findMany();
  expect(rows).toHaveLength(simple.length);
  expect(rows.some(({ sealedAnswer }) => Buffer.from(sealedAnswer).includes('Rasierschaumtorte'))).toBe(false);
  // The same once more changes nothing.
  must(await save(erika, answers));
  expect((await base.db.answer.findMany()).map(({ revision }) => revision)).toEqual(rows.map(() => 1));
});

test('what somebody else has answered meanwhile is left alone and named, the rest is saved', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { erika, kurt, topic, save } = await aRun(base);
  const [first, second] = must(await topic(erika, topicId)).questions.filter(({ parts }) => parts.length === 0).map(({ requirement }) => requirement.id) as [string, string];
  must(await save(kurt, [{ requirementId: first, seenRevision: 0, answer: no }]));
  const posted = [{ requirementId: first, seenRevision: 0, answer: yes }, { requirementId: second, seenRevision: 0, answer: yes }];
  expect(must(await save(erika, posted)).conflicts).toEqual([first]);
  const stored = new Map(must(await topic(erika, topicId)).questions.map(({ requirement, record }) => [requirement.id, record]));
  expect(stored.get(first)).toMatchObject({ answer: { value: 'no' }, answeredBy: kurt.actor.userId, revision: 1 });
  expect(stored.get(second)).toMatchObject({ answer: { value: 'yes' }, answeredBy: erika.actor.userId });
  // Having seen it, she decides.
  expect(must(await save(erika, [{ requirementId: first, seenRevision: 1, answer: yes }])).conflicts).toEqual([]);
});

test('a topic saved by two people at the same moment loses neither answer unseen', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { erika, kurt, topic, save } = await aRun(base);
  const ids = must(await topic(erika, topicId)).questions.filter(({ parts }) => parts.length === 0).map(({ requirement }) => requirement.id);
  const of = (answer: Answer) => ids.map((requirementId) => ({ requirementId, seenRevision: 0, answer }));
  const [hers, his] = (await Promise.all([save(erika, of(yes)), save(kurt, of(no))])).map(must);
  expect([...(hers?.conflicts ?? []), ...(his?.conflicts ?? [])].sort()).toEqual([...ids].sort());
  expect((await base.db.answer.findMany()).every(({ revision }) => revision === 1)).toBe(true);
});

test('questions that come up through an answer are named, then asked', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { erika, topic, save } = await aRun(base);
  const before = must(await topic(erika, 'backup')).questions.map(({ requirement }) => requirement.id);
  expect(before).toEqual(['backup-made']);
  const saved = must(await save(erika, [{ requirementId: 'backup-made', seenRevision: 0, answer: yes }], { topicId: 'backup', shown: before }));
  expect(saved.appeared).toContain('backup-restore-tested');
  expect(must(await topic(erika, 'backup')).questions.length).toBe(saved.appeared.length + 1);
  expect(saved.nextTopic).not.toBe('backup');
});

test('a topic that has not changed is confirmed at once, with its follow-ups; a colleague’s answer stands, and the first day stays', async () => {
  await using base = await createTestBase('2026-05-03T09:00:00Z');
  const { services, erika, kurt, assessmentId, topic, save } = await aRun(base);
  must(await save(erika, [{ requirementId: 'backup-made', seenRevision: 0, answer: yes }], { topicId: 'backup' }));
  const followUps = must(await topic(erika, 'backup')).questions.filter(({ parts, record }) => parts.length === 0 && record === null).map(({ requirement }) => requirement.id);
  must(await save(erika, followUps.map((requirementId) => ({ requirementId, seenRevision: 0, answer: no })), { topicId: 'backup' }));
  const { run } = must(await services.openAssessment(erika.actor, erika.keys, assessmentId));
  must(await services.closeAssessment(erika.actor, erika.keys, { assessmentId, seenAnswers: stampOf(run), position: 'Geschäftsführung' }));

  base.clock.moveTo('2026-11-23T09:00:00Z');
  const again = must(await services.startAgain(erika.actor, erika.keys, { assessmentId, idempotencyKey: services.newFormKey() })).assessmentId;
  const inAgain = { assessmentId: again, topicId: 'backup' };
  const seen = must(await services.openTopic(erika.actor, erika.keys, inAgain));
  expect(seen.questions.map(({ requirement }) => requirement.id)).toEqual(['backup-made']);
  expect(seen.followUps.map(({ requirement }) => requirement.id).sort()).toEqual([...followUps].sort());
  const page = [...seen.questions, ...seen.followUps];
  const values = { confirm: '1', ...Object.fromEntries(page.map(({ requirement, offered }) => [`${requirement.id}.offered`, offered?.answeredAt ?? ''])) };

  // Between page and button a colleague answers one of them otherwise.
  const taken = followUps[0] ?? '';
  must(await services.saveTopic(kurt.actor, kurt.keys, { ...inAgain, shown: [], answers: [{ requirementId: taken, seenRevision: 0, answer: yes }] }));
  const confirm = async () => {
    const now = must(await services.openTopic(erika.actor, erika.keys, inAgain));
    const { answers } = answersIn(values, [...now.questions, ...now.followUps], []);
    return must(await services.saveTopic(erika.actor, erika.keys, { ...inAgain, shown: [], answers }));
  };
  expect((await confirm()).conflicts).toEqual([]);
  await confirm();
  const { records } = must(await services.openAssessment(erika.actor, erika.keys, again)).run;
  expect(records.size).toBe(page.length);
  expect(records.get(taken)).toMatchObject({ answeredBy: kurt.actor.userId, answer: { value: 'yes' } });
  expect(records.get(taken)?.answer.firstAnsweredAt).toBeUndefined();
  expect(records.get('backup-made')).toMatchObject({ revision: 1, answeredBy: erika.actor.userId, answeredAt: new Date('2026-11-23T09:00:00Z'), answer: { ...yes, firstAnsweredAt: '2026-05-03T09:00:00.000Z' } });
});

test('a topic of another company, an unknown one and a closed run are refused', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, assessmentId, topic, save } = await aRun(base);
  const { people } = await createCompany(base, { name: 'Andere', people: ['Fremde Person'] });
  const [stranger] = people as [KeyHolder];
  expect(await topic(stranger, topicId)).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  expect(await save(stranger, [])).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  expect(await topic(erika, 'nowhere')).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  const unknown = [{ requirementId: 'nowhere', seenRevision: 0, answer: yes }];
  expect(await save(erika, unknown)).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  must(await save(erika, [{ requirementId: 'starter-briefing', seenRevision: 0, answer: yes }]));
  must(await services.closeAssessment(erika.actor, erika.keys, { assessmentId, seenAnswers: 1, position: 'Geschäftsführung' }));
  expect(await save(erika, [])).toMatchObject({ ok: false, refusal: { code: 'wrong_state' } });
});
