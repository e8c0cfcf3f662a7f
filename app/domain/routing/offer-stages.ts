import { filterFailures, neverRelaxedFailures } from './filters.ts';
import type { RoutingCase, RoutingProvider } from './input.ts';
import type { FilterContext, FilterFailure } from './reasons.ts';

/**
 * What stands against sending an offer now. All filters are checked again, with the relaxations of the stored decision in force;
 * empty: send it.
 */
export function hindrancesToSending(routingCase: RoutingCase, provider: RoutingProvider, context: FilterContext): FilterFailure[] {
  return filterFailures(routingCase, provider, context);
}

/** What stands against accepting now: only what is never relaxed. An offer once made is not lost to a busy or late provider. */
export function hindrancesToAccepting(routingCase: RoutingCase, provider: RoutingProvider, context: FilterContext): FilterFailure[] {
  return neverRelaxedFailures(routingCase, provider, context);
}

/**
 * What stands against confirming now. An acceptance before midnight may be confirmed after it, so vetting dates are judged by the
 * local date of the acceptance; a suspension or a conflict that came in between counts at once.
 */
export function hindrancesToConfirming(
  routingCase: RoutingCase,
  provider: RoutingProvider,
  context: FilterContext,
  acceptedLocalDate: string,
): FilterFailure[] {
  const ranOutSince = provider.vettingState === 'expired' && acceptedLocalDate < context.localDate;
  const asAccepted: RoutingProvider = ranOutSince ? { ...provider, vettingState: 'approved' } : provider;
  const vetting = neverRelaxedFailures(routingCase, asAccepted, { ...context, localDate: acceptedLocalDate });
  const now = neverRelaxedFailures(routingCase, provider, context);
  return [...vetting.filter((failure) => failure.filter === 'F1'), ...now.filter((failure) => failure.filter !== 'F1')];
}
