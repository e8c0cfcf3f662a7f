import { browserName } from './browser-name.ts';
import { addressPrefix } from './client.ts';
import type { Client } from './client.ts';
import { knownBrowserId } from './known-browser.server.ts';
import type { AccountDeps, AccountTx, Person } from './ports.ts';

/** Places are forgotten when nobody has signed in there for so long. */
export const placesKeptDays = 180;

/** Kind of browser and network together: what a browser that keeps no cookies still has in common with yesterday's. */
function placeHashOf(deps: AccountDeps, person: Person, client: Client): string {
  return deps.vault.ownerMark('place', `${browserName(client.userAgent) ?? ''}/${addressPrefix(client.address)}`, person.id);
}

/** Notes where somebody has set up the account; the person has just proven itself, so nobody is told. */
export async function notePlace(deps: AccountDeps, tx: AccountTx, person: Person, client: Client, at: Date): Promise<void> {
  await tx.people.seePlace(person.id, placeHashOf(deps, person, client), at);
}

/** Tells the person of a sign-in with a browser that it has not used before, from where it has not used one like it. */
export async function tellOfNewPlace(deps: AccountDeps, tx: AccountTx, { person, client, sessionId, at }: { person: Person; client: Client; sessionId: string; at: Date }): Promise<void> {
  const isNew = await tx.people.seePlace(person.id, placeHashOf(deps, person, client), at);
  if (!isNew || knownBrowserId(deps, client, deps.vault.mailHash(person.profile.email)) !== null) return;
  const device = browserName(client.userAgent);
  await tx.outbox.enqueue({
    kind: 'new_sign_in', to: { userId: person.id }, data: { path: deps.links.sessions, at: at.toISOString() },
    ...(device === null ? {} : { device }), dedupeKey: `new_sign_in/${sessionId}`,
  });
}
