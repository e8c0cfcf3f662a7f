import type { Actor } from '#app/domain/access/actor.ts';
import { applicableParts } from '#app/domain/checklist/standing.ts';
import type { Topic } from '#app/domain/checklist/version.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { namesIn } from './open-assessment.server.ts';
import type { Names } from './open-assessment.server.ts';
import { earlierAnswers } from './open-requirement.server.ts';
import type { OpenRequirement } from './open-requirement.server.ts';
import { findRun, requireOwn } from './open-run.server.ts';
import type { OpenRun } from './open-run.server.ts';
import type { ChecklistDeps } from './ports.ts';

export type OpenTopic = {
  readonly run: OpenRun;
  readonly topic: Topic;
  /** Those that are asked of this company now, in order. */
  readonly questions: readonly OpenRequirement[];
  readonly names: Names;
};

/** All questions of one topic of a run. `not_found` also for a topic of which nothing is asked of this company. */
export function openTopic(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: { readonly assessmentId: string; readonly topicId: string }): Promise<Result<OpenTopic>> {
    const member = requireOwn(actor, 'assessment.read', deps.clock.now());
    if (!member.ok) return member;
    const found = await findRun(deps, member.value, keys, input.assessmentId);
    if (!found.ok) return found;
    const run = found.value;
    const topic = run.version.topics.find((each) => each.id === input.topicId);
    const asked = run.standings.filter((standing) => standing.topicId === input.topicId && standing.notAsked === null);
    if (topic === undefined || asked.length === 0) return err('not_found');

    const open = new Set(asked.filter(({ requirement }) => !run.records.has(requirement.id)).map(({ requirement }) => requirement.id));
    const offers = run.assessment.state === 'running' ? await earlierAnswers(deps, keys, run, open) : [];
    const names = await namesIn(deps, run);
    const questions = asked.map(({ requirement }): OpenRequirement => ({
      run,
      requirement,
      parts: requirement.kind === 'control' && requirement.parts ? applicableParts(run.version, requirement, run.answers, run.facts) : [],
      record: run.records.get(requirement.id) ?? null,
      offered: offers.find((offer) => offer.requirementId === requirement.id) ?? null,
      offeredEvidence: [],
      names,
    }));
    return ok({ run, topic, questions, names });
  };
}
