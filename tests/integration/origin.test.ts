import { expect, test } from 'vitest';
import { goodPassword, mailedToken, must, registerAndSignIn } from '../support/people.ts';
import { serveForTest } from '../support/serve.ts';

const form = 'application/x-www-form-urlencoded';

test('a changing request of another site is refused on pages, resources and unknown addresses', async () => {
  const server = await serveForTest();
  try {
    for (const address of ['/anmelden', '/abmelden', '/konto/sitzungen', '/gibt-es-nicht']) {
      const foreign: Record<string, string>[] = [{ origin: 'https://boese.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }];
      for (const headers of foreign) {
        const response = await fetch(`${server.baseUrl}${address}`, { method: 'POST', headers: { 'content-type': form, ...headers }, body: 'a=b', redirect: 'manual' });
        expect([address, response.status]).toEqual([address, 403]);
      }
    }
  } finally {
    await server.stop();
  }
});

test('without a word on its origin a form of a session needs that session’s token', async () => {
  const server = await serveForTest();
  try {
    const person = await registerAndSignIn(server.runtime);
    const headers = { 'content-type': form, cookie: `geleucht=${person.cookie}` };
    const signOut = (body: string) => fetch(`${server.baseUrl}/abmelden`, { method: 'POST', headers, body, redirect: 'manual' });
    expect((await signOut('')).status).toBe(403);
    expect((await signOut('formToken=erfunden')).status).toBe(403);
    expect((await server.runtime.services.accounts.resumeSession(person.cookie)).kind).toBe('open');
    const done = await signOut(`formToken=${person.session.formToken}`);
    expect(done.status).toBe(303);
    expect(done.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect((await server.runtime.services.accounts.resumeSession(person.cookie)).kind).toBe('none');
  } finally {
    await server.stop();
  }
});

test('opening a mailed link changes nothing, pressing its button does', async () => {
  const server = await serveForTest();
  try {
    const { accounts } = server.runtime.services;
    const email = 'm.lang@schlosserei-lang.example';
    const client = { address: '192.0.2.1', userAgent: 'test' };
    must(await accounts.registerCompany({ name: 'M. Lang', email, password: goodPassword, organisationName: 'Schlosserei Lang', town: 'Plauen', companyKind: 'business', sectorSection: 'C', sizeClass: 'micro', district: 'vogtlandkreis', locale: 'de' }, client));
    const address = `${server.baseUrl}/registrieren/bestaetigen/${await mailedToken(server.runtime, 'confirm_email', email)}`;
    for (let scan = 0; scan < 3; scan += 1) expect((await fetch(address)).status).toBe(200);
    const pressed = await fetch(address, { method: 'POST', headers: { 'content-type': form, origin: server.baseUrl }, body: '', redirect: 'manual' });
    expect(pressed.status).toBe(303);
    expect((await fetch(address)).status).toBe(410);
  } finally {
    await server.stop();
  }
});

test('a form posted to a locked session waits behind the unlock', async () => {
  const server = await serveForTest();
  try {
    const person = await registerAndSignIn(server.runtime);
    server.runtime.clock.advance(31);
    const headers = { 'content-type': form, cookie: `geleucht=${person.cookie}`, origin: server.baseUrl };
    const sent = await fetch(`${server.baseUrl}/konto/sitzungen`, { method: 'POST', headers, body: 'session=abc', redirect: 'manual' });
    expect(sent.headers.get('location')).toBe('/anmelden/entsperren?formular=wartet');
    const unlocked = await fetch(`${server.baseUrl}/anmelden/entsperren`, { method: 'POST', headers, body: new URLSearchParams({ password: person.password, waits: 'yes' }).toString(), redirect: 'manual' });
    expect(unlocked.headers.get('location')).toBe('/anmelden/formular');
    const cookie = (unlocked.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const page = await (await fetch(`${server.baseUrl}/anmelden/formular`, { headers: { cookie } })).text();
    expect(page).toContain('name="session" value="abc"');
    const keptForm = /name="keptForm" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ keptForm, session: 'abc' }).toString();
    const goesOn = await fetch(`${server.baseUrl}/anmelden/formular`, { method: 'POST', headers: { ...headers, cookie }, body, redirect: 'manual' });
    expect([goesOn.status, goesOn.headers.get('location')]).toEqual([307, '/konto/sitzungen']);
    const gone = await fetch(`${server.baseUrl}/anmelden/formular`, { headers: { cookie }, redirect: 'manual' });
    expect(gone.headers.get('location')).toBe('/betrieb');
  } finally {
    await server.stop();
  }
});
