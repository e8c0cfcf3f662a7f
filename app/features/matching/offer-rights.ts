import type { Action } from '#app/domain/access/actions.ts';
import type { Actor, Member } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationToOffer, relationToOffice, relationToOrganisation } from '#app/domain/access/relations.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { MatchingDeps, OfferSummary } from './ports.ts';

export type OwnOffer = { readonly member: Member; readonly summary: OfferSummary };

/** The right to an act on an offer of the actor's own organisation. Foreign and absent offers answer `not_found` alike. */
export async function requireOwnOffer(deps: MatchingDeps, actor: Actor, offerId: string, action: Action): Promise<Result<OwnOffer>> {
  if (actor.kind !== 'member') return err('not_signed_in');
  const summary = await deps.reads.offer(offerId, actor.organisationId);
  const relation = summary === null ? 'none' : relationToOffer(actor, summary.offer);
  const right = requireRight(actor, action, relation, deps.clock.now());
  if (!right.ok) return right;
  return summary === null ? err('not_found') : ok({ member: actor, summary });
}

export function requireOwnProvider(deps: MatchingDeps, actor: Actor, action: Action): Result<Member> {
  if (actor.kind !== 'member') return err('not_signed_in');
  const right = requireRight(actor, action, relationToOrganisation(actor, actor.organisationId), deps.clock.now());
  return right.ok ? ok(actor) : right;
}

export function requireOffice(deps: MatchingDeps, actor: Actor, action: Action): Result<Member> {
  if (actor.kind !== 'member') return err('not_signed_in');
  const right = requireRight(actor, action, relationToOffice(actor), deps.clock.now());
  return right.ok ? ok(actor) : right;
}
