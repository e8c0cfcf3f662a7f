import { expect, test } from 'vitest';
import { createAccountVault } from '#app/infrastructure/keys/account-vault.ts';
import { sessionCookieName } from '#app/http/session-cookie.ts';
import { codeNow, must, registerAndSignIn, resume, stepUp } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { createTestRuntime } from '#tests/support/runtime.ts';
import type { TestRuntime } from '#tests/support/runtime.ts';
import { serveForTest } from '#tests/support/serve.ts';

const stranger = { address: '192.0.2.17', userAgent: 'Mozilla/5.0 (test)' };
const wrong = 'ein falsches passwort';

/** Marks that the browser of a full sign-in keeps. */
async function marksOf(runtime: TestRuntime, person: TestPerson, browserMarks: string | null = null): Promise<string> {
  const client = { address: '198.51.100.4', userAgent: 'Mozilla/5.0 (test)', browserMarks };
  const first = must(await runtime.services.accounts.signIn(person.email, person.password, client));
  runtime.clock.advance(0.5);
  return must(await runtime.services.accounts.verifySecondFactor(first.cookie, await codeNow(runtime, person.totpSecret), client)).browserMarks ?? '';
}

async function tryWrong(runtime: TestRuntime, email: string, times: number, client: typeof stranger & { browserMarks?: string }): Promise<string[]> {
  const codes: string[] = [];
  for (let attempt = 0; attempt < times; attempt += 1) {
    const outcome = await runtime.services.accounts.signIn(email, wrong, client);
    codes.push(outcome.ok ? 'ok' : outcome.refusal.code);
  }
  return codes;
}

test('strangers who lock an account from outside do not slow down a browser that the owner has signed in with', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const person = await registerAndSignIn(runtime);
  const browserMarks = await marksOf(runtime, person);
  for (let network = 0; network < 25; network += 1) await tryWrong(runtime, person.email, 1, { ...stranger, address: `203.0.${network}.9` });
  expect(await accounts.signIn(person.email, person.password, stranger)).toMatchObject({ refusal: { code: 'too_many_attempts', retryAfterSeconds: 15 * 60 } });
  // From the very network of the stranger, even.
  await tryWrong(runtime, 'niemand@firma.example', 40, stranger);
  expect((await accounts.signIn(person.email, person.password, { ...stranger, browserMarks })).ok).toBe(true);
});

test('a known browser has limits of its own', async () => {
  await using runtime = await createTestRuntime();
  const person = await registerAndSignIn(runtime);
  const browserMarks = await marksOf(runtime, person);
  const known = { ...stranger, browserMarks };
  expect(await tryWrong(runtime, person.email, 6, known)).toEqual([...Array.from({ length: 5 }, () => 'wrong_credentials'), 'too_many_attempts']);
  expect((await runtime.services.accounts.signIn(person.email, person.password, stranger)).ok).toBe(true);
});

test('the mark of one person helps nobody else, and an invented one nobody', async () => {
  await using runtime = await createTestRuntime();
  const owner = await registerAndSignIn(runtime);
  const other = await registerAndSignIn(runtime);
  const marks = await marksOf(runtime, other);
  const [id = ''] = marks.split('.');
  for (const browserMarks of [marks, `${id}.${'0'.repeat(32)}`, `${'a'.repeat(26)}.${'0'.repeat(32)}`, '~~.~', 'x'.repeat(5000)]) {
    expect((await tryWrong(runtime, owner.email, 6, { ...stranger, browserMarks })).at(-1), browserMarks.slice(0, 40)).toBe('too_many_attempts');
    runtime.clock.advance(20);
  }
});

test('a browser keeps the marks of five people, and names none of them', async () => {
  await using runtime = await createTestRuntime();
  const people: TestPerson[] = [];
  for (let count = 0; count < 6; count += 1) people.push(await registerAndSignIn(runtime));
  let marks: string | null = null;
  for (const person of people) marks = await marksOf(runtime, person, marks);
  expect((marks ?? '').split('~')).toHaveLength(5);
  expect(marks).toMatch(/^([0-9a-z]{26}\.[0-9a-f]{32}~?)+$/);
  const again = await marksOf(runtime, people[3] as TestPerson, marks);
  expect(again.split('~').sort()).toEqual((marks ?? '').split('~').sort());
  for (const person of people) expect(marks).not.toContain(person.userId);
});

test('a hundred wrong passwords in a row leave the recovery and the known browser, whose sign-in ends the row', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const person = await registerAndSignIn(runtime);
  const browserMarks = await marksOf(runtime, person);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    await tryWrong(runtime, person.email, 1, { ...stranger, address: `10.77.${attempt}.1` });
    if (attempt % 15 === 14) runtime.clock.advance(31);
  }
  runtime.clock.advance(24 * 60);
  expect(await accounts.signIn(person.email, person.password, stranger)).toMatchObject({ refusal: { code: 'too_many_attempts' } });
  expect((await accounts.signIn(person.email, person.password, { ...stranger, browserMarks })).ok).toBe(true);
  expect((await accounts.signIn(person.email, person.password, stranger)).ok).toBe(true);
});

