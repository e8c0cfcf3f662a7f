import { addExhibit } from './exhibits/add-exhibit.server.ts';
import { caseForDossier } from './case-for-dossier.server.ts';
import { openClosure } from './closing/closing-report.server.ts';
import { openDeadlines } from './deadlines/deadline-view.server.ts';
import { confirmClosure, objectToClosure } from './closing/decide-closure.server.ts';
import { downloadExhibit } from './exhibits/download-exhibit.server.ts';
import { endAccess } from './provider-steps/end-access.server.ts';
import { handInReport } from './closing/hand-in-report.server.ts';
import { readHistory } from './history/history.server.ts';
import { listExhibits } from './exhibits/list-exhibits.server.ts';
import { listMessages } from './messages/list-messages.server.ts';
import { logFirstContact } from './provider-steps/log-first-contact.server.ts';
import { writeInternalNote, writeOfficeNote } from './history/notes.server.ts';
import { openCaseHead } from './open-case-head.server.ts';
import { openCompanyCase } from './open-company-case.server.ts';
import { openCompanyStep } from './company-steps/open-company-step.server.ts';
import { listProviderCases, openProviderCase } from './open-provider-case.server.ts';
import { answerQuery } from './company-steps/answer-query.server.ts';
import { chooseSelfHelp } from './company-steps/choose-self-help.server.ts';
import { declareFalseAlarm } from './company-steps/declare-false-alarm.server.ts';
import { referOut } from './company-steps/refer-out.server.ts';
import { requestHelp } from './company-steps/request-help.server.ts';
import type { CaseDeps } from './ports.ts';
import { postMessage } from './messages/post-message.server.ts';
import { reachMilestone } from './provider-steps/reach-milestone.server.ts';
import { removeExhibit } from './exhibits/remove-exhibit.server.ts';
import { openRelease, releaseToProvider } from './provider-steps/release-to-provider.server.ts';
import { reopenCase } from './closing/reopen.server.ts';
import { reportDeadline } from './deadlines/report-deadline.server.ts';
import { runTimers } from './life/run-timers.server.ts';
import { resumeWork, setWaiting } from './provider-steps/set-waiting.server.ts';
import { sweepExhibits } from './exhibits/sweep-exhibits.server.ts';
import { denyFirstContact, withdrawCase } from './company-steps/withdraw.server.ts';

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
