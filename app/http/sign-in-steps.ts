import type { CarriedForm } from '#app/features/accounts/carried-fields.ts';
import type { SignedIn } from '#app/features/accounts/session-life.server.ts';
import type { SessionState } from '#app/features/accounts/session-state.ts';
import type { AppContext } from './app-context.ts';
import { carryTo } from './carried-form.ts';
import { nextStepPath } from './guards.ts';
import { localeOf } from './locale.ts';
import { homePath, pathsFor } from './paths.ts';
import type { Paths } from './paths.ts';
import { seeOther } from './respond.ts';
import { safePath } from './safe-redirect.ts';
import { browserCookie, sessionCookie } from './session-cookie.ts';

/** The address inside the site that somebody wanted before signing in; empty when none. */
export function wantedPath(request: Request): string {
  return safePath(new URL(request.url).searchParams.get('weiter'), '');
}

/** The page of this site that led here, for the way back; empty when none did. A form that came back counts as none. */
export function cameFrom(request: Request): string {
  const referrer = request.headers.get('referer') ?? '';
  if (!URL.canParse(referrer)) return '';
  const { host, pathname, search } = new URL(referrer);
  return host === request.headers.get('host') && pathname !== new URL(request.url).pathname ? safePath(pathname + search, '') : '';
}

/** An address with the wanted one behind it. */
export function withWanted(path: string, wanted: string): string {
  return wanted === '' ? path : `${path}?weiter=${encodeURIComponent(wanted)}`;
}

type Onward = { readonly wanted?: string; /** Travels on, as far as the steps go that carry one. */ readonly carried?: CarriedForm | null };

/** Gives the browser its new session and sends it to the step that is missing, or to where it wanted to go. */
export async function goOn(request: Request, context: AppContext, signedIn: SignedIn, { wanted = wantedPath(request), carried = null }: Onward = {}): Promise<Response> {
  const paths = pathsFor(localeOf(request));
  const headers = new Headers({ 'Set-Cookie': sessionCookie(signedIn.cookie, context.site) });
  if (signedIn.browserMarks) headers.append('Set-Cookie', browserCookie(signedIn.browserMarks, context.site));
  if (carried && signedIn.next === 'second_factor') return carryTo(paths.accounts.code, carried.path, headers);
  if (signedIn.next) return seeOther(withWanted(nextStepPath(signedIn.next, paths), wanted), { headers });
  const session = await context.services.accounts.resumeSession(signedIn.cookie);
  if (session.kind === 'open') session.dispose();
  if (carried && session.kind === 'open' && session.actor.confirmed) return carryTo(paths.accounts.keptForm, carried.path, headers);
  return seeOther(homeOf(session, paths, wanted), { headers });
}

function homeOf(session: SessionState, paths: Paths, wanted: string): string {
  if (session.kind !== 'open') return paths.accounts.signIn;
  if (!session.actor.confirmed) return paths.accounts.registerStep('freischaltung');
  return wanted === '' ? homePath(paths, session.actor.organisationType) : wanted;
}
