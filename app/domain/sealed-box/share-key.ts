import { createHash } from 'node:crypto';
import { encodeParts } from './bytes.ts';
import { ACCESS_CODE_BYTES } from './codes.ts';
import { deriveKey } from './hkdf.ts';
import type { RandomSource } from './random-source.ts';

export const SHARE_TOKEN_BYTES = 16;

/** Draws the token of a share link: 128 bits, shown in the address, never stored nor logged. */
export function createShareToken(random: RandomSource): Buffer {
  return random(SHARE_TOKEN_BYTES);
}

/** The token as it stands in the address, 22 characters. */
export function formatShareToken(token: Uint8Array): string {
  return Buffer.from(token).toString('base64url');
}

/** Reads a token from an address; undefined for anything but the exact form. */
export function parseShareToken(value: string): Buffer | undefined {
  const token = Buffer.from(value, 'base64url');
  return token.length === SHARE_TOKEN_BYTES && token.toString('base64url') === value ? token : undefined;
}

/** Under what a link's row is found, 32 bytes. */
export function shareTokenHash(token: Uint8Array): Buffer {
  return createHash('sha256')
    .update(encodeParts(['geleucht/share-token/1', token]))
    .digest();
}

/** The key of a link, 32 bytes: needs the token (from the address) and the access code (told another way). */
export function deriveShareKey(token: Uint8Array, accessCode: Uint8Array): Buffer {
  if (token.length !== SHARE_TOKEN_BYTES || accessCode.length !== ACCESS_CODE_BYTES) {
    throw new RangeError('share secret length');
  }
  const both = encodeParts([token, accessCode]);
  try {
    return deriveKey(both, 'share', []);
  } finally {
    both.fill(0);
  }
}
