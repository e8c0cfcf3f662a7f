import { expect, test } from 'vitest';
import { acceptAndSignIn, codeNow, foundAndSignIn, goodPassword, mailedToken, must, registerAndSignIn, resume, signInAgain, stepUp } from '../support/people.ts';
import type { TestPerson } from '../support/people.ts';
import { createTestRuntime } from '../support/runtime.ts';
import type { TestRuntime } from '../support/runtime.ts';

const client = { address: '192.0.2.17', userAgent: 'Mozilla/5.0 (test)' };
const company = {
  name: 'Karin Seidel', email: 'k.seidel@tischlerei-seidel.example', password: goodPassword, organisationName: 'Tischlerei Seidel', town: 'Zwickau',
  companyKind: 'business', sectorSection: 'C', sizeClass: 'micro', district: 'zwickau',
};

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
  expect(await accounts.unlock(person.cookie, 'ein falsches passwort')).toMatchObject({ ok: false, refusal: { code: 'wrong_credentials' } });
  const unlocked = await accounts.unlock(person.cookie, person.password);
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

/** Signs up a lead and an invited colleague who has not been confirmed yet. */
async function leadAndColleague(runtime: TestRuntime) {
  const lead = await stepUp(runtime, await registerAndSignIn(runtime));
  const email = 'tom.brandt@tischlerei-seidel.example';
  const invited = must(await runtime.services.accounts.inviteColleague(lead.session.actor, { name: 'Tom Brandt', email, role: 'company.member' }, client));
  const colleague = await acceptAndSignIn(runtime, invited.invitationToken, { name: 'Tom Brandt', email });
  return { lead, colleague };
}

async function confirmColleague(runtime: TestRuntime, lead: TestPerson, userId: string) {
  const { accounts } = runtime.services;
  const fingerprint = (await accounts.ownFingerprint(userId)) ?? '';
  return accounts.confirmMember(lead.session.actor, lead.session.keys, { userId, fingerprint });
}

const row = { table: 'Test', column: 'text', rowId: '1' };

test('an invited colleague has no right and no key before a key holder has compared the fingerprint', async () => {
  await using runtime = await createTestRuntime();
  const { lead, colleague } = await leadAndColleague(runtime);
  expect(colleague.session.actor.confirmed).toBe(false);
  const sealed = must(await lead.session.keys.sealForOrganisation(lead.organisationId, row, Buffer.from('Lohnliste')));
  expect((await colleague.session.keys.openForOrganisation(lead.organisationId, row, sealed)).ok).toBe(false);
  expect(await runtime.services.accounts.listMembers(colleague.session.actor)).toMatchObject({ ok: false });
  const wrong = await runtime.services.accounts.confirmMember(lead.session.actor, lead.session.keys, { userId: colleague.userId, fingerprint: '00000 00000 00000 00000 00000 00000' });
  expect(wrong).toMatchObject({ ok: false, refusal: { code: 'conflict_of_versions' } });
  must(await confirmColleague(runtime, lead, colleague.userId));
  const now = await resume(runtime, colleague.cookie);
  expect(now.actor.confirmed).toBe(true);
  expect(must(await now.keys.openForOrganisation(lead.organisationId, row, sealed)).toString()).toBe('Lohnliste');
});

test('a removed member has no session, and its old seed opens nothing written afterwards', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const { lead, colleague } = await leadAndColleague(runtime);
  must(await confirmColleague(runtime, lead, colleague.userId));
  const before = await resume(runtime, colleague.cookie);
  const oldGrants = await runtime.database.organisationKeyGrant.findMany({ where: { recipientId: colleague.userId } });
  must(await accounts.removeMember(lead.session.actor, lead.session.keys, colleague.userId));
  expect((await accounts.resumeSession(colleague.cookie)).kind).toBe('none');
  const fresh = await signInAgain(runtime, lead);
  const sealed = must(await fresh.session.keys.sealForOrganisation(lead.organisationId, row, Buffer.from('danach')));
  // The strongest thief: the old seed in memory, the old grant put back, the membership restored in the database.
  for (const grant of oldGrants) await runtime.database.organisationKeyGrant.create({ data: grant });
  await runtime.database.membership.updateMany({ where: { userId: colleague.userId }, data: { endedAt: null } });
  expect((await before.keys.openForOrganisation(lead.organisationId, row, sealed)).ok).toBe(false);
  expect(must(await fresh.session.keys.openForOrganisation(lead.organisationId, row, sealed)).toString()).toBe('danach');
});