test('beyond a thousand wrong passwords an hour, one a second is tried; the operators hear of it once; known browsers go on', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const person = await registerAndSignIn(runtime);
  const browserMarks = await marksOf(runtime, person);
  await accounts.signIn('niemand@firma.example', wrong, stranger);
  // A thousand tries would stretch a thousand passwords.
  const { key } = await bucketOf(runtime, 'sign-in-system');
  await runtime.database.rateBucket.update({ where: { key }, data: { failures: 999 } });
  expect(await accounts.signIn(person.email, wrong, stranger)).toMatchObject({ refusal: { code: 'wrong_credentials' } });
  for (let attempt = 0; attempt < 3; attempt += 1) expect(await accounts.signIn(person.email, person.password, stranger)).toMatchObject({ refusal: { code: 'too_many_attempts', retryAfterSeconds: 1 } });
  expect((await accounts.signIn(person.email, person.password, { ...stranger, browserMarks })).ok).toBe(true);
  expect(runtime.logLines.filter((line) => line.includes('sign_in.flood'))).toHaveLength(1);
  expect(await runtime.database.auditEntry.count({ where: { event: 'account.paused_after_failures', reason: 'whole_system' } })).toBe(1);
  runtime.clock.advance(0.05);
  expect((await accounts.signIn(person.email, person.password, stranger)).ok).toBe(true);
});

/** The counter of a limit, by its name. */
async function bucketOf(runtime: TestRuntime, name: string) {
  return runtime.database.rateBucket.findFirstOrThrow({ where: { key: createAccountVault(runtime.config.secrets, runtime.random).rateHash(name) } });
}

test('strangers at the sign-in do not count against the password asked for inside a session', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const person = await registerAndSignIn(runtime);
  for (let network = 0; network < 25; network += 1) await tryWrong(runtime, person.email, 1, { ...stranger, address: `203.0.${network}.9` });
  runtime.clock.advance(31);
  await accounts.resumeSession(person.cookie);
  expect((await accounts.unlock(person.cookie, person.password)).ok).toBe(true);
});

test('a hundred wrong codes in a row end with the recovery', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const person = await registerAndSignIn(runtime);
  let tried = 0;
  for (let hour = 0; hour < 12 && tried < 100; hour += 1) {
    const first = must(await accounts.signIn(person.email, person.password, stranger));
    for (let attempt = 0; attempt < 10 && tried < 100; attempt += 1) {
      runtime.clock.advance(1.1);
      const outcome = await accounts.verifySecondFactor(first.cookie, '000000', stranger);
      if (!outcome.ok && outcome.refusal.code === 'wrong_credentials') tried += 1;
    }
    runtime.clock.advance(20);
  }
  expect(tried).toBe(100);
  const first = must(await accounts.signIn(person.email, person.password, stranger));
  expect(await accounts.verifySecondFactor(first.cookie, await codeNow(runtime, person.totpSecret), stranger)).toMatchObject({ refusal: { code: 'too_many_attempts' } });
}, 120_000);

test('every page that takes a code or sends a mail says with its status that somebody tries too often, and until when', async () => {
  await using server = await serveForTest();
  const { runtime, baseUrl } = server;
  const person = await stepUp(runtime, await registerAndSignIn(runtime));
  const { formToken } = await resume(runtime, person.cookie);
  const cookie = `${sessionCookieName({ secureCookies: false })}=${person.cookie}`;
  const post = (address: string, fields: Record<string, string>) =>
    fetch(`${baseUrl}${address}`, { method: 'POST', redirect: 'manual', headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: baseUrl, Cookie: cookie }, body: new URLSearchParams({ formToken, ...fields }).toString() });
  const secret = must(await runtime.services.accounts.beginSecondFactor(person.cookie, null)).secret;
  const forms: [string, Record<string, string>][] = [
    ['/konto/zweiter-faktor', { secret, code: '000000' }],
    ['/betrieb/team', { act: 'invite', name: 'Jonas Pohl', email: 'j.pohl@tischlerei.example', role: 'company.member' }],
  ];
  for (const [address, fields] of forms) {
    let answer = await post(address, fields);
    for (let attempt = 0; attempt < 12 && answer.status !== 429; attempt += 1) answer = await post(address, fields);
    expect(answer.status, address).toBe(429);
    expect(Number(answer.headers.get('retry-after')), address).toBeGreaterThan(0);
  }
});

test('more people at once than the server can stretch passwords for: the others get a page that says when to come back, and count for nothing', async () => {
  await using server = await serveForTest({ environment: { GELEUCHT_PASSWORD_RUNS: '1', GELEUCHT_PASSWORD_QUEUE: '0' } });
  const { runtime, baseUrl } = server;
  const post = () =>
    fetch(`${baseUrl}/anmelden`, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: baseUrl }, body: new URLSearchParams({ email: 'jemand@firma.example', password: wrong }).toString() });
  const answers = await Promise.all(Array.from({ length: 5 }, post));
  const busy = answers.filter(({ status }) => status === 503);
  expect(answers.filter(({ status }) => status === 422).length + busy.length).toBe(5);
  expect(busy.length).toBeGreaterThan(0);
  expect(busy[0]?.headers.get('retry-after')).toBe('10');
  const text = (await busy[0]?.text()) ?? '';
  expect(text).toContain('Gerade melden sich ungewöhnlich viele an');
  expect(text).toContain('value="jemand@firma.example"');
  expect((await bucketOf(runtime, 'sign-in-system')).failures).toBe(5 - busy.length);
});
