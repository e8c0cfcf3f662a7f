import type { AccountVault, ActRecord, Clock, FileCipher, KeyGrants, Random, SubjectKey, Transact } from '#app/features/ports.ts';
import { createAuditTrail } from '#app/infrastructure/db/audit-trail.ts';
import type { Database } from '#app/infrastructure/db/connect.ts';
import { createKeyGrants } from '#app/infrastructure/db/key-grants.ts';
import { createOutbox } from '#app/infrastructure/db/outbox.ts';
import { transactOn } from '#app/infrastructure/db/transact.ts';
import type { DatabaseTransaction } from '#app/infrastructure/db/transact.ts';
import type { Log } from '#app/infrastructure/log/log.ts';
import type { Job } from '#app/infrastructure/jobs/worker.ts';
import type { Config } from '../config.ts';

/** What every feature is wired from. Built once; tests build the same with a fixed clock and a temporary folder. */
export type Base = {
  readonly config: Config;
  readonly log: Log;
  readonly db: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly vault: AccountVault;
  readonly fileCipher: FileCipher;
  readonly wrapSubjectKey: (key: SubjectKey) => SubjectKey;
  /** One transaction; `parts` adds the feature's own stores to log and outbox. */
  transact<Parts>(parts: (tx: DatabaseTransaction) => Parts): Transact<Parts & ActRecord>;
  keyGrants(tx: DatabaseTransaction): KeyGrants;
};

/** A feature's use cases and the jobs it wants run in the background. */
export type Wired<Services> = { readonly services: Services; readonly jobs: readonly Job[] };

export function createBase(parts: Omit<Base, 'transact' | 'keyGrants'>): Base {
  const mailHost = new URL(parts.config.baseUrl).hostname;
  return {
    ...parts,
    transact: (build) => (work) =>
      transactOn(parts.db, (tx) =>
        work({
          ...build(tx),
          audit: createAuditTrail(tx, parts),
          outbox: createOutbox(tx, { vault: parts.vault, random: parts.random, clock: parts.clock, mailHost }),
        }),
      ),
    keyGrants: (tx) => createKeyGrants(tx, { random: parts.random, clock: parts.clock, releaseKey: parts.config.secrets.release }),
  };
}
