import { expect, test } from 'vitest';
import { compareKnownAndUnknown } from '#tests/support/known-and-unknown.ts';
import { call } from '#tests/support/outside/caller.ts';
import { registerAndSignIn } from '#tests/support/people.ts';
import { createTestRuntime } from '#tests/support/runtime.ts';
import { serveForTest } from '#tests/support/serve.ts';
import { asInOperation, testConfig } from '#tests/support/test-config.ts';

test('whether an address has an account shows neither in the time of the sign-in nor of a registration nor of a reset', async () => {
  await using runtime = await createTestRuntime({ config: asInOperation(testConfig()) });
  const comparisons = await compareKnownAndUnknown(runtime, 15);
  // A path that skipped the password hash would be several times faster; a busy machine does not shift two medians so far.
  expect(comparisons.filter(({ ratio }) => ratio > 2)).toEqual([]);
  expect(comparisons.map(({ what }) => what)).toEqual(['sign-in', 'registration', 'reset']);
}, 180_000);

test('the answers to a known and an unknown address are the same, byte for byte', async () => {
  await using server = await serveForTest();
  const person = await registerAndSignIn(server.runtime);
  // As long as the known one, because the page shows again what was typed.
  const unknown = person.email.replace(/^./, 'x');
  const company = { organisationName: 'Vogel GmbH', town: 'Plauen', companyKind: 'business', sectorSection: 'C', sizeClass: 'micro', district: 'zwickau', name: 'Karin Vogel', passwordChoice: 'own', suggested: '', password: 'kerze strom flasche dach 42' };
  const posts: readonly [string, Record<string, string>][] = [
    ['/anmelden', { password: 'ein falsches passwort' }],
    ['/anmelden/wiederherstellen', {}],
    ['/registrieren', company],
  ];
  for (const [address, fields] of posts) {
    const [known, other] = [person.email, unknown].map((email) => call(server.baseUrl, address, { method: 'POST', fields: new URLSearchParams({ ...fields, email }) }));
    const answers = await Promise.all([known, other]);
    const [first, second] = answers.map((answer) => plain(answer, person.email, unknown));
    expect(first, address).toEqual(second);
  }
});

/** An answer without what is random in every one. */
function plain(answer: Awaited<ReturnType<typeof call>> | undefined, ...emails: readonly string[]) {
  if (!answer) throw new Error('No answer.');
  const random = ['x-request-id', 'date', 'content-security-policy', 'etag', 'set-cookie', 'keep-alive'];
  const text = emails.reduce((rest, email) => rest.replaceAll(email, ''), answer.text).replace(/nonce="[^"]*"/g, '');
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.replace(/=[\w-]{20,}/, (value) => `=${value.length}`));
  return { status: answer.status, location: answer.location, length: answer.text.length, text, cookies, headers: [...answer.headers].filter(([name]) => !random.includes(name)) };
}
