import { addVettingDocument } from './add-document.server.ts';
import { applyAsProvider } from './apply.server.ts';
import { declareTie } from './declare-tie.server.ts';
import { decideApplication } from './decide-application.server.ts';
import { endTie } from './end-tie.server.ts';
import { listProvidersForOffice } from './list-for-office.server.ts';
import { listPublicProviders } from './list-public.server.ts';
import { openReview } from './open-review.server.ts';
import { pauseProvider } from './pause.server.ts';
import type { ProviderDeps } from './ports.ts';
import { readProfile, saveProfile } from './profile.server.ts';
import { readVettingDocument } from './read-document.server.ts';
import { readTies } from './read-ties.server.ts';
import { readOwnVetting } from './read-own-vetting.server.ts';
import { beginReview, reviewItems } from './review-items.server.ts';
import { runVettingExpiry } from './run-expiry.server.ts';
import { recordChannelTest } from './record-channel-test.server.ts';
import { saveVettingItem } from './save-item.server.ts';
import { saveRequested } from './save-requested.server.ts';
import { submitApplication } from './submit-application.server.ts';
import { actOnSuspension } from './suspend.server.ts';
import { takeOverReview } from './take-over-review.server.ts';
import { sweepFiles } from '../file-sweep.server.ts';

export function createProviderServices(deps: ProviderDeps) {
  return {
    applyAsProvider: applyAsProvider(deps),
    readOwnVetting: readOwnVetting(deps),
    saveVettingItem: saveVettingItem(deps),
    saveRequested: saveRequested(deps),
    addVettingDocument: addVettingDocument(deps),
    readVettingDocument: readVettingDocument(deps),
    /** Removes bodies of documents that no row needs. */
    sweepDocuments: () => sweepFiles(deps.files, deps.clock, (names) => deps.documents.storageNames(names)),
    submitApplication: submitApplication(deps),
    readProfile: readProfile(deps),
    saveProfile: saveProfile(deps),
    pauseProvider: pauseProvider(deps),
    listPublicProviders: listPublicProviders(deps),
    listProvidersForOffice: listProvidersForOffice(deps),
    openReview: openReview(deps),
    beginReview: beginReview(deps),
    takeOverReview: takeOverReview(deps),
    reviewItems: reviewItems(deps),
    decideApplication: decideApplication(deps),
    actOnSuspension: actOnSuspension(deps),
    readTies: readTies(deps),
    declareTie: declareTie(deps),
    endTie: endTie(deps),
    recordChannelTest: recordChannelTest(deps),
    runVettingExpiry: runVettingExpiry(deps),
  };
}

export type ProviderServices = ReturnType<typeof createProviderServices>;
