import type { Actor, Member } from '#app/domain/access/actor.ts';
import { previewImport } from '#app/domain/checklist/run-import.ts';
import type { ImportLine, ImportPreview } from '#app/domain/checklist/run-import.ts';
import type { RunFile } from '#app/domain/checklist/run-file.ts';
import type { ChecklistVersion } from '#app/domain/checklist/version.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';
import { maximumLength } from '../form.ts';
import { answerRow, openRun, plainContent, requireOwn, stampOf, subjectOf } from '../runs/open-run.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps, ChecklistTx, PublishedChecklist } from '../ports.ts';

/** A run that is under way and could take the answers. */
export type PossibleTarget = { readonly id: string; readonly startedAt: Date; readonly answered: number };

export type ImportPlan = {
  readonly file: RunFile;
  readonly version: ChecklistVersion;
  /** Version of the checklist that the file was made with, when it is another one. */
  readonly otherVersion: number | null;
  readonly targets: readonly PossibleTarget[];
  /** Id of the run that the preview is about; null: a new one. */
  readonly targetId: string | null;
  readonly preview: ImportPreview;
  /** `stampOf` the run as the preview saw it; 0 for a new one. */
  readonly stamp: number;
};

export type PlanInput = {
  readonly file: RunFile;
  /** undefined: the run that the file was taken from when it still runs, else a new one. */
  readonly targetId: string | null | undefined;
};

/** What taking over a file would do; changes nothing. `not_eligible`: there is no such checklist (any more). */
export function planImport(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: PlanInput): Promise<Result<ImportPlan>> {
    const member = requireOwn(actor, 'assessment.import', deps.clock.now());
    if (!member.ok) return member;
    const planned = await planFor(deps, member.value, keys, input);
    return planned.ok ? ok(planned.value.plan) : planned;
  };
}

export type TakeInput = {
  readonly file: RunFile;
  readonly targetId: string | null;
  readonly seenStamp: number;
  /** Also replace answers that are there and say something else. */
  readonly replace: boolean;
  readonly idempotencyKey: string;
};

export type TakenImport = { readonly assessmentId: string; readonly taken: number };

/**
 * Takes the answers of a file into a run, all or none, each marked as imported with its own date. `conflict_of_versions` when
 * somebody has answered in the run since the preview; `wrong_state` when nothing is left to take.
 */
export function takeImport(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: TakeInput): Promise<Result<TakenImport>> {
    const at = deps.clock.now();
    const member = requireOwn(actor, 'assessment.import', at);
    if (!member.ok) return member;
    const planned = await planFor(deps, member.value, keys, input);
    if (!planned.ok) return planned;
    const { plan, published, target } = planned.value;
    if (plan.stamp !== input.seenStamp) return err('conflict_of_versions');
    const lines = plan.preview.lines.filter((line) => line.outcome === 'new' || (line.outcome === 'changed' && input.replace));
    if (lines.length === 0) return err('wrong_state', { detail: 'nothing_to_take' });
    const act = { deps, member: member.value, keys, lines, at, idempotencyKey: input.idempotencyKey };
    return target === null ? intoNewRun(act, published) : intoRun(act, target);
  };
}

type Planned = { readonly plan: ImportPlan; readonly published: PublishedChecklist; readonly target: OpenRun | null };

async function planFor(deps: ChecklistDeps, member: Member, keys: KeyRing, { file, targetId }: PlanInput): Promise<Result<Planned>> {
  const published = deps.library.checklists.find(({ version }) => version.checklistId === file.checklistId);
  if (published === undefined) return err('not_eligible', { detail: 'no_such_checklist' });
  const running = await runningRuns(deps, member, keys, file.checklistId);
  const wanted = targetId === undefined ? (running.find((run) => run.assessment.id === file.runId)?.assessment.id ?? null) : targetId;
  const target = running.find((run) => run.assessment.id === wanted) ?? null;
  if (wanted !== null && target === null) return err('not_found');
  const version = target?.version ?? published.version;
  const plan: ImportPlan = {
    file,
    version,
    otherVersion: file.version !== null && file.version !== version.version ? file.version : null,
    targets: running.map((run) => ({ id: run.assessment.id, startedAt: run.assessment.startedAt, answered: run.records.size })),
    targetId: wanted,
    preview: previewImport(file, { version, answers: target?.answers ?? {} }, maximumLength, deps.clock.now().toISOString()),
    stamp: target ? stampOf(target) : 0,
  };
  return ok({ plan, published, target });
}

