/**
 * Expected outcomes of an act. A refusal is a value with a code from the closed list below; an exception is a bug.
 * Each code is mapped once to a status (app/http/respond.ts) and once to a sentence (app/content/*\/refusals.ts).
 */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<R extends Refusal = Refusal> = { readonly ok: false; readonly refusal: R };
export type Result<T, R extends Refusal = Refusal> = Ok<T> | Err<R>;

/** Every reason for which the product says no. */
export const refusalCodes = [
  'not_signed_in',
  'second_factor_missing',
  'session_locked',
  'step_up_required',
  'not_found',
  'not_allowed',
  'invalid_input',
  'wrong_credentials',
  'code_already_used',
  'too_many_attempts',
  'link_expired',
  'already_taken',
  'conflict_of_versions',
  'wrong_state',
  'not_eligible',
  'file_refused',
  'file_too_large',
  'quota_exceeded',
  'key_missing',
  'sealed_box_refused',
  'temporarily_unavailable',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** What a refusal tells: its code, and for input the field and the message key of that field. */
export type Refusal = {
  readonly code: RefusalCode;
  /** Field name -> message keys; set for `invalid_input`. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** Seconds until another attempt makes sense; set for `too_many_attempts`. */
  readonly retryAfterSeconds?: number;
  /** A machine-readable detail for the page, for instance the state the case is in. Never confidential text. */
  readonly detail?: string;
};

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function err(code: RefusalCode, more: Omit<Refusal, 'code'> = {}): Err {
  return { ok: false, refusal: { code, ...more } };
}
