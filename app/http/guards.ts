import type { Action } from '#app/domain/access/actions.ts';
import type { Member } from '#app/domain/access/actor.ts';
import type { Relation } from '#app/domain/access/relations.ts';
import type { OrganisationType } from '#app/domain/access/roles.ts';
import type { Refusal } from '#app/domain/result.ts';
import type { HalfSession, OpenSession } from '#app/features/accounts/session-state.ts';
import type { AppContext } from './app-context.ts';
import { keepable, carryTo } from './carried-form.ts';
import { localeOf } from './locale.ts';
import { pathsFor } from './paths.ts';
import type { Paths } from './paths.ts';
import { refused, seeOther } from './respond.ts';

/** In an address: a form that was posted could not be kept. The sign-in says so, and the page that it was meant for may. */
const lostForm = 'formular=fehlt';

/** The address somebody wanted, to be led back to after signing in. */
function wanted(request: Request): string {
  const { pathname, search } = new URL(request.url);
  if (request.method === 'GET') return `weiter=${encodeURIComponent(`${pathname}${search}`)}`;
  return `weiter=${encodeURIComponent(`${pathname}?${lostForm}`)}&${lostForm}`;
}

/** Whether a form that was posted has not arrived: its session was not open any more, and it was too long to be kept, or held a file or a password. */
export function isLost(request: Request): boolean {
  return new URL(request.url).searchParams.get('formular') === 'fehlt';
}

/** A person signed in with both factors; everybody else is led to the step that is missing. */
export async function requireSignedIn(request: Request, context: AppContext): Promise<OpenSession> {
  const paths = pathsFor(localeOf(request));
  const session = await context.session();
  if (session.kind === 'open') return session;
  const { pathname } = new URL(request.url);
  // No form of a step of the sign-in itself: its code would be stale.
  const form = pathname.startsWith(paths.accounts.signIn) ? null : await keepable(request, context);
  if (session.kind === 'locked') {
    // A form that was posted to a locked session waits, sealed, behind the unlock.
    if (form && (await context.services.accounts.keepPostForUnlock(context.cookie, pathname, form.toString()))) throw seeOther(`${paths.accounts.unlock}?formular=wartet`);
    throw seeOther(`${paths.accounts.unlock}?${wanted(request)}`);
  }
  if (session.kind === 'half') throw form && session.next === 'second_factor' ? carryTo(paths.accounts.code, pathname) : seeOther(nextStep(session, request));
  // To an ended one: it travels with the person through the sign-in.
  throw form ? carryTo(paths.accounts.signIn, pathname) : seeOther(`${paths.accounts.signIn}?${wanted(request)}`);
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
  return nextStepPath(session.next, pathsFor(localeOf(request)));
}

export function nextStepPath(next: HalfSession['next'], paths: Paths): string {
  switch (next) {
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

/** A person on its way in, at exactly this step; everybody else is led to where they belong. */
export async function requireStep(request: Request, context: AppContext, step: HalfSession['next']): Promise<HalfSession> {
  const paths = pathsFor(localeOf(request));
  const session = await context.session();
  if (session.kind === 'half' && session.next === step) return session;
  if (session.kind === 'half') throw seeOther(nextStep(session, request));
  if (session.kind === 'open') throw seeOther(paths.accounts.account);
  throw seeOther(session.kind === 'locked' ? paths.accounts.unlock : paths.accounts.signIn);
}

/** Ends with the page for the refusal; a missing second factor leads to the page that asks for it and comes back. */
export function refuseOrStepUp(refusal: Refusal, request: Request): Response {
  if (refusal.code !== 'step_up_required') return refused(refusal);
  return seeOther(`${pathsFor(localeOf(request)).accounts.stepUp}?weiter=${encodeURIComponent(new URL(request.url).pathname)}`);
}

/** Signed in, with the right, and with the second factor given again within the last minutes: leads to the page that asks for it. */
export async function requireFreshFactor(request: Request, context: AppContext, action: Action, relation: Relation): Promise<OpenSession> {
  const session = await requireSignedIn(request, context);
  const allowed = context.services.accounts.checkRight(session.actor, action, relation);
  if (!allowed.ok) throw refuseOrStepUp(allowed.refusal, request);
  return session;
}
