import type { OrganisationType, Role } from './roles.ts';

/** Somebody who asks for something. */
export type Actor = AnonymousActor | MemberActor | GuestActor | ReaderActor | SystemActor;

export type AnonymousActor = { readonly kind: 'anonymous' };

/** A signed-in person, acting for one organisation. */
export type MemberActor = {
  readonly kind: 'member';
  readonly userId: string;
  readonly sessionId: string;
  readonly organisationId: string;
  readonly organisationType: OrganisationType;
  readonly roles: readonly Role[];
  /** False until a key holder has compared the fingerprint: no right to any content. */
  readonly confirmed: boolean;
  /** Which factors this session has shown. */
  readonly factor: 'password' | 'full';
  /** True after the idle time: only unlocking and signing out remain. */
  readonly locked: boolean;
  /** When the second factor was shown again for a weighty act, ISO time; null if never. */
  readonly steppedUpAt: string | null;
};

/** Came back with a report code. */
export type GuestActor = { readonly kind: 'guest'; readonly caseId: string };

/** Opened a shared document. */
export type ReaderActor = { readonly kind: 'reader'; readonly shareId: string };

/** The portal itself: clocks, expiry, routing. */
export type SystemActor = { readonly kind: 'system' };
