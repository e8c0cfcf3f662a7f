import { ed25519Pair } from '#app/domain/sealed-box/curve-keys.ts';
import type { AccountVault, ActRecord, Clock, FileCipher, KeyGrants, Random, Transact } from '#app/features/ports.ts';
import { createAuditTrail } from '#app/infrastructure/db/audit-trail.ts';
import type { Database } from '#app/infrastructure/db/connect.ts';
import { createFileKeyWraps } from '#app/infrastructure/db/file-key-wraps.ts';
import { createKeyGrants } from '#app/infrastructure/db/key-grants.ts';
import { createKeyRows } from '#app/infrastructure/db/key-rows.ts';
import { createOutbox } from '#app/infrastructure/db/outbox.ts';
import { createSubjectVersions } from '#app/infrastructure/db/subject-versions.ts';
import { transactOn } from '#app/infrastructure/db/transact.ts';
import type { DatabaseTransaction } from '#app/infrastructure/db/transact.ts';
import { createDirectory } from '#app/infrastructure/keys/directory.ts';
import type { Directory } from '#app/infrastructure/keys/directory.ts';
import { createRingDesk } from '#app/infrastructure/keys/ring-desk.ts';
import type { RingDesk } from '#app/infrastructure/keys/ring-desk.ts';
import type { Sealing } from '#app/infrastructure/keys/sealing.ts';
import { createWritingKeys } from '#app/infrastructure/keys/writing-keys.ts';
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
  readonly sealing: Sealing;
  readonly directory: Directory;
  readonly rings: RingDesk;
  /** One transaction; `parts` adds the feature's own stores to log and outbox. */
  transact<Parts>(parts: (tx: DatabaseTransaction) => Parts): Transact<Parts & ActRecord>;
  keyGrants(tx: DatabaseTransaction): KeyGrants;
};

/** A feature's use cases and the jobs it wants run in the background. */
export type Wired<Services> = { readonly services: Services; readonly jobs: readonly Job[] };

export function createBase(parts: Omit<Base, 'transact' | 'keyGrants' | 'directory' | 'rings'>): Base {
  const { config, random, clock } = parts;
  const mailHost = new URL(config.baseUrl).hostname;
  const directory = createDirectory(ed25519Pair(config.secrets.directory).publicKey);
  const rings = createRingDesk();
  const releaseKey = config.secrets.release;
  return {
    ...parts,
    directory,
    rings,
    transact: (build) => (work) =>
      transactOn(parts.db, (tx) =>
        work({
          ...build(tx),
          audit: createAuditTrail(tx, parts),
          outbox: createOutbox(tx, { vault: parts.vault, random: parts.random, clock: parts.clock, mailHost }),
        }),
      ),
    keyGrants(tx) {
      const store = createKeyGrants(tx, { random, clock, releaseKey });
      const onTransaction = { rows: createKeyRows(tx), versions: createSubjectVersions(tx), wraps: createFileKeyWraps(tx), audit: createAuditTrail(tx, parts) };
      return { ...store, ...createWritingKeys({ ...onTransaction, store, rings, directory, sealing: parts.sealing, random, clock, releaseKey }) };
    },
  };
}
