import type { VerifiedPublicKey } from '#app/domain/sealed-box/directory.ts';
import type { SubjectKey as RawSubjectKey } from '#app/domain/sealed-box/keys.ts';
import { sealSubjectKey } from '#app/domain/sealed-box/seal-keys.ts';
import { sealImmediateRelease } from '#app/domain/sealed-box/seal-release.ts';
import type { KeyGrant, KeyRecipient, Random, Subject } from '#app/features/ports.ts';
import { subjectGrantRow } from './grant-identity.ts';

/** One version of a subject's key, sealed to one recipient. */
export function sealedCopy(subject: Subject, raw: RawSubjectKey, recipient: KeyRecipient, key: VerifiedPublicKey, random: Random): KeyGrant {
  const place = placeOf(subject, raw, recipient, key);
  const row = subjectGrantRow(subject, place.recipientKind, place.recipientId);
  return { ...place, sealedKey: sealSubjectKey(key, raw, row, random.bytes), awaitingRelease: false };
}

/** The same, wrapped once more under the server's release key. */
export function copyAwaitingRelease(subject: Subject, raw: RawSubjectKey, organisationId: string, key: VerifiedPublicKey, releaseKey: Buffer, random: Random): KeyGrant {
  const place = placeOf(subject, raw, { kind: 'organisation', organisationId }, key);
  const row = subjectGrantRow(subject, 'organisation', organisationId);
  return { ...place, sealedKey: sealImmediateRelease(key, raw, releaseKey, row, random.bytes), awaitingRelease: true };
}

function placeOf(subject: Subject, raw: RawSubjectKey, recipient: KeyRecipient, key: VerifiedPublicKey) {
  return {
    subject,
    version: raw.version,
    recipientKind: recipient.kind,
    recipientId: recipient.kind === 'user' ? recipient.userId : recipient.organisationId,
    recipientGeneration: key.generation,
  } as const;
}
