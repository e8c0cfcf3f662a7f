import type { MemberRole, OrganisationType } from '#app/domain/access/roles.ts';
import type { Result } from '#app/domain/result.ts';
import type { KdfParameters } from '#app/domain/sealed-box/kdf-floor.ts';
import type { AccountVault, ActRecord, Clock, KeyGrants, KeyRing, Locale, Random, Transact } from '../ports.ts';

/** Stretches a password (32 bytes out). Few run at a time, a limited number waits; more are refused (`temporarily_unavailable`). */
export type PasswordKdf = {
  readonly current: KdfParameters;
  /** Refused with `invalid_input` when the parameters are below the compiled floor. */
  derive(password: string, salt: Uint8Array, parameters: KdfParameters): Promise<Result<Buffer>>;
};

export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'names_something_known' | 'guessable';

export type PasswordRules = {
  /** Null when the password is good. `context`: names and addresses that must not carry it. */
  faultOf(password: string, context: readonly string[]): PasswordFault | null;
  /** Five German words, 60 bits or more. */
  suggestPassphrase(): string;
};

export type Totp = {
  /** 20 random bytes. */
  newSecret(): Buffer;
  /** For typing: base32 in groups of four. */
  typedKey(secret: Uint8Array): string;
  /** For scanning: otpauth address. */
  uri(secret: Uint8Array, account: string): string;
  /** For scanning: the rows of the QR code of the address, `1` dark and `0` light. */
  qrRows(uri: string): string[];
  /**
   * The 30-second step that the code belongs to, when it is right now or one step ago and newer than `afterStep`;
   * null otherwise. The caller stores the step by a conditional update, so that a code counts once.
   */
  acceptedStep(secret: Uint8Array, code: string, now: Date, afterStep: number): Promise<number | null>;
};

// ---------------------------------------------------------------- what is stored

export type PersonState = 'pending_email' | 'pending_factor' | 'pending_recovery' | 'active' | 'disabled';

/** Account data of a person, under the server's key. `email`: the mail address as typed. */
export type PersonProfile = { readonly name: string; readonly email: string };

/** Account data of an organisation, under the server's key. */
export type OrganisationProfile = {
  readonly name: string;
  readonly town: string;
  readonly street?: string;
  readonly postalCode?: string;
  readonly telephone?: string;
};

export type PersonKeyHalves = { readonly publicKey: Buffer; readonly signingPublicKey: Buffer; readonly directorySignature: Buffer };

export type Person = {
  readonly id: string;
  readonly profile: PersonProfile;
  readonly locale: Locale;
  readonly state: PersonState;
  readonly emailVerifiedAt: Date | null;
  readonly publicKey: Buffer | null;
  readonly directorySignature: Buffer | null;
};

/** A user seed, wrapped for one credential. `kdf` is null for codes, which need no stretching. */
export type Slot = { readonly kdf: KdfParameters | null; readonly salt: Buffer; readonly verifier: Buffer; readonly wrappedSeed: Buffer };

export type SecondFactor = { readonly sealedSecret: Buffer; readonly lastStep: number };

export type Membership = {
  readonly userId: string;
  readonly organisationId: string;
  readonly role: MemberRole;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
};

export type OrganisationFacts = {
  readonly id: string;
  readonly type: OrganisationType;
  readonly profile: OrganisationProfile;
};

/** Choices of a company at registration; identifiers of app/domain/checklist/vocabulary.ts and of the region. */
export type CompanyFacts = { readonly companyKind: string; readonly sectorSection: string; readonly sizeClass: string; readonly district: string };

/** `password`: first factor shown. `waiting`: a fresh seed of a reset that a colleague has not granted yet. */
export type SessionStage = 'password' | 'full' | 'waiting';

/** What the list of sessions tells its owner. */
export type Device = { readonly userAgent: string; readonly addressPrefix: string };

export type SessionRow = {
  /** SHA-256 of the sid half of the cookie, hex. */
  readonly id: string;
  readonly userId: string;
  readonly organisationId: string | null;
  readonly stage: SessionStage;
  readonly seedBox: Buffer | null;
  readonly formToken: string;
  readonly device: Device;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly lockedAt: Date | null;
  readonly steppedUpAt: Date | null;
};

export type MailTokenPurpose = 'confirm_email' | 'reset_password';

