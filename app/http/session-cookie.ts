/**
 * The session cookie holds sid ‖ cookie half (64 bytes, base64url), opaque to everybody but the accounts feature. It
 * has no expiry of its own: the row decides. Over plain http (demo and tests on this machine only) browsers refuse
 * the __Host- prefix.
 */
type CookieSite = { readonly secureCookies: boolean };

export function sessionCookieName(site: CookieSite): string {
  return site.secureCookies ? '__Host-geleucht' : 'geleucht';
}

export function readSessionCookie(header: string | undefined, site: CookieSite): string | null {
  return readCookie(header, sessionCookieName(site));
}

/** The Set-Cookie value that begins a session. */
export function sessionCookie(value: string, site: CookieSite): string {
  return `${sessionCookieName(site)}=${value}; Path=/; HttpOnly; SameSite=Lax${site.secureCookies ? '; Secure' : ''}`;
}

/** The Set-Cookie value that ends it. */
export function endedSessionCookie(site: CookieSite): string {
  return `${sessionCookieName(site)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${site.secureCookies ? '; Secure' : ''}`;
}

/** Beside the session, what a browser keeps to be known again; it outlives sessions and opens nothing. */
export function browserCookieName(site: CookieSite): string {
  return site.secureCookies ? '__Host-geleucht-browser' : 'geleucht-browser';
}

const yearInSeconds = 365 * 24 * 3600;

/** The Set-Cookie value by which a browser is known for a year after its last full sign-in. */
export function browserCookie(marks: string, site: CookieSite): string {
  return `${browserCookieName(site)}=${marks}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${yearInSeconds}${site.secureCookies ? '; Secure' : ''}`;
}

export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, ...rest] = part.trim().split('=');
    if (key === name) return rest.join('=') || null;
  }
  return null;
}
