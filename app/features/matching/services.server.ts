import { acceptOffer } from './accept-offer.server.ts';
import { advanceRouting } from './advance-routing.server.ts';
import { confirmOffer } from './confirm-offer.server.ts';
import { declineOffer, reportConflict } from './decline-offer.server.ts';
import { listDutyTasks, recordDecision } from './duty-decision.server.ts';
import { addOfficeShift, addProviderShift, readOfficeDuty, readProviderDuty, removeOfficeShift, removeProviderShift } from './duty-shifts.server.ts';
import { failDeliveries } from './fail-deliveries.server.ts';
import { addProvider, relaxRouting, takeBackFromSilent } from './office-turns.server.ts';
import { countOpenOffers, listOffers, openOffer } from './open-offer.server.ts';
import type { MatchingDeps } from './ports.ts';
import { releaseCandidates } from './release-candidates.server.ts';
import { companyRoutingView, officeRoutingView } from './routing-views.server.ts';

/** The use cases of matching, ready to be called. */
export function createMatchingServices(deps: MatchingDeps) {
  return {
    // providers
    listOffers: listOffers(deps),
    countOpenOffers: countOpenOffers(deps),
    openOffer: openOffer(deps),
    acceptOffer: acceptOffer(deps),
    confirmOffer: confirmOffer(deps),
    reportConflict: reportConflict(deps),
    declineOffer: declineOffer(deps),
    readProviderDuty: readProviderDuty(deps),
    addProviderShift: addProviderShift(deps),
    removeProviderShift: removeProviderShift(deps),
    // office
    relaxRouting: relaxRouting(deps),
    addProvider: addProvider(deps),
    takeBackFromSilent: takeBackFromSilent(deps),
    listDutyTasks: listDutyTasks(deps),
    recordDecision: recordDecision(deps),
    readOfficeDuty: readOfficeDuty(deps),
    addOfficeShift: addOfficeShift(deps),
    removeOfficeShift: removeOfficeShift(deps),
    officeRoutingView: officeRoutingView(deps),
    // company
    companyRoutingView: companyRoutingView(deps),
    // other features and the worker
    releaseCandidates: releaseCandidates(deps),
    failDeliveries: failDeliveries(deps),
    advanceRouting: advanceRouting(deps),
  };
}

export type MatchingServices = ReturnType<typeof createMatchingServices>;
