import type { Actor } from '#app/domain/access/actor.ts';
import { checkAnswer } from '#app/domain/checklist/answers.ts';
import type { Answer, AnswerSource } from '#app/domain/checklist/answers.ts';
import { findRequirement } from '#app/domain/checklist/version.ts';
import type { Requirement } from '#app/domain/checklist/version.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';
import { handOverIn, openHandOvers, sentAnswersOf } from './open-hand-overs.server.ts';
import type { HandOver } from './open-hand-overs.server.ts';
import { answerRow, plainContent, requireOwn, subjectOf } from '../runs/open-run.server.ts';
import type { AnswerRecord, OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

/** One answer from outside beside what is there. */
export type ComparedAnswer = {
  readonly requirement: Requirement;
  /** As it would be stored. */
  readonly offered: Answer;
  readonly present: AnswerRecord | null;
  /** Of what is stored at the question; 0 without anything. */
  readonly revision: number;
  /** This very answer has been taken over already. */
  readonly isTaken: boolean;
};

export type ReceivedAnswers = { readonly source: AnswerSource; readonly sentAt: Date; readonly answers: readonly ComparedAnswer[] };

/** The answers of an outsider in the order of the questions; null before they are sent. What the run does not ask is left out. */
export async function receivedAnswers(keys: KeyRing, run: OpenRun, handOver: HandOver): Promise<Result<ReceivedAnswers | null>> {
  const sent = await sentAnswersOf(keys, handOver);
  if (!sent.ok) return sent;
  if (sent.value === null || handOver.row.sent === null) return ok(null);
  const { source, answers } = sent.value;
  const sentAt = handOver.row.sent.at;
  const asked = run.standings.filter((one) => one.topicId === handOver.topicId && one.notAsked === null);
  const compared = asked.flatMap(({ requirement }): ComparedAnswer[] => {
    const given = Object.hasOwn(answers, requirement.id) ? answers[requirement.id] : undefined;
    if (given === undefined) return [];
    const offered: Answer = { ...given, basis: 'provider_said', source: { ...source, at: sentAt.toISOString() } };
    const present = run.records.get(requirement.id) ?? null;
    return [{ requirement, offered, present, revision: run.revisions.get(requirement.id) ?? 0, isTaken: present !== null && sameText(present.answer, offered) }];
  });
  return ok({ source, sentAt, answers: compared });
}

export type TakeAnswersInput = {
  readonly assessmentId: string;
  readonly handOverId: string;
  /** Requirement id -> the revision that stood on the page; 0 when nothing was stored. */
  readonly chosen: Readonly<Record<string, number>>;
};

/**
 * Takes chosen answers of an outsider over, all or none: with his name, the basis „Auskunft des Dienstleisters“ and the member who
 * takes them. `conflict_of_versions` when somebody has answered one of them since; `invalid_input` when nothing was chosen.
 */
export function takeAnswers(deps: ChecklistDeps) {
  const open = openHandOvers(deps);
  return async function (actor: Actor, keys: KeyRing, input: TakeAnswersInput): Promise<Result<{ readonly taken: number }>> {
    const at = deps.clock.now();
    const member = requireOwn(actor, 'assessment.answer', at);
    if (!member.ok) return member;
    const opened = await open(actor, keys, input.assessmentId);
    if (!opened.ok) return opened;
    const { run } = opened.value;
    const found = handOverIn(opened.value, input.handOverId);
    if (!found.ok) return found;
    const received = await receivedAnswers(keys, run, found.value);
    if (!received.ok) return received;
    if (received.value === null || run.assessment.state !== 'running') return err('wrong_state', { detail: run.assessment.state });
    const chosen = received.value.answers.filter(({ requirement, isTaken }) => !isTaken && Object.hasOwn(input.chosen, requirement.id));
    // All that was chosen stands there already: the same form a second time.
    if (chosen.length === 0) return Object.keys(input.chosen).length === 0 ? err('invalid_input') : ok({ taken: 0 });
    const { userId, organisationId } = member.value;

    return transactOrRefuse(deps.transact, async (tx): Promise<Result<{ readonly taken: number }>> => {
      const key = await tx.keyGrants.openForWriting(keys, subjectOf(run.assessment));
      if (!key.ok) return key;
      for (const { requirement, offered } of chosen) {
        const checked = checkAnswer(findRequirement(run.version, requirement.id) ?? requirement, offered);
        if (!checked.ok) return checked;
        const outcome = await tx.assessments.saveAnswer({
          organisationId,
          assessmentId: run.assessment.id,
          requirementId: requirement.id,
          sealedAnswer: key.value.seal(answerRow(run.assessment.id, requirement.id), plainContent({ answer: checked.value, unfinished: run.unfinished.get(requirement.id) ?? null })),
          seenRevision: input.chosen[requirement.id] ?? 0,
          answeredBy: userId,
          at,
        });
        if (outcome === 'conflict') return err('conflict_of_versions');
        if (outcome === 'not_running') return err('wrong_state', { detail: 'closed' });
      }
      await tx.audit.append({ event: 'assessment.answers_taken_over', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'hand_over', id: input.handOverId }, reason: `count:${chosen.length}` });
      return ok({ taken: chosen.length });
    });
  };
}

function sameText(stored: Answer, offered: Answer): boolean {
  return JSON.stringify(sorted(stored)) === JSON.stringify(sorted(offered));
}

function sorted(answer: Answer): unknown {
  const { value, parts, basis, reason, note, source } = answer;
  return [value, Object.entries(parts ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)), basis ?? '', reason ?? '', note ?? '', source?.name ?? '', source?.role ?? ''];
}
