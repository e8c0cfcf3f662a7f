import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { FirstAidCard } from '#app/domain/triage/first-aid-card.ts';
import { firstAidCardFor, incidentKinds } from '#app/domain/triage/kinds.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';
import type { IncidentDeps } from './ports.ts';

/** The card of a kind of incident, open to everybody. Refused with `not_found` for what is no kind or has no card. */
export function readFirstAid(deps: Pick<IncidentDeps, 'firstAidCards'>) {
  return async function (wanted: string): Promise<Result<{ kind: IncidentKind; card: FirstAidCard }>> {
    const kind = incidentKinds.find((one) => one === wanted);
    const cardId = kind === undefined ? null : firstAidCardFor(kind);
    const card = cardId === null ? undefined : (await deps.firstAidCards()).get(cardId);
    return kind === undefined || card === undefined ? err('not_found') : ok({ kind, card });
  };
}
