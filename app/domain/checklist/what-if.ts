import type { Answer, Answers } from './answers.ts';
import type { Run } from './comparison.ts';
import { resultOf } from './result.ts';
import type { ChecklistResult } from './result.ts';
import { findRequirement } from './version.ts';
import type { ScoredRequirement } from './version.ts';

/** A run as it stands, and as it would stand with some measures done. */
export type WhatIf = {
  readonly today: ChecklistResult;
  readonly then: ChecklistResult;
  /** Measures that bring nothing yet: they follow up on another one that is neither met nor among those done. */
  readonly waiting: readonly string[];
};

/**
 * The result that would come if these requirements were met in full. Ids of no control of the version are passed over. More measures
 * done never lower the result, and their order does not matter.
 */
export function whatIf({ version, answers, facts }: Run, done: ReadonlySet<string>): WhatIf {
  const today = resultOf(version, answers, facts);
  const met: Record<string, Answer> = {};
  for (const { requirement, outcome } of today.standings) {
    if (requirement.kind === 'control' && done.has(requirement.id) && outcome !== 'not_applicable' && outcome !== 'out_of_scope') met[requirement.id] = fullYes(requirement);
  }
  const after: Answers = { ...answers, ...met };
  const then = resultOf(version, after, facts);
  const waiting = then.standings.filter(({ requirement, outcome }) => requirement.id in met && outcome !== 'met').map(({ requirement }) => requirement.id);
  return { today, then, waiting };
}

/** The measure that another one waits for; null when it waits for none. */
export function waitsFor(version: Run['version'], id: string): string | null {
  const requirement = findRequirement(version, id);
  return requirement?.kind === 'control' ? (requirement.followUpOf?.control ?? null) : null;
}

function fullYes(requirement: ScoredRequirement): Answer {
  if (requirement.parts === undefined) return { value: 'yes' };
  return { value: 'yes', parts: Object.fromEntries(requirement.parts.map((part) => [part.id, 'yes' as const])) };
}
