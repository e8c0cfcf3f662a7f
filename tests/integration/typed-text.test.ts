import { expect, test } from 'vitest';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { resultOf } from '#app/domain/checklist/result.ts';
import type { Typed } from '#app/domain/checklist/unfinished.ts';
import { stampOf } from '#app/features/checklists/runs/open-run.server.ts';
import { runToJson } from '#app/features/checklists/exchange/run-json.ts';
import { runFileOf } from '#app/features/checklists/exchange/run-lines.ts';
import { wireChecklists } from '#app/server/wiring/checklists.ts';
import { createCompany, createTestBase } from '../support/key-holders.ts';
import type { KeyHolder, TestBase } from '../support/key-holders.ts';
import { must } from '../support/people.ts';

const yes: Answer = { value: 'yes', basis: 'checked' };
const words = 'Der Ordner liegt bei Frau Pfefferkuchen.';
const [question, other] = ['starter-briefing', 'report-without-blame'];

async function aRun(base: TestBase) {
  const { services } = wireChecklists(base);
  const { people } = await createCompany(base, { name: 'Tischlerei Muster', people: ['Erika Mustermann', 'Kurt Beispiel'], sizeClass: 'micro' });
  const [erika, kurt] = people as [KeyHolder, KeyHolder];
  const { assessmentId } = must(await services.startAssessment(erika.actor, erika.keys, { checklistId: 'basis', idempotencyKey: services.newFormKey() }));
  const open = async (requirementId: string = question) => must(await services.openRequirement(erika.actor, erika.keys, { assessmentId, requirementId }));
  const type = (holder: KeyHolder, typed: Typed, seenRevision = 0, requirementId: string = question) => services.keepTyped(holder.actor, holder.keys, { assessmentId, requirementId, seenRevision, typed });
  const answer = (holder: KeyHolder, given: Answer, seenRevision = 0, requirementId: string = question) => services.saveAnswer(holder.actor, holder.keys, { assessmentId, requirementId, seenRevision, answer: given });
  const run = async () => must(await services.openAssessment(erika.actor, erika.keys, assessmentId));
  return { services, erika, kurt, assessmentId, open, type, answer, run };
}

test('what is typed before an answer is chosen is kept sealed, shown again, and goes into the answer', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, assessmentId, open, type, answer } = await aRun(base);
  expect(must(await type(erika, { note: words }))).toMatchObject({ revision: 1 });
  const opened = await open();
  expect(opened).toMatchObject({ record: null, revision: 1, unfinished: { note: words, by: erika.actor.userId, at: '2026-11-23T09:00:00.000Z' } });
  expect(opened.names.get(erika.actor.userId)).toBe('Erika Mustermann');
  const topic = must(await services.openTopic(erika.actor, erika.keys, { assessmentId, topicId: 'people' }));
  expect(topic.questions.find(({ requirement }) => requirement.id === question)).toMatchObject({ record: null, revision: 1, unfinished: { note: words } });
  expect((await base.db.answer.findMany()).some(({ sealedAnswer }) => Buffer.from(sealedAnswer).includes('Pfefferkuchen'))).toBe(false);
  // The same once more is written once.
  expect(must(await type(erika, { note: words }))).toMatchObject({ revision: 1 });

  must(await answer(erika, { ...yes, note: words }, 1));
  expect(await open()).toMatchObject({ record: { answer: { ...yes, note: words } }, revision: 2, unfinished: null });
});

test('it counts nowhere: not as an answer, not in the result, not in what is exported, and the run closes as without it', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, assessmentId, type, answer, run } = await aRun(base);
  must(await answer(erika, yes, 0, other));
  const figures = async () => {
    const { run: opened, names } = await run();
    const { version, answers, facts, standings } = opened;
    const records = [...opened.records].map(([id, record]) => [id, { ...record, revision: undefined }]);
    const file = runToJson(runFileOf(opened, names, 'de'), { $schema: 'x', title: 't', version: 1 });
    return JSON.stringify({ answers, result: resultOf(version, answers, facts), records, standings, file });
  };
  const before = await figures();
  for (const { requirement } of (await run()).run.standings.filter((standing) => standing.requirement.id !== other).slice(0, 6)) must(await type(erika, { note: words, basis: 'checked', reason: words }, 0, requirement.id));
  must(await type(erika, { value: 'not_applicable', note: words }, 1, other));
  expect((await figures()) === before).toBe(true);

  const { run: opened } = await run();
  must(await services.closeAssessment(erika.actor, erika.keys, { assessmentId, seenAnswers: stampOf(opened), position: 'Geschäftsführung' }));
  const closed = must(await services.openResult(erika.actor, erika.keys, assessmentId)).run;
  expect([...closed.records.keys()]).toEqual([other]);
  expect(await type(erika, { note: 'zu spät' }, 1)).toMatchObject({ ok: false, refusal: { code: 'wrong_state' } });
});

