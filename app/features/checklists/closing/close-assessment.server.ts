import type { Actor } from '#app/domain/access/actor.ts';
import { defaultReminder, monthsAfter } from '#app/domain/checklist/reminder.ts';
import { freezeScope, scopeOf, stampOfScope } from '#app/domain/checklist/site-scope.ts';
import { answerShares } from '#app/domain/checklist/statement.ts';
import type { CloseStatement } from '#app/domain/checklist/statement.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { openOwnRun, statementRow, subjectOf } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

export type CloseAssessmentInput = {
  readonly assessmentId: string;
  /** `stampOf` the run as it stood on the page. */
  readonly seenAnswers: number;
  /** `stampOfScope` the sites as they stood on the page; left out where the company has one. */
  readonly seenSites?: string;
  /** What the person who closes is in the company, in their own words; stands in the statement. */
  readonly position: string;
};

/**
 * Freezes a run: no answer changes any more, and the company's facts are kept with it, and so is, sealed, the statement who answered in
 * which role and for which sites the answers hold. What is not answered counts as not met. Six months later the company is reminded, unless it says otherwise.
 * `conflict_of_versions` when an answer or a site was changed since the person checked them; `wrong_state` without any answer, or with
 * several sites and none chosen. A run
 * that is closed already stays as it is.
 */
export function closeAssessment(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: CloseAssessmentInput): Promise<Result<null>> {
    const own = await openOwnRun(deps, actor, 'assessment.close', keys, input.assessmentId);
    if (!own.ok) return own;
    const { member, run, at } = own.value;
    const { assessment, facts, records } = run;
    if (assessment.state === 'closed') return ok(null);
    if (records.size === 0) return err('wrong_state', { detail: 'no_answers' });

    const { userId, organisationId } = member;
    const people = await deps.directory.peopleOf(organisationId, [...new Set([userId, ...[...records.values()].map((record) => record.answeredBy)])]);
    const statement: Omit<CloseStatement, 'sites'> = {
      people: answerShares(records.values(), people),
      confirmedBy: { name: people.get(userId)?.name ?? '', position: input.position },
    };
    return deps.transact(async (tx) => {
      const key = await tx.keyGrants.openForWriting(keys, subjectOf(assessment));
      if (!key.ok) return key;
      const scope = scopeOf(await tx.sites.sitesOf(organisationId), assessment.siteIds);
      if (stampOfScope(scope) !== (input.seenSites ?? '')) return err('conflict_of_versions');
      if (scope.kind === 'undecided') return err('wrong_state', { detail: 'no_sites' });
      const complete: CloseStatement = { ...statement, sites: freezeScope(scope) };
      const sealedStatement = key.value.seal(statementRow(assessment.id), Buffer.from(JSON.stringify(complete), 'utf8'));
      const remindAt = monthsAfter(at, defaultReminder);
      const closing = { organisationId, assessmentId: assessment.id, facts, seenAnswers: input.seenAnswers, seenSitesRevision: assessment.sitesRevision, sealedStatement, remindAt, closedBy: userId, at };
      const outcome = await tx.assessments.close(closing);
      // Somebody else was quicker with the same wish.
      if (outcome === 'not_running') return ok(null);
      if (outcome === 'conflict') return err('conflict_of_versions');
      await tx.audit.append({
        event: 'assessment.closed',
        actor: { kind: 'user', userId },
        at,
        organisationId,
        object: { kind: 'assessment', id: assessment.id },
      });
      return ok(null);
    });
  };
}
