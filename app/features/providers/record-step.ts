import type { AuditActor } from '#app/domain/audit/events.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { isDecided } from '#app/domain/vetting/statuses.ts';
import type { VettingStep } from '#app/domain/vetting/vetting-machine.ts';
import type { ProviderDeps, ProviderTx, Vetting, VettingChange } from './ports.ts';

/** Who hears of a step; read before the transaction. */
export type Listeners = { readonly leads: readonly string[]; readonly reviewers: readonly string[] };

export async function listenersOf(deps: ProviderDeps, providerId: string): Promise<Listeners> {
  const [leads, reviewers] = await Promise.all([deps.directory.leads(providerId), deps.directory.reviewers()]);
  return { leads, reviewers };
}

type Recorded = {
  readonly vetting: Vetting;
  readonly step: VettingStep;
  readonly change: VettingChange;
  readonly actor: AuditActor;
  readonly at: Date;
  readonly listeners: Listeners;
  /** Whether the provider's own standing follows; an application beside a running approval does not change it. */
  readonly isStanding: boolean;
};

/**
 * Stores one step of an approval: state, standing of the provider, log, mails, and what the step brings with it.
 * Refused with `conflict_of_versions` when somebody changed the application since it was read.
 */
export async function recordStep(tx: ProviderTx, recorded: Recorded): Promise<Result<null>> {
  const { vetting, step, change, actor, at } = recorded;
  const stored = await tx.vettings.change(vetting, { ...change, state: step.state }, at);
  if (!stored) return err('conflict_of_versions');
  const after = { ...vetting, ...change };
  if (recorded.isStanding) await tx.providers.setStanding(vetting.providerId, step.state, after.validUntil ?? null);
  await tx.audit.append({
    event: 'vetting.changed_state',
    actor,
    at,
    organisationId: vetting.providerId,
    object: { kind: 'vetting', id: vetting.id },
    reason: step.record.reason === null ? step.record.event : `${step.record.event}:${step.record.reason}`,
  });
  if (isDecided(step.state)) await eraseWithdrawn(tx, recorded);
  if (step.effects.includes('end_approvals')) await tx.vettings.endApprovals(vetting.providerId, at);
  if (step.effects.includes('revoke_open_offers')) await revokeOffers(tx, recorded);
  if (step.effects.includes('tell_running_companies')) await tellRunningCompanies(tx, recorded);
  await tell(tx, recorded, after);
  return ok(null);
}

/** Replaced versions of documents are kept until the decision, so that a reviewer sees what was exchanged. */
async function eraseWithdrawn(tx: ProviderTx, { vetting, actor, at }: Recorded): Promise<void> {
  for (const id of await tx.documents.eraseWithdrawn(vetting.id, at)) {
    await tx.audit.append({ event: 'vetting.document_erased', actor, at, organisationId: vetting.providerId, object: { kind: 'vetting_document', id } });
  }
}

async function revokeOffers(tx: ProviderTx, { vetting, actor, at, listeners }: Recorded): Promise<void> {
  for (const { offerId, caseId } of await tx.providers.revokeOpenOffers(vetting.providerId, 'vetting_lapsed', at)) {
    await tx.audit.append({ event: 'offer.revoked', actor, at, organisationId: vetting.providerId, object: { kind: 'offer', id: offerId }, reason: 'vetting_lapsed' });
    for (const userId of listeners.leads) {
      await tx.outbox.enqueue({ kind: 'offer_revoked', to: { userId }, data: { offerId, caseId }, dedupeKey: `offer_revoked:${offerId}:${userId}` });
    }
  }
}

async function tellRunningCompanies(tx: ProviderTx, { vetting, at }: Recorded): Promise<void> {
  for (const { caseId, reference, userIds } of await tx.providers.runningCompanies(vetting.providerId)) {
    for (const userId of userIds) {
      await tx.outbox.enqueue({
        kind: 'case_state_changed',
        to: { userId },
        data: { caseId, reference },
        dedupeKey: `provider_suspended:${caseId}:${at.getTime()}:${userId}`,
      });
    }
  }
}

async function tell(tx: ProviderTx, { step, at, listeners }: Recorded, after: Vetting): Promise<void> {
  for (const notice of step.notices) {
    const receivers = receiversOf(notice.to, after, listeners);
    const path = notice.to === 'provider' ? '/partner/zulassung' : `/buero/dienstleister/${after.providerId}`;
    for (const userId of receivers) {
      await tx.outbox.enqueue({
        kind: notice.kind,
        to: { userId },
        data: { path, ...(after.dueAt ? { until: after.dueAt.toISOString() } : {}) },
        dedupeKey: `${notice.kind}:${after.id}:${step.record.event}:${at.getTime()}:${userId}`,
      });
    }
  }
}

function receiversOf(to: VettingStep['notices'][number]['to'], vetting: Vetting, { leads, reviewers }: Listeners): readonly string[] {
  switch (to) {
    case 'provider':
      return leads;
    case 'office':
      return reviewers;
    case 'reviewer_a':
      return vetting.reviewerA === null ? reviewers : [vetting.reviewerA];
    case 'reviewer_b':
      return reviewers.filter((userId) => userId !== vetting.reviewerA);
    case 'running_companies':
      return [];
  }
}
