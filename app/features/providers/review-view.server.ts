import type { VettingState } from '#app/domain/vetting/statuses.ts';
import { vettingEventsFor } from '#app/domain/vetting/vetting-machine.ts';
import type { Review } from './open-review.server.ts';
import { documentsFor } from './document-view.ts';
import type { DocumentView } from './document-view.ts';
import type { ItemInReview } from './vetting-content.ts';

export type ReviewedItem = ItemInReview & { readonly documents: readonly DocumentView[] };

export type ReviewView = ReturnType<typeof reviewView>;

/** A review as plain JSON. */
export function reviewView(review: Review) {
  const { application, standing, names } = review;
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? '') : null);
  return {
    providerId: review.providerId,
    name: review.name,
    town: review.town,
    sizeClass: review.sizeClass,
    isMember: review.isMember,
    districts: review.profile.districts,
    channelTestOn: review.profile.channelTestOn,
    application:
      application === null
        ? null
        : {
            state: application.state,
            submittedAt: application.submittedAt?.toISOString() ?? null,
            requested: application.requested,
            items: application.items.map(({ code, state, validUntil, content }): ReviewedItem => ({ code, state, validUntil, content, documents: documentsFor(review.documents, code) })),
            reviewerA: nameOf(application.reviewerA),
            givenBack: application.verdict?.verdict === 'disagree' ? { words: application.verdict.words, by: nameOf(application.verdict.by), at: application.verdict.at } : null,
          },
    standing: standing === null ? null : { state: standing.state as VettingState, validUntil: standing.validUntil, conditions: standing.conditions, suspension: standing.suspension === null ? null : { ...standing.suspension, byName: nameOf(standing.suspension.by) }, maySuspend: vettingEventsFor(standing.state, 'office').includes('suspend') },
    approvals: review.approvals,
    needed: review.needed,
    provable: review.provable.map(({ capability, level, outcome }) => ({ capability, level, until: outcome.approved ? outcome.until : null })),
    itemsAccepted: review.itemsAccepted,
    itemsTotal: review.itemsTotal,
    tie: review.tie,
    reviewerATied: review.reviewerATied,
    standIns: review.standIns,
    mayTakeOver: review.mayTakeOver,
    seesDocuments: review.seesDocuments,
    isReviewer: review.isReviewer,
    isReviewerA: review.isReviewerA,
    maySuspend: review.maySuspend,
    mayConfirmSuspension: review.mayConfirmSuspension,
    steppedUp: review.steppedUp,
  };
}
