import { expect, test } from 'vitest';
import { codeNow, must, registerAndSignIn } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { mailsTo } from '#tests/support/journey/come-in.ts';
import { createTestRuntime } from '#tests/support/runtime.ts';
import type { TestRuntime } from '#tests/support/runtime.ts';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0';
const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

type Browser = { address: string; userAgent: string; browserMarks?: string };

/** Signs in with both factors; gives the marks that the browser keeps. */
async function signInFrom(runtime: TestRuntime, person: TestPerson, client: Browser): Promise<string> {
  const first = must(await runtime.services.accounts.signIn(person.email, person.password, client));
  runtime.clock.advance(0.5);
  return must(await runtime.services.accounts.verifySecondFactor(first.cookie, await codeNow(runtime, person.totpSecret), client)).browserMarks ?? '';
}

const told = (runtime: TestRuntime) => runtime.database.outboxMessage.count({ where: { notice: 'new_sign_in' } });

test('a sign-in from an unknown browser is told, one from a known browser anywhere or from the same place is not', async () => {
  await using runtime = await createTestRuntime();
  const person = await registerAndSignIn(runtime);
  const browserMarks = await signInFrom(runtime, person, { address: '192.0.2.17', userAgent: firefox });
  expect(await told(runtime)).toBe(1);
  // Without its cookies, from the same network.
  await signInFrom(runtime, person, { address: '192.0.2.99', userAgent: firefox });
  // With its cookies, from another one.
  await signInFrom(runtime, person, { address: '198.51.100.4', userAgent: firefox, browserMarks });
  expect(await told(runtime)).toBe(1);
  await signInFrom(runtime, person, { address: '192.0.2.17', userAgent: safari });
  expect(await told(runtime)).toBe(2);
});

test('the mail says when and with what, leads to the sessions, and names nothing else; the stored row does not name the browser', async () => {
  await using runtime = await createTestRuntime({ now: '2026-11-23T09:00:00Z' });
  const person = await registerAndSignIn(runtime);
  await signInFrom(runtime, person, { address: '192.0.2.17', userAgent: firefox });
  const row = await runtime.database.outboxMessage.findFirstOrThrow({ where: { notice: 'new_sign_in' } });
  expect(JSON.stringify({ ...row, addressBox: Buffer.from(row.addressBox ?? []).toString('latin1') })).not.toMatch(/Firefox|192\.0\.2/);
  const mail = (await mailsTo({ runtime, baseUrl: runtime.config.baseUrl } as never, person.email)).find(({ subject }) => subject === 'Anmeldung von einem neuen Gerät');
  expect(mail?.text).toContain('Gerät: Firefox, Windows');
  expect(mail?.text).toMatch(/Zeit: .*23.*10:0/);
  expect(mail?.text).toContain(`${runtime.config.baseUrl}/konto/sitzungen`);
  expect(mail?.text).not.toContain('192.0.2');
});

test('a refused code tells nobody, and a place that nobody used for half a year is new again', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const person = await registerAndSignIn(runtime);
  const client = { address: '192.0.2.17', userAgent: firefox };
  const first = must(await accounts.signIn(person.email, person.password, client));
  expect((await accounts.verifySecondFactor(first.cookie, '000000', client)).ok).toBe(false);
  expect(await told(runtime)).toBe(0);
  runtime.clock.advance(5);
  await signInFrom(runtime, person, client);
  runtime.clock.advance(181 * 24 * 60);
  await accounts.clearAway();
  await signInFrom(runtime, person, client);
  expect(await told(runtime)).toBe(2);
});
