import { publicKeyBytes } from './directory.ts';
import type { PublicKeyKind, VerifiedPublicKey } from './directory.ts';
import { additionalData, encodeHeader, hpkeInfo, keyIdOfPublicKey } from './envelope.ts';
import type { RowIdentity } from './envelope.ts';
import { aes256Gcm } from './hpke.ts';
import type { SealedPurpose } from './purposes.ts';
import type { RandomSource } from './random-source.ts';
import { refuse } from './refused.ts';
import { sealHpke } from './seal-hpke.ts';

/** Where a blob sealed to a public key is to stand, and what its header says. */
export type SealedPlace = {
  readonly purpose: SealedPurpose;
  /** Version of what is inside where it is a key of a case or organisation, else the recipient key's generation. */
  readonly generation: number;
  /** Version of the plaintext's schema, 0 where the plaintext is a key. */
  readonly schemaVersion: number;
  readonly row: RowIdentity;
};

/** Who may be the recipient of what; anything else is refused. */
const recipients: Readonly<Record<SealedPurpose, readonly PublicKeyKind[]>> = {
  organisation_key: ['user', 'emergency_sheet'],
  subject_key: ['user', 'organisation', 'report_code'],
  totp_secret: ['user'],
  waiting_post: ['user', 'organisation'],
  immediate_release: ['organisation'],
  organisation_record: ['organisation'],
};

/** Seals `plaintext` to a verified public key. Refuses keys nobody vouched for and kinds of owner foreign to the purpose. */
export function sealTo(
  recipient: VerifiedPublicKey,
  place: SealedPlace,
  plaintext: Uint8Array,
  random: RandomSource,
): Buffer {
  const publicKey = publicKeyBytes(recipient);
  if (!recipients[place.purpose].includes(recipient.kind)) refuse();
  const headerBytes = encodeHeader({
    purpose: place.purpose,
    generation: place.generation,
    schemaVersion: place.schemaVersion,
    keyId: keyIdOfPublicKey(publicKey),
  });
  const additional = additionalData(headerBytes, place.row);
  const sealed = sealHpke(aes256Gcm, publicKey, hpkeInfo(place.purpose), additional, plaintext, random);
  return Buffer.concat([headerBytes, sealed]);
}
