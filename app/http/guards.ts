import type { Action } from '#app/domain/access/actions.ts';
import type { Member } from '#app/domain/access/actor.ts';
import type { Relation } from '#app/domain/access/relations.ts';
import type { OrganisationType } from '#app/domain/access/roles.ts';
import type { Refusal } from '#app/domain/result.ts';
import type { HalfSession, OpenSession } from '#app/features/accounts/session-state.ts';
import type { AppContext } from './app-context.ts';
import { localeOf } from './locale.ts';
import { pathsFor } from './paths.ts';
import type { Paths } from './paths.ts';
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
  if (session.kind === 'locked') throw await toUnlock(request, context, paths);
  if (session.kind === 'half') throw seeOther(nextStep(session, request));
  throw seeOther(`${paths.accounts.signIn}?weiter=${wanted(request)}`);
}

/** A form that was posted to a locked session is not lost: it waits, sealed, behind the unlock. */
async function toUnlock(request: Request, context: AppContext, paths: Paths): Promise<Response> {
  const isForm = request.method === 'POST' && (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
  const kept = isForm && context.originProven && (await context.services.accounts.keepPostForUnlock(context.cookie, new URL(request.url).pathname, await request.clone().text()));
  return seeOther(kept ? `${paths.accounts.unlock}?formular=wartet` : `${paths.accounts.unlock}?weiter=${wanted(request)}`);
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
