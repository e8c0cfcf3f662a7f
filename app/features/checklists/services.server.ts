import { sweepFiles } from '../file-sweep.server.ts';
import { addEvidence } from './evidence/add-evidence.server.ts';
import { findTopicLink, openTopicLink, saveTopicDraft, sendTopicAnswers } from './hand-over/answer-topic.server.ts';
import { decideSharing } from './benchmark/decide-sharing.server.ts';
import { openBenchmark } from './benchmark/open-benchmark.server.ts';
import { exportRun } from './exchange/export-run.server.ts';
import { planImport, takeImport } from './exchange/import-run.server.ts';
import { readRunFile } from './exchange/read-file.server.ts';
import { changeReminder } from './runs/change-reminder.server.ts';
import { chooseSites, openSites, runsNamingSite } from './runs/choose-sites.server.ts';
import { closeAssessment } from './closing/close-assessment.server.ts';
import { continueEvidence } from './evidence/continue-evidence.server.ts';
import { handOverTopic } from './hand-over/hand-over-topic.server.ts';
import { explainedTerms } from './catalogue/explained-terms.server.ts';
import { confirmOffered } from './answering/confirm-offered.server.ts';
import { listAssessments, listRecentAssessments } from './runs/list-assessments.server.ts';
import { listChecklists } from './catalogue/list-checklists.server.ts';
import { openAssessment } from './runs/open-assessment.server.ts';
import { openClose } from './closing/open-close.server.ts';
import { openComparison } from './results/open-comparison.server.ts';
import { openHandOvers, topicsWaitingForMe } from './hand-over/open-hand-overs.server.ts';
import { openPlan } from './results/open-plan.server.ts';
import { openRequirement } from './answering/open-requirement.server.ts';
import { openTopic } from './answering/open-topic.server.ts';
import { openResult } from './results/open-result.server.ts';
import { openStandardView } from './results/open-standard-view.server.ts';
import { ownFacts } from './runs/own-facts.server.ts';
import { plansOfRuns } from './results/plans-of-runs.server.ts';
import type { ChecklistDeps } from './ports.ts';
import { quickCheck } from './quick-check/quick-check.server.ts';
import { remindOfHandOvers } from './hand-over/remind-of-hand-overs.server.ts';
import { remindOfRuns } from './runs/remind-of-runs.server.ts';
import { startAgain } from './runs/start-again.server.ts';
import { recommendChecklist } from './choosing/recommend-checklist.server.ts';
import { downloadEvidence } from './evidence/read-evidence.server.ts';
import { removeEvidence } from './evidence/remove-evidence.server.ts';
import { resultForDossier } from './results/result-for-dossier.server.ts';
import { keepTyped } from './answering/keep-typed.server.ts';
import { runningQuestions } from './answering/running-questions.server.ts';
import { saveAnswer } from './answering/save-answer.server.ts';
import { settleHandOver } from './hand-over/settle-hand-over.server.ts';
import { beginTopicShare, shareTopic } from './hand-over/share-topic.server.ts';
import { saveTopic } from './answering/save-topic.server.ts';
import { startAssessment } from './runs/start-assessment.server.ts';
import { receivedAnswers, takeAnswers } from './hand-over/take-answers.server.ts';
import { takeOverQuickCheck } from './quick-check/take-over-quick-check.server.ts';
import { todayOf } from './today.ts';
import { walkDecisionTree } from './decision-tree/walk-decision-tree.server.ts';

/** The use cases of checklists, ready to be called. */
export function createChecklistServices(deps: ChecklistDeps) {
  return {
    listChecklists: listChecklists(deps),
    recommendChecklist: recommendChecklist(deps),
    ownFacts: ownFacts(deps),
    explainedTerms: explainedTerms(deps),
    walkDecisionTree: walkDecisionTree(deps),
    confirmOffered: confirmOffered(deps),
    listAssessments: listAssessments(deps),
    listRecentAssessments: listRecentAssessments(deps),
    quickCheck: quickCheck(deps),
    takeOverQuickCheck: takeOverQuickCheck(deps),
    startAssessment: startAssessment(deps),
    startAgain: startAgain(deps),
    openAssessment: openAssessment(deps),
    openRequirement: openRequirement(deps),
    saveAnswer: saveAnswer(deps),
    keepTyped: keepTyped(deps),
    openTopic: openTopic(deps),
    saveTopic: saveTopic(deps),
    openSites: openSites(deps),
    chooseSites: chooseSites(deps),
    runsNamingSite: runsNamingSite(deps),
    openClose: openClose(deps),
    closeAssessment: closeAssessment(deps),
    changeReminder: changeReminder(deps),
    remindOfRuns: remindOfRuns(deps),
    remindOfHandOvers: remindOfHandOvers(deps),
    openResult: openResult(deps),
    openComparison: openComparison(deps),
    openStandardView: openStandardView(deps),
    openPlan: openPlan(deps),
    plansOfRuns: plansOfRuns(deps),
    runningQuestions: runningQuestions(deps),
    resultForDossier: resultForDossier(deps),
    exportRun: exportRun(deps),
    openHandOvers: openHandOvers(deps),
    topicsWaitingForMe: topicsWaitingForMe(deps),
    handOverTopic: handOverTopic(deps),
    settleHandOver: settleHandOver(deps),
    beginTopicShare: beginTopicShare(deps),
    shareTopic: shareTopic(deps),
    findTopicLink: findTopicLink(deps),
    openTopicLink: openTopicLink(deps),
    saveTopicDraft: saveTopicDraft(deps),
    sendTopicAnswers: sendTopicAnswers(deps),
    receivedAnswers,
    takeAnswers: takeAnswers(deps),
    addEvidence: addEvidence(deps),
    continueEvidence: continueEvidence(deps),
    downloadEvidence: downloadEvidence(deps),
    removeEvidence: removeEvidence(deps),
    /** For the worker: bodies that no row names. */
    sweepEvidence: () => sweepFiles(deps.files, deps.clock, (names) => deps.assessments.evidenceStorageNames(names)),
    now: () => deps.clock.now(),
    /** The day in the region. */
    today: () => todayOf(deps.clock),
    readRunFile: (content: AsyncIterable<Uint8Array>) => readRunFile(deps.sheets, content),
    planImport: planImport(deps),
    takeImport: takeImport(deps),
    openBenchmark: openBenchmark(deps),
    decideSharing: decideSharing(deps),
    /** A key for a form that creates something: repeated posts have one effect. */
    newFormKey: () => deps.random.id(),
  };
}

export type ChecklistServices = ReturnType<typeof createChecklistServices>;
