import type { Member } from '#app/domain/access/actor.ts';
import type { OrganisationType } from '#app/domain/access/roles.ts';
import type { HalfSession, OpenSession } from '#app/features/accounts/session-state.ts';
import type { AppContext } from './app-context.ts';
import { localeOf } from './locale.ts';
import { pathsFor } from './paths.ts';
import { refused, seeOther } from './respond.ts';

/** The address somebody wanted, to be led back to after signing in. */
function wanted(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return encodeURIComponent(request.method === 'GET' ? `${pathname}${search}` : pathname);
}

/** A person signed in with both factors; everybody else is led to the step that is missing. */
export async function requireSignedIn(request: Request, context: AppContext): Promise<OpenSession> {
  const paths = pathsFor(localeOf(request));
  const session = await context.session();
  if (session.kind === 'open') return session;
  if (session.kind === 'locked') throw seeOther(`${paths.accounts.unlock}?weiter=${wanted(request)}`);
  if (session.kind === 'half') throw seeOther(nextStep(session, request));
  throw seeOther(`${paths.accounts.signIn}?weiter=${wanted(request)}`);
}

/** The same, and acting for an organisation of this type. A foreign area is answered like an address that does not exist. */
export async function requireArea(request: Request, context: AppContext, type: OrganisationType): Promise<OpenSession> {
  const session = await requireSignedIn(request, context);
  if (!session.actor.confirmed) throw seeOther(pathsFor(localeOf(request)).accounts.registerStep('freischaltung'));
  if (!hasArea(session.actor, type)) throw refused({ code: 'not_found' });
  return session;
}

/** A provider is also a company. */
function hasArea(actor: Member, type: OrganisationType): boolean {
  return actor.organisationType === type || (type === 'company' && actor.organisationType === 'provider');
}

/** Where a half-finished sign-in goes on. */
export function nextStep(session: HalfSession, request: Request): string {
  const paths = pathsFor(localeOf(request));
  switch (session.next) {
    case 'second_factor':
      return paths.accounts.code;
    case 'set_up_second_factor':
      return paths.accounts.registerStep('zweiter-faktor');
    case 'keep_recovery_code':
      return paths.accounts.registerStep('wiederherstellung');
    case 'await_grant':
      return paths.accounts.registerStep('freischaltung');
  }
}
