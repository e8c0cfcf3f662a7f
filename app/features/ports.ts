import type { AuditEvent } from '#app/domain/audit/events.ts';
import type { Notice } from '#app/domain/notices/notice.ts';
import type { Site } from '#app/domain/organisation/sites.ts';
import type { Result } from '#app/domain/result.ts';
import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';

/** What every feature needs from outside. Needs of one feature stand in its own ports.ts. */

export type Locale = 'de' | 'en';

export type Clock = { now(): Date };

export type Random = {
  /** Cryptographically random bytes. */
  bytes(count: number): Buffer;
  /** An identifier with 128 random bits, fit for an address. */
  id(): string;
};

/**
 * Runs `work` in one database transaction; it may run again when another process was in the way. Database statements
 * only, the first of them a write: no mail, no PDF, no password hashing.
 */
export type Transact<Tx> = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Appends to the chained log in the transaction of the act. */
export type AuditTrail = { append(event: AuditEvent): Promise<void> };

/** Puts a mail into the outbox in the transaction of the act; a worker sends it. The same key is sent once. */
export type Outbox = { enqueue(notice: Notice): Promise<void> };

/** To whom mails about a case go. Confirmed, present people only. */
export type CasePeople = {
  /** People on the company's side who can open the case. */
  ofCompany(caseId: string, organisationId: string): Promise<readonly string[]>;
  ofProvider(providerId: string, adminsOnly: boolean): Promise<readonly string[]>;
  withOfficeRole(role: 'office.coordinator' | 'office.duty' | 'office.admin'): Promise<readonly string[]>;
  /** Officers on the calendar at this moment; when it names none, everybody with the role. */
  onDuty(at: Date): Promise<readonly string[]>;
};

/** The sites of a company, the place of its registration where it has entered none; in the order in which they were entered. */
export type SiteReads = { sitesOf(organisationId: string): Promise<readonly Site[]> };

/** Part of every feature's transaction. */
export type ActRecord = { readonly audit: AuditTrail; readonly outbox: Outbox };

/** Seals account data (names, addresses, telephone numbers) under the server's key, bound to its row. */
export type AccountVault = {
  seal(table: string, rowId: string, plain: unknown): Buffer;
  open<T>(table: string, rowId: string, box: Uint8Array): T;
  /** A fresh key for one file of account data, and the same wrapped for its row. */
  newFileKey(table: string, rowId: string): { fileKey: Buffer; wrapped: Buffer };
  openFileKey(table: string, rowId: string, wrapped: Uint8Array): Buffer;
  /** Keyed hash of a mail address in its compared form, hex. */
  mailHash(address: string): string;
  /** Keyed hash for counting attempts, hex. */
  rateHash(text: string): string;
  /** Keyed hash that ties a form, a browser or a place to a person without naming it, hex. */
  ownerMark(of: 'form' | 'browser' | 'place', id: string, owner: string): string;
};

export const subjectKinds = ['case', 'assessment', 'measure_plan'] as const;

/** What has its own key: its content opens only for the recipients of that key. */
export type Subject = {
  readonly kind: (typeof subjectKinds)[number];
  readonly id: string;
  /** The company it belongs to. */
  readonly organisationId: string;
};

/** Which column of which row a sealed blob belongs to; a blob moved to another place does not open. */
export type SealedRow = { readonly table: string; readonly column: string; readonly rowId: string };

/** The key of a subject for reading, for the time of one request. It seals nothing: what is written needs a `WritingKey`. */
export type SubjectKey = {
  /** The versions that this person holds, newest first. */
  readonly versions: readonly number[];
  /**
   * Opens a blob with the version that its header names. Refused with `key_missing` when this person does not hold that
   * version, `sealed_box_refused` when the blob is not of this row or this key.
   */
  open(row: SealedRow, blob: Uint8Array): Result<Buffer>;
  openFileKey(row: SealedRow, wrapped: Uint8Array): Result<Buffer>;
};

/** The version of a subject's key under which something new is written; see `KeyGrants.openForWriting`. */
export type WritingKey = {
  readonly version: number;
  seal(row: SealedRow, plain: Buffer): Buffer;
  /** Wraps the key of one file. */
  wrapFileKey(row: SealedRow, fileKey: Buffer): Buffer;
};

/** To whom a subject's key is sealed. */
export type KeyRecipient =
  | { readonly kind: 'organisation'; readonly organisationId: string }
  | { readonly kind: 'user'; readonly userId: string };

/** One sealed copy of a subject's key, ready to be stored. */
export type KeyGrant = {
  readonly subject: Subject;
  readonly version: number;
  readonly recipientKind: 'organisation' | 'user' | 'code' | 'share';
  readonly recipientId: string;
  readonly recipientGeneration: number;
  readonly sealedKey: Buffer;
  /** Wrapped once more under the server's release key: opens only after the provider has confirmed. */
  readonly awaitingRelease: boolean;
};

