import { requireRight } from '#app/domain/access/may.ts';
import type { Action } from '#app/domain/access/actions.ts';
import type { Actor, Member } from '#app/domain/access/actor.ts';
import { relationToOrganisation } from '#app/domain/access/relations.ts';
import type { Answer, Answers } from '#app/domain/checklist/answers.ts';
import { standingsOf } from '#app/domain/checklist/standing.ts';
import type { Standing } from '#app/domain/checklist/standing.ts';
import type { CloseStatement } from '#app/domain/checklist/statement.ts';
import { contentToStore, readContent } from '#app/domain/checklist/unfinished.ts';
import type { QuestionContent, StoredContent, Unfinished } from '#app/domain/checklist/unfinished.ts';
import type { ChecklistVersion, CompanyFacts } from '#app/domain/checklist/version.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing, SealedRow, Subject, SubjectKey } from '../../ports.ts';
import { openEvidenceOf } from '../evidence/open-evidence.server.ts';
import type { EvidenceRecord } from '../evidence/open-evidence.server.ts';
import { thaw } from '../catalogue/frozen-version.server.ts';
import type { AssessmentRow, ChecklistDeps } from '../ports.ts';

/** An answer with who gave it and when. */
export type AnswerRecord = { readonly answer: Answer; readonly revision: number; readonly answeredBy: string; readonly answeredAt: Date };

/** A run with its answers opened, and everything that follows from them. */
export type OpenRun = {
  readonly assessment: AssessmentRow;
  readonly version: ChecklistVersion;
  /** Those of the close, or today's while the run goes on. */
  readonly facts: CompanyFacts;
  readonly answers: Answers;
  readonly records: ReadonlyMap<string, AnswerRecord>;
  /** What was typed at a question without an answer coming of it yet; with or without one that stands. */
  readonly unfinished: ReadonlyMap<string, Unfinished>;
  /** Of every question with anything stored: what a change is made onto. */
  readonly revisions: ReadonlyMap<string, number>;
  readonly standings: readonly Standing[];
  readonly evidence: readonly EvidenceRecord[];
  /** What was confirmed at the close; null before it, and for runs closed before it was asked for. */
  readonly statement: CloseStatement | null;
};

/** The member, when it has the right to this act on its own organisation's assessments. */
export function requireOwn(actor: Actor, action: Action, now: Date): Result<Member> {
  if (actor.kind !== 'member') return err('not_signed_in');
  const right = requireRight(actor, action, relationToOrganisation(actor, actor.organisationId), now);
  return right.ok ? ok(actor) : right;
}

export function subjectOf(assessment: { readonly id: string; readonly organisationId: string }): Subject {
  return { kind: 'assessment', id: assessment.id, organisationId: assessment.organisationId };
}

/** Where a sealed answer belongs. */
export function answerRow(assessmentId: string, requirementId: string): SealedRow {
  return { table: 'Answer', column: 'sealedAnswer', rowId: `${assessmentId}:${requirementId}` };
}

/** What is sealed for one question. */
export function plainContent(content: QuestionContent): Buffer {
  return Buffer.from(JSON.stringify(contentToStore(content)), 'utf8');
}

/** Where the sealed statement of the close belongs. */
export function statementRow(assessmentId: string): SealedRow {
  return { table: 'Assessment', column: 'sealedStatement', rowId: assessmentId };
}

/** Finds a run of the member's own organisation and opens it; a foreign one is `not_found`. */
export async function findRun(deps: ChecklistDeps, member: Member, keys: KeyRing, assessmentId: string): Promise<Result<OpenRun>> {
  const assessment = await deps.assessments.find(member.organisationId, assessmentId);
  if (assessment === null) return err('not_found');
  return openRun(assessment, keys, assessment.factsAtClose ?? (await deps.assessments.factsOf(member.organisationId)));
}

/** The beginning of most use cases: the member with the right to this act, the run of its own organisation, opened, and the time. */
export async function openOwnRun(deps: ChecklistDeps, actor: Actor, action: Action, keys: KeyRing, assessmentId: string): Promise<Result<{ readonly member: Member; readonly run: OpenRun; readonly at: Date }>> {
  const at = deps.clock.now();
  const member = requireOwn(actor, action, at);
  if (!member.ok) return member;
  const run = await findRun(deps, member.value, keys, assessmentId);
  return run.ok ? ok({ member: member.value, run: run.value, at }) : run;
}

/** Opens every answer of a run. Refused with `key_missing` for who is no recipient of its key. */
export async function openRun(assessment: AssessmentRow, keys: KeyRing, facts: CompanyFacts): Promise<Result<OpenRun>> {
  const key = await keys.open(subjectOf(assessment));
  if (!key.ok) return key;
  const version = thaw(assessment.frozen.content, assessment.frozen.contentHash);
  const opened = openAnswers(assessment, key.value);
  if (!opened.ok) return opened;
  const statement = readStatement(assessment, key.value);
  if (!statement.ok) return statement;
  const answers = answersIn(opened.value.records);
  const evidence = openEvidenceOf(assessment, key.value);
  if (!evidence.ok) return evidence;
  return ok({ assessment, version, facts, answers, ...opened.value, standings: standingsOf(version, answers, facts), evidence: evidence.value, statement: statement.value });
}

/** Opens what a row brings, by requirement: answers, and apart from them what only was typed. */
export function openAnswers(row: Pick<AssessmentRow, 'id' | 'answers'>, key: SubjectKey): Result<Pick<OpenRun, 'records' | 'unfinished' | 'revisions'>> {
  const records = new Map<string, AnswerRecord>();
  const typed = new Map<string, Unfinished>();
  const revisions = new Map<string, number>();
  for (const { requirementId, sealedAnswer, revision, answeredBy, answeredAt } of row.answers) {
    const opened = key.open(answerRow(row.id, requirementId), sealedAnswer);
    if (!opened.ok) return opened;
    const { answer, unfinished } = readContent(JSON.parse(opened.value.toString('utf8')) as StoredContent);
    revisions.set(requirementId, revision);
    if (answer !== null) records.set(requirementId, { answer, revision, answeredBy, answeredAt });
    if (unfinished !== null) typed.set(requirementId, unfinished);
  }
  return ok({ records, unfinished: typed, revisions });
}

export function answersIn(records: ReadonlyMap<string, AnswerRecord>): Answers {
  return Object.fromEntries([...records].map(([id, record]) => [id, record.answer]));
}

function readStatement(assessment: AssessmentRow, key: SubjectKey): Result<CloseStatement | null> {
  if (assessment.sealedStatement === null) return ok(null);
  const opened = key.open(statementRow(assessment.id), assessment.sealedStatement);
  return opened.ok ? ok(JSON.parse(opened.value.toString('utf8')) as CloseStatement) : opened;
}

/** What a change is made onto. Where nothing stands (any more) nobody can be overwritten, whatever the page has seen. */
export function revisionToReplace(run: OpenRun, requirementId: string, seenRevision: number): number {
  const isEmpty = !run.records.has(requirementId) && !run.unfinished.has(requirementId);
  return isEmpty ? (run.revisions.get(requirementId) ?? seenRevision) : seenRevision;
}

/** Changes with whatever is stored at a question: what somebody saw on the page before closing. */
export function stampOf(run: OpenRun): number {
  return [...run.revisions.values()].reduce((sum, revision) => sum + revision, 0);
}
