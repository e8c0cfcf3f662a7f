import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '#app/infrastructure/log/log.ts';
import { parseConfig } from '#app/server/config.ts';
import type { Config } from '#app/server/config.ts';
import { prepareDemoInstallation } from '#app/server/demo-installation.ts';
import type { DemoInstallation } from '#app/server/demo-installation.ts';
import { fill, isFilled } from '#app/server/run-demo.ts';
import { createRuntime } from '#app/server/services.ts';
import type { Runtime } from '#app/server/services.ts';
import type { DemoAccount } from '#prisma/seed/fill-demo.ts';
import { cheaplyHashing } from '#tests/support/test-config.ts';

const minutes = 60_000;

describe('the demo region', () => {
  let installation: DemoInstallation;
  let config: Config;
  let runtime: Runtime;
  let accounts: DemoAccount[];
  const said: string[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), 'geleucht-demo-'));

  beforeAll(async () => {
    installation = prepareDemoInstallation({ folder, port: 3000, fresh: true });
    config = cheaplyHashing(parseConfig(installation.environment));
    expect(await isFilled(config)).toBe(false);
    await fill(installation, config, 'whole', (line) => said.push(line));
    accounts = JSON.parse(readFileSync(installation.accountsFile, 'utf8')) as DemoAccount[];
    runtime = createRuntime(config, { log: createLog({ level: 'silent' }) });
  }, 10 * minutes);

  afterAll(async () => {
    await runtime.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is marked as filled only at its end, tells how far it is, and keeps secrets to its owner', async () => {
    expect(await isFilled(config)).toBe(true);
    expect(said.length).toBeGreaterThan(3);
    for (const file of [installation.accountsFile, path.join(folder, 'secrets.env')]) expect(statSync(file).mode & 0o077, file).toBe(0);
  });

  test('has 60 companies beside 14 providers, and providers in every standing', async () => {
    const { database } = runtime;
    const providers = await database.provider.findMany({ select: { vettingState: true } });
    expect(await database.organisation.count({ where: { type: 'company' } })).toBe(60 + providers.length);
    const states = providers.map((one) => one.vettingState);
    expect(count(states)).toEqual({
      approved: 6, approved_with_conditions: 1, expiring: 1, in_review: 1, ready_for_decision: 1, paused: 1, suspended: 1, expired: 1, draft: 1,
    });
  });

  test('has cases in all main states, with their lives in order', async () => {
    const { database } = runtime;
    const cases = await database.case.findMany({ select: { id: true, state: true, reportedAt: true } });
    const states = new Set(cases.map((one) => one.state));
    for (const state of [
      'draft', 'in_triage', 'query', 'self_help', 'matching', 'escalated', 'assigned', 'in_progress', 'waiting_company', 'waiting_third_party',
      'contained', 'restored', 'closure_proposed', 'closed', 'withdrawn', 'false_alarm', 'duplicate',
    ]) {
      expect(states, state).toContain(state);
    }
    expect(cases.length).toBeGreaterThanOrEqual(28);
    for (const one of cases) {
      const events = await database.caseEvent.findMany({ where: { caseId: one.id }, orderBy: { sequence: 'asc' } });
      const times = events.map((event) => event.at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(events.filter((event) => event.toState !== null).at(-1)?.toState ?? 'draft').toBe(one.state);
    }
    expect(await database.exhibit.count()).toBeGreaterThanOrEqual(10);
    expect(await database.caseRecord.count({ where: { kind: 'message' } })).toBeGreaterThanOrEqual(15);
  });

  test('has assessments that run, that are closed, ten of them to be compared with, and a company that has done it twice', async () => {
    const { database } = runtime;
    const runs = await database.assessment.findMany({ select: { organisationId: true, state: true } });
    expect(count(runs.map((one) => one.state))).toEqual({ closed: 18, running: 4 });
    expect(Math.max(...Object.values(count(runs.map((one) => one.organisationId))))).toBe(2);
  });

  test('leaves nothing in the future and no act without an entry in the log', async () => {
    const { database } = runtime;
    const newest = await database.auditEntry.findFirst({ orderBy: { sequence: 'desc' } });
    expect(newest?.at.getTime()).toBeLessThanOrEqual(Date.now());
    const moves = await database.caseEvent.count({ where: { toState: { not: null } } });
    const logged = await database.auditEntry.count({ where: { event: { in: ['case.reported', 'case.changed_state', 'case.drafted'] } } });
    expect(logged).toBeGreaterThanOrEqual(moves);
    expect(await database.outboxMessage.count({ where: { sentAt: null, state: 'pending' } })).toBe(0);
  });

  test('lets every kind of account in with what accounts.json says', async () => {
    const { accounts: service } = runtime.services;
    expect(accounts.length).toBeGreaterThan(85);
    expect(new Set(accounts.map((one) => one.password)).size).toBe(accounts.length);
    const byRole = new Map(accounts.map((one) => [one.role, one]));
    expect([...byRole.keys()].sort()).toEqual([
      'auditor', 'company.admin', 'company.member', 'office.admin', 'office.coordinator', 'office.duty', 'office.reviewer', 'provider.admin', 'provider.responder',
    ]);
    let network = 0;
    for (const one of byRole.values()) {
      network += 1;
      const client = { address: `10.200.${network}.9`, userAgent: 'test' };
      const first = await service.signIn(one.email, one.password, client);
      if (!first.ok) throw new Error(`${one.email}: ${first.refusal.code}`);
      const second = await service.verifySecondFactor(first.value.cookie, await generate({ secret: one.totpSecret }), client);
      if (!second.ok) throw new Error(`${one.email}: ${second.refusal.code}`);
      const session = await service.resumeSession(second.value.cookie);
      expect(session.kind === 'open' ? session.actor.roles : session.kind).toContain(one.role);
      if (session.kind === 'open') session.dispose();
    }
  });

  test('starts over when the first fill was interrupted', async () => {
    const interrupted = mkdtempSync(path.join(tmpdir(), 'geleucht-demo-'));
    const other = prepareDemoInstallation({ folder: interrupted, port: 3000, fresh: false });
    const otherConfig = cheaplyHashing(parseConfig(other.environment));
    await expect(
      fill(other, otherConfig, 'small', (line) => {
        if (line.includes('people')) throw new Error('the power fails');
      }),
    ).rejects.toThrow('the power fails');
    expect(await isFilled(otherConfig)).toBe(false);
    rmSync(interrupted, { recursive: true, force: true });
  }, 5 * minutes);
});

function count(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
