import { readyCondition } from './conditions.ts';
import type { ReadyCondition } from './conditions.ts';
import type { ChecklistVersion, Condition, FollowUp, Part, Requirement } from './version.ts';

/** A condition over places in the order of asking; null always applies. */
export type AppliesWhen = ReadyCondition<number> | null;

/** A requirement with everything looked up that judging it needs, so that a run is one pass without searching. */
export type Question = {
  readonly requirement: Requirement;
  readonly topicId: string;
  /** Points for meeting it; zero for a status question. */
  readonly weight: number;
  readonly group: AppliesWhen;
  readonly appliesWhen: AppliesWhen;
  /** The place of its parent; null for what is no follow-up, or follows what stands after it or nowhere. */
  readonly followsUp: { readonly place: number; readonly from: FollowUp['from'] } | null;
  readonly parts: readonly { readonly part: Part; readonly appliesWhen: AppliesWhen }[] | undefined;
};

/** A version is a value and never changes: it is made ready once, as long as somebody holds it. */
const ready = new WeakMap<ChecklistVersion, readonly Question[]>();

/** The questions of a version in the order of asking. */
export function questionsOf(version: ChecklistVersion): readonly Question[] {
  const known = ready.get(version);
  if (known !== undefined) return known;
  const questions = makeReady(version);
  ready.set(version, questions);
  return questions;
}

function makeReady(version: ChecklistVersion): Question[] {
  const asked = version.topics.flatMap((topic) => topic.requirements.map((requirement) => ({ requirement, topicId: topic.id })));
  const places = new Map(asked.map(({ requirement }, place) => [requirement.id, place]));
  const groups = new Map(version.groups.map((group) => [group.id, group.appliesWhen]));
  // A place that does not exist is never answered.
  const readyOf = (condition: Condition | undefined): AppliesWhen =>
    condition === undefined ? null : readyCondition(condition, (id) => places.get(id) ?? -1);

  return asked.map(({ requirement, topicId }) => ({
    requirement,
    topicId,
    weight: requirement.kind === 'status' ? 0 : requirement.weight,
    group: readyOf(requirement.group === undefined ? undefined : groups.get(requirement.group)),
    appliesWhen: readyOf(requirement.appliesWhen),
    followsUp: requirement.kind === 'status' ? null : followsUp(requirement.followUpOf, places),
    parts: requirement.kind === 'status' ? undefined : requirement.parts?.map((part) => ({ part, appliesWhen: readyOf(part.appliesWhen) })),
  }));
}

function followsUp(followUp: FollowUp | undefined, places: ReadonlyMap<string, number>): Question['followsUp'] {
  const place = followUp && places.get(followUp.control);
  return followUp === undefined || place === undefined ? null : { place, from: followUp.from };
}
