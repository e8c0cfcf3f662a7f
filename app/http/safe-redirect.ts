/** An address inside this site, or the fallback: anything that a browser could read as another site is refused. */
export function safePath(candidate: unknown, fallback: string): string {
  if (typeof candidate !== 'string' || !candidate.startsWith('/') || candidate.startsWith('//')) return fallback;
  if (/[\\\u0000-\u001f\u007f]/.test(candidate)) return fallback;
  const parsed = new URL(candidate, 'https://site.invalid');
  return parsed.origin === 'https://site.invalid' ? `${parsed.pathname}${parsed.search}${parsed.hash}` : fallback;
}
