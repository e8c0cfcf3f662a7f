import { answerTo, countsAsNotApplicable } from './answers.ts';
import type { Answer, Answers } from './answers.ts';
import { evaluate } from './conditions.ts';
import type { AnswerSeen } from './conditions.ts';
import type { ChecklistVersion, CompanyFacts, Condition, Part, Requirement, ScoredRequirement } from './version.ts';
import type { AnswerValue } from './vocabulary.ts';

/**
 * How a requirement stands in a run. `unanswered` is open; `not_applicable` was answered so, with a reason;
 * `out_of_scope` was never to be asked of this company.
 */
export type Outcome = 'met' | 'partly' | 'not_met' | 'unknown' | 'unanswered' | 'not_applicable' | 'out_of_scope';

/** Why a requirement is not asked. `follow_up` counts like its parent, the others leave points and maximum. */
export type NotAsked = 'size' | 'group' | 'condition' | 'follow_up';

export type Standing = {
  readonly requirement: Requirement;
  readonly topicId: string;
  readonly outcome: Outcome;
  /** null while it is to be asked. */
  readonly notAsked: NotAsked | null;
  /** Half points occur. Zero for status questions. */
  readonly points: number;
  /** The weight, or zero for what leaves the maximum and for status questions. */
  readonly maximum: number;
};

/** How every requirement stands, in the order of asking. The one pass that all results rest on. */
export function standingsOf(version: ChecklistVersion, answers: Answers, facts: CompanyFacts): Standing[] {
  const seen = new Map<string, AnswerSeen>();
  const outcomes = new Map<string, Outcome>();
  const answerSeen = (id: string): AnswerSeen => seen.get(id) ?? null;
  const applies = (condition: Condition | undefined): boolean =>
    condition === undefined || evaluate(condition, answerSeen, facts) !== false;
  const groupConditions = new Map<string, Condition>(version.groups.map((group) => [group.id, group.appliesWhen]));

  const standings: Standing[] = [];
  for (const topic of version.topics) {
    for (const requirement of topic.requirements) {
      let notAsked = outOfScopeBecause(requirement, facts, groupConditions, applies);
      const answer = answerTo(answers, requirement.id);
      let outcome: Outcome;
      if (notAsked !== null) {
        outcome = 'out_of_scope';
      } else if (requirement.kind === 'status') {
        outcome = statusOutcome(answer);
      } else {
        const inherited = inheritedOutcome(requirement, outcomes);
        outcome = inherited ?? scoredOutcome(requirement, answer, applies);
        if (inherited !== null) notAsked = 'follow_up';
        else if (outcome === 'out_of_scope') notAsked = 'condition';
      }
      outcomes.set(requirement.id, outcome);
      seen.set(requirement.id, answerSeenOf(outcome, answer));
      const maximum = maximumOf(requirement, outcome);
      standings.push({ requirement, topicId: topic.id, outcome, notAsked, points: shareOf(outcome) * maximum, maximum });
    }
  }
  return standings;
}

/** Parts of a requirement that apply to this company, given the answers so far. */
export function applicableParts(
  version: ChecklistVersion,
  requirement: ScoredRequirement,
  answers: Answers,
  facts: CompanyFacts,
): Part[] {
  const outcomes = new Map(standingsOf(version, answers, facts).map((standing) => [standing.requirement.id, standing.outcome]));
  const answerSeen = (id: string): AnswerSeen => answerSeenOf(outcomes.get(id) ?? 'unanswered', answerTo(answers, id));
  return (requirement.parts ?? []).filter(
    (part) => part.appliesWhen === undefined || evaluate(part.appliesWhen, answerSeen, facts) !== false,
  );
}

