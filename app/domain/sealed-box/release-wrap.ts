import { deriveKey } from './hkdf.ts';

/** The key of the outer layer of immediate releases, from the server's release key (32 bytes or more). */
export function releaseWrapKey(releaseKey: Uint8Array): Buffer {
  if (releaseKey.length < 32) throw new RangeError('release key length');
  return deriveKey(releaseKey, 'release-wrap', []);
}
