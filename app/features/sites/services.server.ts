import { addSite, changeSite, removeSite } from './change-sites.server.ts';
import { listSites, openSite } from './list-sites.server.ts';
import type { SiteDeps } from './ports.ts';

/** The use cases of a company's sites, ready to be called. */
export function createSiteServices(deps: SiteDeps) {
  return {
    listSites: listSites(deps),
    openSite: openSite(deps),
    addSite: addSite(deps),
    changeSite: changeSite(deps),
    removeSite: removeSite(deps),
    districtIds: deps.districtIds,
    /** A key for a form that creates something: repeated posts have one effect. */
    newFormKey: () => deps.random.id(),
  };
}

export type SiteServices = ReturnType<typeof createSiteServices>;
