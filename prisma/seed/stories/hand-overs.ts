import type { Answer, AnswerSource } from '#app/domain/checklist/answers.ts';
import { minutesLater } from '../timeline.ts';
import { must } from '../stage.ts';
import type { Stage } from '../stage.ts';

/** A topic that goes into other hands: a colleague's, or those of somebody outside who answers through a link of an owner (`by`). */
export type HandedOver =
  | { readonly topicId: string; readonly message: string; readonly colleague: string; readonly dueInDays: number }
  | { readonly topicId: string; readonly message: string; readonly outsider: AnswerSource; readonly note: string; readonly by: string };

const minutesOfDay = 24 * 60;

/** Hands the topics over; who is outside answers at once, and the answers wait for the company. */
export async function handTopicsOver(stage: Stage, person: string, assessmentId: string, topics: readonly HandedOver[]): Promise<void> {
  const { checklists } = stage.services;
  for (const one of topics) {
    const { topicId, message } = one;
    if ('colleague' in one) {
      const { actor, keys } = await stage.visit(person);
      const { userId } = stage.credentialsOf(one.colleague);
      const dueAt = minutesLater(stage.clock.now(), one.dueInDays * minutesOfDay);
      must(await checklists.handOverTopic(actor, keys, { assessmentId, topicId, userId, message, dueAt, idempotencyKey: stage.random.id() }), `topic ${topicId} to ${one.colleague}`);
      continue;
    }
    const { actor, keys } = await stage.visitConfirmed(one.by);
    const secrets = must(checklists.beginTopicShare(actor), 'begin a link');
    must(await checklists.shareTopic(actor, keys, { assessmentId, topicId, outsider: one.outsider, message, days: 14, ...secrets }), `link to ${topicId}`);
    const { topic } = must(await checklists.openTopicLink(secrets.token, secrets.accessCode, true), 'open the link');
    const answers = topic.questions.filter(({ parts }) => parts.length === 0).map(({ requirement }, at): [string, Answer] => [requirement.id, at % 3 === 1 ? { value: 'partly', note: one.note } : { value: 'yes' }]);
    must(await checklists.sendTopicAnswers(secrets.token, secrets.accessCode, { source: one.outsider, answers: Object.fromEntries(answers) }), 'answers from outside');
  }
}
