import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/may.ts';
import type { Site } from '#app/domain/organisation/sites.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { requireOwn } from './own-sites.ts';
import type { NamingRun, SiteDeps } from './ports.ts';

/** Every confirmed person of the company reads its sites. */
export function listSites(deps: SiteDeps) {
  return async function (actor: Actor): Promise<Result<{ readonly sites: readonly Site[]; readonly mayChange: boolean }>> {
    const member = requireOwn(deps.clock, actor, 'organisation.read_profile');
    if (!member.ok) return member;
    const sites = await deps.sites.sitesOf(member.value.organisationId);
    return ok({ sites, mayChange: may(actor, 'organisation.change_profile', 'own_organisation') });
  };
}

export type OpenSite = {
  readonly site: Site;
  /** The company has no other: it cannot be removed. */
  readonly isOnly: boolean;
  readonly runs: readonly NamingRun[];
};

/** One site for who may change it, with the running checks that name it. A foreign one is `not_found`. */
export function openSite(deps: SiteDeps) {
  return async function (actor: Actor, siteId: string): Promise<Result<OpenSite>> {
    const member = requireOwn(deps.clock, actor, 'organisation.change_profile');
    if (!member.ok) return member;
    const { organisationId } = member.value;
    const sites = await deps.sites.sitesOf(organisationId);
    const site = sites.find((one) => one.id === siteId);
    if (site === undefined) return err('not_found');
    return ok({ site, isOnly: sites.length === 1, runs: await deps.runsNaming(organisationId, siteId) });
  };
}
