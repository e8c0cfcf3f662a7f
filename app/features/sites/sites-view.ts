import type { Site } from '#app/domain/organisation/sites.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import type { Locale } from '../ports.ts';
import { districtInWords, siteInWords } from '../site-in-words.ts';
import type { OpenSite } from './list-sites.server.ts';

/** Sites as plain JSON for their pages. */

export type SiteLinks = { readonly team: string; readonly sites: string; site(id: string): string; siteRemove(id: string): string; assessment(id: string): string };

export type SiteRow = { readonly id: string; readonly title: string; readonly place: string; readonly changeHref: string | null; readonly removeHref: string | null };

export type SitesView = { readonly rows: readonly SiteRow[]; readonly mayChange: boolean; readonly teamHref: string };

export function sitesView({ sites, mayChange }: { readonly sites: readonly Site[]; readonly mayChange: boolean }, locale: Locale, links: SiteLinks): SitesView {
  return {
    rows: sites.map((site) => ({
      id: site.id,
      title: siteInWords(site, locale),
      place: districtInWords(site.district, locale) ?? '',
      changeHref: mayChange ? links.site(site.id) : null,
      // A company has at least one.
      removeHref: mayChange && sites.length > 1 ? links.siteRemove(site.id) : null,
    })),
    mayChange,
    teamHref: links.team,
  };
}

export type SiteView = {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  readonly isOnly: boolean;
  readonly form: FormState;
  /** How the site stands now, when somebody has changed it since it was seen. */
  readonly conflict: string | null;
  readonly runs: readonly { readonly id: string; readonly title: string; readonly startedAt: string; readonly href: string }[];
  readonly links: { readonly sites: string; readonly self: string; readonly remove: string };
};

export function siteView({ site, isOnly, runs }: OpenSite, locale: Locale, links: SiteLinks): SiteView {
  return {
    id: site.id,
    title: siteInWords(site, locale),
    revision: site.revision,
    isOnly,
    form: emptyForm({ name: site.name ?? '', town: site.town, district: site.district ?? '' }),
    conflict: null,
    runs: runs.map((run) => ({ id: run.id, title: run.title[locale], startedAt: run.startedAt.toISOString(), href: links.assessment(run.id) })),
    links: { sites: links.sites, self: links.site(site.id), remove: links.siteRemove(site.id) },
  };
}

/** The same page after somebody else was quicker: what was typed stays, what is stored stands beside it. */
export function siteConflict(opened: OpenSite, form: FormState, locale: Locale, links: SiteLinks): SiteView {
  const view = siteView(opened, locale, links);
  const stored = [view.title, districtInWords(opened.site.district, locale)].filter((text) => text !== null).join(', ');
  return { ...view, form, conflict: stored };
}
