import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { deriveKey } from './hkdf.ts';
import type { RandomSource } from './random-source.ts';

/*
 * Secrets that people print, read aloud and type: recovery code, emergency sheet, report code (160 bit), access code of
 * a share link (40 bit). Crockford's base 32: no I, L, O, U, so that nothing is mistaken on paper.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Bytes of a recovery code, emergency sheet or report code. */
export const LONG_CODE_BYTES = 20;
/** Bytes of the access code that goes with a share link. */
export const ACCESS_CODE_BYTES = 5;

/** Draws a 160-bit code. */
export function createLongCode(random: RandomSource): Buffer {
  return random(LONG_CODE_BYTES);
}

/** Draws a 40-bit access code. It is worth something only together with the 128-bit token of its link. */
export function createAccessCode(random: RandomSource): Buffer {
  return random(ACCESS_CODE_BYTES);
}

/** Text of a code in groups of four: 160 bits give `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`, 40 bits `XXXX-XXXX`. */
export function formatCode(code: Uint8Array): string {
  if (code.length === 0 || code.length % 5 !== 0) throw new RangeError('a code has a multiple of five bytes');
  let characters = '';
  let held = 0;
  let bits = 0;
  for (const byte of code) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      characters += ALPHABET.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return (characters.match(/.{4}/g) ?? []).join('-');
}

/**
 * Under what the row of a 160-bit code is found, 32 bytes. Nobody guesses such a code, so the hash needs no server key,
 * and it leads to none of the keys that the code gives.
 */
export function longCodeHash(use: 'report_code' | 'recovery_code' | 'emergency_sheet', code: Uint8Array): Buffer {
  if (code.length !== LONG_CODE_BYTES) throw new RangeError('code length');
  return deriveKey(code, 'code-lookup', [use]);
}

/**
 * Reads what a person typed: lower case, spaces, line breaks, dashes and dots anywhere; I and L count as 1, O as 0.
 * `bytes` is the length the code must have. `invalid_input` when characters are left over, missing or foreign.
 */
export function parseCode(text: string, bytes: number): Result<Buffer> {
  const characters = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u2212._·]/gu, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  if (characters.length * 5 !== bytes * 8) return err('invalid_input');
  const code = Buffer.alloc(bytes);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const character of characters) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return err('invalid_input');
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      code[at] = (held >> bits) & 255;
      at += 1;
    }
    held &= (1 << bits) - 1;
  }
  return ok(code);
}
