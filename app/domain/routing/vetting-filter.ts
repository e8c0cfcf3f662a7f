import { allowsOffers } from '#app/domain/vetting/statuses.ts';
import type { MandatoryProof, RoutingCase, RoutingProvider } from './input.ts';
import type { FilterContext, FilterFailure } from './reasons.ts';

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
  // A pause and a suspension are told by F2; here only the dates behind them count.
  const stateHolds = allowsOffers(state) || state === 'paused' || state === 'suspended';
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