/** Runs of this checklist that are under way in the person's own organisation and that it can open. */
async function runningRuns(deps: ChecklistDeps, member: Member, keys: KeyRing, checklistId: string): Promise<OpenRun[]> {
  const facts = await deps.assessments.factsOf(member.organisationId);
  const runs: OpenRun[] = [];
  for (const row of await deps.assessments.running(member.organisationId)) {
    const opened = await openRun(row, keys, facts);
    if (opened.ok && opened.value.version.checklistId === checklistId) runs.push(opened.value);
  }
  return runs;
}

type Act = { readonly deps: ChecklistDeps; readonly member: Member; readonly keys: KeyRing; readonly lines: readonly ImportLine[]; readonly at: Date; readonly idempotencyKey: string };

async function intoNewRun({ deps, member, keys, lines, at, idempotencyKey }: Act, published: PublishedChecklist): Promise<Result<TakenImport>> {
  const { userId, organisationId } = member;
  const id = deps.random.id();
  const made = await keys.create(subjectOf({ id, organisationId }), [{ kind: 'organisation', organisationId }]);
  if (!made.ok) return made;
  const { key, grants } = made.value;
  return transactOrRefuse(deps.transact, async (tx) => {
    const earlier = await tx.idempotency.claim(idempotencyKey, userId, id, at);
    if (earlier !== null) return ok({ assessmentId: earlier, taken: lines.length });
    await tx.assessments.start({ id, organisationId, version: published, keyVersion: key.version, startedBy: userId, at });
    await tx.keyGrants.add(grants, userId);
    for (const line of lines) {
      const sealedAnswer = key.seal(answerRow(id, line.requirementId), plainContent({ answer: line.answer, unfinished: null }));
      await tx.assessments.saveAnswer({ organisationId, assessmentId: id, requirementId: line.requirementId, sealedAnswer, seenRevision: 0, answeredBy: userId, at });
    }
    await record(tx, member, id, 'assessment.started', `${published.version.checklistId}@${published.version.version}`, at);
    await record(tx, member, id, 'assessment.imported', String(lines.length), at);
    return ok({ assessmentId: id, taken: lines.length });
  });
}

/** Onto the revisions that the plan saw: what was answered since is never replaced. */
async function intoRun({ deps, member, keys, lines, at, idempotencyKey }: Act, { assessment, revisions, unfinished }: OpenRun): Promise<Result<TakenImport>> {
  const { userId, organisationId } = member;
  const assessmentId = assessment.id;
  return transactOrRefuse(deps.transact, async (tx) => {
    const earlier = await tx.idempotency.claim(idempotencyKey, userId, assessmentId, at);
    if (earlier !== null) return ok({ assessmentId: earlier, taken: lines.length });
    const key = await tx.keyGrants.openForWriting(keys, subjectOf(assessment));
    if (!key.ok) return key;
    for (const line of lines) {
      const plain = plainContent({ answer: line.answer, unfinished: unfinished.get(line.requirementId) ?? null });
      const sealedAnswer = key.value.seal(answerRow(assessmentId, line.requirementId), plain);
      const seenRevision = revisions.get(line.requirementId) ?? 0;
      const outcome = await tx.assessments.saveAnswer({ organisationId, assessmentId, requirementId: line.requirementId, sealedAnswer, seenRevision, answeredBy: userId, at });
      if (outcome === 'conflict') return err('conflict_of_versions');
      if (outcome === 'not_running') return err('wrong_state', { detail: 'closed' });
    }
    await record(tx, member, assessmentId, 'assessment.imported', String(lines.length), at);
    return ok({ assessmentId, taken: lines.length });
  });
}

function record(tx: ChecklistTx, member: Member, id: string, event: 'assessment.started' | 'assessment.imported', reason: string, at: Date): Promise<void> {
  return tx.audit.append({ event, actor: { kind: 'user', userId: member.userId }, at, organisationId: member.organisationId, object: { kind: 'assessment', id }, reason });
}
