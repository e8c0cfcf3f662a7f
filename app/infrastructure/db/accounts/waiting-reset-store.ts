import type { KdfParameters } from '#app/domain/sealed-box/kdf-floor.ts';
import type { PersonStore } from '#app/features/accounts/ports.ts';
import { toBytes } from '../bytes.ts';
import type { Database } from '../connect.ts';
import type { DatabaseTransaction } from '../transact.ts';

type WaitingParts = Pick<PersonStore, 'waitingReset' | 'putWaitingReset' | 'setWaitingSecondFactor' | 'useWaitingStep' | 'removeWaitingReset'>;

/** Fresh seeds that wait for a colleague. One at a time for each person; the newest counts. */
export function createWaitingResetStore(db: Database | DatabaseTransaction): WaitingParts {
  return {
    async waitingReset(userId) {
      const row = await db.waitingReset.findFirst({ where: { userId } });
      if (!row) return null;
      return {
        userId,
        publicKey: Buffer.from(row.publicKey),
        signingPublicKey: Buffer.from(row.signingPublicKey),
        slot: {
          kdf: JSON.parse(row.kdf) as KdfParameters,
          salt: Buffer.from(row.salt),
          verifier: Buffer.from(row.verifier),
          wrappedSeed: Buffer.from(row.wrappedSeed),
        },
        secondFactor: row.sealedSecret && { sealedSecret: Buffer.from(row.sealedSecret), lastStep: row.lastStep },
        createdAt: row.createdAt,
      };
    },
    async putWaitingReset({ userId, publicKey, signingPublicKey, slot, createdAt }) {
      const content = {
        publicKey: toBytes(publicKey),
        signingPublicKey: toBytes(signingPublicKey),
        kdf: JSON.stringify(slot.kdf),
        salt: toBytes(slot.salt),
        verifier: toBytes(slot.verifier),
        wrappedSeed: toBytes(slot.wrappedSeed),
        sealedSecret: null,
        lastStep: 0,
        createdAt,
      };
      await db.waitingReset.upsert({ where: { userId }, create: { userId, ...content }, update: content });
    },
    async setWaitingSecondFactor(userId, factor) {
      const { count } = await db.waitingReset.updateMany({
        where: { userId, sealedSecret: null },
        data: { sealedSecret: toBytes(factor.sealedSecret), lastStep: factor.lastStep },
      });
      return count === 1;
    },
    async useWaitingStep(userId, step) {
      const { count } = await db.waitingReset.updateMany({ where: { userId, lastStep: { lt: step } }, data: { lastStep: step } });
      return count === 1;
    },
    async removeWaitingReset(userId) {
      const { count } = await db.waitingReset.deleteMany({ where: { userId } });
      return count === 1;
    },
  };
}
