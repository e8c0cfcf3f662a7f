import type { Actor, Member } from '#app/domain/access/actor.ts';
import { hasSteppedUp } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/may.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { approvedFor } from '#app/domain/vetting/approved-for.ts';
import type { ApprovedFor } from '#app/domain/vetting/approved-for.ts';
import { tieBetween } from '#app/domain/vetting/conflicts.ts';
import type { Tie } from '#app/domain/vetting/conflicts.ts';
import { isCurrentSuspension } from './suspension.ts';
import type { ApprovalRow, ProviderDeps, ProviderProfile, Vetting, VettingDocument } from './ports.ts';
import { emptyItem, evidenceOf, itemsNeeded, itemsToDecide } from './vetting-content.ts';
import type { RequestedCapability } from './vetting-content.ts';
import type { ItemCode } from '#app/domain/vetting/items.ts';
import { applicantAmong, applicationAmong, requireOffice, reviewerOf, standingAmong, untiedReviewers } from './vetting-rights.ts';

export type Review = {
  readonly providerId: string;
  readonly name: string;
  readonly town: string;
  readonly district: string | null;
  readonly sizeClass: string | null;
  readonly isMember: boolean;
  readonly profile: ProviderProfile;
  readonly application: Vetting | null;
  readonly standing: Vetting | null;
  /** Of the application, withdrawn ones too; none for who may not see them. */
  readonly documents: readonly VettingDocument[];
  readonly history: readonly Pick<Vetting, 'id' | 'state' | 'createdAt' | 'decidedAt' | 'validUntil'>[];
  readonly approvals: readonly ApprovalRow[];
  readonly needed: readonly ItemCode[];
  /** What the accepted items carry, for each capability applied for. */
  readonly provable: readonly (RequestedCapability & { readonly outcome: ApprovedFor })[];
  readonly itemsAccepted: number;
  readonly itemsTotal: number;
  readonly names: ReadonlyMap<string, string>;
  readonly tie: Tie | null;
  /** A tie of the first reviewer has come up: somebody else must take the review over. */
  readonly reviewerATied: boolean;
  /** Names of the other reviewers who may act. */
  readonly standIns: readonly string[];
  readonly mayTakeOver: boolean;
  /** Reviewers without a tie see documents, others the states only. */
  readonly seesDocuments: boolean;
  readonly isReviewer: boolean;
  readonly isReviewerA: boolean;
  readonly maySuspend: boolean;
  readonly mayConfirmSuspension: boolean;
  readonly steppedUp: boolean;
};

/** One provider as the office reviews it. */
export function openReview(deps: ProviderDeps) {
  return async function (actor: Actor, providerId: string): Promise<Result<Review>> {
    const member = requireOffice(deps, actor, 'vetting.list');
    if (!member.ok) return member;
    const [profile, organisation, vettings, approvals] = await Promise.all([
      deps.providers.profile(providerId),
      deps.directory.organisation(providerId),
      deps.vettings.ofProvider(providerId),
      deps.vettings.approvals(providerId),
    ]);
    if (profile === null || organisation === null) return err('not_found');
    const { userId } = member.value;
    const applicant = applicantAmong(providerId, vettings);
    const [tie, untied] = await Promise.all([reviewerOf(deps, userId).then((reviewer) => tieBetween(reviewer, applicant)), untiedReviewers(deps, applicant)]);
    const seesDocuments = may(actor, 'vetting.read_documents', 'office') && tie === null;
    const shown = seesDocuments ? vettings : vettings.map(withoutDocuments);
    const application = applicationAmong(shown);
    const standing = standingAmong(shown);
    const now = deps.clock.now();
    const today = localDate(now, deps.zone);
    const evidence = evidenceOf(applicationAmong(vettings)?.items ?? []);
    const judged = application === null ? [] : itemsToDecide(application.items, application.requested);
    const names = await deps.directory.personNames([...peopleIn(shown), ...untied]);
    const isReviewer = may(actor, 'vetting.review', 'office');
    const reviewerATied = typeof application?.reviewerA === 'string' && !untied.includes(application.reviewerA);
    return ok({
      providerId,
      ...organisation,
      profile,
      application,
      standing,
      documents: seesDocuments && application !== null ? await deps.documents.ofVetting(application.id) : [],
      history: shown.map(({ id, state, createdAt, decidedAt, validUntil }) => ({ id, state, createdAt, decidedAt, validUntil })),
      approvals,
      needed: itemsNeeded(application?.requested ?? [], false),
      provable: (application?.requested ?? []).map((one) => ({ ...one, outcome: approvedFor(evidence, one.capability, one.level, false, today) })),
      itemsAccepted: judged.filter((item) => item.state === 'accepted').length,
      itemsTotal: judged.length,
      names,
      tie,
      reviewerATied,
      standIns: untied.filter((id) => id !== userId).flatMap((id) => names.get(id) ?? []),
      mayTakeOver: isReviewer && tie === null && mayBeTakenOver(application, reviewerATied) && application?.reviewerA !== userId,
      seesDocuments,
      isReviewer,
      isReviewerA: application?.reviewerA === userId,
      maySuspend: may(actor, 'vetting.suspend', 'office'),
      mayConfirmSuspension: standing !== null && isCurrentSuspension(standing) && standing.suspension.by !== userId,
      steppedUp: hasSteppedUp(member.value satisfies Member, now),
    });
  };
}

function mayBeTakenOver(application: Vetting | null, reviewerATied: boolean): boolean {
  return application?.state === 'in_review' || (application?.state === 'ready_for_decision' && reviewerATied);
}

function withoutDocuments(vetting: Vetting): Vetting {
  return { ...vetting, verdict: null, items: vetting.items.map((item) => ({ ...item, content: emptyItem })) };
}

function peopleIn(vettings: readonly Vetting[]): readonly string[] {
  const ids = vettings.flatMap((one) => [one.reviewerA, one.reviewerB, one.suspension?.by, one.suspension?.confirmedBy, one.verdict?.by, ...one.items.map((item) => item.decidedBy)]);
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}
