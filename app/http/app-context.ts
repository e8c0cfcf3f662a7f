import type { SessionState } from '#app/features/accounts/session-state.ts';
import type { Log } from '#app/http/log.ts';
import { browserCookieName, readCookie, readSessionCookie } from './session-cookie.ts';
import type { Services } from './services.ts';

/** What a loader or action receives besides its request. */
export type AppContext = {
  readonly services: Services;
  readonly site: SiteFacts;
  readonly nonce: string;
  readonly requestId: string;
  /** False when the browser did not say where the request comes from: then the form token decides. */
  readonly originProven: boolean;
  readonly client: ClientFacts;
  /** Value of the session cookie, for the acts that need the seed behind it. */
  readonly cookie: string | null;
  readonly log: Log;
  /** Resolves the session once per request. Its keys are zeroed when the response has ended. */
  session(): Promise<SessionState>;
  dispose(): Promise<void>;
};

export type SiteFacts = { readonly baseUrl: string; readonly isDemo: boolean; readonly secureCookies: boolean };
export type ClientFacts = { readonly address: string; readonly userAgent: string; readonly browserMarks: string | null };

type Parts = {
  readonly services: Services;
  readonly site: SiteFacts;
  readonly log: Log;
  readonly nonce: string;
  readonly requestId: string;
  readonly originProven: boolean;
  readonly cookieHeader: string | undefined;
  readonly clientAddress: string;
  readonly userAgent: string;
};

export function createAppContext(parts: Parts): AppContext {
  const cookie = readSessionCookie(parts.cookieHeader, parts.site);
  let pending: Promise<SessionState> | undefined;
  return {
    services: parts.services,
    site: parts.site,
    nonce: parts.nonce,
    requestId: parts.requestId,
    originProven: parts.originProven,
    client: { address: parts.clientAddress, userAgent: parts.userAgent.slice(0, 300), browserMarks: readCookie(parts.cookieHeader, browserCookieName(parts.site)) },
    cookie,
    log: parts.log,
    session() {
      return (pending ??= parts.services.accounts.resumeSession(cookie));
    },
    async dispose() {
      const state = await pending?.catch(() => undefined);
      if (state?.kind === 'open') state.dispose();
    },
  };
}

declare module '@remix-run/server-runtime' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions, @typescript-eslint/no-empty-object-type -- declaration merging needs an interface
  interface AppLoadContext extends AppContext {}
}
