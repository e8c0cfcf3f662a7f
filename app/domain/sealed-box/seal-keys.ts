import { withSecret } from './bytes.ts';
import type { VerifiedPublicKey } from './directory.ts';
import type { RowIdentity } from './envelope.ts';
import { chainKey } from './keys.ts';
import type { OrganisationKey, SubjectKey } from './keys.ts';
import type { RandomSource } from './random-source.ts';
import { refuse } from './refused.ts';
import { sealSymmetric } from './seal-symmetric.ts';
import { sealTo } from './seal-to.ts';

/** Seals an organisation's private half to a confirmed member or to the organisation's emergency sheet. */
export function sealOrganisationKey(
  recipient: VerifiedPublicKey,
  organisation: OrganisationKey,
  row: RowIdentity,
  random: RandomSource,
): Buffer {
  const place = { purpose: 'organisation_key', generation: organisation.generation, schemaVersion: 0, row } as const;
  return sealTo(recipient, place, organisation.pair.privateKey, random);
}

/** Keeps generation g-1 under generation g, so that a holder of the newest reaches every older one, never the reverse. */
export function sealPreviousOrganisationKey(
  current: OrganisationKey,
  previous: OrganisationKey,
  row: RowIdentity,
  random: RandomSource,
): Buffer {
  if (previous.generation !== current.generation - 1) refuse();
  const { generation } = current;
  const place = { purpose: 'previous_organisation_key', generation, schemaVersion: 0, row } as const;
  return withSecret(chainKey(current), (key) => sealSymmetric(key, place, previous.pair.privateKey, random));
}

/** Seals a case or assessment key to an organisation, a person or a report code. */
export function sealSubjectKey(
  recipient: VerifiedPublicKey,
  subject: SubjectKey,
  row: RowIdentity,
  random: RandomSource,
): Buffer {
  const place = { purpose: 'subject_key', generation: subject.version, schemaVersion: 0, row } as const;
  return sealTo(recipient, place, subject.key, random);
}

/** Seals a second factor's secret to its owner. */
export function sealTotpSecret(
  owner: VerifiedPublicKey,
  secret: Uint8Array,
  row: RowIdentity,
  random: RandomSource,
): Buffer {
  const place = { purpose: 'totp_secret', generation: owner.generation, schemaVersion: 0, row } as const;
  return sealTo(owner, place, secret, random);
}
