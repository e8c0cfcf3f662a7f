import { longestQuickCode } from '#app/domain/checklist/quick-code.ts';
import { readCookie } from './session-cookie.ts';

/**
 * The answers of a quick check on their way into an account. They lie in the browser alone, at the person's wish, for a week: long
 * enough to register, confirm the address and set up the second factor.
 */
type CookieSite = { readonly secureCookies: boolean };

const keptSeconds = 7 * 24 * 60 * 60;

function name(site: CookieSite): string {
  return site.secureCookies ? '__Host-geleucht-schnell' : 'geleucht-schnell';
}

/** The code that came along; null when none did. Whether it means anything, the checklist decides. */
export function readQuickCookie(request: Request, site: CookieSite): string | null {
  const value = readCookie(request.headers.get('cookie') ?? undefined, name(site));
  return value !== null && value.length <= longestQuickCode ? value : null;
}

export function quickCookie(code: string, site: CookieSite): string {
  return `${name(site)}=${code}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${keptSeconds}${site.secureCookies ? '; Secure' : ''}`;
}

export function endedQuickCookie(site: CookieSite): string {
  return `${name(site)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${site.secureCookies ? '; Secure' : ''}`;
}
