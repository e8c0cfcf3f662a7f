import { evaluate, requirementsIn, sectorsIn } from './conditions.ts';
import type { AnswerSeen } from './conditions.ts';
import type { CompanyFacts, Condition, Requirement } from './version.ts';
import { sectorSections } from './vocabulary.ts';
import type { CompanyKind, SectorSection, SizeClass } from './vocabulary.ts';

/** The companies and questions among which a condition is tried. */
export type Reach = {
  readonly sizes: readonly SizeClass[];
  readonly kinds: readonly CompanyKind[];
  /** Requirement or status question by id, undefined where there is none. */
  readonly find: (id: string) => Requirement | undefined;
  /** The condition of a group, undefined where there is none. */
  readonly group: (id: string) => Condition | undefined;
};

const statusValues = ['yes', 'no', 'unknown'] as const;
/** More status questions than this in one condition are not tried out; such a condition counts as reachable. */
const mostQuestionsTried = 7;

/** Whether there is any company and any set of answers for which the condition holds for certain. */
export function canHold(condition: Condition, reach: Reach): boolean {
  return someWorld([condition], reach, (holds) => holds(condition));
}

/** Whether there is any company and any set of answers for which the requirement is asked. */
export function canBeAsked(requirement: Requirement, reach: Reach): boolean {
  const conditions = conditionsOf(requirement, reach);
  return someWorld(conditions, reach, (holds, facts) => inScope(requirement, facts, conditions, holds));
}

type Holds = (condition: Condition) => boolean;

function someWorld(
  conditions: readonly Condition[],
  reach: Reach,
  test: (holds: Holds, facts: CompanyFacts) => boolean,
): boolean {
  const questions = [...questionsBehind(conditions, reach)];
  if (questions.length > mostQuestionsTried) return true;
  const everyCondition = [...conditions, ...questions.flatMap((question) => conditionsOf(question, reach))];
  const named = new Set(everyCondition.flatMap(sectorsIn));
  const other = sectorSections.find((section) => !named.has(section));
  const sectors = sectorSections.filter((section) => named.has(section) || section === other);
  for (const facts of companies(reach, sectors)) {
    for (let world = 0; world < statusValues.length ** questions.length; world += 1) {
      const answered = new Map(questions.map((question, place) => [question.id, digit(world, place)]));
      const seeing = new Set<string>();
      const answerSeen = (id: string): AnswerSeen => {
        const question = reach.find(id);
        if (question === undefined || seeing.has(id)) return null;
        seeing.add(id);
        const scope = inScope(question, facts, conditionsOf(question, reach), holds);
        seeing.delete(id);
        return scope ? (answered.get(id) ?? null) : 'out_of_scope';
      };
      const holds: Holds = (condition) => evaluate(condition, answerSeen, facts) === true;
      if (test(holds, facts)) return true;
    }
  }
  return false;
}

function inScope(requirement: Requirement, facts: CompanyFacts, conditions: readonly Condition[], holds: Holds): boolean {
  return (facts.sizeClass === null || requirement.suits.includes(facts.sizeClass)) && conditions.every(holds);
}

function digit(world: number, place: number): (typeof statusValues)[number] {
  return statusValues[Math.floor(world / statusValues.length ** place) % statusValues.length] ?? 'unknown';
}

function conditionsOf(requirement: Requirement, reach: Reach): Condition[] {
  const group = requirement.group === undefined ? undefined : reach.group(requirement.group);
  return [requirement.appliesWhen, group].filter((condition) => condition !== undefined);
}

function questionsBehind(conditions: readonly Condition[], reach: Reach): Set<Requirement> {
  const found = new Set<Requirement>();
  const waiting = conditions.flatMap(requirementsIn);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const question = reach.find(id);
    if (question === undefined || found.has(question)) continue;
    found.add(question);
    waiting.push(...conditionsOf(question, reach).flatMap(requirementsIn));
  }
  return found;
}

function companies(reach: Reach, sectors: readonly SectorSection[]): CompanyFacts[] {
  return reach.sizes.flatMap((sizeClass) =>
    reach.kinds.flatMap((kind) => sectors.map((sector) => ({ sizeClass, kind, sector }))),
  );
}
