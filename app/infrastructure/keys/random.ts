import { randomBytes } from 'node:crypto';
import type { Random } from '#app/features/ports.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

export function createRandom(): Random {
  return { bytes: (count) => randomBytes(count), id: randomId };
}

/** 26 characters of a 32-letter alphabet carry 130 bits; 128 of them are random. */
function randomId(): string {
  let value = BigInt(`0x${randomBytes(16).toString('hex')}`);
  let text = '';
  for (let i = 0; i < 26; i += 1) {
    text = alphabet[Number(value & 31n)] + text;
    value >>= 5n;
  }
  return text;
}
