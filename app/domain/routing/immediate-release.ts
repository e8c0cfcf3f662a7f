import { filterFailures } from './filters.ts';
import type { RoutingCase, RoutingProvider } from './input.ts';
import { neverRelaxed } from './reasons.ts';
import type { FilterContext, FilterId } from './reasons.ts';

/** Filters that decide to whom a case may be sealed at report time: what is never relaxed, and the capability. */
const sealingFilters: readonly FilterId[] = [...neverRelaxed, 'F3'];

/**
 * Providers, by id, to which the key of an S1 or S2 case is sealed at report time when the reporter consented to the immediate
 * release: all that pass vetting, suspension, capability, conflict and exclusions, panel and reachability, whatever their duty,
 * area or load. Skills that are merely wanted do not narrow it. Empty for S3 and S4, which are released by hand.
 */
export function immediateReleaseProviders(
  routingCase: RoutingCase,
  providers: readonly RoutingProvider[],
  context: Omit<FilterContext, 'relaxed'>,
): string[] {
  if (routingCase.severity !== 'S1' && routingCase.severity !== 'S2') return [];
  return providers
    .filter((provider) => {
      const failures = filterFailures(routingCase, provider, { ...context, relaxed: ['wanted_skill'] });
      return !failures.some((failure) => sealingFilters.includes(failure.filter));
    })
    .map((provider) => provider.providerId)
    .sort();
}