export type Invitation = {
  readonly id: string;
  readonly organisationId: string;
  readonly role: MemberRole;
  readonly name: string;
  readonly email: string;
  /** `system` for the first person of an organisation, who confirms itself by being the first. */
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export type OrganisationKeyHalf = { readonly id: string; readonly generation: number; readonly publicKey: Buffer; readonly directorySignature: Buffer };

/** One sealed copy of an organisation's private half. */
export type OrganisationGrant = { readonly recipientKind: 'user' | 'sheet'; readonly recipientId: string; readonly sealedPrivateKey: Buffer };

/** A new generation of an organisation's key with its copies, ready to be stored. */
export type NewOrganisationKey = OrganisationKeyHalf & { readonly previousWrapped: Buffer | null; readonly grants: readonly OrganisationGrant[] };

export type EmergencySheet = { readonly id: string; readonly publicKey: Buffer; readonly directorySignature: Buffer; readonly createdAt: Date };

/** A second, fresh seed of a person that lost password and code; see docs/decisions/0004-key-model.md. */
export type WaitingReset = {
  readonly userId: string;
  readonly publicKey: Buffer;
  readonly signingPublicKey: Buffer;
  readonly slot: Slot;
  /** Null until the person has set up its new second factor. */
  readonly secondFactor: SecondFactor | null;
  readonly createdAt: Date;
};

export type PersonStore = {
  byId(userId: string): Promise<Person | null>;
  byMailHash(mailHash: string): Promise<Person | null>;
  create(person: { id: string; mailHash: string; profile: PersonProfile; locale: Locale; state: PersonState; emailVerifiedAt: Date | null; keys: PersonKeyHalves; at: Date }): Promise<void>;
  /** True when the person was in the state `from`. */
  advance(userId: string, from: PersonState | readonly PersonState[], to: PersonState): Promise<boolean>;
  confirmMail(userId: string, at: Date): Promise<boolean>;
  replaceKeys(userId: string, keys: PersonKeyHalves): Promise<void>;
  /** Removes a person that never confirmed its address, and the organisation it founded. */
  removeUnconfirmed(userId: string): Promise<void>;
  /** Registrations whose address was not confirmed before `before`. */
  unconfirmedSince(before: Date): Promise<string[]>;
  slot(userId: string, kind: 'password' | 'recovery'): Promise<Slot | null>;
  putSlot(userId: string, kind: 'password' | 'recovery', slot: Slot, at: Date): Promise<void>;
  removeSlot(userId: string, kind: 'password' | 'recovery'): Promise<void>;
  secondFactor(userId: string): Promise<SecondFactor | null>;
  putSecondFactor(userId: string, sealedSecret: Buffer, lastStep: number, at: Date): Promise<void>;
  removeSecondFactor(userId: string): Promise<void>;
  /** A code counts once: true when `step` is newer than the last accepted one. */
  useStep(userId: string, step: number): Promise<boolean>;
  waitingReset(userId: string): Promise<WaitingReset | null>;
  putWaitingReset(reset: WaitingReset): Promise<void>;
  setWaitingSecondFactor(userId: string, factor: SecondFactor): Promise<boolean>;
  useWaitingStep(userId: string, step: number): Promise<boolean>;
  /** False when none waited any more. */
  removeWaitingReset(userId: string): Promise<boolean>;
  addMailToken(token: { id: string; userId: string; purpose: MailTokenPurpose; tokenHash: string; createdAt: Date; expiresAt: Date }): Promise<void>;
  /** Whom a live token belongs to. */
  mailTokenOwner(tokenHash: string, purpose: MailTokenPurpose, now: Date): Promise<string | null>;
  useMailToken(tokenHash: string, purpose: MailTokenPurpose, now: Date): Promise<string | null>;
  dropMailTokens(userId: string, purpose: MailTokenPurpose): Promise<void>;
  /** Notes that somebody has signed in at a place; true when never before. */
  seePlace(userId: string, placeHash: string, at: Date): Promise<boolean>;
  /** Forgets the places where nobody has signed in since. */
  forgetPlaces(before: Date): Promise<number>;
};

export type SessionStore = {
  byId(id: string): Promise<SessionRow | null>;
  create(session: SessionRow): Promise<void>;
  /** Ends a session; false when it had ended already. */
  end(id: string): Promise<boolean>;
  endAllOf(userId: string, exceptId: string | null): Promise<number>;
  touch(id: string, at: Date): Promise<void>;
  /** Removes the seed; true when this call locked it. */
  lock(id: string, at: Date): Promise<boolean>;
  liveOf(userId: string, now: Date): Promise<SessionRow[]>;
  removeExpired(now: Date): Promise<number>;
  keepPost(post: { id: string; sessionId: string; userId: string; path: string; sealedBody: Buffer; generation: number; at: Date }): Promise<void>;
  keptPosts(sessionId: string): Promise<{ id: string; path: string; sealedBody: Buffer; generation: number; createdAt: Date }[]>;
  dropKeptPost(id: string, sessionId: string): Promise<boolean>;
  moveKeptPosts(fromSessionId: string, toSessionId: string): Promise<void>;
};

export type TeamStore = {
  organisation(organisationId: string): Promise<OrganisationFacts | null>;
  createOrganisation(organisation: { id: string; type: 'company' | 'office'; profile: OrganisationProfile; facts: CompanyFacts | null; at: Date }): Promise<void>;
  /** Present memberships of a person, oldest first. */
  membershipsOf(userId: string): Promise<Membership[]>;
  /** Present memberships of an organisation, oldest first. */
  members(organisationId: string): Promise<Membership[]>;
  join(membership: { id: string; userId: string; organisationId: string; role: MemberRole; at: Date; confirmedBy: string | null }): Promise<void>;
  /** False when nobody waits under this id. */
  confirm(userId: string, organisationId: string, byUserId: string, at: Date): Promise<boolean>;
  /** Ends all roles of a person in an organisation; false when it has none. */
  leave(userId: string, organisationId: string, at: Date): Promise<boolean>;
  addRole(membership: { id: string; userId: string; organisationId: string; role: MemberRole; at: Date; confirmedBy: string }): Promise<void>;
  addInvitation(invitation: Invitation & { mailHash: string; tokenHash: string }): Promise<void>;
  openInvitations(organisationId: string, now: Date): Promise<Invitation[]>;
  invitationByToken(tokenHash: string, now: Date): Promise<Invitation | null>;
  useInvitation(id: string, now: Date): Promise<boolean>;
  revokeInvitation(id: string, organisationId: string, at: Date): Promise<boolean>;
  /** Newest first. */
  organisationKeys(organisationId: string): Promise<OrganisationKeyHalf[]>;
  addOrganisationKey(organisationId: string, key: NewOrganisationKey, at: Date): Promise<void>;
  addGrant(organisationKeyId: string, grant: OrganisationGrant, at: Date): Promise<void>;
  /** Removes every copy of the organisation's keys that this recipient holds. */
  removeGrants(organisationId: string, recipientKind: 'user' | 'sheet', recipientId: string): Promise<number>;
  sheetGrant(organisationKeyId: string, sheetId: string): Promise<Buffer | null>;
  activeSheet(organisationId: string): Promise<EmergencySheet | null>;
  addSheet(sheet: EmergencySheet & { organisationId: string }): Promise<void>;
  retireSheets(organisationId: string, at: Date): Promise<string[]>;
};

export type AccountStore = { readonly people: PersonStore; readonly sessions: SessionStore; readonly team: TeamStore };

export type AccountTx = AccountStore & ActRecord & { readonly keyGrants: KeyGrants };

// ---------------------------------------------------------------- keys

export type NewPerson = { readonly seed: Buffer; readonly keys: PersonKeyHalves };

/** The key chain of people. Whatever opens something lies behind this port. Seeds are 32 bytes; whoever asks wipes them. */
export type AccountKeys = {
  newPerson(userId: string): NewPerson;
  keysOfSeed(userId: string, seed: Buffer): PersonKeyHalves;
  /** Signs a person's public half for the directory. Only after somebody who may has confirmed that it is the person's. */
  vouchFor(userId: string, publicKey: Buffer): Buffer;
  /** One run of the password KDF. `salt` only where two slots are to be tried with one run. */
  newPasswordSlot(userId: string, password: string, seed: Buffer, salt?: Buffer): Promise<Result<Slot>>;
  /**
   * The seed of the first slot that the password opens; null for a wrong password. All slots share their salt. Always one
   * run of the KDF, also without any slot: both answers take the same time.
   */
  openPasswordSlot(userId: string, slots: readonly Slot[], password: string): Promise<Result<{ seed: Buffer; index: number } | null>>;
  /** Null unless `code` has the form of a 160-bit code. */
  newRecoverySlot(userId: string, code: string, seed: Buffer): Slot | null;
  openRecoverySlot(userId: string, slot: Slot | null, code: string): Buffer | null;
  /** A 160-bit code in groups of four. */
  newCode(): string;
  sealSecondFactor(userId: string, keys: Pick<PersonKeyHalves, 'publicKey' | 'directorySignature'>, secret: Buffer): Buffer;
  openSecondFactor(userId: string, seed: Buffer, sealedSecret: Buffer): Buffer;

  newSession(): { readonly cookie: string; readonly id: string };
  sessionIdOf(cookie: string): string | null;
  sealSessionSeed(cookie: string, seed: Buffer): Buffer;
  /** Null when the box is not of this cookie. */
  openSessionSeed(cookie: string, box: Buffer): Buffer | null;

  /** The keys of a signed-in person for one request; takes the seed over and wipes it. */
  keyRing(userId: string, seed: Buffer): KeyRing & { dispose(): void };
  /** For those who never hold a key: opens nothing. */
  emptyKeyRing(userId: string): KeyRing & { dispose(): void };

  fingerprintOf(publicKey: Uint8Array): string;
  /** The first generation, sealed to its founder. */
  newOrganisationKey(organisationId: string, founder: { userId: string } & Pick<PersonKeyHalves, 'publicKey' | 'directorySignature'>): NewOrganisationKey;
  /** Seals the newest generation, which the ring can open, to a further member. */
  grantOrganisationKey(ring: KeyRing, organisationId: string, member: Recipient): Promise<Result<{ organisationKeyId: string; grant: OrganisationGrant }>>;
  /** The following generation, sealed to all who stay and to the emergency sheet; the former hangs behind it. */
  nextOrganisationKey(ring: KeyRing, organisationId: string, members: readonly Recipient[], sheet: EmergencySheet | null): Promise<Result<NewOrganisationKey>>;
  /** The public half of a sheet's code; null when `code` has not the form of one. */
  newSheet(sheetId: string, code: string): Pick<EmergencySheet, 'publicKey' | 'directorySignature'> | null;
  grantToSheet(ring: KeyRing, organisationId: string, sheet: EmergencySheet): Promise<Result<{ organisationKeyId: string; grant: OrganisationGrant }>>;
  /** Opens the organisation's newest key with the sheet's code and seals it to a member. `wrong_credentials` for another code. */
  redeemSheet(organisationId: string, code: string, sheet: EmergencySheet, sealedToSheet: Buffer, key: OrganisationKeyHalf, member: Recipient): Result<OrganisationGrant>;

  /** Seals a posted form to the organisation, or to the person where it has no key. `generation` 0: to the person. */
  sealPost(postId: string, organisation: { id: string; key: OrganisationKeyHalf } | null, person: Recipient, body: Buffer): { sealedBody: Buffer; generation: number };
  openPost(ring: KeyRing, seed: Buffer, postId: string, organisationId: string, post: { sealedBody: Buffer; generation: number }): Promise<Result<Buffer>>;
};

export type Recipient = { readonly userId: string } & Pick<PersonKeyHalves, 'publicKey' | 'directorySignature'>;

// ---------------------------------------------------------------- limits

/** One thing that is counted. `key` names nobody: it is hashed by the caller. */
export type Limit = {
  readonly key: string;
  /** So many are free within the window. */
  readonly free: number;
  readonly windowMinutes: number;
  /** What follows when more come: seconds until the next, growing with each or always as many, or one pause. */
  readonly then: 'growing_delay' | { readonly delaySeconds: number } | { readonly pauseMinutes: number };
};

/** Counts attempts in the database, so that the limits hold across processes and restarts. */
export type AttemptLimits = {
  /** Counts one attempt at each; null when all are free, otherwise the seconds to wait. Counts nothing when one is blocked. */
  take(limits: readonly Limit[], now: Date): Promise<number | null>;
  /** After a success: what was counted against the person is forgotten. */
  forget(limits: readonly Pick<Limit, 'key'>[]): Promise<void>;
  /** Takes one counted attempt back: it was none. For limits that many people share. */
  giveBack(limits: readonly Limit[]): Promise<void>;
  removeOld(before: Date): Promise<number>;
};

// ---------------------------------------------------------------- all together

export type AccountDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly vault: AccountVault;
  readonly store: AccountStore;
  readonly transact: Transact<AccountTx>;
  readonly kdf: PasswordKdf;
  readonly passwordRules: PasswordRules;
  readonly totp: Totp;
  readonly keys: AccountKeys;
  readonly limits: AttemptLimits;
  readonly links: MailLinks;
  /** Tells the operators. */
  readonly alarm: (event: 'sign_in.flood') => void;
};

/** Addresses that stand in mails: German paths of this site; the mail is translated when it is sent. */
export type MailLinks = {
  confirmMail(token: string): string;
  resetPassword(token: string): string;
  invitation(token: string): string;
  readonly signIn: string;
  readonly account: string;
  readonly sessions: string;
  team(organisationType: OrganisationType): string;
};
