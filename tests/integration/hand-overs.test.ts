import { expect, test } from 'vitest';
import type { Answer } from '#app/domain/checklist/answers.ts';
import type { Refusal, Result } from '#app/domain/result.ts';
import { stampOf } from '#app/features/checklists/runs/open-run.server.ts';
import { resultView } from '#app/features/checklists/results/result-view.ts';
import { failuresBeforeEnd, failuresBeforePause } from '#app/features/share-link.server.ts';
import { pathsFor } from '#app/http/paths.ts';
import { wireChecklists } from '#app/server/wiring/checklists.ts';
import { createCompany, createTestBase } from '../support/key-holders.ts';
import type { KeyHolder, TestBase } from '../support/key-holders.ts';
import { must } from '../support/people.ts';

const message = 'Planted-Bitte-Zirbel';

async function begin(base: TestBase) {
  const { services } = wireChecklists(base);
  const { people, organisationId } = await createCompany(base, { name: 'Tischlerei Muster', people: ['Erika Mustermann', 'Max Mustermann'] });
  const [erika, max] = people as [KeyHolder, KeyHolder];
  const { assessmentId } = must(await services.startAssessment(erika.actor, erika.keys, { checklistId: 'basis', idempotencyKey: services.newFormKey() }));
  const { run } = must(await services.openAssessment(erika.actor, erika.keys, assessmentId));
  const topicId = run.standings.find((one) => one.notAsked === null && one.requirement.kind === 'control' && !one.requirement.parts?.length)?.topicId ?? '';
  const handOvers = async (by = erika) => must(await services.openHandOvers(by.actor, by.keys, assessmentId)).handOvers;
  const give = (changes: Partial<Parameters<typeof services.handOverTopic>[2]> = {}) =>
    services.handOverTopic(erika.actor, erika.keys, { assessmentId, topicId, userId: max.actor.userId, message, dueAt: null, idempotencyKey: 'hand-over-1', ...changes });
  const settle = async (by: KeyHolder, how: 'done' | 'hand_back' | 'withdraw' | 'looked_at', words = '') =>
    services.settleHandOver(by.actor, by.keys, { assessmentId, handOverId: (await handOvers(by)).at(-1)?.row.id ?? '', how, words });
  const mails = () => base.db.outboxMessage.findMany({ select: { notice: true, userId: true, data: true }, orderBy: { createdAt: 'asc' } });
  return { services, erika, max, organisationId, assessmentId, topicId, handOvers, give, settle, mails };
}

type Scene = Awaited<ReturnType<typeof begin>>;

/** A link to the topic, made by a person who has just given the second factor. */
async function share({ services, erika, assessmentId, topicId }: Scene, base: TestBase) {
  const actor = { ...erika.actor, steppedUpAt: base.clock.now() };
  const { token, accessCode } = must(services.beginTopicShare(actor));
  const input = { assessmentId, topicId, outsider: { name: 'Robert Meinel', role: 'Silberader IT' }, message, days: 14, token, accessCode };
  const shared = await services.shareTopic(actor, erika.keys, input);
  return { token, accessCode, shared, again: () => services.shareTopic(actor, erika.keys, input) };
}

function refusalOf(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error('It should have been refused.');
  return result.refusal;
}

test('a topic goes to a colleague, waits there, and comes back done; mails say nothing of it', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const scene = await begin(base);
  const { services, erika, max, topicId, give, handOvers, settle, mails } = scene;
  must(await give());
  must(await give());
  expect(await handOvers(max)).toMatchObject([{ topicId, message, outsider: null, row: { kind: 'colleague', state: 'open', assignedTo: max.actor.userId } }]);
  expect(refusalOf(await give({ idempotencyKey: 'another-form' })).code).toBe('already_taken');

  const waiting = must(await services.topicsWaitingForMe(max.actor, max.keys));
  expect(waiting).toMatchObject([{ handOver: { topicId }, from: 'Erika Mustermann' }]);
  expect(must(await services.topicsWaitingForMe(erika.actor, erika.keys))).toEqual([]);

  expect(refusalOf(await settle(erika, 'done')).code).toBe('not_allowed');
  must(await settle(max, 'hand_back', 'Das weiß nur der Dienstleister.'));
  expect(await handOvers()).toMatchObject([{ reply: 'Das weiß nur der Dienstleister.', row: { state: 'handed_back' } }]);
  must(await give({ idempotencyKey: 'the-second-time' }));
  must(await settle(max, 'done'));
  must(await settle(max, 'done'));
  expect((await handOvers()).map(({ row }) => row.state)).toEqual(['handed_back', 'done']);

  const sent = await mails();
  expect(sent.map(({ notice, userId }) => [notice, userId])).toEqual([
    ['topic_handed_over', max.actor.userId],
    ['topic_settled', erika.actor.userId],
    ['topic_handed_over', max.actor.userId],
    ['topic_settled', erika.actor.userId],
  ]);
  for (const { data } of sent) expect(data).not.toContain(topicId);
  const columns = JSON.stringify(await base.db.topicHandOver.findMany({ select: { id: true, assessmentId: true, kind: true, state: true, assignedBy: true, assignedTo: true, shareLinkId: true, dueAt: true } }));
  expect(columns).not.toContain(topicId);
});

