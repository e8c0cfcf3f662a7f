import type { Action } from '#app/domain/access/actions.ts';
import type { Actor, Member } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationsToCase, relationToOrganisation } from '#app/domain/access/relations.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { DossierDeps, DossierSubject } from './ports.ts';

type Deps = Pick<DossierDeps, 'clock' | 'caseAccess'>;

/** The right to an act on documents of the actor's own organisation. */
export function requireOwn(deps: Pick<Deps, 'clock'>, actor: Actor, action: Action): Result<Member> {
  if (actor.kind !== 'member') return err('not_signed_in');
  const right = requireRight(actor, action, relationToOrganisation(actor, actor.organisationId), deps.clock.now());
  return right.ok ? ok(actor) : right;
}

/** The right to issue a document about this subject. A case's documents belong to its recipients, not to all colleagues. */
export async function requireIssue(deps: Deps, actor: Actor, subject: DossierSubject): Promise<Result<Member>> {
  if (subject.kind === 'checklist_result') return requireOwn(deps, actor, 'dossier.issue_checklist');
  if (actor.kind !== 'member') return err('not_signed_in');
  const now = deps.clock.now();
  const facts = await deps.caseAccess(subject.id, actor.organisationId);
  const relations = facts === null ? (['none'] as const) : relationsToCase(actor, facts, now);
  const right = requireRight(actor, 'dossier.issue_case', relations, now);
  return right.ok ? ok(actor) : right;
}