test('the last lead of an organisation cannot be removed', async () => {
  await using runtime = await createTestRuntime();
  const lead = await stepUp(runtime, await registerAndSignIn(runtime));
  expect(await runtime.services.accounts.removeMember(lead.session.actor, lead.session.keys, lead.userId)).toMatchObject({ refusal: { code: 'wrong_state' } });
});

test('the row of a session opens nothing without its cookie', async () => {
  await using runtime = await createTestRuntime();
  const person = await registerAndSignIn(runtime);
  const other = await registerAndSignIn(runtime);
  const stolen = await runtime.database.session.findFirstOrThrow({ where: { userId: person.userId } });
  const own = await runtime.database.session.findFirstOrThrow({ where: { userId: other.userId } });
  // Put the stolen seed behind a cookie that the thief holds.
  await runtime.database.session.update({ where: { id: own.id }, data: { seedBox: stolen.seedBox, userId: person.userId } });
  expect((await runtime.services.accounts.resumeSession(other.cookie)).kind).toBe('none');
});

test('mailed link and recovery code set a new password, end all sessions and make a new code due', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const person = await registerAndSignIn(runtime);
  await accounts.requestReset(person.email, 'de', client);
  const token = await mailedToken(runtime, 'reset_password', person.email);
  const password = 'kerze strom flasche dach 42';
  expect(await accounts.resetWithRecoveryCode(token, { code: accounts.newCode(), password, lostSecondFactor: false }, client)).toMatchObject({ ok: false });
  const reset = must(await accounts.resetWithRecoveryCode(token, { code: person.recoveryCode.toLowerCase(), password, lostSecondFactor: false }, client));
  expect((await accounts.resumeSession(person.cookie)).kind).toBe('none');
  runtime.clock.advance(1);
  const second = must(await accounts.verifySecondFactor(reset.cookie, await codeNow(runtime, person.totpSecret), client));
  expect(second.next).toBe('keep_recovery_code');
  expect(await accounts.resetWithRecoveryCode(token, { code: person.recoveryCode, password, lostSecondFactor: false }, client)).toMatchObject({ refusal: { code: 'link_expired' } });
  expect(await accounts.signIn(person.email, person.password, client)).toMatchObject({ refusal: { code: 'wrong_credentials' } });
});

test('a mailed link is dead after ten minutes', async () => {
  await using runtime = await createTestRuntime();
  const person = await registerAndSignIn(runtime);
  await runtime.services.accounts.requestReset(person.email, 'de', client);
  const token = await mailedToken(runtime, 'reset_password', person.email);
  runtime.clock.advance(11);
  expect(await runtime.services.accounts.isResetOpen(token)).toBe(false);
});

/** Somebody with the mailbox alone begins a reset and sets up a second factor of its own. */
async function beginWaiting(runtime: TestRuntime, person: TestPerson) {
  const { accounts } = runtime.services;
  await accounts.requestReset(person.email, 'de', client);
  const token = await mailedToken(runtime, 'reset_password', person.email);
  const password = 'neuer satz mit vielen woertern';
  const begun = must(await accounts.resetWithoutCode(token, password, client));
  const { secret, typedKey } = must(await accounts.beginSecondFactor(begun.cookie, null));
  const totpSecret = typedKey.replaceAll(' ', '');
  const set = must(await accounts.confirmSecondFactor(begun.cookie, { secret, code: await codeNow(runtime, totpSecret) }, client));
  return { ...person, password, totpSecret, cookie: set.cookie };
}

