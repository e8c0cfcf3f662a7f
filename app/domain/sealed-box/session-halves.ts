import { createHash } from 'node:crypto';
import { encodeParts } from './bytes.ts';
import { deriveBytes } from './hkdf.ts';
import type { RandomSource } from './random-source.ts';

/** Bytes of a session's id and of the half of its key that only the cookie holds. */
export const SESSION_ID_BYTES = 32;
export const COOKIE_HALF_BYTES = 32;

/** What the browser keeps; the server stores the hash of `sid` and never `cookieHalf`. */
export type SessionSecrets = { readonly sid: Buffer; readonly cookieHalf: Buffer };

/** Draws the secrets of a new session. */
export function createSessionSecrets(random: RandomSource): SessionSecrets {
  return { sid: random(SESSION_ID_BYTES), cookieHalf: random(COOKIE_HALF_BYTES) };
}

/** Value of the session cookie: sid and cookie half, base64url, 86 characters. */
export function formatSessionCookie(secrets: SessionSecrets): string {
  return Buffer.concat([secrets.sid, secrets.cookieHalf]).toString('base64url');
}

/** Reads a session cookie; undefined for anything but the exact form that `formatSessionCookie` writes. */
export function parseSessionCookie(value: string): SessionSecrets | undefined {
  const bytes = Buffer.from(value, 'base64url');
  const isExact = bytes.length === SESSION_ID_BYTES + COOKIE_HALF_BYTES && bytes.toString('base64url') === value;
  if (!isExact) return undefined;
  return { sid: bytes.subarray(0, SESSION_ID_BYTES), cookieHalf: bytes.subarray(SESSION_ID_BYTES) };
}

/** Under what a session's row is found: SHA-256 over the sid, 32 bytes. */
export function sessionIdHash(sid: Uint8Array): Buffer {
  return createHash('sha256').update(sid).digest();
}

/**
 * A key that exists only while a request carries the cookie: HKDF over both halves with the sid as salt. `use` keeps the
 * session's seed apart from other things that live as long as the session (a finished document, a draft).
 */
export function sessionKey(secrets: SessionSecrets, serverHalf: Uint8Array, use: 'seed' | 'document' | 'draft'): Buffer {
  if (serverHalf.length < 32) throw new RangeError('server half length');
  const halves = encodeParts([secrets.cookieHalf, serverHalf]);
  try {
    return deriveBytes(halves, secrets.sid, 'session', [use], 32);
  } finally {
    halves.fill(0);
  }
}
