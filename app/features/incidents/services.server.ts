import { correctFacts } from './correct-facts.server.ts';
import { createDraft } from './create-draft.server.ts';
import { discardDraft } from './discard-draft.server.ts';
import { listCases } from './list-cases.server.ts';
import type { IncidentDeps } from './ports.ts';
import { raiseSeverity } from './raise-severity.server.ts';
import { readFacts } from './read-facts.server.ts';
import { readFirstAid } from './read-first-aid.server.ts';
import { readSent } from './read-sent.server.ts';
import { readStep } from './read-step.server.ts';
import { saveStep } from './save-step.server.ts';
import { submitReport } from './submit-report.server.ts';

/** Everything people do with a report: emergency pages, draft, sending, raising, correcting. */
export function createIncidentServices(deps: IncidentDeps) {
  return {
    /** The moment, for texts that name today. */
    now: () => deps.clock.now(),
    /** A random key for a form that creates something. */
    newFormKey: () => deps.random.id(),
    readFirstAid: readFirstAid(deps),
    createDraft: createDraft(deps),
    readStep: readStep(deps),
    saveStep: saveStep(deps),
    submitReport: submitReport(deps),
    discardDraft: discardDraft(deps),
    listCases: listCases(deps),
    readSent: readSent(deps),
    raiseSeverity: raiseSeverity(deps),
    readFacts: readFacts(deps),
    correctFacts: correctFacts(deps),
  };
}

export type IncidentServices = ReturnType<typeof createIncidentServices>;
