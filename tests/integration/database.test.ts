import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { applyMigrations, hasUnwrittenChanges } from '#prisma/migrate.ts';
import { assertDatabaseSettings, connectDatabase } from '#app/infrastructure/db/connect.ts';
import { databaseFault } from '#app/infrastructure/db/error-map.ts';
import { transactOn } from '#app/infrastructure/db/transact.ts';

async function migratedDatabase() {
  const folder = mkdtempSync(path.join(tmpdir(), 'geleucht-db-'));
  const file = path.join(folder, 'geleucht.db');
  await applyMigrations(file);
  const database = connectDatabase({ file });
  return {
    file,
    database,
    async [Symbol.asyncDispose]() {
      await database.$disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

test('three hundred parallel read-modify-write transactions lose nothing', async () => {
  await using held = await migratedDatabase();
  const { database } = held;
  await database.setting.create({ data: { key: 'counter', value: '0' } });
  await Promise.all(
    Array.from({ length: 300 }, () =>
      transactOn(database, async (tx) => {
        const { value } = await tx.setting.findFirstOrThrow({ where: { key: 'counter' } });
        await tx.setting.update({ where: { key: 'counter' }, data: { value: String(Number(value) + 1) } });
      }),
    ),
  );
  expect((await database.setting.findFirst({ where: { key: 'counter' } }))?.value).toBe('300');
});

test('a write of another request survives the rollback of an open transaction', async () => {
  await using held = await migratedDatabase();
  const { database } = held;
  let other: Promise<unknown> = Promise.resolve();
  const failed = database.$transaction(async (tx) => {
    await tx.setting.create({ data: { key: 'inside', value: '1' } });
    other = database.setting.create({ data: { key: 'outside', value: '1' } }).then((row) => row);
    await new Promise((resolve) => setTimeout(resolve, 50));
    throw new Error('roll back');
  });
  await expect(failed).rejects.toThrow('roll back');
  await other;
  const keys = (await database.setting.findMany({ orderBy: { key: 'asc' } })).map((row) => row.key);
  expect(keys).toEqual(['outside']);
});

test('nobody reads what an open transaction has not committed', async () => {
  await using held = await migratedDatabase();
  const { database } = held;
  let reading: Promise<number> | undefined;
  await database.$transaction(async (tx) => {
    await tx.setting.create({ data: { key: 'draft', value: '1' } });
    reading = database.setting.count().then((count) => count);
    await tx.setting.delete({ where: { key: 'draft' } });
  });
  expect(await reading).toBe(0);
});

test('the settings that make commits durable hold after connecting', async () => {
  await using held = await migratedDatabase();
  await expect(assertDatabaseSettings(held.database)).resolves.toBeUndefined();
});

test('the start is refused when the log could be changed', async () => {
  await using held = await migratedDatabase();
  await held.database.$executeRawUnsafe('DROP TRIGGER audit_no_update');
  await expect(assertDatabaseSettings(held.database)).rejects.toThrow('not append-only');
});

test('applying migrations twice applies them once', async () => {
  await using held = await migratedDatabase();
  expect(await applyMigrations(held.file)).toEqual([]);
});

test('every change of the schema text has its migration', () => {
  expect(hasUnwrittenChanges()).toBe(false);
});

test('a second row with the same key is recognised as a duplicate', async () => {
  await using held = await migratedDatabase();
  const { database } = held;
  await database.setting.create({ data: { key: 'once', value: '1' } });
  const fault = await database.setting.create({ data: { key: 'once', value: '2' } }).then(
    () => null,
    (error: unknown) => databaseFault(error),
  );
  expect(fault).toBe('duplicate');
});

test('a row that is not there is recognised as missing', async () => {
  await using held = await migratedDatabase();
  const fault = await held.database.setting.update({ where: { key: 'never' }, data: { value: '1' } }).then(
    () => null,
    (error: unknown) => databaseFault(error),
  );
  expect(fault).toBe('missing');
});
