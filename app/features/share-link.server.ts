import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { ACCESS_CODE_BYTES, parseCode } from '#app/domain/sealed-box/codes.ts';
import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';
import { openShared } from '#app/domain/sealed-box/open-share.ts';
import type { RandomSource } from '#app/domain/sealed-box/random-source.ts';
import { attempt } from '#app/domain/sealed-box/refused.ts';
import { sealShared } from '#app/domain/sealed-box/seal-share.ts';
import { deriveShareKey, parseShareToken, shareTokenHash } from '#app/domain/sealed-box/share-key.ts';
import type { ActRecord, Attempts, Clock, Limit, LinkRow, LinkWrites, Transact } from './ports.ts';

/** The one mechanism of every link to an outsider: token and access code derive the key of what it shows and takes. */

const schemaVersion = 1;

/** Wrong codes before a link pauses, and before it ends. */
export const failuresBeforePause = 5;
export const failuresBeforeEnd = 20;
const pauseMinutes = 15;

/** The secrets of a link: the token of its address and the code that is told another way. */
export type ShareSecret = { readonly token: Buffer; readonly accessCode: Buffer };

/** Under what a link's row is found, hexadecimal; null for what is no token. */
export function tokenHashOf(token: string): string | null {
  const bytes = parseShareToken(token);
  return bytes === undefined ? null : shareTokenHash(bytes).toString('hex');
}

/** Reads both secrets as they stand in an address and as a person types them; `invalid_input` for anything else. */
export function shareSecretOf(token: string, typedCode: string): Result<ShareSecret> {
  const bytes = parseShareToken(token);
  const code = parseCode(typedCode, ACCESS_CODE_BYTES);
  if (bytes === undefined || !code.ok) return err('invalid_input');
  return ok({ token: bytes, accessCode: code.value });
}

/** Seals bytes under the key of a link, bound to their place. */
export function sealForLink(plain: Uint8Array, place: RowIdentity, secret: ShareSecret, random: RandomSource): Buffer {
  const key = deriveShareKey(secret.token, secret.accessCode);
  try {
    return sealShared(key, schemaVersion, place, plain, random);
  } finally {
    key.fill(0);
  }
}

/** Inverse of `sealForLink`; `sealed_box_refused` also for a wrong code. */
export function openForLink(blob: Uint8Array, place: RowIdentity, secret: ShareSecret): Result<Buffer> {
  const key = deriveShareKey(secret.token, secret.accessCode);
  try {
    return attempt(() => openShared(key, place, blob).plaintext);
  } finally {
    key.fill(0);
  }
}

/** What the door of links needs from a feature that has some. */
export type LinkDoor<Row extends LinkRow, Tx extends ActRecord> = {
  readonly clock: Clock;
  readonly attempts: Attempts;
  readonly transact: Transact<Tx>;
  /** By the hash of its token; links of other purposes are not found. */
  find(tokenHash: string): Promise<Row | null>;
  /** Where the shared content is bound to. */
  placeOf(link: Row): RowIdentity;
  writes(tx: Tx): Pick<LinkWrites, 'revokeLink' | 'countFailure'>;
};

/** A link that holds. Unknown, expired and revoked ones are all `link_expired`. */
export async function findValidLink<Row extends LinkRow>({ clock, find }: Pick<LinkDoor<Row, never>, 'clock' | 'find'>, token: string): Promise<Result<Row>> {
  const hash = tokenHashOf(token);
  const link = hash === null ? null : await find(hash);
  if (link === null || link.revokedAt !== null || link.expiresAt <= clock.now()) return err('link_expired');
  return ok(link);
}

/**
 * Opens what a link shares. `wrong_credentials` for a wrong code, `too_many_attempts` after five wrong ones for a quarter of an
 * hour (for the right code too), `link_expired` from the twentieth on and for every link that does not hold.
 */
export async function enterLink<Row extends LinkRow, Tx extends ActRecord>(door: LinkDoor<Row, Tx>, token: string, typedCode: string): Promise<Result<{ readonly link: Row; readonly plain: Buffer; readonly secret: ShareSecret }>> {
  const found = await findValidLink(door, token);
  if (!found.ok) return found;
  const link = found.value;
  const secret = shareSecretOf(token, typedCode);
  // What is no code at all is a slip of the hand, and tries nothing.
  if (!secret.ok) return err('wrong_credentials');
  const wait = await door.attempts.take([codeLimit(link.id)], door.clock.now());
  if (wait !== null) return err('too_many_attempts', { retryAfterSeconds: wait });
  const plain = openForLink(link.sealedContent, door.placeOf(link), secret.value);
  if (!plain.ok) return refuse(door, link);
  await door.attempts.forget([codeLimit(link.id)]);
  return ok({ link, plain: plain.value, secret: secret.value });
}

function codeLimit(linkId: string): Limit {
  return { key: `share/${linkId}`, free: failuresBeforePause, windowMinutes: pauseMinutes, then: { pauseMinutes } };
}

async function refuse<Row extends LinkRow, Tx extends ActRecord>(door: LinkDoor<Row, Tx>, link: Row): Promise<Result<never>> {
  const now = door.clock.now();
  const ended = await door.transact(async (tx) => {
    const links = door.writes(tx);
    const failures = await links.countFailure(link);
    const about = { actor: { kind: 'guest' }, at: now, organisationId: link.organisationId, object: { kind: 'share', id: link.id } } as const;
    await tx.audit.append({ event: 'share.refused', reason: 'wrong_code', ...about });
    if (failures < failuresBeforeEnd || !(await links.revokeLink(link.organisationId, link.id, now))) return false;
    await tx.audit.append({ event: 'share.revoked', reason: 'too_many_wrong_codes', ...about, actor: { kind: 'system' } });
    return true;
  });
  return err(ended ? 'link_expired' : 'wrong_credentials');
}
