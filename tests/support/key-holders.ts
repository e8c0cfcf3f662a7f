import { rmSync } from 'node:fs';
import type { Member } from '#app/domain/access/actor.ts';
import { ed25519Pair } from '#app/domain/sealed-box/curve-keys.ts';
import { signPublicKey, verifyPublicKey } from '#app/domain/sealed-box/directory.ts';
import { createOrganisationKey, createUserSeed, deriveUserKeys } from '#app/domain/sealed-box/keys.ts';
import { sealOrganisationKey } from '#app/domain/sealed-box/seal-keys.ts';
import type { KeyRing } from '#app/features/ports.ts';
import { connectDatabase } from '#app/infrastructure/db/connect.ts';
import { createKeyRows } from '#app/infrastructure/db/key-rows.ts';
import { createFileCipher } from '#app/infrastructure/files/sealed-files.ts';
import { createAccountVault } from '#app/infrastructure/keys/account-vault.ts';
import { organisationGrantRow } from '#app/infrastructure/keys/grant-identity.ts';
import { createKeyRing } from '#app/infrastructure/keys/key-ring.ts';
import { createRandom } from '#app/infrastructure/keys/random.ts';
import { sealing } from '#app/infrastructure/keys/sealing.ts';
import { createLog } from '#app/infrastructure/log/log.ts';
import { createBase } from '#app/server/wiring/base.ts';
import type { Base } from '#app/server/wiring/base.ts';
import { migrateForTest } from './migrated-database.ts';
import { createMovedClock } from './moved-clock.ts';
import type { MovedClock } from './moved-clock.ts';
import { testConfig } from './test-config.ts';

/** A person as a use case sees it, with keys that really open. */
export type KeyHolder = { readonly actor: Member; readonly keys: KeyRing };

/** What features are wired from, on a database of its own, without accounts. Use with `await using`. */
export type TestBase = Base & { readonly clock: MovedClock; [Symbol.asyncDispose](): Promise<void> };

export async function createTestBase(now: string): Promise<TestBase> {
  const config = testConfig();
  await migrateForTest(config.databaseFile);
  const random = createRandom();
  const clock = createMovedClock(now);
  const db = connectDatabase({ file: config.databaseFile });
  const log = createLog({ level: 'silent', destination: { write: () => undefined } });
  const vault = createAccountVault(config.secrets, random);
  const base = createBase({ config, log, db, clock, random, vault, fileCipher: createFileCipher(random), sealing });
  return {
    ...base,
    clock,
    async [Symbol.asyncDispose]() {
      await db.$disconnect();
      rmSync(config.dataDir, { recursive: true, force: true });
    },
  };
}

type Company = { readonly name: string; readonly people: readonly string[]; readonly sizeClass?: string; readonly companyKind?: string; readonly sectorSection?: string };

/** A company whose people all hold its key. */
export async function createCompany(base: Base, company: Company): Promise<{ organisationId: string; people: KeyHolder[] }> {
  const { config, db, random, vault } = base;
  const createdAt = base.clock.now();
  const organisationId = random.id();
  const organisationKey = createOrganisationKey(random.bytes);
  const { publicKey } = organisationKey.pair;
  const directoryPublicKey = ed25519Pair(config.secrets.directory).publicKey;
  const bytes = (buffer: Buffer) => new Uint8Array(buffer);
  const keyId = random.id();

  await db.organisation.create({
    data: {
      id: organisationId,
      type: 'company',
      companyKind: company.companyKind ?? 'business',
      sizeClass: company.sizeClass ?? 'small',
      sectorSection: company.sectorSection ?? 'C',
      district: 'zwickau',
      profileBox: bytes(vault.seal('Organisation', organisationId, { name: company.name, town: 'Zwickau' })),
      createdAt,
    },
  });
  const signature = signPublicKey(config.secrets.directory, { kind: 'organisation', ownerId: organisationId, generation: 1, publicKey });
  await db.organisationKey.create({
    data: { id: keyId, organisationId, generation: 1, publicKey: bytes(publicKey), directorySignature: bytes(signature), createdAt },
  });

  const people: KeyHolder[] = [];
  for (const name of company.people) {
    const userId = random.id();
    const seed = createUserSeed(random.bytes);
    const pairs = deriveUserKeys(seed);
    const row = { kind: 'user', ownerId: userId, generation: 1, publicKey: pairs.box.publicKey } as const;
    const userSignature = signPublicKey(config.secrets.directory, row);
    const verified = verifyPublicKey(directoryPublicKey, { kind: 'user', ownerId: userId, generationAtLeast: 1 }, { ...row, signature: userSignature });
    await db.user.create({
      data: {
        id: userId,
        emailHash: vault.mailHash(`${userId}@betrieb.example`),
        profileBox: bytes(vault.seal('User', userId, { name, address: `${userId}@betrieb.example` })),
        publicKey: bytes(pairs.box.publicKey),
        signingPublicKey: bytes(pairs.signing.publicKey),
        directorySignature: bytes(userSignature),
        state: 'active',
        createdAt,
        memberships: { create: { id: random.id(), organisationId, role: 'company.admin', createdAt, confirmedAt: createdAt } },
      },
    });
    const sealed = sealOrganisationKey(verified, organisationKey, organisationGrantRow(organisationId, 1, 'user', userId), random.bytes);
    await db.organisationKeyGrant.create({
      data: { id: random.id(), organisationKeyId: keyId, recipientKind: 'user', recipientId: userId, sealedPrivateKey: bytes(sealed), createdAt },
    });
    const actor: Member = {
      kind: 'member',
      userId,
      sessionId: random.id(),
      organisationId,
      organisationType: 'company',
      roles: ['company.admin'],
      confirmed: true,
      factor: 'full',
      locked: false,
    };
    const parts = { rows: createKeyRows(db), random, directory: base.directory, sealing: base.sealing };
    people.push({ actor, keys: base.rings.register(createKeyRing(userId, seed, parts)) });
  }
  return { organisationId, people };
}
