import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '#app/server/cli.ts';
import { acceptAndSignIn, registerAndSignIn } from '../support/people.ts';
import { createTestRuntime } from '../support/runtime.ts';

async function run(config: Parameters<typeof runCommand>[0], ...args: string[]) {
  const said: string[] = [];
  const status = await runCommand(config, args, (line) => said.push(line));
  return { status, text: said.join('\n') };
}

test('the first office account is made by a link that works once', async () => {
  await using runtime = await createTestRuntime();
  const { status, text } = await run(runtime.config, 'office', 'Jana Wolf', 'j.wolf@verband.example');
  expect(status).toBe(0);
  const token = /\/einladung\/(\S+)/.exec(text)?.[1] ?? '';
  const person = await acceptAndSignIn(runtime, token, { name: 'Jana Wolf', email: 'j.wolf@verband.example' });
  expect(person.session.actor).toMatchObject({ organisationType: 'office', roles: ['office.admin'], confirmed: true });
  expect((await runtime.services.accounts.readInvitation(token)).ok).toBe(false);
});

test('the verifier finds an intact log intact, and names what was changed, cut out or cut off', async () => {
  await using runtime = await createTestRuntime();
  await registerAndSignIn(runtime);
  expect((await run(runtime.config, 'checkpoint')).text).toContain('localhost:3000/audit');
  const intact = await run(runtime.config, 'verify-audit');
  expect(intact).toMatchObject({ status: 0 });
  expect(intact.text).toMatch(/^intact: \d+ entries, 1 checkpoints/);

  const file = path.join(runtime.config.dataDir, 'audit.jsonl');
  await run(runtime.config, 'audit-export', file);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  async function verdictOn(changed: string[]) {
    writeFileSync(file, `${changed.join('\n')}\n`);
    return run(runtime.config, 'verify-audit', file);
  }
  expect((await verdictOn(lines)).status).toBe(0);
  const altered = lines.map((line, index) => (index === 1 ? line.replace('organisation.created', 'organisation.changed') : line));
  expect((await verdictOn(altered)).text).toContain('NOT INTACT: entry 2');
  expect((await verdictOn(lines.filter((_, index) => index !== 2))).text).toContain('NOT INTACT: entry 3');
  expect((await verdictOn(lines.filter((_, index) => index !== lines.length - 2))).text).toContain('missing at its end');
  const forged = lines.map((line) => line.replace('time 2026', 'time 2025'));
  expect((await verdictOn(forged)).text).toContain('signature is not of this key');
});

test('an export of the log holds no personal detail', async () => {
  await using runtime = await createTestRuntime();
  await registerAndSignIn(runtime);
  const file = path.join(runtime.config.dataDir, 'audit.jsonl');
  await run(runtime.config, 'audit-export', file);
  expect(readFileSync(file, 'utf8')).not.toMatch(/Mozilla|10\.0\.|seidel/i);
});
