import type { AuditActor } from '#app/domain/audit/events.ts';
import type { CaseFired } from '#app/domain/case/case-machine.ts';
import type { NoticeKind } from '#app/domain/notices/notice.ts';
import type { Result } from '#app/domain/result.ts';
import type { CaseMove, MovedCase } from '../case-moves.ts';
import { enqueueCaseNotice } from '../case-notices.ts';
import type { MatchingDeps, MatchingTx, OfferAudit, RoutingFile } from './ports.ts';

/** What every step of routing needs to write its change, its log entry and its mails. */
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

/** Fires an event of the case through its one writer; the act's own file stays as it was read. */
export function fireOnCase(act: Act, fired: CaseFired, more: Pick<CaseMove, 'context' | 'winner' | 'until' | 'outcome'>): Promise<Result<MovedCase>> {
  const { tx, file, now, actor, organisationId } = act;
  return tx.advance({ caseId: file.id, fired, actor, organisationId: organisationId ?? null, at: now, ...more });
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

/** Mails to a provider's people about one offer. The path leads to the sign-in; nothing can be accepted by opening it. */
export async function tellProvider(act: Act, kind: NoticeKind, offer: { id: string; providerId: string }, options: TellOptions): Promise<void> {
  const people = await act.tx.people.ofProvider(offer.providerId, false);
  await send(act, kind, people, act.deps.links.providerOffer(offer.id), options, offer.id);
}

/** Mails to a provider's people about the case it leads. */
export async function tellLeader(act: Act, kind: NoticeKind, providerId: string, adminsOnly: boolean, options: TellOptions): Promise<void> {
  await send(act, kind, await act.tx.people.ofProvider(providerId, adminsOnly), act.deps.links.providerCase(act.file.id), options);
}

/** Mails to named people of the office. */
export async function tellOfficers(act: Act, kind: NoticeKind, people: readonly string[], options: TellOptions): Promise<void> {
  await send(act, kind, people, act.deps.links.officeCase(act.file.id), options);
}

function send({ tx, file }: Act, kind: NoticeKind, people: readonly string[], path: string, { until, once }: TellOptions, offerId?: string): Promise<void> {
  return enqueueCaseNotice(tx.outbox, people, { kind, caseId: file.id, reference: file.reference, path, until: until ?? null, turn: once, ...(offerId === undefined ? {} : { offerId }) });
}
