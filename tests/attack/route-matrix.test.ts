import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/may.ts';
import { changedTables, fingerprintOf } from '#tests/support/database-fingerprint.ts';
import { call, eachOf } from '#tests/support/outside/caller.ts';
import type { Answer } from '#tests/support/outside/caller.ts';
import { expectedToGet, isStranger, mayPostNothing } from '#tests/support/outside/expectation.ts';
import type { Expected } from '#tests/support/outside/expectation.ts';
import { bodyOf, formsIn } from '#tests/support/outside/forms-in-page.ts';
import type { FormInPage } from '#tests/support/outside/forms-in-page.ts';
import { callers, outsideScene } from '#tests/support/outside/scene.ts';
import type { Caller, OutsideScene } from '#tests/support/outside/scene.ts';
import { siteRoutes } from '#tests/support/outside/site-map.ts';
import type { SiteRoute } from '#tests/support/outside/site-map.ts';
import { visitsTo } from '#tests/support/outside/visits.ts';
import type { Visit } from '#tests/support/outside/visits.ts';
import { resume } from '#tests/support/people.ts';

let scene: OutsideScene;
let routes: SiteRoute[];
let visits: Visit[];
let actors: Record<Caller, Actor>;

beforeAll(async () => {
  [scene, routes] = await Promise.all([outsideScene(), siteRoutes()]);
  visits = await visitsTo(routes, scene.things, scene.server.runtime);
  actors = Object.fromEntries(await eachOf(callers, async (caller) => [caller, await actorOf(caller)] as const)) as Record<Caller, Actor>;
});
afterAll(() => scene.server.stop());

async function actorOf(caller: Caller): Promise<Actor> {
  const cookie = scene.cookies[caller];
  if (cookie === null) return { kind: 'anonymous' };
  const session = await resume(scene.server.runtime, cookie);
  session.dispose();
  return session.actor;
}

/** Generous: a loaded machine draws some thousand pages slowly. */
const patience = 300_000;
const now = () => scene.server.runtime.clock.now();
const get = (caller: Caller, address: string) => call(scene.server.baseUrl, address, { cookie: scene.cookies[caller] });
const fingerprint = () => fingerprintOf(scene.server.runtime.config.databaseFile);

test('every person is what it is called', () => {
  expect(actors.unconfirmed).toMatchObject({ confirmed: false });
  expect(actors.member).toMatchObject({ confirmed: true, roles: ['company.member'] });
  expect(actors.admin).toMatchObject({ confirmed: true, roles: ['company.admin'] });
  for (const one of ['unassigned', 'assigned', 'former'] as const) expect(actors[one], one).toMatchObject({ organisationType: 'provider', confirmed: true });
  expect(actors.office).toMatchObject({ organisationType: 'office' });
  expect(actors.reviewer).toMatchObject({ roles: ['office.reviewer'] });
});

test('every route answers every person as the table says, and looking changes nothing', async () => {
  const before = fingerprint();
  const pairs = callers.flatMap((caller) => visits.filter((visit) => visit.route.locale === 'de' || asksInEnglish.includes(caller)).map((visit) => ({ caller, visit })));
  const surprises = await eachOf(pairs, async ({ caller, visit }) => {
    const expected = expectedToGet(visit.route.rule, actors[caller], visit.thing, now());
    const answer = await get(caller, visit.address);
    return isAsExpected(expected, answer, visit.route, actors[caller]) ? null : `${caller}: ${visit.route.pattern} (${visit.about}) should be ${expected}, was ${answer.status} ${answer.location}`;
  });
  expect(surprises.filter((one) => one !== null)).toEqual([]);
  expect(new Set(pairs.map(({ caller, visit }) => expectedToGet(visit.route.rule, actors[caller], visit.thing, now())))).toEqual(new Set(['answers', 'door', 'to_sign_in', 'to_waiting', 'to_step_up', 'hidden', 'refused']));
  expect(changedTables(before, fingerprint())).toEqual([]);
}, patience);

