import type { Action } from '#app/domain/access/actions.ts';
import type { Actor, Member } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationToOffice, relationToOrganisation } from '#app/domain/access/relations.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import { ownOrganisations, tieBetween, tieCountsOn } from '#app/domain/vetting/conflicts.ts';
import type { Applicant, Reviewer } from '#app/domain/vetting/conflicts.ts';
import { allowsOffers } from '#app/domain/vetting/statuses.ts';
import type { VettingState } from '#app/domain/vetting/statuses.ts';
import type { ProviderDeps, Vetting } from './ports.ts';

/** The member that may do this for its own organisation. */
export function requireOwn(deps: ProviderDeps, actor: Actor, action: Action): Result<Member> {
  const relation = actor.kind === 'member' ? relationToOrganisation(actor, actor.organisationId) : 'none';
  return required(deps, actor, action, relation === 'none' && actor.kind === 'anonymous' ? 'own_organisation' : relation);
}

/** The person of the office that may do this. */
export function requireOffice(deps: ProviderDeps, actor: Actor, action: Action): Result<Member> {
  return required(deps, actor, action, actor.kind === 'anonymous' ? 'office' : relationToOffice(actor));
}

function required(deps: ProviderDeps, actor: Actor, action: Action, relation: Parameters<typeof requireRight>[2]): Result<Member> {
  const right = requireRight(actor, action, relation, deps.clock.now());
  if (!right.ok) return right;
  return actor.kind === 'member' ? ok(actor) : err('not_signed_in');
}

const applicationStates: readonly VettingState[] = ['draft', 'submitted', 'in_review', 'more_needed', 'ready_for_decision'];

/** The application that is being written or reviewed. */
export function applicationAmong(vettings: readonly Vetting[]): Vetting | null {
  return vettings.find((one) => applicationStates.includes(one.state)) ?? null;
}

/** The decision the provider stands on: the newest that was ever an approval. */
export function standingAmong(vettings: readonly Vetting[]): Vetting | null {
  const approved = vettings.filter((one) => one.validUntil !== null && one.decidedAt !== null);
  return [...approved].sort((a, b) => (b.decidedAt?.getTime() ?? 0) - (a.decidedAt?.getTime() ?? 0))[0] ?? null;
}

/** A person of the office with everything that ties it to somebody today. The office itself is no tie. */
export async function reviewerOf(deps: ProviderDeps, userId: string): Promise<Reviewer> {
  const [employers, ties] = await Promise.all([deps.directory.employersOf(userId), deps.ties.of(userId)]);
  const declared = ties.filter((tie) => tieCountsOn(tie, localDate(deps.clock.now(), deps.zone)));
  const competing = await deps.directory.capabilitiesOf(ownOrganisations(employers, declared));
  return { userId, organisationIds: employers, declared, ownCapabilities: [...competing, ...declared.flatMap((tie) => tie.capabilities)] };
}

/** Reviewers who are not tied to an applicant. */
export async function untiedReviewers(deps: ProviderDeps, applicant: Applicant): Promise<readonly string[]> {
  const reviewers = await Promise.all((await deps.directory.reviewers()).map((userId) => reviewerOf(deps, userId)));
  return reviewers.filter((reviewer) => tieBetween(reviewer, applicant) === null).map((reviewer) => reviewer.userId);
}

export function applicantOf(vetting: Vetting): Applicant {
  return { organisationId: vetting.providerId, capabilities: vetting.requested.map((one) => one.capability) };
}

/** The applicant as conflicts see it: what it applies for, or else what it stands on. */
export function applicantAmong(providerId: string, vettings: readonly Vetting[]): Applicant {
  const vetting = applicationAmong(vettings) ?? standingAmong(vettings);
  return vetting === null ? { organisationId: providerId, capabilities: [] } : applicantOf(vetting);
}

/** True where a provider may begin a new application: nothing is being reviewed, and it is neither suspended nor revoked. */
export function mayApplyAnew(vettings: readonly Vetting[]): boolean {
  if (applicationAmong(vettings) !== null) return false;
  const standing = standingAmong(vettings);
  return standing === null || allowsOffers(standing.state) || standing.state === 'expired' || standing.state === 'ended';
}
