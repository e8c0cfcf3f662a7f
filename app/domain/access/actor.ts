import type { MemberRole, OrganisationType } from './roles.ts';

export type { OrganisationType } from './roles.ts';

/** A person with an account, in the session it acts in. */
export type Member = {
  readonly kind: 'member';
  readonly userId: string;
  readonly sessionId: string;
  readonly organisationId: string;
  /** The area the person works in; a provider is a company too and its people may hold roles of both. */
  readonly organisationType: OrganisationType;
  readonly roles: readonly MemberRole[];
  /** A key holder has compared the fingerprint. Until then the person has its own account and nothing else. */
  readonly confirmed: boolean;
  /** `password`: the second factor is still missing. */
  readonly factor: 'password' | 'full';
  /** Idle for too long: the password reopens. */
  readonly locked: boolean;
  /** When the second factor was last given for a step that asks for it again. */
  readonly steppedUpAt?: Date;
};

/** Somebody who came back with the report code of one case. */
export type Guest = { readonly kind: 'guest'; readonly caseId: string };

/** Somebody who opened one share link with token and code. */
export type Reader = { readonly kind: 'reader'; readonly shareId: string };

/** The worker. `job` names what runs. */
export type SystemActor = { readonly kind: 'system'; readonly job: string };

export type Actor = { readonly kind: 'anonymous' } | Member | Guest | Reader | SystemActor;

/** Minutes a second factor given again is good for. */
export const STEP_UP_MINUTES = 5;

/** True when the second factor was given again within the last five minutes. */
export function hasSteppedUp(actor: Member, now: Date): boolean {
  if (actor.steppedUpAt === undefined) return false;
  const age = now.getTime() - actor.steppedUpAt.getTime();
  return age >= 0 && age <= STEP_UP_MINUTES * 60_000;
}
