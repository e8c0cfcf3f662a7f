import type { Place } from '#app/domain/access/places.ts';
import type { OrganisationType as Area } from '#app/domain/access/roles.ts';
import type { Audience } from '#app/domain/access/routes.ts';

/** What header, navigation and footer are made from. */
export type FrameFacts = {
  readonly locale: 'de' | 'en';
  readonly path: string;
  /** What follows the path, question mark included; empty when nothing does. */
  readonly search: string;
  readonly isDemo: boolean;
  readonly person: { readonly name: string; readonly organisationName: string; readonly organisationType: Area } | null;
  /** What the person may open now, of the places in the bar of each area. */
  readonly bars: Readonly<Record<Area, readonly Place[]>>;
};

export const noBars: FrameFacts['bars'] = { company: [], provider: [], office: [] };

/** The area whose navigation a page carries; null for the public one. */
export function areaOf(audience: Audience, facts: FrameFacts): Area | null {
  if (audience === 'company' || audience === 'provider' || audience === 'office') return audience;
  return audience === 'account' ? (facts.person?.organisationType ?? null) : null;
}
