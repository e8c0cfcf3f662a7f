import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import type { Action } from './actions.ts';
import { hasSteppedUp } from './actor.ts';
import type { Actor } from './actor.ts';
import type { Relation } from './relations.ts';
import { grants } from './table.ts';
import type { Grant, Subject } from './table.ts';

/** As whom an actor stands in the table. An unconfirmed member stands there as nothing but that. */
function subjectsOf(actor: Actor): readonly Subject[] {
  if (actor.kind !== 'member') return [actor.kind];
  return actor.confirmed ? actor.roles : ['unconfirmed'];
}

function matching(actor: Actor, action: Action, relation: Relation | readonly Relation[]): readonly Grant[] {
  const subjects = subjectsOf(actor);
  const found = typeof relation === 'string' ? [relation] : relation;
  return grants[action].filter(
    (grant) => grant.to.some((subject) => subjects.includes(subject)) && grant.as.some((one) => found.includes(one)),
  );
}

/**
 * True when the actor has the right in its present session; a second factor that must be given again may still be due.
 * For what a page shows. What is done asks `requireRight`.
 */
export function may(actor: Actor, action: Action, relation: Relation | readonly Relation[]): boolean {
  const rights = matching(actor, action, relation);
  if (actor.kind !== 'member') return rights.length > 0;
  const ready = actor.factor === 'full' && !actor.locked;
  return rights.some((grant) => grant.strength === 'any' || ready);
}

/**
 * The right to do something now, or why not. Without a right: `not_signed_in` for those who might have it after signing in;
 * `not_found` where the actor has nothing to do with the object, so that foreign and absent look the same; `not_allowed` where
 * it may know of the object. With a right, but a session too weak for it: `second_factor_missing`, `session_locked`,
 * `step_up_required`. A session too weak learns nothing about the object: its refusal comes before the other two.
 */
export function requireRight(
  actor: Actor,
  action: Action,
  relation: Relation | readonly Relation[],
  now: Date,
): Result<null> {
  const rights = matching(actor, action, relation);
  if (rights.some((grant) => grant.strength === 'any')) return ok(null);
  if (actor.kind === 'anonymous') return rights.length > 0 ? ok(null) : err('not_signed_in');
  if (actor.kind === 'member') {
    if (actor.factor !== 'full') return err('second_factor_missing');
    if (actor.locked) return err('session_locked');
  }
  if (rights.length === 0) {
    return err(isUnrelated(relation) ? 'not_found' : 'not_allowed');
  }
  if (actor.kind !== 'member') return ok(null);
  if (rights.some((grant) => grant.strength === 'full') || hasSteppedUp(actor, now)) return ok(null);
  return err('step_up_required');
}

/** True when the action asks for the second factor again from everybody who has the right by this relation. */
export function needsStepUp(action: Action, relation: Relation): boolean {
  const rights = grants[action].filter((grant) => grant.as.includes(relation));
  return rights.length > 0 && rights.every((grant) => grant.strength === 'again');
}

function isUnrelated(relation: Relation | readonly Relation[]): boolean {
  return typeof relation === 'string' ? relation === 'none' : relation.every((one) => one === 'none');
}
