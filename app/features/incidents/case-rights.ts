import type { Action } from '#app/domain/access/actions.ts';
import type { Actor, Member } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationsToCase, relationToOrganisation } from '#app/domain/access/relations.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Clock, Subject } from '../ports.ts';
import type { IncidentReads } from './ports.ts';

type Deps = { readonly clock: Clock; readonly reads: Pick<IncidentReads, 'access'> };

/** The right to an act on a case of the actor's own company. Foreign and absent cases answer `not_found` alike. */
export async function requireOwnCase(deps: Deps, actor: Actor, caseId: string, action: Action): Promise<Result<Member>> {
  if (actor.kind !== 'member') return err('not_signed_in');
  const facts = await deps.reads.access(caseId, actor.organisationId);
  const relations = facts === null ? (['none'] as const) : relationsToCase(actor, facts, deps.clock.now());
  const right = requireRight(actor, action, relations, deps.clock.now());
  return right.ok ? ok(actor) : right;
}

/** The right to an act of the actor's own company. */
export function requireOwnCompany(deps: Pick<Deps, 'clock'>, actor: Actor, action: Action): Result<Member> {
  if (actor.kind !== 'member') return err('not_signed_in');
  const right = requireRight(actor, action, relationToOrganisation(actor, actor.organisationId), deps.clock.now());
  return right.ok ? ok(actor) : right;
}

export function caseSubject(caseId: string, organisationId: string): Subject {
  return { kind: 'case', id: caseId, organisationId };
}
