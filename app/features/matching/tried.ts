import { routingCaseOf } from '#app/domain/routing/case-from-facts.ts';
import type { RoutingCase, TriedOutcome } from '#app/domain/routing/input.ts';
import { isActiveAssignment } from '#app/domain/case/statuses.ts';
import type { OfferState } from '#app/domain/case/statuses.ts';
import type { RoutingFile } from './ports.ts';

/** The case as routing reads it, with who has declined, has a conflict or gave the case back. */
export function routingCaseFrom(file: RoutingFile): RoutingCase {
  return routingCaseOf(file.facts, { caseId: file.id, companyId: file.organisationId, severity: file.severity, tried: triedIn(file) });
}

function triedIn(file: RoutingFile): { providerId: string; outcome: TriedOutcome }[] {
  const answered = file.offers.flatMap(({ providerId, state }) =>
    state === 'declined' || state === 'conflict' ? [{ providerId, outcome: state } as const] : [],
  );
  const left = file.assignments
    .filter((one) => !isActiveAssignment(one.state) && one.state !== 'fulfilled')
    .map(({ providerId }) => ({ providerId, outcome: 'withdrawn' as const }));
  return [...answered, ...left];
}

/** An offer that was revoked lies behind an earlier assignment; its provider may be asked anew. */
const askable: readonly OfferState[] = ['revoked', 'confirmed'];

/** Everybody who must not be asked a second time in the present run: the open, the silent, and those who answered. */
export function askedAlready(file: RoutingFile): string[] {
  return file.offers.filter((offer) => !askable.includes(offer.state)).map((offer) => offer.providerId);
}
