import type { Actor } from './actor.ts';
import { may } from './may.ts';
import type { OrganisationType } from './roles.ts';
import { routeRules } from './routes.ts';

/**
 * The places that a person can go to from everywhere: each is a route, and who may open the route sees the place. In the
 * order of the navigation.
 */
const placeRoutes = {
  'company.overview': 'company/overview.tsx',
  'company.assessments': 'company/assessments.tsx',
  'company.cases': 'company/cases.tsx',
  'company.documents': 'company/documents.tsx',
  'company.team': 'company/team.tsx',
  'provider.overview': 'provider/overview.tsx',
  'provider.duty': 'provider/duty.tsx',
  'provider.vetting': 'provider/vetting.tsx',
  'provider.profile': 'provider/profile.tsx',
  'provider.team': 'provider/team.tsx',
  'office.board': 'office/board.tsx',
  'office.providers': 'office/providers.tsx',
  'office.duty': 'office/duty.tsx',
  'office.audit': 'office/audit.tsx',
  'office.accounts': 'office/accounts.tsx',
  'office.mail': 'office/mail.tsx',
} as const satisfies Readonly<Record<`${OrganisationType}.${string}`, string>>;

export type Place = keyof typeof placeRoutes;

export const places = Object.keys(placeRoutes) as readonly Place[];

/** So many stand in the bar of every page; the others are reached from the account. */
const mostInBar = 4;

/** Every place the actor may open now; none for who is not signed in, not confirmed, or locked. */
export function placesFor(actor: Actor): readonly Place[] {
  return places.filter((place) => {
    const rule = routeRules[placeRoutes[place]];
    return rule !== undefined && may(actor, rule.action, rule.relations);
  });
}

/** Those of one area, split into what stands in its bar and what does not fit there. */
export function navigationOf(actor: Actor, area: OrganisationType): { readonly bar: readonly Place[]; readonly more: readonly Place[] } {
  const here = placesFor(actor).filter((place) => place.startsWith(`${area}.`));
  return { bar: here.slice(0, mostInBar), more: here.slice(mostInBar) };
}