test('a change that is not complete waits beside the answer, which stands with its own name and date', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { erika, kurt, open, type, answer } = await aRun(base);
  must(await answer(erika, yes));
  base.clock.moveTo('2026-11-24T09:00:00Z');
  must(await type(kurt, { value: 'not_applicable', note: words }, 1));
  const answeredAt = new Date('2026-11-23T09:00:00Z');
  expect(await open()).toMatchObject({ record: { answer: yes, answeredBy: erika.actor.userId, answeredAt }, revision: 2, unfinished: { value: 'not_applicable', note: words, by: kurt.actor.userId } });
  // Back to the answer as it was: nothing is left beside it.
  must(await answer(kurt, yes, 2));
  expect(await open()).toMatchObject({ record: { answer: yes }, revision: 3, unfinished: null });
});

test('two people: what one has typed is not overwritten unseen, neither by words nor by an answer nor with a whole topic', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, kurt, assessmentId, open, type, answer } = await aRun(base);
  must(await type(erika, { note: words }));
  const conflict = { ok: false, refusal: { code: 'conflict_of_versions' } };
  expect(await type(kurt, { note: 'Kurts Worte' })).toMatchObject(conflict);
  // Not even in the very same words has he seen them.
  expect(must(await type(kurt, { note: words })).revision).toBe(0);
  expect(await answer(kurt, yes)).toMatchObject(conflict);
  const input = { assessmentId, topicId: 'people', shown: [] };
  const topic = must(await services.saveTopic(kurt.actor, kurt.keys, { ...input, answers: [{ requirementId: question, seenRevision: 0, answer: yes }], typed: [{ requirementId: other, seenRevision: 0, typed: { note: 'Kurts Worte' } }] }));
  expect(topic).toMatchObject({ conflicts: [question], kept: { [other]: 1 } });
  expect((await open()).unfinished?.note).toBe(words);
  expect(await answer(erika, yes, 0, other)).toMatchObject(conflict);
  // Having seen it, he decides.
  must(await answer(kurt, yes, 1));
  expect(await open()).toMatchObject({ record: { answer: yes }, unfinished: null });
});

test('at the same moment neither loses a word unseen', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { erika, kurt, open, type, answer } = await aRun(base);
  const [typed, answered] = await Promise.all([type(erika, { note: words }), answer(kurt, yes)]);
  expect([typed.ok, answered.ok].filter(Boolean)).toHaveLength(1);
  const { record, unfinished } = await open();
  expect([record === null, unfinished === null]).toEqual([typed.ok, answered.ok]);
});

test('what is typed and taken back is gone, and in nobody’s way', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { erika, kurt, open, type, answer } = await aRun(base);
  must(await type(erika, { note: ' ' }));
  expect(await base.db.answer.count()).toBe(0);
  must(await type(erika, { note: words }));
  must(await type(erika, { note: ' ' }, 1));
  expect(await open()).toMatchObject({ record: null, unfinished: null });
  must(await answer(kurt, yes));
  expect((await open()).record?.answer).toEqual(yes);
});

test('an answer that comes from elsewhere leaves the words where they are', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, assessmentId, open, type, run } = await aRun(base);
  must(await type(erika, { note: words }));
  const { run: opened, names } = await run();
  const requirement = opened.standings.find((standing) => standing.requirement.id === question)?.requirement;
  const empty = runFileOf(opened, names, 'de');
  const line = { line: 1, requirementId: question, controlVersion: requirement?.controlVersion ?? 1, question: requirement?.question.de ?? '', value: 'no', parts: {}, basis: '', reason: '', note: 'aus der Datei', answeredBy: '', answeredAt: '', stamp: '' };
  const file = { ...empty, lines: [line] };
  const plan = must(await services.planImport(erika.actor, erika.keys, { file, targetId: assessmentId }));
  must(await services.takeImport(erika.actor, erika.keys, { file, targetId: assessmentId, seenStamp: plan.stamp, replace: false, idempotencyKey: services.newFormKey() }));
  expect(await open()).toMatchObject({ record: { answer: { value: 'no', note: 'aus der Datei' } }, revision: 2, unfinished: { note: words } });

  // As a measure that is finished writes its answer.
  must(await services.saveAnswer(erika.actor, erika.keys, { assessmentId, requirementId: question, seenRevision: 2, answer: yes, keepsTyped: true }));
  expect(await open()).toMatchObject({ record: { answer: yes }, revision: 3, unfinished: { note: words } });
});
