import type { RoutingCase } from '#app/domain/routing/input.ts';
import { immediateReleaseProviders } from '#app/domain/routing/immediate-release.ts';
import { filterContext } from './moment.ts';
import type { MatchingDeps } from './ports.ts';

/** Providers to which the key of an urgent case may be sealed at report time: all that pass what is never relaxed. */
export function releaseCandidates(deps: MatchingDeps) {
  return async function (routingCase: RoutingCase, at: Date): Promise<readonly string[]> {
    return immediateReleaseProviders(routingCase, await deps.reads.pool(at), filterContext(deps, at, []));
  };
}