/** Both languages are one module; in English those ask who differ most. */
const asksInEnglish: readonly Caller[] = ['anonymous', 'admin', 'otherCompany', 'assigned'];

function isAsExpected(expected: Expected, { status, location }: Answer, route: SiteRoute, actor: Actor): boolean {
  const to = (end: string) => status === 303 && location.startsWith(route.locale === 'en' ? `/en${end}` : end);
  switch (expected) {
    case 'answers':
      return (status === 200 && route.file !== 'public/not-found.tsx') || isStepInside(status, location, route) || isOtherwiseByNature(status, route);
    case 'door':
      return status === 200 || (status === 303 && location.startsWith('/') && !location.startsWith('//'));
    case 'to_sign_in':
      return to('/anmelden');
    case 'to_waiting':
      return to('/registrieren/freischaltung');
    case 'to_step_up':
      return to('/anmelden/bestaetigen');
    case 'hidden':
      // Whose role never may is told so whatever the address speaks of.
      return status === 404 || isFormOnly(status, route) || (status === 403 && !may(actor, route.rule.action, route.rule.relations));
    case 'refused':
      return status === 403 || status === 404 || isFormOnly(status, route) || (route.file === 'office/board.tsx' && to('/buero/'));
  }
}

/** Led to a step of the same area. A provider is also a company. */
function isStepInside(status: number, location: string, { rule, locale }: SiteRoute): boolean {
  const areas = { company: ['/betrieb', '/partner'], provider: ['/partner'], office: ['/buero'], account: ['/'], public: [], signing_in: ['/'], link: [] }[rule.audience];
  return status === 303 && areas.some((area) => location.startsWith(locale === 'en' ? `/en${area}`.replace(/\/$/, '') : area));
}

/** A file that is only issued by a form says so to everybody, about every address of its kind. */
function isFormOnly(status: number, { isPage, takesPosts }: SiteRoute): boolean {
  return status === 405 && !isPage && takesPosts;
}

/** What the table allows and the moment does not: no such address, no demonstration, a case that has not come so far. */
function isOtherwiseByNature(status: number, route: SiteRoute): boolean {
  const absent = ['public/not-found.tsx', 'public/demo-mail.tsx', 'company/case-closure.tsx'];
  const tooEarly = ['company/case-release.tsx', 'company/case-reports.tsx', 'company/case-closure.tsx'];
  return isFormOnly(status, route) || (status === 404 && absent.includes(route.file)) || (status === 409 && tooEarly.includes(route.file));
}

test('the navigation leads nobody to a closed door', async () => {
  const seen = await eachOf(callers.filter((caller) => caller !== 'anonymous'), async (caller) => {
    const { text } = await get(caller, '/konto');
    const bar = /<nav class="appnav"[^>]*>(.*?)<\/nav>/s.exec(text)?.[1] ?? '';
    const more = /<section[^>]*aria-labelledby="places"(.*?)<\/section>/s.exec(text)?.[1] ?? '';
    const addresses = [...`${bar}${more}`.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? '');
    const closed = await eachOf(addresses, async (address) => ((await get(caller, address)).status === 200 ? null : `${caller}: ${address}`), 1);
    return { caller, addresses, closed: closed.filter((one) => one !== null) };
  });
  expect(seen.flatMap(({ closed }) => closed)).toEqual([]);
  expect(Object.fromEntries(seen.map(({ caller, addresses }) => [caller, addresses.length]))).toMatchObject({ unconfirmed: 0, admin: 5, assigned: 6, office: 4, officeLead: 5 });
}, patience);

