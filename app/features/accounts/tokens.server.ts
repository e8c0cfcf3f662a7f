import { createHash } from 'node:crypto';
import type { Random } from '../ports.ts';

const tokenBytes = 16;

/** A token for a mailed link: 128 bits in the address, its hash in the database. */
export function newToken(random: Random): { token: string; hash: string } {
  const token = random.bytes(tokenBytes).toString('base64url');
  return { token, hash: tokenHash(token) };
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
