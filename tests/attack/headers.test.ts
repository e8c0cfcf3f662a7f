import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changedTables, fingerprintOf } from '#tests/support/database-fingerprint.ts';
import { call, eachOf } from '#tests/support/outside/caller.ts';
import type { Answer } from '#tests/support/outside/caller.ts';
import { formsIn } from '#tests/support/outside/forms-in-page.ts';
import { outsideScene } from '#tests/support/outside/scene.ts';
import type { OutsideScene } from '#tests/support/outside/scene.ts';
import { siteRoutes } from '#tests/support/outside/site-map.ts';
import { visitsTo } from '#tests/support/outside/visits.ts';
import type { Visit } from '#tests/support/outside/visits.ts';
import { registerAndSignIn } from '#tests/support/people.ts';

let scene: OutsideScene;
let visits: Visit[];

beforeAll(async () => {
  scene = await outsideScene();
  visits = (await visitsTo(await siteRoutes(), scene.things, scene.server.runtime)).filter(({ route }) => route.locale === 'de');
});
afterAll(() => scene.server.stop());

const patience = 300_000;

/** What is missing of the headers that keep an answer to itself; empty when nothing is. */
function missingHeaders({ headers }: Answer): string[] {
  const policy = headers.get('content-security-policy') ?? '';
  // A download carries a stricter policy of its own.
  const isPolicy = policy.startsWith('sandbox; default-src') || ["default-src 'none'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'", "form-action 'self'"].every((one) => policy.includes(one));
  const wanted: readonly [string, boolean][] = [
    ['content-security-policy', isPolicy && !policy.includes('unsafe-')],
    ['x-content-type-options', headers.get('x-content-type-options') === 'nosniff'],
    ['referrer-policy', headers.get('referrer-policy') === 'same-origin'],
    ['cross-origin-opener-policy', headers.get('cross-origin-opener-policy') === 'same-origin'],
    ['cross-origin-resource-policy', headers.get('cross-origin-resource-policy') === 'same-origin'],
    ['x-frame-options', headers.get('x-frame-options') === 'DENY'],
    ['permissions-policy', (headers.get('permissions-policy') ?? '').includes('camera=()')],
    ['x-powered-by', headers.get('x-powered-by') === null],
    ['access-control-allow-origin', headers.get('access-control-allow-origin') === null],
  ];
  return wanted.filter(([, holds]) => !holds).map(([name]) => name);
}

const persons = ['admin', 'assigned', 'officeLead'] as const;

test('every answer of every route carries them; what somebody signed in sees is never stored; looking changes nothing', async () => {
  const before = fingerprintOf(scene.server.runtime.config.databaseFile);
  const pairs = [null, ...persons].flatMap((person) => visits.map((visit) => ({ person, visit })));
  const faults = await eachOf(pairs, async ({ person, visit }) => {
    const answer = await call(scene.server.baseUrl, visit.address, { cookie: person === null ? null : scene.cookies[person] });
    const missing = missingHeaders(answer);
    const stored = answer.headers.get('cache-control') ?? '';
    // The published schemas are the same file for everybody.
    const namesPerson = visit.route.file !== 'files/schema.ts' && (person !== null || !['public', 'link'].includes(visit.route.rule.audience));
    if (answer.status !== 303 && namesPerson && !stored.includes('no-store')) missing.push(`cache-control: ${stored}`);
    if (answer.headers.has('set-cookie')) missing.push('a cookie for looking');
    return missing.length === 0 ? null : `${person}: ${visit.route.pattern} ${answer.status} ${missing.join(', ')}`;
  });
  expect(faults.filter((one) => one !== null)).toEqual([]);
  expect(changedTables(before, fingerprintOf(scene.server.runtime.config.databaseFile))).toEqual([]);
}, patience);

