import { defaultWay, waysOfWorking } from '#app/features/checklists/links.ts';
import type { WayOfWorking } from '#app/features/checklists/links.ts';
import { readCookie } from './session-cookie.ts';

/** Whether a person works through a checklist question by question or a topic at once; this browser remembers it for a year. */
type CookieSite = { readonly secureCookies: boolean };

const yearInSeconds = 365 * 24 * 3600;

function name(site: CookieSite): string {
  return site.secureCookies ? '__Host-geleucht-weise' : 'geleucht-weise';
}

export function readWay(request: Request, site: CookieSite): WayOfWorking {
  const kept = readCookie(request.headers.get('cookie') ?? undefined, name(site));
  return waysOfWorking.find((way) => way === kept) ?? defaultWay;
}

/** The header that remembers the way chosen in the address (`?weise=thema`); empty when none was. */
export function rememberedWay(request: Request, site: CookieSite): Record<string, string> {
  const chosen = waysOfWorking.find((way) => way === new URL(request.url).searchParams.get('weise'));
  if (chosen === undefined) return {};
  return { 'Set-Cookie': `${name(site)}=${chosen}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${yearInSeconds}${site.secureCookies ? '; Secure' : ''}` };
}
