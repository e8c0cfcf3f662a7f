import { verifyPublicKey } from '#app/domain/sealed-box/directory.ts';
import type { VerifiedPublicKey } from '#app/domain/sealed-box/directory.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRows } from '../db/key-rows.ts';
import { attempt } from './attempt.ts';

/** Public keys out of the database, each checked against the directory's signature and the owner who is meant. */
export type Directory = ReturnType<typeof createDirectory>;

export function createDirectory(directoryPublicKey: Buffer) {
  return {
    /** The newest generation. Refused with `key_missing` when there is none, `sealed_box_refused` when nobody vouches for it. */
    async organisation(rows: KeyRows, organisationId: string, generationAtLeast = 1): Promise<Result<VerifiedPublicKey>> {
      const [newest] = await rows.organisationKeys(organisationId);
      if (!newest) return err('key_missing');
      const { generation, publicKey, directorySignature: signature } = newest;
      const expected = { kind: 'organisation', ownerId: organisationId, generationAtLeast } as const;
      return attempt(() => verifyPublicKey(directoryPublicKey, expected, { kind: 'organisation', ownerId: organisationId, generation, publicKey, signature }));
    },
    async user(rows: KeyRows, userId: string): Promise<Result<VerifiedPublicKey>> {
      const found = await rows.user(userId);
      if (!found) return err('key_missing');
      const { publicKey, directorySignature: signature } = found;
      const expected = { kind: 'user', ownerId: userId, generationAtLeast: 1 } as const;
      return attempt(() => verifyPublicKey(directoryPublicKey, expected, { kind: 'user', ownerId: userId, generation: 1, publicKey, signature }));
    },
  };
}
