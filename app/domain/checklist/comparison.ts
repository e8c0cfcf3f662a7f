import type { Answers } from './answers.ts';
import { resultOf } from './result.ts';
import type { ChecklistResult, Score } from './result.ts';
import type { Outcome, Standing } from './standing.ts';
import type { ChecklistVersion, CompanyFacts, Requirement } from './version.ts';

/** One run with everything it rests on: the frozen wording, the answers, what was known of the company then. */
export type Run = { readonly version: ChecklistVersion; readonly answers: Answers; readonly facts: CompanyFacts };

/**
 * `better` and `worse` are said only where the same words were asked. `not_comparable`: at least one run does not judge it
 * (not applicable, out of scope or not answered).
 */
export type Change = 'better' | 'worse' | 'same' | 'new' | 'gone' | 'question_changed' | 'not_comparable';

export type RequirementChange = {
  readonly requirementId: string;
  readonly change: Change;
  readonly earlier: Standing | null;
  readonly later: Standing | null;
};

export type Comparison = {
  readonly earlier: ChecklistResult;
  readonly later: ChecklistResult;
  readonly changes: readonly RequirementChange[];
  /** Topics of the later run beside the earlier one's score, null where it had no such topic. */
  readonly topics: readonly { readonly topicId: string; readonly earlier: Score | null; readonly later: Score }[];
};

/** Compares two runs of the same checklist, in the order of the later one; what is gone comes last. */
export function compareRuns(earlier: Run, later: Run): Comparison {
  const before = resultOf(earlier.version, earlier.answers, earlier.facts);
  const now = resultOf(later.version, later.answers, later.facts);
  const beforeById = new Map(before.standings.map((standing) => [standing.requirement.id, standing]));
  const nowIds = new Set(now.standings.map((standing) => standing.requirement.id));

  const changes: RequirementChange[] = [];
  for (const standing of now.standings) {
    if (standing.requirement.kind === 'status') continue;
    const old = beforeById.get(standing.requirement.id) ?? null;
    changes.push({ requirementId: standing.requirement.id, change: changeOf(old, standing), earlier: old, later: standing });
  }
  for (const old of before.standings) {
    if (old.requirement.kind === 'status' || nowIds.has(old.requirement.id)) continue;
    changes.push({ requirementId: old.requirement.id, change: 'gone', earlier: old, later: null });
  }

  const topicsBefore = new Map(before.topics.map((result) => [result.topic.id, result]));
  const topics = now.topics.map((result) => ({
    topicId: result.topic.id,
    earlier: topicsBefore.get(result.topic.id) ?? null,
    later: result,
  }));
  return { earlier: before, later: now, changes, topics };
}

/** How many requirements changed in which way, of those that at least one of the runs put to the company. */
export function countChanges({ changes }: Comparison): Readonly<Record<Change, number>> {
  const counts: Record<Change, number> = { better: 0, worse: 0, same: 0, new: 0, gone: 0, question_changed: 0, not_comparable: 0 };
  for (const change of changes) if (concernsCompany(change)) counts[change.change] += 1;
  return counts;
}

/** False for what was out of scope in both runs, or in the one that knows it. */
export function concernsCompany({ earlier, later }: RequirementChange): boolean {
  return [earlier, later].some((standing) => standing !== null && standing.outcome !== 'out_of_scope');
}

/** Whether two versions ask a requirement in the same words, in both languages, parts and answers included. */
export function asksTheSame(a: Requirement, b: Requirement): boolean {
  return wordingOf(a) === wordingOf(b);
}

const height: Readonly<Partial<Record<Outcome, number>>> = { met: 2, partly: 1, not_met: 0, unknown: 0 };

function changeOf(earlier: Standing | null, later: Standing): Change {
  if (earlier === null) return 'new';
  if (!asksTheSame(earlier.requirement, later.requirement)) return 'question_changed';
  const from = height[earlier.outcome];
  const to = height[later.outcome];
  if (from === undefined || to === undefined) return earlier.outcome === later.outcome ? 'same' : 'not_comparable';
  return to > from ? 'better' : to < from ? 'worse' : 'same';
}

function wordingOf(requirement: Requirement): string {
  const { question, hint } = requirement;
  if (requirement.kind === 'status') return JSON.stringify([question.de, question.en, hint?.de, hint?.en]);
  const texts = requirement.answerTexts;
  const answers = [texts?.yes, texts?.partly, texts?.no].map((text) => [text?.de, text?.en]);
  const parts = (requirement.parts ?? []).map((part) => [part.id, part.text.de, part.text.en]);
  return JSON.stringify([question.de, question.en, hint?.de, hint?.en, answers, parts]);
}
