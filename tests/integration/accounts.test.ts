import { expect, test } from 'vitest';
import { codeNow, foundAndSignIn, registerAndSignIn, resume, signInAgain, stepUp } from '../support/people.ts';
import { createTestRuntime } from '../support/runtime.ts';

const client = { address: '192.0.2.17', userAgent: 'Mozilla/5.0 (test)' };

test('a registration leads to an open session whose keys open what it sealed', async () => {
  await using runtime = await createTestRuntime();
  const person = await registerAndSignIn(runtime);
  expect(person.session.actor).toMatchObject({ kind: 'member', organisationType: 'company', roles: ['company.admin'], confirmed: true, factor: 'full', locked: false });
  const row = { table: 'Test', column: 'text', rowId: '1' };
  const sealed = await person.session.keys.sealForOrganisation(person.organisationId, row, Buffer.from('vertraulich'));
  const again = await signInAgain(runtime, person);
  const opened = sealed.ok ? await again.session.keys.openForOrganisation(person.organisationId, row, sealed.value) : sealed;
  expect(opened.ok && opened.value.toString()).toBe('vertraulich');
});

test('the first person of the office is confirmed and holds no keys', async () => {
  await using runtime = await createTestRuntime();
  const person = await foundAndSignIn(runtime, { type: 'office', role: 'office.admin' });
  expect(person.session.actor).toMatchObject({ organisationType: 'office', roles: ['office.admin'], confirmed: true });
  const row = { table: 'Test', column: 'text', rowId: '1' };
  expect(await person.session.keys.sealForOrganisation(person.organisationId, row, Buffer.from('x'))).toMatchObject({ ok: false, refusal: { code: 'key_missing' } });
});

test('a code of the second factor counts once', async () => {
  await using runtime = await createTestRuntime();
  const person = await registerAndSignIn(runtime);
  runtime.clock.advance(0.5);
  const code = await codeNow(runtime, person.totpSecret);
  const { accounts } = runtime.services;
  const first = await accounts.signIn(person.email, person.password, client);
  const cookies = first.ok ? [first.value.cookie] : [];
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => accounts.verifySecondFactor(cookies[0] ?? null, code, client)));
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  const second = await accounts.signIn(person.email, person.password, client);
  runtime.clock.advance(2);
  const replayed = await accounts.verifySecondFactor(second.ok ? second.value.cookie : null, code, client);
  expect(replayed.ok).toBe(false);
});

test('a session in which nothing happens for half an hour is locked, and the password reopens it', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const person = await registerAndSignIn(runtime);
  runtime.clock.advance(29);
  expect((await accounts.resumeSession(person.cookie)).kind).toBe('open');
  runtime.clock.advance(29);
  expect((await accounts.resumeSession(person.cookie)).kind).toBe('open');
  runtime.clock.advance(31);
  expect((await accounts.resumeSession(person.cookie)).kind).toBe('locked');
  const row = await runtime.database.session.findFirstOrThrow({ where: { userId: person.userId } });
  expect(row.seedBox).toBeNull();
  expect(await accounts.unlock(person.cookie, 'ein falsches passwort', client)).toMatchObject({ ok: false, refusal: { code: 'wrong_credentials' } });
  const unlocked = await accounts.unlock(person.cookie, person.password, client);
  expect(unlocked.ok && (await resume(runtime, unlocked.value.cookie)).actor.userId).toBe(person.userId);
  expect((await accounts.resumeSession(person.cookie)).kind).toBe('none');
});

test('a session ends twelve hours after the second factor, whatever happens in it', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const person = await registerAndSignIn(runtime);
  for (let half = 0; half < 29; half += 1) {
    runtime.clock.advance(25);
    await accounts.resumeSession(person.cookie);
  }
  expect((await accounts.resumeSession(person.cookie)).kind).toBe('none');
});

test('the second factor given again holds for five minutes', async () => {
  await using runtime = await createTestRuntime();
  const person = await stepUp(runtime, await registerAndSignIn(runtime));
  expect(person.session.actor.steppedUpAt).toBeInstanceOf(Date);
});
