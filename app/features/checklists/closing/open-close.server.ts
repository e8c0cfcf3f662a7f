import type { Actor } from '#app/domain/access/actor.ts';
import type { MemberRole } from '#app/domain/access/roles.ts';
import { answerShares } from '#app/domain/checklist/statement.ts';
import type { AnswerShare } from '#app/domain/checklist/statement.ts';
import type { Site } from '#app/domain/organisation/sites.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { openAssessment } from '../runs/open-assessment.server.ts';
import type { OpenAssessment } from '../runs/open-assessment.server.ts';
import type { ChecklistDeps } from '../ports.ts';

export type OpenClose = OpenAssessment & {
  /** What the statement of the close will say of the people. */
  readonly people: readonly AnswerShare[];
  /** Role of the person who would close. */
  readonly ownRole: MemberRole | null;
  /** Every site of the company. */
  readonly sites: readonly Site[];
};

/** A run with the statement that closing it would confirm. Refusals as in `openAssessment`. */
export function openClose(deps: ChecklistDeps) {
  const open = openAssessment(deps);
  return async function (actor: Actor, keys: KeyRing, assessmentId: string): Promise<Result<OpenClose>> {
    const opened = await open(actor, keys, assessmentId);
    if (!opened.ok) return opened;
    if (actor.kind !== 'member') return err('not_signed_in');
    const records = [...opened.value.run.records.values()];
    const ids = [...new Set([actor.userId, ...records.map((record) => record.answeredBy)])];
    const sites = await deps.sites.sitesOf(opened.value.run.assessment.organisationId);
    const people = await deps.directory.peopleOf(opened.value.run.assessment.organisationId, ids);
    return ok({ ...opened.value, people: answerShares(records, people), ownRole: people.get(actor.userId)?.role ?? null, sites });
  };
}
