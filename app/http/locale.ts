import type { Locale } from '#app/features/ports.ts';

/** English lies below /en at the same address; the address alone decides, no cookie. */
export function localeOf(request: Request): Locale {
  const { pathname } = new URL(request.url);
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'de';
}

/** The same page in the other language. */
export function pathInLocale(pathname: string, locale: Locale): string {
  const german = pathname === '/en' ? '/' : pathname.replace(/^\/en\//, '/');
  if (locale === 'de') return german;
  return german === '/' ? '/en' : `/en${german}`;
}