test('a reset without code opens nothing, and the old password cancels it and tells everybody', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const { lead, colleague } = await leadAndColleague(runtime);
  must(await confirmColleague(runtime, lead, colleague.userId));
  const thief = await beginWaiting(runtime, colleague);
  expect(await accounts.resumeSession(thief.cookie)).toMatchObject({ kind: 'half', next: 'await_grant' });
  expect((await accounts.resumeSession(colleague.cookie)).kind).toBe('open');
  await signInAgain(runtime, colleague);
  expect((await accounts.resumeSession(thief.cookie)).kind).toBe('none');
  expect(await accounts.signIn(thief.email, thief.password, client)).toMatchObject({ refusal: { code: 'wrong_credentials' } });
  const told = await runtime.database.outboxMessage.findMany({ where: { notice: 'reset_cancelled' } });
  expect(told.map((mail) => mail.userId).sort()).toEqual([lead.userId, colleague.userId].sort());
});

test('a colleague who compared the fingerprint grants a reset, and the person reads again', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const { lead, colleague } = await leadAndColleague(runtime);
  must(await confirmColleague(runtime, lead, colleague.userId));
  const sealed = must(await lead.session.keys.sealForOrganisation(lead.organisationId, row, Buffer.from('Lohnliste')));
  const waiting = await beginWaiting(runtime, colleague);
  const fingerprint = (await accounts.ownFingerprint(colleague.userId)) ?? '';
  must(await accounts.grantReset(lead.session.actor, lead.session.keys, { userId: colleague.userId, fingerprint }));
  const first = must(await accounts.signIn(waiting.email, waiting.password, client));
  runtime.clock.advance(0.5);
  const second = must(await accounts.verifySecondFactor(first.cookie, await codeNow(runtime, waiting.totpSecret), client));
  const code = accounts.newCode();
  const done = must(await accounts.keepRecoveryCode(second.cookie, { code, lastGroup: code.slice(-4) }));
  const again = await resume(runtime, done.cookie);
  expect(must(await again.keys.openForOrganisation(lead.organisationId, row, sealed)).toString()).toBe('Lohnliste');
});

test('the printed emergency sheet restores the only member, once', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const lead = await stepUp(runtime, await registerAndSignIn(runtime));
  const sealed = must(await lead.session.keys.sealForOrganisation(lead.organisationId, row, Buffer.from('Police')));
  const sheetCode = accounts.newCode();
  must(await accounts.makeEmergencySheet(lead.session.actor, lead.session.keys, { code: sheetCode, lastGroup: sheetCode.slice(-4) }));
  const waiting = await beginWaiting(runtime, lead);
  runtime.clock.advance(0.5);
  const wrong = await accounts.useEmergencySheet(waiting.cookie, { sheetCode: accounts.newCode(), code: await codeNow(runtime, waiting.totpSecret) });
  expect(wrong).toMatchObject({ ok: false, refusal: { fields: { sheetCode: ['sheet.codeWrong'] } } });
  runtime.clock.advance(0.5);
  must(await accounts.useEmergencySheet(waiting.cookie, { sheetCode, code: await codeNow(runtime, waiting.totpSecret) }));
  const first = must(await accounts.signIn(waiting.email, waiting.password, client));
  runtime.clock.advance(0.5);
  const second = must(await accounts.verifySecondFactor(first.cookie, await codeNow(runtime, waiting.totpSecret), client));
  const code = accounts.newCode();
  const done = must(await accounts.keepRecoveryCode(second.cookie, { code, lastGroup: code.slice(-4) }));
  const again = await resume(runtime, done.cookie);
  expect(must(await again.keys.openForOrganisation(lead.organisationId, row, sealed)).toString()).toBe('Police');
  expect(await runtime.database.emergencySheet.count({ where: { retiredAt: null } })).toBe(0);
});