test('a foreign thing and one that does not exist answer alike', async () => {
  const pairs = callers.flatMap((caller) => visits.filter((visit) => visit.route.locale === 'de' && visit.address !== visit.absent && isStranger(visit.route.rule, actors[caller], visit.thing, now())).map((visit) => ({ caller, visit })));
  expect(pairs.length).toBeGreaterThan(100);
  const differing = await eachOf(pairs, async ({ caller, visit }) => {
    const [foreign, absent] = [await get(caller, visit.address), await get(caller, visit.absent)];
    return looks(foreign, visit) === looks(absent, visit) ? null : `${caller}: ${visit.route.pattern} (${visit.about}) ${foreign.status} and ${absent.status}`;
  });
  expect(differing.filter((one) => one !== null)).toEqual([]);
}, patience);

/** An answer without what differs by nature: the ids that were asked for and what is random. */
function looks({ status, location, headers, text }: Answer, { address, absent }: Visit): string {
  const kept = [...headers].filter(([name]) => !['x-request-id', 'date', 'content-security-policy', 'etag', 'content-length', 'location', 'keep-alive'].includes(name));
  const others = absent.split('/');
  const asked = address.split('/').flatMap((part, at) => (part === others[at] ? [] : [part, others[at] ?? part]));
  const plain = (one: string) => asked.reduce((rest, id) => rest.replaceAll(id, ''), one).replace(/nonce="[^"]*"/g, '');
  return JSON.stringify([status, plain(location), kept, plain(text)]);
}

test('no form works for somebody to whom the table gives nothing of it, filled as it was for those who may', async () => {
  const inside = visits.filter(({ route }) => route.locale === 'de' && !['public', 'link', 'signing_in'].includes(route.rule.audience));
  const shown = await eachOf(inside.filter(({ route }) => route.isPage), async ({ address, route, thing }) => {
    const entitled = callers.filter((caller) => expectedToGet(route.rule, actors[caller], thing, now()) === 'answers');
    return (await eachOf(entitled, async (caller) => formsIn((await get(caller, address)).text, address), 1)).flat();
  });
  const attempts = inside.filter(({ route }) => route.takesPosts).flatMap((visit) => {
    const forms = [{ action: visit.address, fields: [], file: null }, ...shown.flat().filter((form) => form.action === visit.address)];
    const different = [...new Map(forms.map((form) => [gist(form), form])).values()];
    const outsiders = callers.filter((caller) => mayPostNothing(visit.route.rule, actors[caller], visit.thing, now()));
    return outsiders.flatMap((caller) => different.map((form) => ({ caller, visit, form })));
  });
  expect(attempts.filter(({ form }) => form.fields.length > 0).length).toBeGreaterThan(200);

  const before = fingerprint();
  const successes = await eachOf(attempts, async ({ caller, visit, form }) => {
    const { status, location } = await call(scene.server.baseUrl, visit.address, { method: 'POST', cookie: scene.cookies[caller], fields: bodyOf(form) });
    const isEmptyRefused = form.fields.length === 0 && (status === 422 || location.includes('hinweis=invalid_input'));
    const isRefused = status === 401 || status === 403 || status === 404 || isLedOn(status, location) || isEmptyRefused;
    return isRefused ? null : `${caller}: ${visit.route.pattern} (${visit.about}) ${gist(form)} gave ${status} ${location}`;
  });
  expect(successes.filter((one) => one !== null)).toEqual([]);
  expect(changedTables(before, fingerprint())).toEqual([]);
}, patience);

/** A form without what is new in every page. */
function gist({ fields }: Pick<FormInPage, 'fields'>): string {
  return fields.filter(([name]) => !/token|key/i.test(name)).map((field) => field.join('=')).join('&');
}

const foreignPosts: readonly [string, (baseUrl: string) => Record<string, string>][] = [
  ['a foreign Origin', () => ({ Origin: 'https://boese.example' })],
  ['Origin null', () => ({ Origin: 'null' })],
  ['Sec-Fetch-Site: cross-site', (baseUrl) => ({ Origin: baseUrl, 'Sec-Fetch-Site': 'cross-site' })],
  ['Sec-Fetch-Site: same-site', (baseUrl) => ({ Origin: baseUrl, 'Sec-Fetch-Site': 'same-site' })],
  ['a forged X-Forwarded-Host', () => ({ Origin: 'https://boese.example', 'X-Forwarded-Host': 'boese.example', 'X-Forwarded-Proto': 'https', Forwarded: 'host=boese.example' })],
  ['the own host under another port', (baseUrl) => ({ Origin: baseUrl.replace(/:\d+$/, ':9') })],
];