/** The keys of a signed-in person, for the time of one request; zeroed afterwards. */
export type KeyRing = {
  readonly userId: string;
  /** Opens a subject's key for reading; refused with `key_missing` for who is no recipient. */
  open(subject: Subject): Promise<Result<SubjectKey>>;
  /** Makes a new subject's first key, sealed to the recipients. The grants are stored in the transaction of the act. */
  create(subject: Subject, recipients: readonly KeyRecipient[]): Promise<Result<{ key: WritingKey; grants: KeyGrant[] }>>;
  /** Seals text to the person's organisation, to be opened by any of its confirmed members. */
  sealForOrganisation(organisationId: string, row: SealedRow, plain: Buffer): Promise<Result<Buffer>>;
  openForOrganisation(organisationId: string, row: SealedRow, blob: Uint8Array): Promise<Result<Buffer>>;
};

/**
 * The keys of subjects in the transaction of the act. What needs a person's key takes its ring; the office and
 * the worker have none.
 */
export type KeyGrants = {
  /**
   * The only key that seals, and only inside the transaction that stores what it sealed. When somebody who could open the
   * newest version has lost the right to what comes (an assignment ended, a member left, a recipient was taken off), the
   * following version is made first, for those who remain. Refused with `key_missing` for who is no recipient (any more).
   */
  openForWriting(keys: KeyRing, subject: Subject): Promise<Result<WritingKey>>;
  /**
   * Seals every version of the subject's key to a further recipient. With the fingerprint that a person has seen, refused with
   * `conflict_of_versions` when the recipient's key is another one by now.
   */
  give(keys: KeyRing, subject: Subject, recipient: KeyRecipient, seenFingerprint?: string): Promise<Result<null>>;
  /** The same, wrapped under the release key, for several providers at once (immediate release). Returns those it was sealed to. */
  giveAwaitingRelease(keys: KeyRing, subject: Subject, organisationIds: readonly string[]): Promise<Result<readonly string[]>>;
  /** Stores the copies of a first key. */
  add(grants: readonly KeyGrant[], grantedBy: string): Promise<void>;
  /**
   * Takes the outer wrap off the copies of the provider that has confirmed; false when a release by hand is needed: there are
   * none, one version is missing, or a member has left the provider since they were sealed.
   */
  lift(subject: Subject, organisationId: string, at: Date): Promise<boolean>;
  /** Removes what waits for a release, except for the named provider. */
  dropAwaitingRelease(subject: Subject, exceptOrganisationId: string | null): Promise<number>;
  /** Removes every copy of this recipient. What is written from now on is under a version that it never had. */
  remove(subject: Subject, recipient: KeyRecipient): Promise<number>;
  /** The same, for every subject that was sealed to this person by name. */
  removePerson(organisationId: string, userId: string): Promise<number>;
};

/** Makes a repeated post of the same form have one effect. */
export type Idempotency = {
  /** Stores the key; returns null when it is new, otherwise the result that the first post had. */
  claim(key: string, userId: string, result: string, at: Date): Promise<string | null>;
};

/** A link to an outsider as every opening needs it; of its token only the hash is stored. */
export type LinkRow = {
  readonly id: string;
  readonly organisationId: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly sealedContent: Uint8Array;
};

type LinkPlace = Pick<LinkRow, 'id' | 'organisationId'>;

export type LinkWrites = {
  /** False when it does not hold any more. What it showed is erased. */
  revokeLink(organisationId: string, linkId: string, at: Date): Promise<boolean>;
  /** Counts an opening and forgets the failures before; false when the link does not hold any more. */
  countOpened(link: LinkPlace, at: Date): Promise<boolean>;
  /** Counts a wrong code; the number of wrong codes since the last right one. */
  countFailure(link: LinkPlace): Promise<number>;
};

/** One thing that is counted; the pause begins when the free ones are used up. */
export type Limit = {
  readonly key: string;
  readonly free: number;
  readonly windowMinutes: number;
  readonly then: { readonly pauseMinutes: number };
};

export type Attempts = {
  /** Counts one attempt; null when it is free, otherwise the seconds to wait. */
  take(limits: readonly Limit[], now: Date): Promise<number | null>;
  forget(limits: readonly Pick<Limit, 'key'>[]): Promise<void>;
};

/** The key of one file's body and the place it is bound to. Whoever made the key wipes it. */
export type FileSeal = { readonly fileKey: Buffer; readonly place: RowIdentity };

/** Encrypts and decrypts a body while it streams; `open` breaks off with an error where the body was changed. */
export type FileCipher = {
  seal(seal: FileSeal, plain: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  open(seal: FileSeal, sealed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
};

/** Bodies of files on disk, never in the clear. */
export type SealedFiles = {
  /** Whole and on disk when it resolves; nothing is left when it rejects. */
  store(storageName: string, seal: FileSeal, plain: AsyncIterable<Uint8Array>): Promise<void>;
  /** The body as it was handed in; null when there is no such file. */
  open(storageName: string, seal: FileSeal): Promise<AsyncIterable<Uint8Array> | null>;
  remove(storageName: string): Promise<void>;
  /** Names of files that were last written before `before`. Unfinished ones of that age are removed. */
  olderThan(before: Date): Promise<string[]>;
};
