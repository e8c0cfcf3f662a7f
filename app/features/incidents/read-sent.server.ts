import type { Actor } from '#app/domain/access/actor.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import { selfHelpFollowUp } from '#app/domain/case/timers.ts';
import type { StoredDeadline } from '#app/domain/deadlines/deadline-rows.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import type { FirstAidCard } from '#app/domain/triage/first-aid-card.ts';
import { firstAidCardFor } from '#app/domain/triage/kinds.ts';
import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';
import type { TriageReason } from '#app/domain/triage/triage.ts';
import { requireOwnCase } from './case-rights.ts';
import type { IncidentDeps } from './ports.ts';

/** What the company sees right after sending. */
export type SentReport = {
  readonly caseId: string;
  readonly reference: string;
  readonly state: CaseState;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly reasons: readonly TriageReason[];
  readonly facts: ReportFacts;
  readonly card: FirstAidCard | null;
  readonly callEmergencyServices: boolean;
  /** Until when a provider has taken the case or a person of the office has acted; for self-help when we ask how it went. */
  readonly promisedUntil: Date;
  readonly deadlines: readonly StoredDeadline[];
  readonly now: Date;
};

/** A sent report with what happens next. Drafts are refused with `wrong_state`. */
export function readSent(deps: IncidentDeps) {
  return async function (actor: Actor, caseId: string): Promise<Result<SentReport>> {
    const member = await requireOwnCase(deps, actor, caseId, 'case.read_facts');
    if (!member.ok) return member;
    const found = await deps.reads.findCase(caseId, member.value.organisationId);
    if (found === null) return err('not_found');
    if (found.reference === null || found.kind === null || found.severity === null || found.reportedAt === null) return err('wrong_state', { detail: found.state });
    const facts = JSON.parse(found.facts) as ReportFacts;
    const events = await deps.reads.events(caseId);
    const submitted = events.find((one) => one.event === 'submit');
    const promised = (JSON.parse(submitted?.data ?? '{}') as { promisedUntil?: string }).promisedUntil;
    const followUp = selfHelpFollowUp(found.reportedAt, deps.zone);
    const cardId = firstAidCardFor(found.kind);
    return ok({
      caseId,
      reference: found.reference,
      state: found.state,
      kind: found.kind,
      severity: found.severity,
      reasons: JSON.parse(found.reasons) as readonly TriageReason[],
      facts,
      card: cardId === null ? null : ((await deps.firstAidCards()).get(cardId) ?? null),
      callEmergencyServices: facts.peopleInDanger === 'yes',
      promisedUntil: found.state === 'self_help' || promised === undefined ? followUp : new Date(promised),
      deadlines: (await deps.reads.deadlines(caseId)).filter((one) => one.state === 'open' || one.state === 'possible'),
      now: deps.clock.now(),
    });
  };
}
