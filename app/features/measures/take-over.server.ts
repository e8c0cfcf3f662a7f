import type { Actor, Member } from '#app/domain/access/actor.ts';
import { gapsOf, isWaiting } from '#app/domain/measures/gaps.ts';
import type { Gap } from '#app/domain/measures/gaps.ts';
import type { MeasureContent } from '#app/domain/measures/measure.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { transactOrRefuse } from '../transact-or-refuse.ts';
import { openPlan, planSubject, requireOwn, sealContent } from './open-measures.server.ts';
import type { OpenMeasure } from './open-measures.server.ts';
import type { MeasureDeps, PlanRow } from './ports.ts';

/**
 * Takes gaps into the plan, by the ids of their controls. A control that is in the plan already stays one measure, however
 * often and by however many people it is taken over at once. Ids that are no gap are left alone. Returns how many are new.
 */
export function takeOver(deps: MeasureDeps) {
  return async function (actor: Actor, keys: KeyRing, controlIds: readonly string[]): Promise<Result<{ readonly added: number }>> {
    const member = requireOwn(deps, actor, 'measure.change');
    if (!member.ok) return member;
    const runs = await deps.runs.plans(actor, keys);
    if (!runs.ok) return runs;
    const wanted = new Set(controlIds);
    const gaps = gapsOf(runs.value).filter((gap) => wanted.has(gap.controlId));
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const opened = await openPlan(deps.measures, member.value.organisationId, keys);
      if (!opened.ok) return opened;
      const byControl = new Map(opened.value.measures.map((measure) => [measure.content.control.id, measure]));
      const waiting = gaps.map((gap) => ({ gap, before: byControl.get(gap.controlId) })).filter(({ gap, before }) => isWaiting(gap, before?.row));
      if (waiting.length === 0) return ok({ added: 0 });
      const stored = await store(deps, member.value, keys, opened.value.plan, waiting);
      if (stored.ok || stored.refusal.code !== 'conflict_of_versions') return stored;
    }
    return err('conflict_of_versions');
  };
}

/** `before`: a finished measure of the same control, which is begun again. */
type Waiting = { readonly gap: Gap; readonly before: OpenMeasure | undefined };

/** `conflict_of_versions` when somebody else took something over meanwhile: then it is looked at again. */
async function store(deps: MeasureDeps, member: Member, keys: KeyRing, plan: PlanRow | null, waiting: readonly Waiting[]): Promise<Result<{ readonly added: number }>> {
  const { organisationId, userId } = member;
  const planId = plan?.id ?? deps.random.id();
  const subject = planSubject(organisationId, planId);
  const first = plan === null ? await keys.create(subject, [{ kind: 'organisation', organisationId }]) : null;
  if (first && !first.ok) return first;
  const at = deps.clock.now();
  return transactOrRefuse(deps.transact, async (tx) => {
    if (first) {
      if ((await tx.measures.begin({ id: planId, organisationId, at })) !== planId) return err('conflict_of_versions');
      await tx.keyGrants.add(first.value.grants, userId);
    }
    if (!(await tx.measures.claimPlan(organisationId, plan?.revision ?? 0))) return err('conflict_of_versions');
    const key = await tx.keyGrants.openForWriting(keys, subject);
    if (!key.ok) return key;
    for (const { gap, before } of waiting) {
      const id = before?.row.id ?? deps.random.id();
      const sealedContent = sealContent(key.value, id, contentOf(gap, before));
      const fresh = { id, organisationId, state: 'open', dueOn: null, ownerUserId: before?.row.ownerUserId ?? null, sealedContent, updatedBy: userId } as const;
      if (before === undefined) await tx.measures.add({ ...fresh, planId, createdAt: at });
      else if (!(await tx.measures.change({ ...fresh, doneAt: null, seenRevision: before.row.revision, at }))) return err('conflict_of_versions');
      await tx.audit.append({ event: 'measure.added', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'measure', id } });
    }
    return ok({ added: waiting.length });
  });
}

function contentOf({ measure, run }: Gap, before: OpenMeasure | undefined): MeasureContent {
  return {
    schema: 1,
    control: measure.requirement,
    source: run,
    outcome: measure.outcome,
    effortHours: measure.effortHours,
    outsideOwner: before?.content.outsideOwner ?? '',
    note: before?.content.note ?? '',
    deferredBecause: '',
    hoursSpent: before?.content.hoursSpent ?? null,
    closing: null,
    adviceCaseId: before?.content.adviceCaseId ?? null,
  };
}
