import type { StandardIds } from '#app/domain/checklist/standard-views.ts';
import type { MemberRole } from '#app/domain/access/roles.ts';
import type { EarlierRun } from '#app/domain/checklist/carry-over.ts';
import type { HandOverTimes, ReminderStage } from '#app/domain/checklist/hand-over-reminder.ts';
import type { Term } from '#app/domain/checklist/glossary.ts';
import type { DecisionTree } from '#app/domain/checklist/decision-tree.ts';
import type { ChecklistVersion, CompanyFacts, Requirement } from '#app/domain/checklist/version.ts';
import type { Result } from '#app/domain/result.ts';
import type { Contribution, PublishingRules, SizeGroup } from '#app/domain/statistics/benchmark.ts';
import type { ActRecord, Attempts, Clock, Idempotency, KeyGrants, KeyRing, LinkRow, LinkWrites, Random, SealedFiles, SealedRow, SiteReads, Transact } from '../ports.ts';
import type { PlannedMeasure } from '#app/domain/measures/measure.ts';

/** One data file below `checklists/`; the path is relative to that folder, with forward slashes. */
export type ChecklistFileText = { readonly path: string; readonly text: string };

/** What is wrong with a data file, and where. */
export type ChecklistFault = {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Path of the field, for instance `[3].recommendation.steps[0].en`; empty for the whole file. */
  readonly field: string;
  readonly message: string;
};

/** A version with the text and hash under which the store keeps its frozen copy. */
export type PublishedChecklist = {
  readonly version: ChecklistVersion;
  /** Canonical JSON of the version. */
  readonly content: string;
  /** SHA-256 of the content, hex. */
  readonly contentHash: string;
};

/** A published version and the SHA-256 (hex) of all that it said. */
export type PublishedEntry = { readonly version: number; readonly sha256: string };

/**
 * `published.json`: which version of each control and checklist is out, by id. What is out is never edited: runs, documents and
 * comparisons rest on its words.
 */
export type PublishedRecord = {
  readonly controls: Readonly<Record<string, PublishedEntry>>;
  readonly checklists: Readonly<Record<string, PublishedEntry>>;
};

/** Everything that the data files say. Lists hold only what is sound; with faults present nothing of it may be published. */
export type ChecklistLibrary = {
  /** Sorted by checklist id. */
  readonly checklists: readonly PublishedChecklist[];
  readonly decisionTrees: readonly DecisionTree[];
  /** Every control and status question, sorted by id. */
  readonly controls: readonly Requirement[];
  readonly standards: readonly StandardIds[];
  /** In the order of the file. */
  readonly glossary: readonly Term[];
  /** What is out already, from `published.json`. */
  readonly published: PublishedRecord;
  /** Sorted by file and line. */
  readonly faults: readonly ChecklistFault[];
};

export type CompileChecklists = (files: readonly ChecklistFileText[]) => ChecklistLibrary;

/** One run of a checklist as it is stored. The version is the frozen copy; what was answered is sealed. */
export type AssessmentRow = {
  readonly id: string;
  readonly organisationId: string;
  readonly state: 'running' | 'closed';
  readonly startedBy: string;
  readonly startedAt: Date;
  /** When something was last stored at a question. */
  readonly updatedAt: Date;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  /** What was known of the company at the close; null while the run goes on. */
  readonly factsAtClose: CompanyFacts | null;
  /** Who answered in which role, as confirmed at the close; null while the run goes on, and for runs closed before it was asked for. */
  readonly sealedStatement: Uint8Array | null;
  /** Sites for which the answers hold, as chosen while the run goes on; null: nobody has said. */
  readonly siteIds: readonly string[] | null;
  /** From 0; raised by one with every choice. */
  readonly sitesRevision: number;
  /** When to look again; null: never, or a further run of the checklist has begun. */
  readonly remindAt: Date | null;
  readonly remindedAt: Date | null;
  readonly frozen: { readonly checklistId: string; readonly content: string; readonly contentHash: string };
  readonly answers: readonly SealedAnswerRow[];
  /** Oldest first. */
  readonly evidence: readonly SealedEvidenceRow[];
};

/** A file that proves an answer; what it is and for which question lies sealed. */
export type SealedEvidenceRow = {
  readonly id: string;
  readonly uploadedBy: string;
  readonly sealedMeta: Uint8Array;
  readonly wrappedFileKey: Uint8Array;
  readonly storageName: string;
  /** Bytes of the original. */
  readonly size: number;
  readonly createdAt: Date;
};

export type SealedAnswerRow = {
  readonly requirementId: string;
  readonly sealedAnswer: Uint8Array;
  /** From 1; raised by one with every change. */
  readonly revision: number;
  readonly answeredBy: string;
  readonly answeredAt: Date;
};

