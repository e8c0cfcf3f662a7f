import type { KeyPair } from './curve-keys.ts';
import { additionalData, expectEnvelope, hpkeInfo, keyIdOfPublicKey } from './envelope.ts';
import type { RowIdentity } from './envelope.ts';
import { aes256Gcm } from './hpke.ts';
import { openHpke } from './open-hpke.ts';
import type { SealedPurpose } from './purposes.ts';

/** Inverse of `sealTo`. Throws `SealedBoxRefused` for another purpose, recipient, row, or any changed byte. */
export function openSealed(recipient: KeyPair, purpose: SealedPurpose, row: RowIdentity, blob: Uint8Array): Buffer {
  const { headerBytes, payload } = expectEnvelope(blob, purpose, keyIdOfPublicKey(recipient.publicKey));
  return openHpke(aes256Gcm, recipient, hpkeInfo(purpose), additionalData(headerBytes, row), payload);
}
