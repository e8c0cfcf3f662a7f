import type { AuditActor } from '#app/domain/audit/events.ts';
import type { Audience } from '#app/domain/case/parties.ts';
import type { CaseStep } from '#app/domain/case/case-machine.ts';
import type { NoticeKind } from '#app/domain/notices/notice.ts';
import type { MatchingDeps, MatchingTx, OfferAudit, RoutingFile } from './ports.ts';

/** What every step of routing writes beside its change: the event, the log entry, the mails. */
export type Act = {
  readonly deps: MatchingDeps;
  readonly tx: MatchingTx;
  readonly file: RoutingFile;
  readonly now: Date;
  readonly actor: AuditActor;
  /** The organisation the actor acts for. */
  readonly organisationId?: string;
};

/** The worker's hand. */
export const bySystem: AuditActor = { kind: 'system' };

/** State, event, log entry and mails of one step of a case. */
export async function recordCaseStep(act: Act, step: CaseStep, until: Date | null): Promise<void> {
  const { tx, file, now, actor } = act;
  const { record } = step;
  await tx.store.addEvent(file.id, {
    event: record.event,
    from: record.from,
    to: record.to,
    by: record.by,
    userId: actor.kind === 'user' ? actor.userId : null,
    organisationId: act.organisationId ?? null,
    reason: record.reason,
    data: until === null ? {} : { until: until.toISOString() },
    at: now,
  });
  await tx.audit.append({
    event: 'case.changed_state',
    actor,
    at: now,
    organisationId: file.organisationId,
    object: { kind: 'case', id: file.id },
    reason: record.reason ?? record.event,
  });
  for (const notice of step.notices) {
    if (notice.to === 'provider' || notice.to === 'provider_admin') continue;
    await tell(act, notice.kind, notice.to, { until, once: `${record.event}:${now.toISOString()}` });
  }
}

export async function recordOffer(act: Act, event: OfferAudit, offer: { id: string; providerId: string }, reason: string | null): Promise<void> {
  await act.tx.audit.append({
    event,
    actor: act.actor,
    at: act.now,
    organisationId: offer.providerId,
    object: { kind: 'offer', id: offer.id },
    reason,
  });
}

type TellOptions = {
  /** Until when the receiver has to act. */
  readonly until?: Date | null;
  /** Makes the notice one of its kind: repeated with the same text it is sent once. */
  readonly once: string;
};

/** Mails to the people of an audience of the case: references and times only. */
export async function tell(act: Act, kind: NoticeKind, to: Audience, options: TellOptions): Promise<void> {
  const { deps, file } = act;
  const path = to === 'company' ? deps.links.companyCase(file.id) : deps.links.officeCase(file.id);
  await send(act, kind, await receivers(act, to), { path }, options);
}

/** Mails to a provider's people about one offer. The path leads to the sign-in; nothing can be accepted by opening it. */
export async function tellProvider(act: Act, kind: NoticeKind, offer: { id: string; providerId: string }, options: TellOptions): Promise<void> {
  const people = await act.tx.people.ofProvider(offer.providerId, false);
  await send(act, kind, people, { offerId: offer.id, path: act.deps.links.providerOffer(offer.id) }, options);
}

/** Mails to a provider's people about the case it leads. */
export async function tellLeader(act: Act, kind: NoticeKind, providerId: string, adminsOnly: boolean, options: TellOptions): Promise<void> {
  const people = await act.tx.people.ofProvider(providerId, adminsOnly);
  await send(act, kind, people, { path: act.deps.links.providerCase(act.file.id) }, options);
}

/** Mails to named people of the office. */
export async function tellOfficers(act: Act, kind: NoticeKind, people: readonly string[], options: TellOptions): Promise<void> {
  await send(act, kind, people, { path: act.deps.links.officeCase(act.file.id) }, options);
}

async function send(act: Act, kind: NoticeKind, people: readonly string[], data: Record<string, string>, { until, once }: TellOptions): Promise<void> {
  const { file, tx } = act;
  for (const userId of people) {
    await tx.outbox.enqueue({
      kind,
      to: { userId },
      data: { caseId: file.id, reference: file.reference, ...(until ? { until: until.toISOString() } : {}), ...data },
      dedupeKey: `${kind}:${file.id}:${userId}:${once}`,
    });
  }
}

async function receivers({ tx, file, now }: Act, to: Audience): Promise<readonly string[]> {
  switch (to) {
    case 'company':
      return tx.people.ofCase(file.id, file.organisationId);
    case 'office':
      return tx.people.withOfficeRole('office.coordinator');
    case 'duty':
      return tx.people.onDuty(now);
    default:
      return [];
  }
}
