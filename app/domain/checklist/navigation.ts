import type { Standing } from './standing.ts';
import type { Requirement } from './version.ts';

/** Where somebody is in a run. Counts include status questions: they are questions to the person who answers. */
export type Progress = {
  readonly answered: number;
  readonly total: number;
  readonly topics: readonly { readonly topicId: string; readonly answered: number; readonly total: number }[];
};

/** Questions that are to be asked, in order. A follow-up joins once its parent is answered well enough. */
export function askedQuestions(standings: readonly Standing[]): Requirement[] {
  return standings.filter((standing) => standing.notAsked === null).map((standing) => standing.requirement);
}

/** Questions without an answer, in order. */
export function openQuestions(standings: readonly Standing[]): Requirement[] {
  return standings.filter(isOpenQuestion).map((standing) => standing.requirement);
}

/**
 * The next open question after the given one, else the first open one of the run, else null: all is answered.
 * `afterId` null means from the start.
 */
export function nextOpenQuestion(standings: readonly Standing[], afterId: string | null): Requirement | null {
  const position = standings.findIndex((standing) => standing.requirement.id === afterId);
  const later = standings.slice(position + 1).find(isOpenQuestion);
  const found = later ?? standings.find((standing) => isOpenQuestion(standing) && standing.requirement.id !== afterId);
  return found?.requirement ?? null;
}

/** The questions before and after one in the order of asking, answered or not; null at the ends. */
export function neighbours(
  standings: readonly Standing[],
  id: string,
): { readonly previous: Requirement | null; readonly next: Requirement | null } {
  const position = standings.findIndex((standing) => standing.requirement.id === id);
  if (position < 0) return { previous: null, next: null };
  const asked = (standing: Standing): boolean => standing.notAsked === null;
  return {
    previous: standings.slice(0, position).reverse().find(asked)?.requirement ?? null,
    next: standings.slice(position + 1).find(asked)?.requirement ?? null,
  };
}

/** „Frage 6 von 24“: the place of a question among those to be asked, from 1; null when it is not asked. */
export function questionNumber(standings: readonly Standing[], id: string): { readonly number: number; readonly of: number } | null {
  const asked = askedQuestions(standings);
  const index = asked.findIndex((requirement) => requirement.id === id);
  return index < 0 ? null : { number: index + 1, of: asked.length };
}

/** How far the run is, in all and per topic, in the order of asking. Topics of which nothing is asked are left out. */
export function progressOf(standings: readonly Standing[]): Progress {
  const topics = new Map<string, { topicId: string; answered: number; total: number }>();
  let answered = 0;
  let total = 0;
  for (const standing of standings) {
    if (standing.notAsked !== null) continue;
    const topic = topics.get(standing.topicId) ?? { topicId: standing.topicId, answered: 0, total: 0 };
    topics.set(standing.topicId, topic);
    const done = standing.outcome === 'unanswered' ? 0 : 1;
    topic.answered += done;
    topic.total += 1;
    answered += done;
    total += 1;
  }
  return { answered, total, topics: [...topics.values()] };
}

function isOpenQuestion(standing: Standing): boolean {
  return standing.notAsked === null && standing.outcome === 'unanswered';
}
