import { addExhibit } from './add-exhibit.server.ts';
import { caseForDossier } from './case-for-dossier.server.ts';
import { openClosure } from './closing-report.server.ts';
import { openDeadlines } from './deadline-view.server.ts';
import { confirmClosure, objectToClosure } from './decide-closure.server.ts';
import { downloadExhibit } from './download-exhibit.server.ts';
import { endAccess } from './end-access.server.ts';
import { handInReport } from './hand-in-report.server.ts';
import { readHistory } from './history.server.ts';
import { listExhibits } from './list-exhibits.server.ts';
import { listMessages } from './list-messages.server.ts';
import { logFirstContact } from './log-first-contact.server.ts';
import { writeInternalNote, writeOfficeNote } from './notes.server.ts';
import { openCaseHead } from './open-case-head.server.ts';
import { openCompanyCase } from './open-company-case.server.ts';
import { openCompanyStep } from './open-company-step.server.ts';
import { listProviderCases, openProviderCase } from './open-provider-case.server.ts';
import { answerQuery } from './answer-query.server.ts';
import { chooseSelfHelp } from './choose-self-help.server.ts';
import { declareFalseAlarm } from './declare-false-alarm.server.ts';
import { referOut } from './refer-out.server.ts';
import { requestHelp } from './request-help.server.ts';
import type { CaseDeps } from './ports.ts';
import { postMessage } from './post-message.server.ts';
import { reachMilestone } from './reach-milestone.server.ts';
import { removeExhibit } from './remove-exhibit.server.ts';
import { openRelease, releaseToProvider } from './release-to-provider.server.ts';
import { reopenCase } from './reopen.server.ts';
import { reportDeadline } from './report-deadline.server.ts';
import { runTimers } from './run-timers.server.ts';
import { resumeWork, setWaiting } from './set-waiting.server.ts';
import { sweepExhibits } from './sweep-exhibits.server.ts';
import { denyFirstContact, withdrawCase } from './withdraw.server.ts';

/** Everything both sides do with a case that has a provider, and what the worker does for it. */
export function createCaseServices(deps: CaseDeps) {
  return {
    /** A random key for a form that creates something. */
    newFormKey: () => deps.random.id(),
    openCaseHead: openCaseHead(deps),
    openCompanyCase: openCompanyCase(deps),
    openCompanyStep: openCompanyStep(deps),
    openProviderCase: openProviderCase(deps),
    listProviderCases: listProviderCases(deps),
    listMessages: listMessages(deps),
    postMessage: postMessage(deps),
    listExhibits: listExhibits(deps),
    addExhibit: addExhibit(deps),
    downloadExhibit: downloadExhibit(deps),
    removeExhibit: removeExhibit(deps),
    openDeadlines: openDeadlines(deps),
    reportDeadline: reportDeadline(deps),
    readHistory: readHistory(deps),
    openRelease: openRelease(deps),
    releaseToProvider: releaseToProvider(deps),
    logFirstContact: logFirstContact(deps),
    denyFirstContact: denyFirstContact(deps),
    reachMilestone: reachMilestone(deps),
    setWaiting: setWaiting(deps),
    resumeWork: resumeWork(deps),
    handInReport: handInReport(deps),
    openClosure: openClosure(deps),
    confirmClosure: confirmClosure(deps),
    objectToClosure: objectToClosure(deps),
    reopenCase: reopenCase(deps),
    withdrawCase: withdrawCase(deps),
    requestHelp: requestHelp(deps),
    referOut: referOut(deps),
    declareFalseAlarm: declareFalseAlarm(deps),
    chooseSelfHelp: chooseSelfHelp(deps),
    answerQuery: answerQuery(deps),
    writeInternalNote: writeInternalNote(deps),
    writeOfficeNote: writeOfficeNote(deps),
    caseForDossier: caseForDossier(deps),
    runTimers: runTimers(deps),
    endAccess: endAccess(deps),
    sweepExhibits: sweepExhibits(deps),
  };
}

export type CaseServices = ReturnType<typeof createCaseServices>;
