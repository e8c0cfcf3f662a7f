import type { Site } from '../organisation/sites.ts';

/**
 * A site as a closed run keeps it, whatever becomes of the site later, and whether the answers hold for it. The id tells that a site
 * is the same under another name.
 */
export type FrozenSite = Pick<Site, 'name' | 'town'> & { readonly id?: string; readonly covered: boolean };

/**
 * For which sites the answers of a run hold. `whole`: the company has one site, nobody is asked. `undecided`: it has several, and
 * nobody has said, or none of those named is left.
 */
export type SiteScope<S = Site> = { readonly kind: 'whole' | 'undecided' | 'chosen'; readonly covered: readonly S[]; readonly others: readonly S[] };

/** The scope of a run that goes on. `chosen`: ids as somebody chose them; null: nobody has. A site that is gone counts no more. */
export function scopeOf(sites: readonly Site[], chosen: readonly string[] | null): SiteScope {
  if (sites.length < 2) return { kind: 'whole', covered: sites, others: [] };
  const covered = sites.filter((site) => chosen?.includes(site.id));
  if (covered.length === 0) return { kind: 'undecided', covered: [], others: sites };
  return { kind: 'chosen', covered, others: sites.filter((site) => !covered.includes(site)) };
}

/** The scope that a closed run keeps. Null: it was closed before sites were known. */
export function scopeAtClose(frozen: readonly FrozenSite[] | undefined): SiteScope<FrozenSite> | null {
  if (frozen === undefined) return null;
  return { kind: frozen.length < 2 ? 'whole' : 'chosen', covered: frozen.filter((site) => site.covered), others: frozen.filter((site) => !site.covered) };
}

export function freezeScope({ covered, others }: SiteScope): FrozenSite[] {
  const frozen = (sites: readonly Site[], isCovered: boolean) => sites.map(({ id, name, town }) => ({ id, name, town, covered: isCovered }));
  return [...frozen(covered, true), ...frozen(others, false)];
}

/** For which sites two closed runs hold, beside each other; `not_kept`: of the earlier one nobody knows. */
export type ScopeChange =
  | { readonly kind: 'different'; readonly both: readonly FrozenSite[]; readonly onlyThen: readonly FrozenSite[]; readonly onlyNow: readonly FrozenSite[] }
  | { readonly kind: 'not_kept' };

/**
 * What is to be said before two runs are compared; null: they hold for the same sites, or the company has one and nobody asked.
 * What both hold for stands under the name that it has in the later run.
 */
export function compareScopes(earlier: SiteScope<FrozenSite> | null, later: SiteScope<FrozenSite> | null): ScopeChange | null {
  // Sites are kept since a certain day: a run that comes after one that knows them knows them too.
  if (later === null) return null;
  if (earlier === null) return later.kind === 'whole' ? null : { kind: 'not_kept' };
  const isIn = (site: FrozenSite, scope: SiteScope<FrozenSite>) => scope.covered.some((other) => isSameSite(site, other));
  const onlyThen = earlier.covered.filter((site) => !isIn(site, later));
  const onlyNow = later.covered.filter((site) => !isIn(site, earlier));
  if (onlyThen.length === 0 && onlyNow.length === 0) return null;
  return { kind: 'different', both: later.covered.filter((site) => isIn(site, earlier)), onlyThen, onlyNow };
}

/** One that was entered anew in the same words counts as the same. */
function isSameSite(a: FrozenSite, b: FrozenSite): boolean {
  return (a.id !== undefined && a.id === b.id) || (a.name === b.name && a.town === b.town);
}

/**
 * Tells whether somebody confirms what stands in the store: changes with the choice and with every name. Empty while a company has
 * one site, of which the page says nothing.
 */
export function stampOfScope({ kind, covered, others }: SiteScope): string {
  if (kind === 'whole') return '';
  const words = (sites: readonly Site[]) => sites.map((site) => `${site.id}.${site.revision}`).join(',');
  return `${words(covered)}/${words(others)}`;
}