function outOfScopeBecause(
  requirement: Requirement,
  facts: CompanyFacts,
  groups: ReadonlyMap<string, Condition>,
  applies: (condition: Condition | undefined) => boolean,
): NotAsked | null {
  if (facts.sizeClass !== null && !requirement.suits.includes(facts.sizeClass)) return 'size';
  if (requirement.group !== undefined && !applies(groups.get(requirement.group))) return 'group';
  return applies(requirement.appliesWhen) ? null : 'condition';
}

/** Conditions rest on a clear yes or no; anything else a status question was given counts as unknown. */
function answerSeenOf(outcome: Outcome, answer: Answer | null): AnswerSeen {
  if (outcome === 'out_of_scope') return 'out_of_scope';
  if (answer === null) return null;
  return answer.value === 'yes' || answer.value === 'no' ? answer.value : 'unknown';
}

function statusOutcome(answer: Answer | null): Outcome {
  if (answer === null) return 'unanswered';
  return answer.value === 'yes' || answer.value === 'no' ? 'met' : 'unknown';
}

/** The outcome a follow-up takes over from its parent, or null when it is to be asked itself. */
function inheritedOutcome(requirement: ScoredRequirement, outcomes: ReadonlyMap<string, Outcome>): Outcome | null {
  const { followUpOf } = requirement;
  if (followUpOf === undefined) return null;
  const parent = outcomes.get(followUpOf.control);
  if (parent === undefined || parent === 'met') return null;
  if (parent === 'partly') return followUpOf.from === 'partly' ? null : 'not_met';
  return parent;
}

function scoredOutcome(
  requirement: ScoredRequirement,
  answer: Answer | null,
  applies: (condition: Condition | undefined) => boolean,
): Outcome {
  const parts = requirement.parts?.filter((part) => applies(part.appliesWhen));
  // No part of it concerns this company: nothing is left to ask.
  if (parts !== undefined && parts.length === 0) return 'out_of_scope';
  if (answer === null) return 'unanswered';
  const mayLeave = countsAsNotApplicable(requirement, answer);
  if (parts === undefined) return outcomeOf(answer.value, mayLeave);
  if (answer.parts === undefined) {
    // A yes for the whole says nothing about its parts.
    return answer.value === 'yes' || answer.value === 'partly' ? 'unknown' : outcomeOf(answer.value, mayLeave);
  }
  return outcomeOfParts(parts.map((part) => partOutcome(answer, part, mayLeave)));
}

function partOutcome(answer: Answer, part: Part, mayLeave: boolean): Outcome {
  const values = answer.parts ?? {};
  const value = Object.hasOwn(values, part.id) ? values[part.id] : undefined;
  return value === undefined ? 'unknown' : outcomeOf(value, mayLeave);
}

/** Met when all applicable parts are; a mix is partly; nothing met is not met, or unknown where nobody said no. */
function outcomeOfParts(outcomes: readonly Outcome[]): Outcome {
  const applicable = outcomes.filter((outcome) => outcome !== 'not_applicable');
  if (applicable.length === 0) return 'not_applicable';
  if (applicable.every((outcome) => outcome === 'met')) return 'met';
  if (applicable.some((outcome) => outcome === 'met' || outcome === 'partly')) return 'partly';
  return applicable.some((outcome) => outcome === 'not_met') ? 'not_met' : 'unknown';
}

function outcomeOf(value: AnswerValue, mayLeave: boolean): Outcome {
  switch (value) {
    case 'yes':
      return 'met';
    case 'partly':
      return 'partly';
    case 'no':
      return 'not_met';
    case 'unknown':
      return 'unknown';
    case 'not_applicable':
      return mayLeave ? 'not_applicable' : 'unknown';
  }
}

function maximumOf(requirement: Requirement, outcome: Outcome): number {
  return requirement.kind === 'status' || outcome === 'not_applicable' || outcome === 'out_of_scope' ? 0 : requirement.weight;
}

function shareOf(outcome: Outcome): number {
  if (outcome === 'met') return 1;
  return outcome === 'partly' ? 0.5 : 0;
}