test('the colleague is reminded the day before, whoever asked when the day has passed, each once; what came back is left alone', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const scene = await begin(base);
  const { services, erika, max, give, settle } = scene;
  const reminders = async () => (await scene.mails()).filter(({ notice }) => notice === 'topic_due' || notice === 'topic_overdue');
  must(await give({ dueAt: new Date('2026-11-27T17:00:00Z') }));
  expect(await services.remindOfHandOvers()).toBe(0);
  base.clock.advance(3 * 24 * 60 + 8 * 60);
  expect(await Promise.all([services.remindOfHandOvers(), services.remindOfHandOvers()])).toContain(1);
  expect(await services.remindOfHandOvers()).toBe(0);
  expect((await reminders()).map(({ notice, userId }) => [notice, userId])).toEqual([['topic_due', max.actor.userId]]);
  base.clock.advance(24 * 60);
  expect(await services.remindOfHandOvers()).toBe(1);
  expect(await services.remindOfHandOvers()).toBe(0);
  const all = await reminders();
  expect(all.map(({ notice, userId }) => [notice, userId])).toEqual([
    ['topic_due', max.actor.userId],
    ['topic_overdue', erika.actor.userId],
  ]);
  for (const { data } of all) expect(data).not.toContain(scene.topicId);

  must(await settle(max, 'hand_back'));
  must(await give({ idempotencyKey: 'the-second-time', dueAt: new Date('2026-12-04T17:00:00Z') }));
  must(await settle(max, 'done'));
  base.clock.advance(30 * 24 * 60);
  expect(await services.remindOfHandOvers()).toBe(0);
});

test('only confirmed people of the own company get a topic, only topics that are asked, and never of a closed run', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, assessmentId, give, handOvers } = await begin(base);
  const [foreign] = (await createCompany(base, { name: 'Fremd GmbH', people: ['Paul Fremd'] })).people as [KeyHolder];
  expect(refusalOf(await give({ userId: foreign.actor.userId })).code).toBe('not_eligible');
  expect(refusalOf(await give({ topicId: 'no-such-topic' })).code).toBe('not_found');
  expect(refusalOf(await services.handOverTopic(foreign.actor, foreign.keys, { assessmentId, topicId: 'x', userId: foreign.actor.userId, message, dueAt: null, idempotencyKey: 'foreign-form' })).code).toBe('not_found');

  const { run } = must(await services.openAssessment(erika.actor, erika.keys, assessmentId));
  const first = run.standings.find((one) => one.notAsked === null)?.requirement.id ?? '';
  must(await services.saveAnswer(erika.actor, erika.keys, { assessmentId, requirementId: first, seenRevision: 0, answer: { value: 'yes' } }));
  must(await services.closeAssessment(erika.actor, erika.keys, { assessmentId, seenAnswers: stampOf(must(await services.openAssessment(erika.actor, erika.keys, assessmentId)).run), position: 'Geschäftsführung' }));
  expect(refusalOf(await give()).code).toBe('wrong_state');
  expect(await handOvers()).toEqual([]);
});

