import type { MandatoryProof, RoutingCase, RoutingProvider, VettingState } from './input.ts';
import type { FilterContext, FilterFailure } from './reasons.ts';

/** States under which cases may be offered; a pause and a suspension speak for themselves in F2. */
const approvedStates: readonly VettingState[] = ['approved', 'approved_with_conditions', 'expiring'];
const answeredByF2: readonly VettingState[] = ['paused', 'suspended'];

const dayMs = 86_400_000;

/**
 * F1. An approval and a proof count until the 24:00 local time of their end date; no grace after it. For S1 and S2 no mandatory
 * proof may end within the days of the rule set unless its renewal is filed: such a case outlives the proof.
 */
export function vettingFailures(
  routingCase: RoutingCase,
  provider: RoutingProvider,
  context: Pick<FilterContext, 'localDate' | 'rules'>,
): FilterFailure[] {
  const failures: FilterFailure[] = [];
  const { vettingState: state, vettingValidUntil: validUntil } = provider;
  const stateHolds = approvedStates.includes(state) || answeredByF2.includes(state);
  if (!stateHolds || validUntil === null || validUntil < context.localDate) {
    failures.push({ filter: 'F1', reason: 'VETTING_INVALID', data: { state, validUntil } });
  }

  const expired = provider.proofs.filter((proof) => proof.validUntil !== null && proof.validUntil < context.localDate);
  if (expired.length > 0) failures.push({ filter: 'F1', reason: 'PROOF_EXPIRED', data: { items: items(expired) } });

  if (routingCase.severity === 'S1' || routingCase.severity === 'S2') {
    const horizon = plusDays(context.localDate, context.rules.proofAheadDays);
    const ending = provider.proofs.filter(
      (proof) =>
        proof.validUntil !== null && proof.validUntil >= context.localDate && proof.validUntil <= horizon && !proof.renewalFiled,
    );
    if (ending.length > 0) failures.push({ filter: 'F1', reason: 'PROOF_EXPIRING', data: { items: items(ending) } });
  }
  return failures;
}

/** Calendar day `days` after a local date; both `YYYY-MM-DD`. Clock changes do not matter to calendar days. */
export function plusDays(localDate: string, days: number): string {
  return new Date(Date.parse(`${localDate}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

function items(proofs: readonly MandatoryProof[]): readonly string[] {
  return proofs.map((proof) => proof.item).sort();
}
