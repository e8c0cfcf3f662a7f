import { createHash } from 'node:crypto';
import { ed25519Pair } from '../curve-keys.ts';
import type { KeyPair } from '../curve-keys.ts';
import { signPublicKey, verifyPublicKey } from '../directory.ts';
import type { PublicKeyKind, VerifiedPublicKey } from '../directory.ts';
import type { RowIdentity } from '../envelope.ts';
import type { RandomSource } from '../random-source.ts';

/** Bytes that look random and are the same in every run, in the order of asking. */
export function fixedRandom(seed: string): RandomSource {
  let calls = 0;
  return (bytes) => {
    const pieces: Buffer[] = [];
    for (let block = 0; block * 32 < bytes; block += 1) {
      pieces.push(createHash('sha256').update(`${seed}/${calls}/${block}`).digest());
    }
    calls += 1;
    return Buffer.from(Buffer.concat(pieces).subarray(0, bytes));
  };
}

export function aRow(changes: Partial<RowIdentity> = {}): RowIdentity {
  return {
    table: 'CaseMessage',
    column: 'text',
    rowId: 'row-1',
    organisationId: 'organisation-1',
    subjectId: 'case-1',
    ...changes,
  };
}

export const directorySeed = createHash('sha256').update('directory').digest();
export const directoryPublicKey = ed25519Pair(directorySeed).publicKey;

/** A public key that went through the directory. */
export function verified(kind: PublicKeyKind, pair: KeyPair, generation = 1): VerifiedPublicKey {
  const row = { kind, ownerId: 'owner-1', generation, publicKey: pair.publicKey };
  const signature = signPublicKey(directorySeed, row);
  return verifyPublicKey(directoryPublicKey, { kind, ownerId: 'owner-1', generationAtLeast: 1 }, { ...row, signature });
}

/** Copies of `bytes` with one changed bit, one copy for each byte. */
export function* withOneChangedBit(bytes: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    yield changed;
  }
}

/** Every way to stand in another row: each field changed, emptied, or (where allowed) absent. */
export function otherRows(row: RowIdentity): RowIdentity[] {
  const fields = ['table', 'column', 'rowId', 'organisationId', 'subjectId'] as const;
  return [
    ...fields.map((field) => ({ ...row, [field]: `${row[field] ?? ''}x` })),
    ...fields.map((field) => ({ ...row, [field]: '' })),
    { ...row, organisationId: null },
    { ...row, subjectId: null },
    { ...row, organisationId: row.subjectId, subjectId: row.organisationId },
  ];
}