test('files, health, what does not exist and what is refused carry them too', async () => {
  const asset = readdirSync(path.resolve('build/client/assets')).find((name) => name.endsWith('.css')) ?? '';
  const addresses = [`/assets/${asset}`, '/assets/gibt-es-nicht.js', '/icon.svg', '/healthz', '/readyz', '/gibt-es-nicht', '/en/nothing-here', '/%E0%A4%A', '/freigabe/unbekannt', '/.well-known/security.txt'];
  for (const address of addresses) expect(missingHeaders(await call(scene.server.baseUrl, address)), address).toEqual([]);
  const posts = [
    call(scene.server.baseUrl, '/anmelden', { method: 'POST', headers: { Origin: 'https://boese.example' } }),
    call(scene.server.baseUrl, '/anmelden', { method: 'POST', fields: new URLSearchParams({ email: 'x' }) }),
    call(scene.server.baseUrl, '/betrieb/faelle/neu', { method: 'POST', cookie: scene.cookies.office }),
    call(scene.server.baseUrl, '/impressum', { method: 'POST' }),
    call(scene.server.baseUrl, '/anmelden', { method: 'POST', fields: new URLSearchParams({ email: 'x'.repeat(300_000) }) }),
  ];
  for (const answer of await Promise.all(posts)) expect([answer.status, missingHeaders(answer)]).toEqual([answer.status, []]);
});

test('every cookie is out of reach of scripts and of other sites', async () => {
  const { baseUrl } = scene.server;
  const token = scene.things.tokens.confirmation;
  const registration = { organisationName: 'Keks GmbH', town: 'Plauen', companyKind: 'business', sectorSection: 'C', sizeClass: 'micro', district: 'zwickau', name: 'Eva Keks', email: 'eva@keks.example', passwordChoice: 'own', suggested: '', password: 'mohn gleis wolke tasse birke' };
  const answers = [
    await call(baseUrl, '/registrieren', { method: 'POST', fields: new URLSearchParams(registration) }),
    await call(baseUrl, `/einladung/${scene.things.tokens.invitation}`, { method: 'POST', fields: new URLSearchParams({ ...registration, name: 'Nora Gast' }) }),
    await call(baseUrl, `/registrieren/bestaetigen/${token}`, { method: 'POST' }),
    await call(baseUrl, '/abmelden', { method: 'POST', cookie: scene.cookies.member }),
  ];
  const cookies = answers.flatMap((answer) => answer.headers.getSetCookie());
  expect(cookies.length).toBeGreaterThanOrEqual(3);
  for (const cookie of cookies) {
    const parts = cookie.split(';').map((part) => part.trim().toLowerCase());
    expect(parts, cookie.split('=')[0]).toEqual(expect.arrayContaining(['httponly', 'samesite=lax', 'path=/']));
    expect(parts.some((part) => part.startsWith('domain='))).toBe(false);
  }
  expect((await call(baseUrl, '/konto', { cookie: scene.cookies.member })).status).toBe(303);
});

test('a form that waits behind a locked session is shown as often as it is asked for, and sent on once with everything in it', async () => {
  const { baseUrl, runtime } = scene.server;
  const company = await registerAndSignIn(runtime);
  runtime.clock.advance(31);
  const locked = await call(baseUrl, '/betrieb/faelle/neu', { method: 'POST', cookie: company.cookie, fields: new URLSearchParams({ idempotencyKey: 'waiting-form' }) });
  expect(locked.location).toBe('/anmelden/entsperren?formular=wartet');
  const unlocked = await call(baseUrl, '/anmelden/entsperren', { method: 'POST', cookie: company.cookie, fields: new URLSearchParams({ password: company.password, waits: 'yes' }) });
  const cookie = /geleucht=([^;]+)/.exec(unlocked.headers.getSetCookie().join())?.[1] ?? '';
  const shown = await eachOf([1, 2], async () => formsIn((await call(baseUrl, '/anmelden/formular', { cookie })).text, '/anmelden/formular').find((form) => form.fields.some(([name]) => name === 'keptForm')), 1);
  expect(shown[0]?.fields).toContainEqual(['idempotencyKey', 'waiting-form']);
  expect(shown[1]).toEqual(shown[0]);
  const fields = new URLSearchParams(shown[0]?.fields.map(([name, value]) => [name, value]));
  const sentOn = await call(baseUrl, '/anmelden/formular', { method: 'POST', cookie, fields });
  expect([sentOn.status, sentOn.location]).toEqual([307, '/betrieb/faelle/neu']);
  expect((await call(baseUrl, sentOn.location, { method: 'POST', cookie, fields })).location).toMatch(/melden\/was$/);
  expect((await call(baseUrl, '/anmelden/formular', { cookie })).location).toBe('/betrieb');
});
