/**
 * What is given up, in this order, when no provider passes. Each step stays in force for the next; the first step after which
 * somebody passes ends it, and all steps tried are stored. After the last step the duty officer decides.
 */
export const relaxationOrder = ['area', 'language', 'response_class', 'wanted_skill'] as const;
export type RelaxationStep = (typeof relaxationOrder)[number];

/** What a step means for the company, told to it in words from content. */
export type RelaxationEffect =
  | 'longer_way_or_remote'
  | 'other_language'
  | 'slower_reaction'
  | 'skill_may_be_missing';

export const relaxationEffects: Readonly<Record<RelaxationStep, RelaxationEffect>> = {
  area: 'longer_way_or_remote',
  language: 'other_language',
  response_class: 'slower_reaction',
  wanted_skill: 'skill_may_be_missing',
};

/** Log entry of a step: how many providers passed once it was in force. */
export type RelaxationTried = {
  readonly step: RelaxationStep;
  readonly effect: RelaxationEffect;
  readonly eligibleAfter: number;
};

/**
 * Walks the order until `countEligible` (given the steps in force) is above zero. Empty when nothing has to be given up.
 */
export function relaxUntilSomebodyPasses(countEligible: (inForce: readonly RelaxationStep[]) => number): RelaxationTried[] {
  if (countEligible([]) > 0) return [];
  const tried: RelaxationTried[] = [];
  for (const [index, step] of relaxationOrder.entries()) {
    const eligibleAfter = countEligible(relaxationOrder.slice(0, index + 1));
    tried.push({ step, effect: relaxationEffects[step], eligibleAfter });
    if (eligibleAfter > 0) break;
  }
  return tried;
}
