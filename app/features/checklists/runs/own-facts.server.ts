import type { Actor } from '#app/domain/access/actor.ts';
import type { CompanyFacts } from '#app/domain/checklist/version.ts';
import type { ChecklistDeps } from '../ports.ts';

/** What is known of the person's own company, to fill in forms; all null for who acts for none. */
export function ownFacts(deps: Pick<ChecklistDeps, 'assessments'>) {
  return async function (actor: Actor): Promise<CompanyFacts> {
    if (actor.kind !== 'member' || actor.organisationType === 'office') return { sizeClass: null, kind: null, sector: null };
    return deps.assessments.factsOf(actor.organisationId);
  };
}
