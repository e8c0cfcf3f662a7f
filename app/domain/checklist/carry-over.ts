import { checkAnswer, answerTo } from './answers.ts';
import type { Answer, Answers } from './answers.ts';
import { asksTheSame } from './comparison.ts';
import { findRequirement, requirementsOf } from './version.ts';
import type { ChecklistVersion, Part } from './version.ts';

/** An answer from another run that fits a requirement of this one. It is offered, never taken over unasked. */
export type OfferedAnswer = {
  readonly requirementId: string;
  readonly answer: Answer;
  readonly runId: string;
  /** ISO time at which that run's answer was given. */
  readonly answeredAt: string;
  /** The same words were asked; otherwise the person should read the question again. */
  readonly sameWording: boolean;
};

/** An earlier run as far as it matters here; `answeredAt` is per requirement id. */
export type EarlierRun = {
  readonly runId: string;
  readonly version: Pick<ChecklistVersion, 'topics'>;
  readonly answers: Answers;
  readonly answeredAt: Readonly<Record<string, string>>;
};

/**
 * For every requirement of a version the youngest earlier answer to the same control, from any checklist. Answers that this
 * version would not accept (a value not offered, parts that are gone) and plain `unknown` are not offered. `among`: only to these
 * requirements.
 */
export function offeredAnswers(version: ChecklistVersion, earlierRuns: readonly EarlierRun[], among?: ReadonlySet<string>): OfferedAnswer[] {
  const requirements = requirementsOf(version).filter(({ id }) => among === undefined || among.has(id));
  return requirements.flatMap((requirement) => {
    const candidates = earlierRuns.flatMap((run): OfferedAnswer[] => {
      const asked = findRequirement(run.version, requirement.id);
      const answer = answerTo(run.answers, requirement.id);
      const answeredAt = Object.hasOwn(run.answeredAt, requirement.id) ? run.answeredAt[requirement.id] : undefined;
      if (asked === null || asked.kind !== requirement.kind || answer === null || answeredAt === undefined) return [];
      if (answer.value === 'unknown' || !checkAnswer(requirement, answer).ok) return [];
      const { id: requirementId } = requirement;
      return [{ requirementId, answer, runId: run.runId, answeredAt, sameWording: asksTheSame(asked, requirement) }];
    });
    return candidates.sort((a, b) => (a.answeredAt < b.answeredAt ? 1 : -1)).slice(0, 1);
  });
}

/** Whether an offer may be confirmed as it stands: the same was asked, and every part that concerns the company today was answered. */
export function isUnchanged({ answer, sameWording }: OfferedAnswer, parts: readonly Part[]): boolean {
  const given = answer.parts;
  return sameWording && (given === undefined || parts.every(({ id }) => Object.hasOwn(given, id)));
}

/** ISO time at which an offered answer was given for the first time, however often it was confirmed since. */
export function firstGivenAt({ answer, answeredAt }: OfferedAnswer): string {
  return answer.firstAnsweredAt ?? answeredAt;
}

/** The answer that confirming an offer stores: its words, and when they were first given. Who confirms it answers for it, no longer a file. */
export function confirmedAnswer(offer: OfferedAnswer): Answer {
  const { imported: _file, ...answer } = offer.answer;
  return { ...answer, firstAnsweredAt: firstGivenAt(offer) };
}
