import type { Site } from '../organisation/sites.ts';

/** A site as a closed run keeps it, whatever becomes of the site later, and whether the answers hold for it. */
export type FrozenSite = Pick<Site, 'name' | 'town'> & { readonly covered: boolean };

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
  const frozen = (sites: readonly Site[], isCovered: boolean) => sites.map(({ name, town }) => ({ name, town, covered: isCovered }));
  return [...frozen(covered, true), ...frozen(others, false)];
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