/** A run without what was answered in it: enough to choose which ones to open. */
export type AssessmentHead = Omit<AssessmentRow, 'frozen' | 'answers' | 'evidence' | 'sealedStatement'> & { readonly checklistId: string };

/** Some answers of a run: never enough to say how it stands. */
export type PartOfRun = Pick<AssessmentRow, 'id' | 'organisationId' | 'frozen' | 'answers'>;

export type RunEvidence = Pick<AssessmentRow, 'id' | 'organisationId' | 'evidence'>;

export type AssessmentStore = {
  /** Every run of the organisation, newest first. */
  heads(organisationId: string): Promise<AssessmentHead[]>;
  /** Those of the organisation's runs that go on, newest first. */
  running(organisationId: string): Promise<AssessmentRow[]>;
  /** What other runs than `exceptId` answered to these requirements; runs without any are left out. Newest run first. */
  answersTo(organisationId: string, requirementIds: readonly string[], exceptId: string): Promise<PartOfRun[]>;
  /** The files of every run that has some, newest run first. */
  evidenceOf(organisationId: string): Promise<RunEvidence[]>;
  /** Null also for a run of another organisation. */
  find(organisationId: string, assessmentId: string): Promise<AssessmentRow | null>;
  factsOf(organisationId: string): Promise<CompanyFacts>;
  /** Closed runs whose time to look again has come and of which nobody was reminded yet, the longest waiting first. */
  dueReminders(now: Date, limit: number): Promise<readonly DueReminder[]>;
  /** Those of these names that a piece of evidence has. */
  evidenceStorageNames(names: readonly string[]): Promise<ReadonlySet<string>>;
};

export type NewEvidence = SealedEvidenceRow & {
  readonly organisationId: string;
  readonly assessmentId: string;
  readonly fileKeyVersion: number;
};

/** Nothing is written in a run that is closed. */
export type EvidenceWrites = {
  /** `bytesAllowed`: with this piece the run holds no more than that. */
  add(evidence: NewEvidence, bytesAllowed: number): Promise<'added' | 'full' | 'not_running'>;
  /** Takes the row out; the caller removes the body. */
  remove(place: { readonly organisationId: string; readonly assessmentId: string; readonly evidenceId: string }): Promise<'removed' | 'absent' | 'not_running'>;
};

export type DueReminder = { readonly assessmentId: string; readonly organisationId: string; readonly remindAt: Date };

export type NewAssessment = {
  readonly id: string;
  readonly organisationId: string;
  readonly version: PublishedChecklist;
  readonly keyVersion: number;
  readonly startedBy: string;
  readonly at: Date;
};

export type ChangedAnswer = {
  readonly organisationId: string;
  readonly assessmentId: string;
  readonly requirementId: string;
  readonly sealedAnswer: Buffer;
  /** The revision the person has seen; 0 when there was no answer yet. */
  readonly seenRevision: number;
  readonly answeredBy: string;
  /** Other than `at` where an answer stands and only what is beside it changes. */
  readonly answeredAt?: Date;
  readonly at: Date;
};

export type AssessmentWrites = {
  /** Also ends the reminders of earlier runs of the same checklist. */
  start(assessment: NewAssessment): Promise<void>;
  /** Stores what is at one question. `conflict`: somebody has stored something else since `seenRevision`; nothing is written. */
  saveAnswer(answer: ChangedAnswer): Promise<'saved' | 'conflict' | 'not_running'>;
  /** Says for which sites the answers hold. `conflict`: somebody has chosen since `seenRevision`; nothing is written. */
  chooseSites(choice: {
    readonly organisationId: string;
    readonly assessmentId: string;
    readonly siteIds: readonly string[];
    readonly seenRevision: number;
    readonly at: Date;
  }): Promise<'saved' | 'conflict' | 'not_running'>;
  /** `conflict`: the sum of all revisions is no longer `seenAnswers`, somebody has answered meanwhile, or has chosen other sites. Nothing is written then. */
  close(closing: {
    readonly organisationId: string;
    readonly assessmentId: string;
    readonly facts: CompanyFacts;
    readonly seenAnswers: number;
    readonly seenSitesRevision: number;
    readonly sealedStatement: Buffer;
    /** Ignored while another run of the same checklist goes on. */
    readonly remindAt: Date;
    readonly closedBy: string;
    readonly at: Date;
  }): Promise<'closed' | 'conflict' | 'not_running'>;
  /** False when the run is not closed. */
  setReminder(reminder: { readonly organisationId: string; readonly assessmentId: string; readonly remindAt: Date | null }): Promise<boolean>;
  /** Marks a reminder as given; false when it was given, moved or ended meanwhile. */
  claimReminder(due: DueReminder, at: Date): Promise<boolean>;
};

