import { step } from '#app/domain/case/offer-machine.ts';
import type { OfferContext, OfferFired } from '#app/domain/case/offer-machine.ts';
import { confirmationDue, waveWindow } from '#app/domain/deadlines/service-windows.ts';
import { makeBrief } from '#app/domain/routing/brief.ts';
import { explainToProvider } from '#app/domain/routing/explain.ts';
import { fairShareBatch, reverseOffer } from '#app/domain/routing/fair-share.ts';
import type { FilterFailure } from '#app/domain/routing/reasons.ts';
import type { RelaxationStep } from '#app/domain/routing/relaxation.ts';
import { hindrancesToAccepting, hindrancesToSending } from '#app/domain/routing/offer-stages.ts';
import type { PlannedWave } from '#app/domain/routing/waves.ts';
import { nextInLine } from '#app/domain/routing/waves.ts';
import { filterContext } from './moment.ts';
import { askedAlready, routingCaseFrom } from './tried.ts';
import type { OfferPatch, OfferRow, StoredDecision, WaveRow } from './ports.ts';
import { recordOffer, tellProvider } from './record.ts';
import type { Act } from './record.ts';

/** Which providers pass all filters at this moment, under the relaxations of the decision. */
export async function passingNow(act: Act, decision: StoredDecision): Promise<(providerId: string) => boolean> {
  const pool = await act.tx.store.pool(act.now, decision.record.decision.order);
  const routingCase = routingCaseFrom(act.file);
  const context = filterContext(act.deps, act.now, relaxationsOf(decision));
  const passing = new Set(pool.filter((provider) => hindrancesToSending(routingCase, provider, context).length === 0).map((provider) => provider.providerId));
  return (providerId) => passing.has(providerId);
}

export function relaxationsOf(decision: StoredDecision): RelaxationStep[] {
  return decision.record.decision.relaxations.map((tried) => tried.step);
}

/** What is never relaxed and stands against this provider at this moment; empty: it may accept. */
export async function hindrancesNow(act: Act, providerId: string): Promise<FilterFailure[] | null> {
  const [provider] = await act.tx.store.pool(act.now, [providerId]);
  if (provider === undefined) return null;
  const routingCase = { ...routingCaseFrom(act.file) };
  return hindrancesToAccepting(routingCase, provider, filterContext(act.deps, act.now, []));
}

/**
 * Sends offers: brief as shown, own line of the score, window by the rules, fair-share batch, log, mails. Whoever was asked
 * together shares one batch. `wave` gives the window, counted from now.
 */
export async function sendOffers(act: Act, decision: StoredDecision, waveId: string, wave: Omit<PlannedWave, 'providerIds'>, providerIds: readonly string[]): Promise<Date> {
  const { deps, tx, file, now } = act;
  const { closesAt } = waveWindow(wave, now, deps.serviceClock(now));
  const result = decision.record.decision;
  const { brief, coarsening } = makeBrief(
    { ...file.facts, kind: result.kind },
    { reference: file.reference, severity: result.severity, hosting: null, wantedStart: null, offerDeadline: closesAt.toISOString() },
    await tx.store.companyCounts(),
  );
  const districtShown = coarsening.shown.district.as === 'district';
  for (const providerId of providerIds) {
    const sent = step('planned', { name: 'send', by: 'system' }, { caseState: 'matching', passesFilters: true });
    if (!sent.ok) throw new Error('a planned offer can always be sent');
    const id = deps.random.id();
    await tx.store.addOffer({
      id,
      caseId: file.id,
      waveId,
      providerId,
      state: sent.value.state,
      rank: result.order.indexOf(providerId) + 1,
      brief,
      explanation: explainToProvider(result, providerId, districtShown),
      createdAt: now,
      sentAt: now,
      expiresAt: closesAt,
    });
    await recordOffer(act, 'offer.sent', { id, providerId }, `wave_${wave.wave}`);
    await tellProvider(act, 'offer_received', { id, providerId }, { until: closesAt, once: id });
  }
  const eligible = result.providers.filter((one) => one.eligible).map((one) => one.providerId);
  await tx.store.addBatch(file.id, waveId, fairShareBatch(deps.random.id(), now.toISOString(), eligible, providerIds));
  return closesAt;
}

