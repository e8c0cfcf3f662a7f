import { signCheckpoint } from '#app/domain/sealed-box/audit-checkpoint.ts';
import type { CheckpointLine } from '#app/features/dossiers/ports.ts';
import type { Clock } from '#app/features/ports.ts';
import type { Database } from './connect.ts';
import { isDuplicate } from './error-map.ts';

type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  /** Seed of the audit key, 32 bytes. */
  readonly auditSeed: Buffer;
  /** Name of the log in its signed notes, see `auditOrigin`. */
  readonly origin: string;
};

export type Checkpoints = {
  /** Signs the head of the log; 1 when it has grown since the last checkpoint, otherwise 0. */
  sign(): Promise<number>;
  /** Signs what is new, then tells the newest checkpoint; null while the log is empty. */
  current: CheckpointLine;
};

/** Name of this site's audit log. */
export function auditOrigin(baseUrl: string): string {
  return `${new URL(baseUrl).host}/audit`;
}

/** Signed states of the audit log. `signature` of a row is the whole signed note of `signCheckpoint`. */
export function createCheckpoints({ db, clock, auditSeed, origin }: Parts): Checkpoints {
  async function sign(): Promise<number> {
    const head = await db.auditEntry.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true, hash: true } });
    if (head === null) return 0;
    const { sequence: size, hash: headHash } = head;
    if ((await db.auditCheckpoint.findFirst({ where: { size }, select: { size: true } })) !== null) return 0;
    const at = clock.now();
    const signature = signCheckpoint(auditSeed, origin, { size, head: Buffer.from(headHash, 'hex'), time: at.toISOString() });
    try {
      await db.auditCheckpoint.create({ data: { size, headHash, at, signature } });
      return 1;
    } catch (error) {
      // Another process signed the same head.
      if (isDuplicate(error)) return 0;
      throw error;
    }
  }

  return {
    sign,
    async current() {
      await sign();
      const newest = await db.auditCheckpoint.findFirst({ orderBy: { size: 'desc' } });
      return newest === null ? null : { number: newest.size, hash: newest.headHash, at: newest.at.toISOString() };
    },
  };
}
