import { answerTo, countsAsNotApplicable } from './answers.ts';
import type { Answer, Answers } from './answers.ts';
import { evaluate } from './conditions.ts';
import type { AnswerSeen } from './conditions.ts';
import { questionsOf } from './questions.ts';
import type { AppliesWhen, Question } from './questions.ts';
import type { ChecklistVersion, CompanyFacts, FollowUp, Part, Requirement, ScoredRequirement } from './version.ts';
import type { AnswerBasis, AnswerValue } from './vocabulary.ts';

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
  /** What the outcome rests on; a follow-up that was not asked rests on the same knowledge as its parent's answer. */
  readonly basis: AnswerBasis | undefined;
};

/** How every requirement stands, in the order of asking. The one pass that all results rest on. */
export function standingsOf(version: ChecklistVersion, answers: Answers, facts: CompanyFacts): Standing[] {
  const questions = questionsOf(version);
  const seen: AnswerSeen[] = new Array<AnswerSeen>(questions.length).fill(null);
  const standings: Standing[] = [];
  const applies: Applies = (condition) => condition === null || condition((place) => seen[place] ?? null, facts) !== false;

  for (const question of questions) {
    const { requirement, topicId } = question;
    const answer = answerTo(answers, requirement.id);
    let notAsked = outOfScopeBecause(question, facts, applies);
    let outcome: Outcome;
    let basis = answer?.basis;
    if (notAsked !== null) {
      outcome = 'out_of_scope';
    } else if (requirement.kind === 'status') {
      outcome = statusOutcome(answer);
    } else {
      const parent = question.followsUp === null ? undefined : standings[question.followsUp.place];
      const inherited = parent === undefined ? null : inheritedOutcome(parent.outcome, question.followsUp?.from);
      outcome = inherited ?? scoredOutcome(requirement, question.parts, answer, applies);
      if (inherited !== null) {
        notAsked = 'follow_up';
        basis = parent?.basis;
      } else if (outcome === 'out_of_scope') notAsked = 'condition';
    }
    seen[standings.length] = answerSeenOf(outcome, answer);
    const maximum = outcome === 'not_applicable' || outcome === 'out_of_scope' ? 0 : question.weight;
    standings.push({ requirement, topicId, outcome, notAsked, points: shareOf(outcome) * maximum, maximum, basis });
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

type Applies = (condition: AppliesWhen) => boolean;

function outOfScopeBecause({ requirement, group, appliesWhen }: Question, facts: CompanyFacts, applies: Applies): NotAsked | null {
  if (facts.sizeClass !== null && !requirement.suits.includes(facts.sizeClass)) return 'size';
  if (!applies(group)) return 'group';
  return applies(appliesWhen) ? null : 'condition';
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
function inheritedOutcome(parent: Outcome, from: FollowUp['from'] | undefined): Outcome | null {
  if (parent === 'met') return null;
  if (parent === 'partly') return from === 'partly' ? null : 'not_met';
  return parent;
}

function scoredOutcome(requirement: ScoredRequirement, ownParts: Question['parts'], answer: Answer | null, applies: Applies): Outcome {
  const parts = ownParts?.filter(({ appliesWhen }) => applies(appliesWhen));
  // No part of it concerns this company: nothing is left to ask.
  if (parts?.length === 0) return 'out_of_scope';
  if (answer === null) return 'unanswered';
  const mayLeave = countsAsNotApplicable(requirement, answer);
  if (parts === undefined) return outcomeOf(answer.value, mayLeave);
  if (answer.parts === undefined) {
    // A yes for the whole says nothing about its parts.
    return answer.value === 'yes' || answer.value === 'partly' ? 'unknown' : outcomeOf(answer.value, mayLeave);
  }
  return outcomeOfParts(parts.map(({ part }) => partOutcome(answer, part, mayLeave)));
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

function shareOf(outcome: Outcome): number {
  if (outcome === 'met') return 1;
  return outcome === 'partly' ? 0.5 : 0;
}