/** Names of people and companies, from the accounts. */
export type ChecklistDirectory = {
  /** User id -> name and role; people who are gone are left out. */
  peopleOf(organisationId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, { readonly name: string; readonly role: MemberRole | null }>>;
  /** Confirmed, present people. */
  membersOf(organisationId: string): Promise<readonly { readonly userId: string; readonly name: string }[]>;
  companyOf(organisationId: string): Promise<{ readonly name: string; readonly sites: readonly string[] }>;
};

/** Cells of one sheet as text, row by row. */
export type SheetRows = readonly (readonly string[])[];

/** Why a file is no sheet that is read; the last three are limits. */
export type SheetRefusal = 'not_a_sheet' | 'broken' | 'too_many_parts' | 'too_much_content' | 'too_wide';

/** Spreadsheets as bytes. What is read was made by others: it is read within limits, formulas are never calculated. */
export type SheetFiles = {
  /** UTF-8 with the mark that tells Excel so. What a spreadsheet would take for a formula stands behind an apostrophe. */
  writeCsv(rows: SheetRows, separator: ';' | ','): Buffer;
  /** Every cell is text. `choices`: cells of a column, from 1, offer these values. */
  writeXlsx(rows: SheetRows, layout: { readonly name: string; readonly widths: readonly number[]; readonly choices: readonly { readonly column: number; readonly values: readonly string[] }[] }): Promise<Buffer>;
  /** UTF-8, UTF-16 with its mark, or Windows-1252; separated by semicolons, commas or tabs. */
  readCsv(bytes: Buffer): SheetRows | SheetRefusal;
  /** The first sheet. */
  readXlsx(bytes: Buffer): Promise<SheetRows | SheetRefusal>;
};

export type HandOverKind = 'colleague' | 'outsider';
/** `answered`: an outsider has sent answers that wait to be looked at. */
export type HandOverState = 'open' | 'done' | 'handed_back' | 'answered' | 'withdrawn';

/** A topic in the hands of a colleague or, through a link, of an outsider. Which topic lies sealed. */
export type HandOverRow = {
  readonly id: string;
  readonly assessmentId: string;
  readonly organisationId: string;
  readonly kind: HandOverKind;
  readonly state: HandOverState;
  readonly assignedBy: string;
  readonly assignedTo: string | null;
  readonly sealedContent: Uint8Array;
  readonly sealedReply: Uint8Array | null;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  readonly link: { readonly id: string; readonly expiresAt: Date; readonly revokedAt: Date | null; readonly openedCount: number } | null;
  /** Sealed to the organisation; null until they are sent. */
  readonly sent: { readonly sealedAnswers: Uint8Array; readonly at: Date } | null;
};

/** What an outsider has typed so far, sealed under the key of the link. */
export type TopicDraftRow = { readonly handOverId: string; readonly sealedDraft: Uint8Array | null; readonly revision: number; readonly sentAt: Date | null };

export type TopicLinkRow = LinkRow & { readonly assessmentId: string };

/** A topic with a colleague whose agreed time is near or past. */
export type DueHandOver = HandOverTimes & { readonly id: string; readonly assessmentId: string; readonly organisationId: string; readonly assignedBy: string; readonly assignedTo: string };

export type HandOverReads = {
  /** Open ones in runs that go on, due before `dueBefore`, of which whoever asked has not been told yet; the longest waiting first. */
  due(dueBefore: Date, limit: number): Promise<readonly DueHandOver[]>;
  /** Oldest first. */
  ofRun(organisationId: string, assessmentId: string): Promise<HandOverRow[]>;
  /** Open ones of this person, the ones due first before the others. */
  openOf(organisationId: string, userId: string): Promise<HandOverRow[]>;
  /** A link of this purpose, by the hash of its token. */
  linkOfToken(tokenHash: string): Promise<TopicLinkRow | null>;
  draftOf(link: { readonly id: string; readonly organisationId: string }): Promise<TopicDraftRow | null>;
  assignedBy(link: { readonly id: string; readonly organisationId: string }): Promise<string | null>;
};

export type NewHandOver = Omit<HandOverRow, 'state' | 'sealedReply' | 'settledAt' | 'link' | 'sent'> & { readonly shareLinkId: string | null };
export type NewTopicLink = Omit<TopicLinkRow, 'revokedAt'> & { readonly tokenHash: string; readonly createdBy: string; readonly createdAt: Date };

export type HandOverWrites = {
  /** Notes that somebody is being reminded; false when the topic came back or somebody was reminded meanwhile. */
  claimReminder(handOver: DueHandOver, stage: ReminderStage): Promise<boolean>;
  /** `conflict`: the run has other hand-overs than the `seen` ones by now. */
  add(handOver: NewHandOver, seen: number): Promise<'added' | 'conflict' | 'not_running'>;
  addLink(link: NewTopicLink): Promise<void>;
  /** False when its state is none of `from` (any more). */
  settle(handOver: { readonly organisationId: string; readonly id: string; readonly from: readonly HandOverState[]; readonly to: HandOverState; readonly sealedReply: Buffer | null; readonly at: Date }): Promise<boolean>;
  /** `conflict`: another draft has been stored since, or the answers are sent. */
  saveDraft(draft: { readonly handOverId: string; readonly organisationId: string; readonly sealedDraft: Buffer; readonly seenRevision: number; readonly at: Date }): Promise<'saved' | 'conflict'>;
  /** False when they were sent before. The draft is forgotten. */
  send(answers: { readonly handOverId: string; readonly organisationId: string; readonly sealedAnswers: Buffer; readonly at: Date }): Promise<boolean>;
};
/** To whom mails about a company's checks go: confirmed, present members. User ids. */
export type MemberDirectory = { membersOf(organisationId: string): Promise<readonly string[]> };

/** Where figures stand: one version of a checklist, one group of sizes. */
export type BenchmarkCell = { readonly checklistId: string; readonly version: number; readonly sizeGroup: SizeGroup };

/** `revision`: from 1, raised by one with every decision. */
export type SealedDecision = { readonly assessmentId: string; readonly sealedDecision: Uint8Array; readonly revision: number };

export type BenchmarkStore = {
  /** What the organisation has decided, by run. */
  decisions(organisationId: string): Promise<readonly SealedDecision[]>;
  /** `publishedRows`: how many of the companies behind the figure are still there. */
  figures(cell: BenchmarkCell): Promise<readonly { readonly topicId: string; readonly average: number; readonly publishedRows: number }[]>;
};

export type BenchmarkWrites = {
  /** Stores a sealed decision; false when there has been another since `seenRevision` (0: none yet). */
  decide(decision: { readonly organisationId: string; readonly assessmentId: string; readonly seenRevision: number; readonly sealedDecision: Buffer }): Promise<boolean>;
  /** How many decisions the organisation has made so far. */
  decisionsMade(organisationId: string): Promise<number>;
  /** Adds rows without any sign of whose they are, and publishes what is due by the rules. Resolves with the number of new figures. */
  add(cell: BenchmarkCell, rows: readonly (Contribution & { readonly withdrawalHash: string })[], rules: PublishingRules, at: Date): Promise<number>;
  remove(withdrawalHashes: readonly string[]): Promise<void>;
};

export type ChecklistTx = ActRecord & {
  readonly handOvers: HandOverWrites;
  readonly links: LinkWrites;
  readonly assessments: AssessmentWrites;
  readonly sites: SiteReads;
  readonly evidence: EvidenceWrites;
  readonly benchmark: BenchmarkWrites;
  readonly people: MemberDirectory;
  readonly keyGrants: KeyGrants;
  readonly idempotency: Idempotency;
};

export type ChecklistDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly library: ChecklistLibrary;
  readonly assessments: AssessmentStore;
  readonly sites: SiteReads;
  readonly directory: ChecklistDirectory;
  readonly sheets: SheetFiles;
  readonly handOvers: HandOverReads;
  readonly attempts: Attempts;
  /** Seals what comes from outside to the organisation's public key: nobody of it is there, and nobody else opens it. */
  readonly sealToOrganisation: (organisationId: string, row: SealedRow, plain: Buffer) => Promise<Result<Buffer>>;
  /** Where mails lead to. */
  readonly paths: { handOver(id: string, handOverId: string): string };
  /** Bodies of evidence. */
  readonly files: SealedFiles;
  /** Called when a stored file is not the one handed in. */
  readonly alarm: (code: 'evidence_damaged', evidenceId: string) => void;
  /** Answers that were confirmed when measures were finished; offered like those of an earlier run. */
  answersOfMeasures(organisationId: string, keys: KeyRing): Promise<readonly EarlierRun[]>;
  /** The company's own plan, for the document that an insurer reads. */
  plannedMeasures(organisationId: string, keys: KeyRing): Promise<readonly PlannedMeasure[]>;
  readonly benchmark: BenchmarkStore;
  readonly transact: Transact<ChecklistTx>;
  /** Where a mail about a closed run leads. */
  readonly resultPath: (assessmentId: string) => string;
};