test('known and unknown addresses get the same refusal, and both owners a mail', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const person = await registerAndSignIn(runtime);
  const known = await accounts.signIn(person.email, 'ein falsches passwort', client);
  const unknown = await accounts.signIn('niemand@firma.example', 'ein falsches passwort', client);
  expect(known).toEqual(unknown);
  await accounts.requestReset(person.email, 'de', client);
  await accounts.requestReset('niemand@firma.example', 'de', client);
  const mails = await runtime.database.outboxMessage.findMany({ where: { notice: { startsWith: 'reset' } } });
  expect(mails.map((mail) => mail.notice).sort()).toEqual(['reset_of_unknown_address', 'reset_password']);
  const again = await accounts.registerCompany({ ...company, email: person.email, locale: 'de' }, client);
  expect(again.ok && (await accounts.resumeSession(again.value.cookie)).kind).toBe('none');
  expect(await runtime.database.outboxMessage.count({ where: { notice: 'registration_of_known_address' } })).toBe(1);
});

test('after five wrong passwords the next attempt waits, also for the right one, and the wait ends', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const person = await registerAndSignIn(runtime);
  for (let attempt = 0; attempt < 5; attempt += 1) await accounts.signIn(person.email, 'ein falsches passwort', client);
  expect(await accounts.signIn(person.email, person.password, client)).toMatchObject({ refusal: { code: 'too_many_attempts', retryAfterSeconds: 1 } });
  runtime.clock.advance(0.1);
  expect((await accounts.signIn(person.email, person.password, client)).ok).toBe(true);
});

test('fifty wrong passwords at once count as fifty', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => accounts.signIn('niemand@firma.example', 'falsch', client)));
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal.code === 'wrong_credentials')).toHaveLength(5);
});

test('a form that reached a locked session is sealed and comes back after the unlock, once', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const person = await registerAndSignIn(runtime);
  runtime.clock.advance(31);
  await accounts.resumeSession(person.cookie);
  expect(await accounts.keepPostForUnlock(person.cookie, '/betrieb/faelle/neu', 'text=Alles+verschl%C3%BCsselt&formToken=alt')).toBe(true);
  const stored = await runtime.database.pendingPost.findFirstOrThrow();
  expect(Buffer.from(stored.sealedBody).includes('Alles')).toBe(false);
  const { cookie } = must(await accounts.unlock(person.cookie, person.password));
  const kept = must(await accounts.readKeptPost(cookie));
  expect(kept).toMatchObject({ path: '/betrieb/faelle/neu', fields: [['text', 'Alles verschlüsselt']] });
  expect(must(await accounts.readKeptPost(cookie))).toEqual(kept);
  expect(must(await accounts.takeKeptPost(cookie, kept.id))).toEqual({ path: '/betrieb/faelle/neu' });
  expect((await accounts.takeKeptPost(cookie, kept.id)).ok).toBe(false);
  expect((await accounts.readKeptPost(cookie)).ok).toBe(false);
});

test('a new password ends all other sessions', async () => {
  await using runtime = await createTestRuntime();
  const { accounts } = runtime.services;
  const first = await registerAndSignIn(runtime);
  const second = await stepUp(runtime, await signInAgain(runtime, first));
  const changed = must(await accounts.changePassword(second.session.actor, second.cookie, { current: first.password, password: 'kerze strom flasche dach 42' }));
  expect((await accounts.resumeSession(first.cookie)).kind).toBe('none');
  expect((await accounts.resumeSession(second.cookie)).kind).toBe('none');
  expect((await accounts.resumeSession(changed.cookie)).kind).toBe('open');
});

test('changing a credential asks for the second factor again', async () => {
  await using runtime = await createTestRuntime();
  const person = await registerAndSignIn(runtime);
  const refused = await runtime.services.accounts.changePassword(person.session.actor, person.cookie, { current: person.password, password: 'kerze strom flasche dach 42' });
  expect(refused).toMatchObject({ refusal: { code: 'step_up_required' } });
});

test('a bad password is refused at its field', async () => {
  await using runtime = await createTestRuntime();
  const refused = await runtime.services.accounts.registerCompany({ ...company, password: 'Seidel2026!!', locale: 'de' }, client);
  expect(refused).toMatchObject({ refusal: { code: 'invalid_input', fields: { password: [expect.stringMatching(/^password\./)] } } });
});