test.each(foreignPosts)('a post with %s is refused on every route', async (_name, headersFor) => {
  const before = fingerprint();
  const passed = await eachOf(visits, async ({ route, address }) => {
    const answer = await call(scene.server.baseUrl, address, { method: 'POST', cookie: scene.cookies.admin, headers: headersFor(scene.server.baseUrl) });
    return answer.status === 403 ? null : `${route.pattern} ${answer.status}`;
  });
  expect(passed.filter((one) => one !== null)).toEqual([]);
  expect(changedTables(before, fingerprint())).toEqual([]);
});

test('a post that does not say where it comes from needs the form token of its session', async () => {
  const { halfway } = scene;
  const cookies = [scene.cookies.officeLead, scene.cookies.admin, scene.cookies.assigned, scene.cookies.unconfirmed, halfway.atCode, halfway.atSetUp, halfway.atRecoveryCode, null];
  const before = fingerprint();
  const passed = await eachOf(visits.filter(({ route }) => route.takesPosts && route.locale === 'de'), async ({ route, address }) => {
    // Who has no session has no power that somebody could borrow: these pages take their forms from anybody.
    const isForEverybody = route.rule.audience === 'signing_in' && route.rule.relations.includes('public');
    const answers = await eachOf(cookies, (cookie) => call(scene.server.baseUrl, address, { method: 'POST', cookie, headers: {}, fields: new URLSearchParams({ formToken: 'guessed' }) }), 1);
    if (isForEverybody) return null;
    const statuses = answers.map((one) => one.status);
    const isRefused = statuses.includes(403) && answers.every(({ status, location }) => status === 401 || status === 403 || status === 404 || isLedOn(status, location));
    return isRefused ? null : `${route.pattern} ${statuses.join(' ')}`;
  });
  expect(passed.filter((one) => one !== null)).toEqual([]);
  // The link in the mail confirms an address for whoever holds it.
  expect(changedTables(before, fingerprint())).toEqual(['MailToken', 'User']);
}, patience);

test('half a session is led to the step that is missing, wherever it knocks', async () => {
  const steps = { atCode: '/anmelden/code', atSetUp: '/registrieren/zweiter-faktor', atRecoveryCode: '/registrieren/wiederherstellung' } as const;
  const inside = visits.filter(({ route }) => route.locale === 'de' && ['account', 'company', 'provider', 'office'].includes(route.rule.audience));
  for (const [name, step] of Object.entries(steps)) {
    const cookie = scene.halfway[name as keyof typeof steps];
    const answers = await eachOf(inside, ({ address }) => call(scene.server.baseUrl, address, { cookie }));
    expect(new Set(answers.map(({ status, location }) => `${status} ${location.split('?')[0]}`)), name).toEqual(new Set([`303 ${step}`]));
  }
}, patience);

test('a session that has locked opens nothing until the password is given', async () => {
  scene.server.runtime.clock.advance(31);
  const inside = visits.filter(({ route }) => route.locale === 'de' && ['account', 'company', 'provider', 'office'].includes(route.rule.audience));
  for (const caller of ['admin', 'assigned', 'officeLead'] as const) {
    const answers = await eachOf(inside, ({ address }) => get(caller, address));
    expect(new Set(answers.map(({ status, location }) => `${status} ${location.split('?')[0]}`)), caller).toEqual(new Set(['303 /anmelden/entsperren']));
  }
}, patience);

function isLedOn(status: number, location: string): boolean {
  // 307: a form that comes along through the sign-in.
  return (status === 303 || status === 307) && /^(\/en)?\/(anmelden|registrieren|konto)/.test(location);
}