test('an outsider answers through link and code, and a member takes over what it wants, marked as his', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const scene = await begin(base);
  const { services, erika, max, assessmentId, topicId, handOvers, mails } = scene;
  const { token, accessCode, shared, again } = await share(scene, base);
  expect(must(shared)).toEqual(must(await again()));
  expect(await handOvers()).toHaveLength(1);

  const opened = must(await services.openTopicLink(token, accessCode, true));
  expect(opened.topic).toMatchObject({ company: 'Tischlerei Muster', message, outsider: { name: 'Robert Meinel', role: 'Silberader IT' } });
  const { questions } = opened.topic;
  expect(questions.length).toBeGreaterThan(1);
  const plain = questions.filter(({ parts }) => parts.length === 0);
  const [one, two] = plain.map(({ requirement }) => requirement.id) as [string, string];

  const draft = { [`${one}.value`]: 'no', [`${one}.note`]: 'Planted-Entwurf-Kiefer' };
  expect(must(await services.saveTopicDraft(token, accessCode, { draft, seenRevision: 0 })).revision).toBe(1);
  expect(refusalOf(await services.saveTopicDraft(token, accessCode, { draft: {}, seenRevision: 0 })).code).toBe('conflict_of_versions');
  expect(must(await services.openTopicLink(token, accessCode, false))).toMatchObject({ draft, revision: 1, sentAt: null });

  const answers: Record<string, Answer> = { [one]: { value: 'no', note: 'Planted-Entwurf-Kiefer' }, [two]: { value: 'yes' } };
  const sent = { source: { name: 'Robert Meinel', role: 'Silberader IT' }, answers };
  must(await services.sendTopicAnswers(token, accessCode, sent));
  must(await services.sendTopicAnswers(token, accessCode, { ...sent, answers: { [one]: { value: 'yes' } } }));
  expect((await mails()).map(({ notice, userId }) => [notice, userId])).toEqual([['topic_answered', erika.actor.userId]]);
  expect(must(await services.openTopicLink(token, accessCode, false))).toMatchObject({ draft: {} });

  const opened2 = must(await services.openHandOvers(max.actor, max.keys, assessmentId));
  const [handOver] = opened2.handOvers;
  if (handOver === undefined) throw new Error('There is one.');
  expect(handOver.row.state).toBe('answered');
  const received = must(await services.receivedAnswers(max.keys, opened2.run, handOver));
  expect(received?.answers.map(({ requirement, offered }) => [requirement.id, offered.value, offered.basis, offered.source?.name])).toEqual([
    [one, 'no', 'provider_said', 'Robert Meinel'],
    [two, 'yes', 'provider_said', 'Robert Meinel'],
  ]);

  // Somebody answers the first question between looking and taking.
  must(await services.saveAnswer(erika.actor, erika.keys, { assessmentId, requirementId: one, seenRevision: 0, answer: { value: 'partly', basis: 'checked' } }));
  const take = (chosen: Record<string, number>) => services.takeAnswers(max.actor, max.keys, { assessmentId, handOverId: handOver.row.id, chosen });
  expect(refusalOf(await take({ [one]: 0, [two]: 0 })).code).toBe('conflict_of_versions');
  expect(must(await services.openAssessment(max.actor, max.keys, assessmentId)).run.records.has(two)).toBe(false);
  expect(must(await take({ [one]: 1, [two]: 0 })).taken).toBe(2);
  expect(must(await take({ [one]: 1, [two]: 0 })).taken).toBe(0);
  expect(refusalOf(await take({})).code).toBe('invalid_input');
  const { records } = must(await services.openAssessment(max.actor, max.keys, assessmentId)).run;
  expect(records.get(one)).toMatchObject({ revision: 2, answeredBy: max.actor.userId, answer: { value: 'no', basis: 'provider_said', source: { name: 'Robert Meinel', role: 'Silberader IT' } } });

  must(await services.settleHandOver(max.actor, max.keys, { assessmentId, handOverId: handOver.row.id, how: 'looked_at', words: '' }));
  expect((await handOvers())[0]?.row.state).toBe('done');
  expect(refusalOf(await services.openTopicLink(token, accessCode, false)).code).toBe('link_expired');
  expect(topicId).not.toBe('');
});

test('the document names whose word an answer is', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const scene = await begin(base);
  const { services, erika, assessmentId, handOvers } = scene;
  const { token, accessCode } = await share(scene, base);
  const { topic } = must(await services.openTopicLink(token, accessCode, true));
  const id = topic.questions.find(({ parts }) => parts.length === 0)?.requirement.id ?? '';
  must(await services.sendTopicAnswers(token, accessCode, { source: { name: 'Robert Meinel', role: 'Silberader IT' }, answers: { [id]: { value: 'yes' } } }));
  must(await services.takeAnswers(erika.actor, erika.keys, { assessmentId, handOverId: (await handOvers())[0]?.row.id ?? '', chosen: { [id]: 0 } }));
  must(await services.closeAssessment(erika.actor, erika.keys, { assessmentId, seenAnswers: stampOf(must(await services.openAssessment(erika.actor, erika.keys, assessmentId)).run), position: 'Geschäftsführung' }));
  const { answers, assessment, words } = must(await services.resultForDossier(erika.actor, erika.keys, { assessmentId, locale: 'de' }));
  expect(answers.filter((one) => one.answeredBy !== null)).toMatchObject([{ basis: 'provider_said', answeredBy: 'Robert Meinel, Silberader IT; übernommen von Erika Mustermann' }]);
  const opened = must(await services.openResult(erika.actor, erika.keys, assessmentId));
  const title = opened.run.version.topics.find((one) => one.id === scene.topicId)?.title.de;
  expect(assessment.people).toMatchObject([{ name: 'Robert Meinel', role: 'Silberader IT', answers: 1, outside: { sentAt: ['2026-11-23T09:00:00.000Z'], topics: [title] } }]);
  const { outside } = resultView(opened, 'de', { ...pathsFor('de').company, pdf: '' });
  expect(outside).toEqual([{ name: 'Robert Meinel, Silberader IT', sentAt: ['2026-11-23T09:00:00.000Z'], topics: [title], answers: 1 }]);

  // Only words that stand in the document are explained there.
  const said = JSON.stringify(answers);
  expect(words.length).toBeGreaterThan(5);
  expect(words.filter(({ word }) => said.includes(word)).length).toBeGreaterThan(5);
});

