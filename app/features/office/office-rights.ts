import type { Action } from '#app/domain/access/actions.ts';
import type { Actor, Member } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationToOffice } from '#app/domain/access/relations.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { OfficeDeps } from './ports.ts';

/** The person of the office that may do this. */
export function requireOffice(deps: Pick<OfficeDeps, 'clock'>, actor: Actor, action: Action): Result<Member> {
  const right = requireRight(actor, action, actor.kind === 'anonymous' ? 'office' : relationToOffice(actor), deps.clock.now());
  if (!right.ok) return right;
  return actor.kind === 'member' ? ok(actor) : err('not_signed_in');
}
