import { formsIn } from './forms-in-page.ts';
import type { FormInPage } from './forms-in-page.ts';

/** A page as a browser holds it after all redirects. */
export type Landed = { readonly status: number; readonly path: string; readonly query: URLSearchParams; readonly text: string; readonly forms: readonly FormInPage[] };

export type Wanderer = {
  /** Value of the session cookie; null without one. */
  cookie(): string | null;
  look(address: string): Promise<Landed>;
  post(address: string, fields: readonly (readonly [string, string])[], headers?: Readonly<Record<string, string>>): Promise<Landed>;
};

const mostRedirects = 5;

/** A browser without script: keeps its cookies, follows redirects, and repeats a post where it is told to (307). */
export function wander(baseUrl: string, cookie: string | null = null): Wanderer {
  const cookies = new Map<string, string>(cookie === null ? [] : [['geleucht', cookie]]);
  return { cookie: () => cookies.get('geleucht') ?? null, look: (address) => go('GET', address), post: (address, fields, headers) => go('POST', address, new URLSearchParams(fields.map(([name, value]) => [name, value])), headers) };

  async function go(method: 'GET' | 'POST', address: string, body?: URLSearchParams, headers?: Readonly<Record<string, string>>, hops = 0): Promise<Landed> {
    const url = new URL(address, baseUrl);
    if (url.origin !== baseUrl) throw new Error(`Led to ${url.origin}.`);
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { 'Accept-Encoding': 'identity', Cookie: [...cookies].map((pair) => pair.join('=')).join('; '), ...(headers ?? (method === 'POST' ? { Origin: baseUrl, 'Sec-Fetch-Site': 'same-origin' } : {})) },
      ...(body ? { body } : {}),
    });
    for (const set of response.headers.getSetCookie()) keep(set);
    const text = await response.text();
    const location = response.headers.get('location');
    if (location !== null && hops < mostRedirects) return response.status === 307 ? go(method, location, body, headers, hops + 1) : go('GET', location, undefined, undefined, hops + 1);
    return { status: response.status, path: url.pathname, query: url.searchParams, text, forms: formsIn(text, url.pathname) };
  }

  function keep(set: string): void {
    const [pair = ''] = set.split(';');
    const at = pair.indexOf('=');
    if (/max-age=0/i.test(set)) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** The fields of a form as the page filled them, with some typed over. */
export function filled(form: FormInPage | undefined, typed: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  if (!form) throw new Error('The page holds no such form.');
  const kept = form.fields.filter(([name]) => !(name in typed));
  return [...kept, ...Object.entries(typed)];
}
