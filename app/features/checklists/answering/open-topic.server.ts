import type { Actor } from '#app/domain/access/actor.ts';
import type { Answers } from '#app/domain/checklist/answers.ts';
import { isUnchanged } from '#app/domain/checklist/carry-over.ts';
import type { OfferedAnswer } from '#app/domain/checklist/carry-over.ts';
import { applicableParts, standingsOf } from '#app/domain/checklist/standing.ts';
import type { Requirement, Topic } from '#app/domain/checklist/version.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { namesIn } from '../runs/open-assessment.server.ts';
import type { Names } from '../runs/open-assessment.server.ts';
import { earlierAnswers } from './open-requirement.server.ts';
import type { OpenRequirement } from './open-requirement.server.ts';
import { openOwnRun } from '../runs/open-run.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

export type OpenTopic = {
  readonly run: OpenRun;
  readonly topic: Topic;
  /** Those that are asked of this company now, in order. */
  readonly questions: readonly OpenRequirement[];
  /** Those that come up once the unchanged earlier answers are confirmed, and have such an answer too. */
  readonly followUps: readonly OpenRequirement[];
  readonly names: Names;
};

/** All questions of one topic of a run. `not_found` also for a topic of which nothing is asked of this company. */
export function openTopic(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: { readonly assessmentId: string; readonly topicId: string }): Promise<Result<OpenTopic>> {
    const own = await openOwnRun(deps, actor, 'assessment.read', keys, input.assessmentId);
    if (!own.ok) return own;
    const { run } = own.value;
    const topic = run.version.topics.find((each) => each.id === input.topicId);
    const asked = run.standings.filter((standing) => standing.topicId === input.topicId && standing.notAsked === null);
    if (topic === undefined || asked.length === 0) return err('not_found');

    const open = new Set(topic.requirements.filter(({ id }) => !run.records.has(id)).map(({ id }) => id));
    const offers = run.assessment.state === 'running' ? await earlierAnswers(deps, keys, run, open) : [];
    const names = await namesIn(deps, run);
    const opened = (requirement: Requirement, answers: Answers): OpenRequirement => ({
      run,
      requirement,
      parts: requirement.kind === 'control' && requirement.parts ? applicableParts(run.version, requirement, answers, run.facts) : [],
      record: run.records.get(requirement.id) ?? null,
      unfinished: run.unfinished.get(requirement.id) ?? null,
      revision: run.revisions.get(requirement.id) ?? 0,
      offered: offers.find((offer) => offer.requirementId === requirement.id) ?? null,
      offeredEvidence: [],
      names,
    });
    const questions = asked.map(({ requirement }) => opened(requirement, run.answers));
    const askedIds = new Set(asked.map(({ requirement }) => requirement.id));
    const afterwards = answersAfterConfirming(run, topic, offers);
    const followUps = topic.requirements.filter(({ id }) => !askedIds.has(id) && Object.hasOwn(afterwards, id) && !Object.hasOwn(run.answers, id));
    return ok({ run, topic, questions, followUps: followUps.map((requirement) => opened(requirement, afterwards)), names });
  };
}

/** The answers of the run as they would be after confirming every unchanged offer of a topic, and those of the follow-ups that this brings. */
function answersAfterConfirming({ version, answers, facts }: OpenRun, topic: Topic, offers: readonly OfferedAnswer[]): Answers {
  let confirmed: Answers = answers;
  for (;;) {
    const asked = standingsOf(version, confirmed, facts).filter(({ topicId, notAsked, requirement }) => topicId === topic.id && notAsked === null && !Object.hasOwn(confirmed, requirement.id));
    const fresh = asked.flatMap(({ requirement }) => {
      const offer = offers.find(({ requirementId }) => requirementId === requirement.id);
      const parts = requirement.kind === 'control' && requirement.parts ? applicableParts(version, requirement, confirmed, facts) : [];
      return offer && isUnchanged(offer, parts) ? [[requirement.id, offer.answer] as const] : [];
    });
    if (fresh.length === 0) return confirmed;
    confirmed = { ...confirmed, ...Object.fromEntries(fresh) };
  }
}