/** Fires an event of an offer and stores it; false when the offer cannot (any more). Mails and log are the caller's. */
export async function moveOffer(act: Act, offer: OfferRow, fired: OfferFired, context: OfferContext, patch: OfferPatch): Promise<boolean> {
  const stepped = step(offer.state, fired, { now: act.now, caseState: act.file.state, ...context });
  if (!stepped.ok) return false;
  return act.tx.store.changeOffer(offer.id, act.file.id, [offer.state], { ...patch, state: stepped.value.state });
}

/** The offer counts for nobody: both sides of the ledger are taken back. */
export async function reverseFairShare(act: Act, offer: OfferRow): Promise<void> {
  const batch = await act.tx.store.batchOf(act.file.id, offer);
  if (batch !== null) await act.tx.store.replaceBatch(reverseOffer(batch, offer.providerId), act.now);
}

/** Asks the next in order at once, without waiting for the window. False: nobody is left, or somebody holds the case. */
export async function offerToNext(act: Act, after: OfferRow): Promise<boolean> {
  const file = await act.tx.store.file(act.file.id);
  const wave = file?.waves.find((one) => one.number === file.currentWave);
  const decision = file?.decision;
  if (!file || !decision || wave === undefined || file.reservedOfferId !== null) return false;
  const present: Act = { ...act, file };
  const next = nextInLine(decision.record.decision.order, askedAlready(file), await passingNow(present, decision));
  if (next === null) return false;
  await sendOffers(present, decision, waveOf(file.waves, after, wave).id, { wave: wave.step, ...windowOf(present, decision, wave.step) }, [next]);
  return true;
}

/** A replacement belongs to the wave of the offer it replaces. */
function waveOf(waves: readonly WaveRow[], offer: OfferRow, newest: WaveRow): WaveRow {
  return waves.find((one) => one.id === offer.waveId) ?? newest;
}

/** Minutes and clock of a step of the rule set. */
export function windowOf({ deps, now }: Act, decision: StoredDecision, stepNumber: number): Pick<PlannedWave, 'minutes' | 'nightMinutes' | 'clock'> {
  const { rules } = deps.serviceClock(now);
  const { severity } = decision.record.decision;
  const rule = rules.waves[severity][Math.max(stepNumber, 1) - 1] ?? rules.waves[severity].at(-1);
  if (rule === undefined) throw new Error(`rule set ${rules.version} has no wave for ${severity}`);
  return { minutes: rule.minutes, nightMinutes: rule.nightMinutes, clock: rules.clock[severity] };
}

/**
 * The offer that held the case does no longer: the oldest reserve that still passes takes its place, otherwise the next in order
 * is asked at once. The caller has settled the offer itself.
 */
export async function releaseCase(act: Act, former: OfferRow): Promise<void> {
  const { deps, tx, file, now } = act;
  const freed = await tx.store.changeCase(file.id, former.id, { reservedOfferId: null }, now);
  if (!freed) return;
  const reserves = file.offers
    .filter((offer) => offer.state === 'reserve')
    .sort((a, b) => (a.acceptedAt?.getTime() ?? 0) - (b.acceptedAt?.getTime() ?? 0) || (a.id < b.id ? -1 : 1));
  for (const reserve of reserves) {
    const against = await hindrancesNow(act, reserve.providerId);
    if (against === null || against.length > 0) {
      await revokeLapsed(act, reserve);
      continue;
    }
    const confirmBy = confirmationDue(file.severity, now, deps.serviceClock(now));
    const promoted = await moveOffer(act, reserve, { name: 'promote', by: 'system' }, { passesFilters: true, caseHeldByAnother: false }, { confirmBy });
    if (!promoted || !(await tx.store.reserve(file.id, reserve.id))) throw new Error('a reserve of a free case can always be promoted');
    await recordOffer(act, 'offer.accepted', reserve, 'promoted');
    await tellProvider(act, 'offer_confirm_now', reserve, { until: confirmBy, once: `${reserve.id}:${now.toISOString()}` });
    return;
  }
  await offerToNext(act, former);
}

/** An offer whose provider may not work on it any more. */
export async function revokeLapsed(act: Act, offer: OfferRow): Promise<void> {
  const done = await moveOffer(act, offer, { name: 'revoke', by: 'system', reason: 'vetting_lapsed' }, {}, { decidedAt: act.now, declineReason: 'vetting_lapsed' });
  if (!done) return;
  await recordOffer(act, 'offer.revoked', offer, 'vetting_lapsed');
  await tellProvider(act, 'offer_revoked', offer, { once: offer.id });
}
