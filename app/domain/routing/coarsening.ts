import type { SizeClass } from '#app/domain/triage/kinds.ts';

/** Companies that must share what a brief says of the company before it may be shown. */
export const companiesNeeded = 5;

/** How many registered companies have exactly these three properties. */
export type CompanyCount = {
  readonly district: string;
  readonly sectorSection: string | null;
  readonly sizeClass: SizeClass | null;
  readonly count: number;
};

/** Four groups of the NACE sections. */
export type SectorGroup = 'production' | 'trade' | 'services' | 'public';
export type SizeGroup = 'under_50' | 'from_50';

/** Sector as shown: a section letter, a group, or left out. */
export type ShownSector = { readonly as: 'section'; readonly section: string } | { readonly as: 'group'; readonly group: SectorGroup } | null;
export type ShownSize = { readonly as: 'class'; readonly sizeClass: SizeClass } | { readonly as: 'group'; readonly group: SizeGroup } | null;
export type ShownDistrict = { readonly as: 'district'; readonly district: string } | { readonly as: 'region' };

/** What a brief says of the company. */
export type ShownProfile = {
  readonly district: ShownDistrict;
  readonly sector: ShownSector;
  readonly size: ShownSize;
};

/** Steps in the order in which they are taken; each stays in force for the next. */
export const coarseningOrder = ['sector_to_group', 'size_to_group', 'district_to_region', 'sector_omitted', 'size_omitted'] as const;
export type CoarseningStep = (typeof coarseningOrder)[number];

/** Stored with the offer: what was shown and how many companies shared it. The number is never shown to a provider. */
export type Coarsening = {
  readonly shown: ShownProfile;
  readonly steps: readonly CoarseningStep[];
  readonly companiesSharing: number;
};

export type CompanyProfile = Pick<CompanyCount, 'district' | 'sectorSection' | 'sizeClass'>;

/**
 * Coarsens district, sector and size until at least five registered companies share what is left. The last step leaves nothing but
 * the region; if the region itself has fewer companies, that is what is shown.
 */
export function coarsen(profile: CompanyProfile, counts: readonly CompanyCount[]): Coarsening {
  for (let taken = 0; taken <= coarseningOrder.length; taken += 1) {
    const steps = coarseningOrder.slice(0, taken);
    const shown = showUnder(profile, steps);
    const companiesSharing = counts
      .filter((cell) => sharesWhatIsShown(shown, showUnder(cell, steps)))
      .reduce((sum, cell) => sum + cell.count, 0);
    if (companiesSharing >= companiesNeeded || taken === coarseningOrder.length) return { shown, steps, companiesSharing };
  }
  throw new Error('unreachable: the last step always returns');
}

/** Group of a NACE section: A to F make things, G trades, O to Q are public tasks, the rest and the unknown serve. */
export function sectorGroupOf(section: string): SectorGroup {
  if ('ABCDEF'.includes(section)) return 'production';
  if (section === 'G') return 'trade';
  return 'OPQ'.includes(section) ? 'public' : 'services';
}

/** What is not shown tells nothing, so it is shared with everybody. */
function sharesWhatIsShown(shown: ShownProfile, other: ShownProfile): boolean {
  return (
    same(shown.district, other.district) &&
    (shown.sector === null || same(shown.sector, other.sector)) &&
    (shown.size === null || same(shown.size, other.size))
  );
}

function same(a: ShownDistrict | ShownSector | ShownSize, b: ShownDistrict | ShownSector | ShownSize): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function showUnder(profile: CompanyProfile, steps: readonly CoarseningStep[]): ShownProfile {
  return {
    district: steps.includes('district_to_region') ? { as: 'region' } : { as: 'district', district: profile.district },
    sector: shownSector(profile.sectorSection, steps),
    size: shownSize(profile.sizeClass, steps),
  };
}

function shownSector(section: string | null, steps: readonly CoarseningStep[]): ShownSector {
  if (section === null || steps.includes('sector_omitted')) return null;
  if (steps.includes('sector_to_group')) return { as: 'group', group: sectorGroupOf(section) };
  return { as: 'section', section };
}

function shownSize(sizeClass: SizeClass | null, steps: readonly CoarseningStep[]): ShownSize {
  if (sizeClass === null || steps.includes('size_omitted')) return null;
  if (!steps.includes('size_to_group')) return { as: 'class', sizeClass };
  return { as: 'group', group: sizeClass === 'medium' || sizeClass === 'large' ? 'from_50' : 'under_50' };
}
