import type { Actor } from '#app/domain/access/actor.ts';
import { may, requireRight } from '#app/domain/access/may.ts';
import { relationsToCase, relationToAccount, relationToOffer, relationToOffice, relationToOrganisation } from '#app/domain/access/relations.ts';
import type { CaseAccessFacts, Relation } from '#app/domain/access/relations.ts';
import type { RouteRule } from '#app/domain/access/routes.ts';
import { assignmentStates, caseStates, offerStates } from '#app/domain/case/statuses.ts';
import type { OfferState } from '#app/domain/case/statuses.ts';
import type { TestRuntime } from '#tests/support/runtime.ts';

/** What an address speaks of. */
export type Thing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'owned'; readonly organisationId: string }
  | { readonly kind: 'case'; readonly facts: CaseAccessFacts }
  | { readonly kind: 'offer'; readonly providerId: string; readonly state: OfferState };

/**
 * How the table wants a route to answer. `answers`: the page, or a step further inside. `door`: a page of signing in, open or
 * led on from. `hidden`: as if it did not exist. `refused`: the person may know of it, and no more.
 */
export type Expected = 'answers' | 'door' | 'to_sign_in' | 'to_waiting' | 'to_step_up' | 'hidden' | 'refused';

/** What the table says to a GET, computed from the rule of the route and from what the person is to the thing. */
export function expectedToGet(rule: RouteRule, actor: Actor, thing: Thing, now: Date): Expected {
  if (rule.audience === 'public' || rule.audience === 'link') return may(actor, rule.action, 'public') ? 'answers' : 'refused';
  if (rule.audience === 'signing_in' && rule.action !== 'account.step_up') return 'door';
  if (actor.kind !== 'member') return 'to_sign_in';
  if (rule.audience === 'account' || rule.audience === 'signing_in') return accordingTo(rule, actor, ownOrThing(actor, thing, now), now);
  if (!actor.confirmed) return 'to_waiting';
  const isInside = rule.audience === actor.organisationType || (rule.audience === 'company' && actor.organisationType === 'provider');
  return isInside ? accordingTo(rule, actor, relationsTo(rule, actor, thing, now), now) : 'hidden';
}

/** True when the table gives the person nothing of what the route's forms can do. */
export function mayPostNothing(rule: RouteRule, actor: Actor, thing: Thing, now: Date): boolean {
  if (actor.kind === 'member' && !actor.confirmed && !['account', 'signing_in', 'public', 'link'].includes(rule.audience)) return true;
  const found = rule.audience === 'account' || rule.audience === 'signing_in' ? ownOrThing(actor, thing, now) : relationsTo(rule, actor, thing, now);
  return (rule.posts ?? []).every((action) => !may(actor, action, found.filter((one) => rule.relations.includes(one))));
}

/** True when the person has nothing to do with the thing: then it must answer as if it did not exist. */
export function isStranger(rule: RouteRule, actor: Actor, thing: Thing, now: Date): boolean {
  return thing.kind !== 'nothing' && relationsTo(rule, actor, thing, now).every((one) => one === 'none');
}

function accordingTo(rule: RouteRule, actor: Actor, found: readonly Relation[], now: Date): Expected {
  const here = found.filter((one) => rule.relations.includes(one));
  const right = requireRight(actor, rule.action, here.length > 0 ? here : 'none', now);
  if (right.ok) {
    const act = pagesOfOneAct.includes(rule.address) ? rule.posts?.[0] : undefined;
    if (act === undefined) return 'answers';
    if (!may(actor, act, here)) return 'refused';
    return requireRight(actor, act, here, now).ok ? 'answers' : 'to_step_up';
  }
  if (right.refusal.code === 'step_up_required') return 'to_step_up';
  return found.every((one) => one === 'none') ? 'hidden' : 'refused';
}

/** Pages that show the credential which their form stores: they ask for what the act asks for. */
const pagesOfOneAct = ['/konto/passwort', '/konto/zweiter-faktor', '/konto/wiederherstellungscode', '/betrieb/team/notfallblatt', '/partner/team/notfallblatt'];

/** What a route open to everybody signed in speaks of: a thing, or else the own account. */
function ownOrThing(actor: Actor, thing: Thing, now: Date): readonly Relation[] {
  if (thing.kind === 'case') return relationsToCase(actor, thing.facts, now);
  if (thing.kind === 'owned') return [relationToOrganisation(actor, thing.organisationId)];
  return actor.kind === 'member' ? [relationToAccount(actor, actor.userId)] : ['public'];
}

function relationsTo(rule: RouteRule, actor: Actor, thing: Thing, now: Date): readonly Relation[] {
  switch (thing.kind) {
    case 'case':
      return relationsToCase(actor, thing.facts, now);
    case 'offer':
      return [relationToOffer(actor, thing)];
    case 'owned':
      return [relationToOrganisation(actor, thing.organisationId)];
    case 'nothing':
      if (rule.relations.includes('office')) return [relationToOffice(actor)];
      return actor.kind === 'member' ? [relationToOrganisation(actor, actor.organisationId)] : ['public'];
  }
}

/** The facts that decide about a case, read from its rows. */
export async function caseThing(runtime: Pick<TestRuntime, 'database'>, caseId: string): Promise<Thing> {
  const { database } = runtime;
  const row = await database.case.findFirstOrThrow({ where: { id: caseId } });
  const [grants, assignments, offers] = await Promise.all([
    database.subjectKeyGrant.findMany({ where: { subjectKind: 'case', subjectId: caseId, awaitingRelease: false, version: row.keyVersion } }),
    database.assignment.findMany({ where: { caseId } }),
    database.offer.findMany({ where: { caseId } }),
  ]);
  const holders = (kind: string) => grants.filter((one) => one.recipientKind === kind).map((one) => one.recipientId);
  return {
    kind: 'case',
    facts: {
      caseId,
      state: oneOf(caseStates, row.state),
      recipientOrganisationIds: holders('organisation').filter((id) => id === row.organisationId),
      recipientUserIds: holders('user'),
      draftBy: row.state === 'draft' ? row.createdBy : null,
      offers: offers.map((one) => ({ providerId: one.providerId, state: oneOf(offerStates, one.state) })),
      assignments: assignments.map((one) => ({
        providerId: one.providerId,
        state: oneOf(assignmentStates, one.state),
        released: holders('organisation').includes(one.providerId),
        accessEndsAt: one.accessEndsAt,
      })),
    },
  };
}

export async function offerThing(runtime: Pick<TestRuntime, 'database'>, offerId: string): Promise<Thing> {
  const offer = await runtime.database.offer.findFirstOrThrow({ where: { id: offerId } });
  return { kind: 'offer', providerId: offer.providerId, state: oneOf(offerStates, offer.state) };
}

function oneOf<T extends string>(known: readonly T[], value: string): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Error(`unknown state ${value}`);
  return found;
}
