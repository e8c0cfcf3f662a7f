import { expect } from 'vitest';
import { applyMigrations } from '#prisma/migrate.ts';
import { connectDatabase } from '#app/infrastructure/db/connect.ts';
import { testConfig } from './test-config.ts';
import { stormAndKill } from './report-storm.ts';
import type { Acknowledged } from './report-storm.ts';

/** Kills a storm of reports so many times and compares what was acknowledged with what is there. */
export async function expectNothingLost(kills: number): Promise<number> {
  const config = testConfig();
  await applyMigrations(config.databaseFile);
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < kills; round += 1) {
    acknowledged.push(...(await stormAndKill(config.dataDir, round, 40 + Math.floor(Math.random() * 900))));
  }
  const db = connectDatabase({ file: config.databaseFile });
  try {
    const integrity = await db.$queryRawUnsafe<Record<string, string>[]>('PRAGMA integrity_check');
    expect(Object.values(integrity[0] ?? {})).toEqual(['ok']);
    for (const { caseId, reference, organisationId } of acknowledged) {
      const found = await db.case.findFirst({ where: { id: caseId, organisationId }, include: { incident: true, events: true, deadlines: true } });
      expect(found, reference).toMatchObject({ reference });
      expect(found?.incident?.sealedReport.length, reference).toBeGreaterThan(100);
      expect(found?.events.length, reference).toBeGreaterThan(0);
      expect(found?.deadlines.length, reference).toBeGreaterThan(0);
      expect(await db.subjectKeyGrant.count({ where: { subjectKind: 'case', subjectId: caseId, recipientId: organisationId } }), reference).toBe(1);
      expect(await db.auditEntry.count({ where: { objectId: caseId, event: 'case.reported' } }), reference).toBe(1);
    }
    await expectNothingHalf(db);
    return acknowledged.length;
  } finally {
    await db.$disconnect();
  }
}

/** What was not acknowledged is there whole or not at all. */
async function expectNothingHalf(db: ReturnType<typeof connectDatabase>): Promise<void> {
  const reported = await db.case.findMany({ where: { state: { not: 'draft' } }, select: { id: true, reference: true, _count: { select: { events: true, deadlines: true } } } });
  for (const one of reported) {
    expect(one.reference).not.toBeNull();
    expect(one._count.events).toBeGreaterThan(0);
    expect(await db.auditEntry.count({ where: { objectId: one.id, event: 'case.reported' } })).toBe(1);
  }
  const entries = await db.auditEntry.findMany({ orderBy: { sequence: 'asc' }, select: { sequence: true, previousHash: true, hash: true } });
  entries.forEach((entry, at) => {
    expect(entry.sequence).toBe(at + 1);
    if (at > 0) expect(entry.previousHash).toBe(entries[at - 1]?.hash);
  });
}
