/**
 * What a blob is for, with its byte in the header. A closed list: codes are never reused nor renumbered. Below 32:
 * sealed to a public key; from 32 on: under a symmetric key.
 */
export const purposeCodes = {
  /** Private half of an organisation key, for a member or the emergency sheet. */
  organisation_key: 1,
  /** Key of a case or an assessment, for one of its recipients. */
  subject_key: 2,
  /** Second factor of a person, for that person. */
  totp_secret: 3,
  /** A form that reached a locked session, for the organisation or the person. */
  waiting_post: 4,
  /** Key of a case, for a provider, under the server's release key. */
  immediate_release: 5,
  /** What belongs to an organisation as a whole: insurer and policy, a provider's internal notes. */
  organisation_record: 6,

  /** A field or an answer under a case or assessment key. */
  record: 32,
  /** A file's key under a case or assessment key. */
  file_key: 33,
  /** A file's body under its own key. */
  file_body: 34,
  /** Private half of an organisation key under its successor. */
  previous_organisation_key: 35,
  /** User seed under what a password, a recovery code or a passkey gives. */
  password_slot: 36,
  recovery_slot: 37,
  passkey_slot: 38,
  /** User seed under the two halves of a session. */
  session_seed: 39,
  /** What a share link shows or takes. */
  share_content: 40,
  /** The outer layer of an immediate release. */
  release_wrap: 41,
  /** Account data under the server's key. */
  account_data: 42,
  /** Something kept for a short time under a key that only a cookie or a session gives: drafts, finished documents. */
  short_lived: 43,
} as const;

export type Purpose = keyof typeof purposeCodes;

/** Purposes sealed to a public key. */
export type SealedPurpose =
  | 'organisation_key'
  | 'subject_key'
  | 'totp_secret'
  | 'waiting_post'
  | 'immediate_release'
  | 'organisation_record';

/** Purposes under a symmetric key, save for the file body (a stream) and account data (server-box.ts). */
export type SymmetricPurpose = Exclude<Purpose, SealedPurpose | 'file_body' | 'account_data'>;
