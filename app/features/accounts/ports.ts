import type { Result } from '#app/domain/result.ts';
import type { KdfParameters } from '#app/domain/sealed-box/kdf-floor.ts';

/** Credentials: what the accounts feature needs beside its store. */

/** Stretches a password (32 bytes out). At most four at a time run; the others wait. */
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
  /** For scanning without script: an SVG picture of the address, as markup without style attributes. */
  qrSvg(uri: string): Promise<string>;
  /**
   * The 30-second step that the code belongs to, when it is right now or one step ago and newer than `afterStep`;
   * null otherwise. The caller stores the step by a conditional update, so that a code counts once.
   */
  acceptedStep(secret: Uint8Array, code: string, now: Date, afterStep: number): Promise<number | null>;
};
