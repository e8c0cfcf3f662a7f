import type { Actor } from '#app/domain/access/actor.ts';
import { step } from '#app/domain/case/case-machine.ts';
import { consequencesOf, leadingAssignmentOf } from '#app/domain/case/consequences.ts';
import { offeringCaseStates } from '#app/domain/case/statuses.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import { firstContactDue } from '#app/domain/deadlines/service-windows.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { hindrancesToConfirming } from '#app/domain/routing/offer-stages.ts';
import { endTasks, storeConsequences } from './case-consequences.ts';
import { takeTurn } from './case-turn.ts';
import { filterContext } from './moment.ts';
import { requireOwnOffer } from './offer-rights.ts';
import { moveOffer, releaseCase, revokeLapsed } from './offers.ts';
import type { MatchingDeps, OfferRow } from './ports.ts';
import { recordCaseStep, recordOffer, tell, tellLeader } from './record.ts';
import type { Act } from './record.ts';
import { routingCaseFrom } from './tried.ts';

export type Confirmation = { readonly caseId: string; readonly firstContactDue: string; readonly released: boolean };

/**
 * The provider that holds the case has seen the name and has no conflict: it leads the case from now on. One transaction: case,
 * assignment, the other offers, the key that waited for this release, log, mails. Refused with `already_taken` when the
 * reservation has gone to somebody else, `not_eligible` when the provider was suspended meanwhile.
 */
export function confirmOffer(deps: MatchingDeps) {
  return async function (actor: Actor, offerId: string): Promise<Result<Confirmation>> {
    const own = await requireOwnOffer(deps, actor, offerId, 'offer.read_brief');
    if (!own.ok) return own;
    const { member, summary } = own.value;
    if (summary.offer.state === 'confirmed') return alreadyConfirmed(deps, summary.offer);
    return takeTurn(deps, member, summary.offer.caseId, offeringCaseStates, err('already_taken'), (act) => confirm(act, offerId));
  };
}

async function alreadyConfirmed(deps: MatchingDeps, offer: OfferRow): Promise<Result<Confirmation>> {
  const file = await deps.reads.file(offer.caseId);
  const assignment = file?.assignments.find((one) => one.offerId === offer.id);
  if (!assignment) return err('already_taken');
  return ok({ caseId: offer.caseId, firstContactDue: (assignment.firstContactDue ?? assignment.createdAt).toISOString(), released: false });
}

async function confirm(act: Act, offerId: string): Promise<Result<Confirmation>> {
  const { deps, tx, file, now } = act;
  const offer = file.offers.find((one) => one.id === offerId);
  if (offer === undefined) return err('not_found');
  if (offer.state !== 'accepted' || file.reservedOfferId !== offer.id) return err('already_taken');
  if (!(await mayConfirm(act, offer))) {
    await revokeLapsed(act, offer);
    await releaseCase(act, offer);
    return err('not_eligible');
  }

  const context = { now, severity: file.severity, offerHoldsCase: true, leadingAssignment: leadingAssignmentOf(file)?.state ?? null };
  const assigned = step(file.state, { name: 'assign', by: 'provider' }, context);
  if (!assigned.ok) return assigned;
  const followed = consequencesOf(assigned.value, file, context, { providerId: offer.providerId, offerId: offer.id });
  if (!followed.ok || followed.value.newAssignment === null) return err('wrong_state');
  const taken = await tx.store.changeCase(file.id, offer.id, { state: assigned.value.state, reservedOfferId: null, currentWave: 0 }, now);
  const moved = await moveOffer(act, offer, { name: 'confirm', by: 'provider' }, { holdsCase: true, notSuspended: true }, { decidedAt: now, confirmBy: null });
  if (!taken || !moved) throw new Error('the case is locked by this step');

  await storeConsequences(act, followed.value, offer.id);
  const due = firstContactDue(file.severity, now, deps.serviceClock(now));
  const assignmentId = deps.random.id();
  await tx.store.addAssignment(file.id, { id: assignmentId, ...followed.value.newAssignment, createdAt: now, firstContactDue: due.dueAt });
  await tx.store.endWaves(file.id, file.waves.filter((wave) => wave.endedAt === null).map((wave) => wave.id), now);
  await endTasks(act, 'assigned');
  const released = await tx.keyGrants.lift({ kind: 'case', id: file.id, organisationId: file.organisationId }, offer.providerId, now);
  await writeDown(act, offer, assignmentId, released, due.dueAt);
  await recordCaseStep(act, assigned.value, due.dueAt);
  return ok({ caseId: file.id, firstContactDue: due.dueAt.toISOString(), released });
}

/** An acceptance before midnight may be confirmed after it; a suspension that came in between counts at once. */
async function mayConfirm({ deps, tx, file, now }: Act, offer: OfferRow): Promise<boolean> {
  const [provider] = await tx.store.pool(now, [offer.providerId]);
  if (provider === undefined) return false;
  const acceptedOn = localDate(offer.acceptedAt ?? now, deps.zone);
  return hindrancesToConfirming(routingCaseFrom(file), provider, filterContext(deps, now, []), acceptedOn).length === 0;
}

async function writeDown(act: Act, offer: OfferRow, assignmentId: string, released: boolean, dueAt: Date): Promise<void> {
  const { tx, file, now, actor } = act;
  await recordOffer(act, 'offer.confirmed', offer, null);
  const mark = { actor, at: now, organisationId: offer.providerId } as const;
  await tx.audit.append({ event: 'assignment.changed_state', ...mark, object: { kind: 'assignment', id: assignmentId }, reason: 'confirmed' });
  if (released) await tx.audit.append({ event: 'key.released', ...mark, object: { kind: 'case', id: file.id }, reason: 'immediate_release' });
  await tellLeader(act, 'assignment_confirmed', offer.providerId, false, { until: dueAt, once: assignmentId });
  if (!released) await tell(act, 'case_release_waiting', 'company', { once: assignmentId });
}
