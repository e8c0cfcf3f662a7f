import { createHash } from 'node:crypto';
import { encodeParts } from './bytes.ts';

const GROUPS = 6;

/**
 * Short form of a public key for two people to compare, on paper or by telephone: six groups of five digits, such as
 * `04711 83920 55501 00213 98760 31415` (about 100 bits: a second key with the same digits cannot be found).
 */
export function fingerprint(publicKey: Uint8Array): string {
  const digest = createHash('sha256')
    .update(encodeParts(['geleucht/fingerprint/1', publicKey]))
    .digest();
  return Array.from({ length: GROUPS }, (_, group) =>
    String(digest.readUIntBE(group * 5, 5) % 100_000).padStart(5, '0'),
  ).join(' ');
}
