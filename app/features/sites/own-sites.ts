import type { Action } from '#app/domain/access/actions.ts';
import type { Actor, Member } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationToOrganisation } from '#app/domain/access/relations.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Clock } from '../ports.ts';

/** The member, when it has the right to this act on its own organisation's sites. */
export function requireOwn(clock: Clock, actor: Actor, action: Action): Result<Member> {
  if (actor.kind !== 'member') return err('not_signed_in');
  const right = requireRight(actor, action, relationToOrganisation(actor, actor.organisationId), clock.now());
  return right.ok ? ok(actor) : right;
}
