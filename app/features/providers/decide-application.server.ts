import type { Actor } from '#app/domain/access/actor.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { approvedFor } from '#app/domain/vetting/approved-for.ts';
import type { VettingState } from '#app/domain/vetting/statuses.ts';
import { step } from '#app/domain/vetting/vetting-machine.ts';
import type { ApprovalRow, ProviderDeps, VettingChange } from './ports.ts';
import { listenersOf, recordStep } from './record-step.ts';
import { evidenceOf } from './vetting-content.ts';
import type { ApprovalCondition, RequestedCapability } from './vetting-content.ts';
import { applicantOf, applicationAmong, requireOffice, reviewerOf, standingAmong } from './vetting-rights.ts';

export type ApplicationDecision = {
  readonly verdict: 'approve' | 'approve_with_conditions' | 'reject' | 'disagree';
  /** What of the requested is granted; a lower level than requested is possible. */
  readonly granted: readonly RequestedCapability[];
  readonly conditions: readonly ApprovalCondition[];
  /** A code of `rejectionReasons`, for `reject` only. */
  readonly reason: string | null;
  /** Why: needed to disagree, where reviewer A reads it; with a rejection the provider does. */
  readonly words: string;
};

/** Characters. */
const MAXIMUM_WORDS = 4000;

/**
 * Reviewer B decides, for each capability and level. Needs another person than reviewer A, untied, with the second factor given
 * again. Who disagrees says why. Refused with `invalid_input` where something is granted that the accepted proofs do not carry, with `wrong_state` (detail
 * `standing_stopped`) while the provider is suspended.
 */
export function decideApplication(deps: ProviderDeps) {
  return async function (actor: Actor, providerId: string, decision: ApplicationDecision): Promise<Result<null>> {
    const member = requireOffice(deps, actor, 'vetting.decide');
    if (!member.ok) return member;
    const all = await deps.vettings.ofProvider(providerId);
    const vetting = applicationAmong(all);
    if (vetting === null) return err('not_found');
    const faults = faultsOf(decision);
    if (faults !== null) return err('invalid_input', { fields: faults });
    const at = deps.clock.now();
    const today = localDate(at, deps.zone);
    const approving = decision.verdict === 'approve' || decision.verdict === 'approve_with_conditions';
    const evidence = evidenceOf(vetting.items);
    const approvals = decision.granted.map((one) => ({ ...one, outcome: approvedFor(evidence, one.capability, one.level, false, today) }));
    const stepped = step(
      vetting.state,
      { name: decision.verdict, by: 'reviewer', ...(decision.verdict === 'reject' && decision.reason !== null ? { reason: decision.reason } : {}) },
      {
        now: at,
        actor: await reviewerOf(deps, member.value.userId),
        applicant: applicantOf(vetting),
        reviewerA: vetting.reviewerA,
        ...(vetting.reviewerA === null ? {} : { firstReviewer: await reviewerOf(deps, vetting.reviewerA) }),
        secondFactor: true,
        // Reviewer A took the application in a session with both factors: the machine asks for it there.
        firstSecondFactor: vetting.reviewerA !== null,
        capabilitiesDecided: approvals.length > 0,
        hasConditions: decision.conditions.length > 0,
        reasonStored: decision.words !== '',
      },
    );
    if (!stepped.ok) return stepped;
    if (approving && approvals.some((one) => !mayGrant(one, vetting.requested))) return err('invalid_input', { fields: { granted: ['notProven'] } });

    const rows = approving ? approvals.flatMap((one) => (one.outcome.approved ? [{ capability: one.capability, level: one.level, validUntil: one.outcome.until }] : [])) : [];
    const change = changeOf(decision, member.value.userId, rows, at);
    const standing = standingAmong(all);
    if (approving && standing !== null && stoppedStates.includes(standing.state)) return err('wrong_state', { detail: 'standing_stopped' });
    const listeners = await listenersOf(deps, providerId);
    return deps.transact(async (tx) => {
      // A suspension that came in meanwhile wins.
      if (approving && standing !== null && !(await tx.vettings.hold(standing, [standing.state]))) return err('conflict_of_versions');
      const stored = await recordStep(tx, {
        vetting,
        step: approving && standing?.state === 'paused' ? { ...stepped.value, state: 'paused' } : stepped.value,
        change,
        actor: { kind: 'user', userId: member.value.userId },
        at,
        listeners,
        isStanding: approving || standing === null,
      });
      if (stored.ok && stepped.value.effects.includes('store_approvals')) await tx.vettings.storeApprovals(vetting, rows, at);
      return stored;
    });
  };
}

/** A new approval lifts neither; a pause goes on behind it until the provider ends it. */
const stoppedStates: readonly VettingState[] = ['suspended', 'revoked'];

function faultsOf({ verdict, reason, words }: ApplicationDecision): Record<string, string[]> | null {
  if (words.length > MAXIMUM_WORDS) return { words: ['textTooLong'] };
  if (verdict === 'disagree' && words === '') return { words: ['wordsRequired'] };
  return verdict === 'reject' && reason === null ? { reason: ['choose'] } : null;
}

function mayGrant(one: RequestedCapability & { outcome: { approved: boolean } }, requested: readonly RequestedCapability[]): boolean {
  return one.outcome.approved && requested.some((each) => each.capability === one.capability && each.level >= one.level);
}

function changeOf(decision: ApplicationDecision, reviewerB: string, rows: readonly ApprovalRow[], at: Date): VettingChange {
  const { verdict, reason, words } = decision;
  if (verdict === 'disagree') return { verdict: { verdict, reason: null, words, by: reviewerB, at: at.toISOString() } };
  if (verdict === 'reject') return { reviewerB, decidedAt: at, verdict: { verdict, reason, words, by: reviewerB, at: at.toISOString() } };
  // The approval as a whole runs as long as its longest part; each part ends by itself.
  const validUntil = rows.map((row) => row.validUntil).sort().at(-1) ?? null;
  return { reviewerB, decidedAt: at, validUntil, verdict: null, conditions: verdict === 'approve_with_conditions' ? decision.conditions : [] };
}
