import { localDate, toLocal } from '#app/domain/deadlines/local-time.ts';
import type { RoutingContext } from '#app/domain/routing/decision.ts';
import type { FilterContext } from '#app/domain/routing/reasons.ts';
import type { RelaxationStep } from '#app/domain/routing/relaxation.ts';
import type { MatchingDeps } from './ports.ts';

/** The moment of a decision on the wall clock of the region. */
export function routingContext(deps: Pick<MatchingDeps, 'zone' | 'region'>, now: Date): RoutingContext {
  return {
    at: now.toISOString(),
    localDate: localDate(now, deps.zone),
    localHour: toLocal(now, deps.zone).hour,
    region: deps.region,
  };
}

export function filterContext(
  deps: Pick<MatchingDeps, 'zone' | 'region' | 'serviceClock'>,
  now: Date,
  relaxed: readonly RelaxationStep[],
): FilterContext {
  return { ...routingContext(deps, now), rules: deps.serviceClock(now).rules, relaxed };
}