test('who guesses codes is paused, then the link ends; what is revoked or expired opens nothing and takes nothing', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const scene = await begin(base);
  const { services, settle, erika, topicId } = scene;
  const { token, accessCode } = await share(scene, base);
  const wrong = accessCode === '0000-0000' ? '1111-1111' : '0000-0000';
  const attempt = () => services.openTopicLink(token, wrong, true);
  for (let count = 0; count < failuresBeforePause; count += 1) expect(refusalOf(await attempt()).code).toBe('wrong_credentials');
  expect(refusalOf(await services.openTopicLink(token, accessCode, true)).code).toBe('too_many_attempts');
  for (let count = failuresBeforePause; count < failuresBeforeEnd; count += 1) {
    if (count % failuresBeforePause === 0) base.clock.advance(16);
    await attempt();
  }
  base.clock.advance(16);
  expect(refusalOf(await services.openTopicLink(token, accessCode, true)).code).toBe('link_expired');
  must(await settle(erika, 'withdraw'));

  const second = await share(scene, base);
  must(await services.openTopicLink(second.token, second.accessCode, true));
  must(await settle(erika, 'withdraw'));
  for (const refused of [
    await services.findTopicLink(second.token),
    await services.openTopicLink(second.token, second.accessCode, true),
    await services.saveTopicDraft(second.token, second.accessCode, { draft: {}, seenRevision: 0 }),
    await services.sendTopicAnswers(second.token, second.accessCode, { source: { name: 'x', role: '' }, answers: {} }),
  ]) expect(refusalOf(refused).code).toBe('link_expired');

  const third = await share(scene, base);
  base.clock.advance(15 * 24 * 60);
  expect(refusalOf(await services.openTopicLink(third.token, third.accessCode, true)).code).toBe('link_expired');
  expect(topicId).not.toBe('');
});

test('a link shows the questions of its topic and the name of the company, and nothing else of it', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const scene = await begin(base);
  const { services, erika, assessmentId, topicId } = scene;
  const { run } = must(await services.openAssessment(erika.actor, erika.keys, assessmentId));
  for (const { requirement } of run.standings.filter((one) => one.notAsked === null && one.requirement.kind === 'control' && !one.requirement.parts?.length)) {
    must(await services.saveAnswer(erika.actor, erika.keys, { assessmentId, requirementId: requirement.id, seenRevision: 0, answer: { value: 'no', basis: 'checked', note: 'Planted-Notiz-Geheim' } }));
  }
  const { token, accessCode } = await share(scene, base);
  const opened = must(await services.openTopicLink(token, accessCode, true));
  const text = JSON.stringify(opened);
  expect(text).not.toContain('Planted-Notiz-Geheim');
  expect(text).not.toContain('Erika Mustermann');
  const others = run.version.topics.filter((topic) => topic.id !== topicId).flatMap((topic) => topic.requirements.map((requirement) => requirement.question.de));
  for (const question of others) expect(text).not.toContain(question);
});

test('nobody without token and code, and no thief of the database, reads what was asked, kept or sent', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const scene = await begin(base);
  const { services } = scene;
  const { token, accessCode } = await share(scene, base);
  const { topic } = must(await services.openTopicLink(token, accessCode, true));
  const id = topic.questions[0]?.requirement.id ?? '';
  must(await services.saveTopicDraft(token, accessCode, { draft: { [`${id}.note`]: 'Planted-Entwurf-Eibe' }, seenRevision: 0 }));
  const dump = async () => JSON.stringify([await base.db.shareLink.findMany(), await base.db.topicHandOver.findMany(), await base.db.topicAnswers.findMany()], (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));
  const before = await dump();
  must(await services.sendTopicAnswers(token, accessCode, { source: { name: 'Planted-Name-Tanne', role: '' }, answers: { [id]: { value: 'no', note: 'Planted-Antwort-Fichte' } } }));
  const everything = before + (await dump());
  for (const planted of [message, 'Planted-Entwurf-Eibe', 'Planted-Name-Tanne', 'Planted-Antwort-Fichte', 'Robert Meinel', token, accessCode]) expect(everything).not.toContain(planted);
});
