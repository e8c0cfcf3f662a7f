import type { Member } from '#app/domain/access/actor.ts';
import type { KeyRing } from '../ports.ts';

/** What a cookie turns out to be. */
export type SessionState = NoSession | HalfSession | LockedSession | OpenSession;

export type NoSession = { readonly kind: 'none' };

/** First factor shown, or registration not finished: only the next step is open. */
export type HalfSession = {
  readonly kind: 'half';
  readonly sessionId: string;
  readonly userId: string;
  readonly formToken: string;
  /** The mail address, for "signed in as". */
  readonly email: string;
  /** What is missing before the person may go on. */
  readonly next: 'second_factor' | 'set_up_second_factor' | 'keep_recovery_code' | 'await_grant';
};

/** Nothing happened for half an hour: the password reopens it. */
export type LockedSession = {
  readonly kind: 'locked';
  readonly actor: Member;
  readonly formToken: string;
  readonly person: PersonInFrame;
};

/** Signed in with both factors. `dispose` wipes the keys when the response has ended. */
export type OpenSession = {
  readonly kind: 'open';
  readonly actor: Member;
  readonly keys: KeyRing;
  readonly formToken: string;
  readonly person: PersonInFrame;
  dispose(): void;
};

/** Who stands in the header. */
export type PersonInFrame = {
  readonly name: string;
  readonly organisationName: string;
  readonly organisationType: 'company' | 'provider' | 'office';
};
