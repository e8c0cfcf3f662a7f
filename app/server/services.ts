import type { Services } from '#app/http/services.ts';
import type { AccountVault, Clock, FileCipher, Random } from '#app/features/ports.ts';
import { createSystemClock } from '#app/infrastructure/clock/system-clock.ts';
import { connectDatabase } from '#app/infrastructure/db/connect.ts';
import type { Database } from '#app/infrastructure/db/connect.ts';
import { createFileCipher } from '#app/infrastructure/files/sealed-files.ts';
import { createWorker } from '#app/infrastructure/jobs/worker.ts';
import type { Worker } from '#app/infrastructure/jobs/worker.ts';
import { createAccountVault } from '#app/infrastructure/keys/account-vault.ts';
import { createRandom } from '#app/infrastructure/keys/random.ts';
import { sealing } from '#app/infrastructure/keys/sealing.ts';
import type { Sealing } from '#app/infrastructure/keys/sealing.ts';
import type { Log } from '#app/infrastructure/log/log.ts';
import type { Config } from './config.ts';
import { createBase } from './wiring/base.ts';
import type { Wired } from './wiring/base.ts';
import { wireAccounts } from './wiring/accounts.ts';
import { wireCases } from './wiring/cases.ts';
import { wireChecklists } from './wiring/checklists.ts';
import { wireDossiers } from './wiring/dossiers.ts';
import { wireIncidents } from './wiring/incidents.ts';
import { wireMeasures } from './wiring/measures.ts';
import { wireMatching } from './wiring/matching.ts';
import { wireNotices } from './wiring/notices.ts';
import { wireOverview } from './wiring/overview.ts';
import { wireAudit } from './wiring/audit.ts';
import { wireOffice } from './wiring/office.ts';
import { wireProviders } from './wiring/providers.ts';
import { wireSites } from './wiring/sites.ts';

/** The composition root: the one place where ports meet their adapters. */
export type Runtime = {
  readonly services: Services;
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly worker: Worker;
  startWorkers(): void;
  /** Writes a row and reads it back. */
  canServe(): Promise<boolean>;
  stop(): Promise<void>;
};

type Options = {
  readonly log: Log;
  readonly clock?: Clock;
  readonly random?: Random;
  /** For the tests that prove that the attack tests can fail; production never passes it. */
  readonly unsealed?: Partial<Unsealed>;
};

/** Stand-ins for what seals: content under subject keys, account data, bodies of files. */
export type Unsealed = {
  readonly sealing: Sealing;
  readonly wrapVault: (vault: AccountVault) => AccountVault;
  readonly fileCipher: FileCipher;
};

export function createRuntime(config: Config, options: Options): Runtime {
  const database = connectDatabase({ file: config.databaseFile });
  const clock = options.clock ?? createSystemClock();
  const random = options.random ?? createRandom();
  const vault = createAccountVault(config.secrets, random);
  const base = createBase({
    config,
    log: options.log,
    db: database,
    clock,
    random,
    vault: options.unsealed?.wrapVault?.(vault) ?? vault,
    fileCipher: options.unsealed?.fileCipher ?? createFileCipher(random),
    sealing: options.unsealed?.sealing ?? sealing,
  });

  const accounts = wireAccounts(base);
  const checklists = wireChecklists(base);
  const notices = wireNotices(base);
  const matching = wireMatching(base);
  const incidents = wireIncidents(base, { passing: matching.services.releaseCandidates });
  const providers = wireProviders(base);
  const cases = wireCases(base);
  const dossiers = wireDossiers(base, { checklists: checklists.services, cases: cases.services });
  const measures = wireMeasures(base, { checklists: checklists.services, incidents: incidents.services });
  const overview = wireOverview({ clock, checklists: checklists.services, incidents: incidents.services, measures: measures.services });
  const office = wireOffice(base, matching.services);
  const audit = wireAudit(base);
  const sites = wireSites(base, { checklists: checklists.services });
  const wired = { accounts, overview, cases, checklists, notices, providers, incidents, measures, matching, dossiers, office, audit, sites };
  const worker = createWorker(Object.values(wired).flatMap((feature) => feature.jobs), options.log);

  return {
    services: servicesOf(wired),
    database,
    clock,
    random,
    worker,
    startWorkers: () => worker.start(),
    async canServe() {
      const value = random.id();
      await database.setting.upsert({ where: { key: 'readiness' }, create: { key: 'readiness', value }, update: { value } });
      const row = await database.setting.findFirst({ where: { key: 'readiness' } });
      return row !== null;
    },
    async stop() {
      await worker.stop();
      await database.$disconnect();
    },
  };
}

type Wiring = { readonly [Feature in keyof Services]: Wired<Services[Feature]> };

function servicesOf(wired: Wiring): Services {
  return Object.fromEntries(Object.entries(wired).map(([feature, { services }]) => [feature, services])) as unknown as Services;
}
