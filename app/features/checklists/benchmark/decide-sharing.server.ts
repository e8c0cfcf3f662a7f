import type { Actor, Member } from '#app/domain/access/actor.ts';
import { resultOf } from '#app/domain/checklist/result.ts';
import { contributionsOf, publishingRules, sizeGroupOf } from '#app/domain/statistics/benchmark.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';
import { findRun, openOwnRun, subjectOf } from '../runs/open-run.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps, ChecklistTx } from '../ports.ts';
import { consentTextVersion, newSecret, openSharing, plainSharing, sharingRow, withdrawalHash } from './sharing.server.ts';
import type { Sharing } from './sharing.server.ts';

export type DecideSharingInput = {
  readonly assessmentId: string;
  readonly agree: boolean;
  /** Revision of the decision as it stood on the page; 0 before the first. */
  readonly seenRevision: number;
};

type Shared = { readonly run: OpenRun; readonly sharing: Sharing; readonly revision: number };

/**
 * Adds the topic results of a closed run to the figures of the region, without any sign of whose they are, or takes them out
 * again. A company stands in a checklist's figures once: its newest agreement replaces an earlier one. `conflict_of_versions` when somebody
 * has decided since; `not_eligible` while the company's size is not known; `wrong_state` before the close.
 */
export function decideSharing(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: DecideSharingInput): Promise<Result<null>> {
    const own = await openOwnRun(deps, actor, 'benchmark.decide', keys, input.assessmentId);
    if (!own.ok) return own;
    const { member, run, at } = own.value;
    if (run.assessment.state !== 'closed') return err('wrong_state', { detail: run.assessment.state });
    const sizeGroup = sizeGroupOf(run.facts.sizeClass);
    if (input.agree && sizeGroup === null) return err('not_eligible', { detail: 'size_unknown' });
    const before = await sharedBefore(deps, member, keys, run);
    if (!before.ok) return before;

    return transactOrRefuse(deps.transact, async (tx) => {
      const decision = decisionOf(deps, member, input.agree, at);
      const replaced = input.agree ? before.value.shared.filter((one) => one.run.assessment.id !== run.assessment.id) : [];
      for (const { run: each, revision } of replaced) {
        const stored = await store(tx, keys, each, revision, decisionOf(deps, member, false, at));
        if (!stored.ok) return stored;
      }
      const stored = await store(tx, keys, run, input.seenRevision, decision);
      if (!stored.ok) return stored;
      // Two runs of one company that are agreed to at once would count it twice.
      if ((await tx.benchmark.decisionsMade(member.organisationId)) !== before.value.made + replaced.length + 1) return err('conflict_of_versions');
      const outdated = before.value.shared.filter((one) => input.agree || one.run.assessment.id === run.assessment.id);
      await tx.benchmark.remove(outdated.flatMap(({ run: each, sharing }) => each.version.topics.map((topic) => withdrawalHash(sharing.secret, topic.id))));
      if (input.agree && sizeGroup !== null) {
        const { topics } = resultOf(run.version, run.answers, run.facts);
        const cell = { checklistId: run.version.checklistId, version: run.version.version, sizeGroup };
        const rows = contributionsOf(topics, publishingRules).map(({ topicId, percent }) => ({ topicId, percent, withdrawalHash: withdrawalHash(decision.secret, topicId) }));
        const published = await tx.benchmark.add(cell, rows, publishingRules, at);
        // Whose row was the tenth is nobody's business: the entry names no company.
        if (published > 0) await tx.audit.append({ event: 'benchmark.published', actor: { kind: 'system' }, at, reason: `${cell.checklistId}@${cell.version}/${sizeGroup}` });
      }
      // Yes, no and withdrawal leave the same entry.
      await tx.audit.append({
        event: 'benchmark.decided',
        actor: { kind: 'user', userId: member.userId },
        at,
        organisationId: member.organisationId,
        object: { kind: 'assessment', id: run.assessment.id },
      });
      return ok(null);
    });
  };
}

function decisionOf({ random }: ChecklistDeps, { userId }: Member, agree: boolean, at: Date): Sharing {
  return { state: agree ? 'shared' : 'declined', textVersion: consentTextVersion, by: userId, at: at.toISOString(), secret: newSecret(random) };
}

async function store(tx: ChecklistTx, keys: KeyRing, { assessment }: OpenRun, seenRevision: number, sharing: Sharing): Promise<Result<null>> {
  const key = await tx.keyGrants.openForWriting(keys, subjectOf(assessment));
  if (!key.ok) return key;
  const { id: assessmentId, organisationId } = assessment;
  const sealedDecision = key.value.seal(sharingRow(assessmentId), plainSharing(sharing));
  return (await tx.benchmark.decide({ organisationId, assessmentId, seenRevision, sealedDecision })) ? ok(null) : err('conflict_of_versions');
}

/** Runs of the same checklist of which rows stand in the figures, this one included; and how many decisions there have been. */
async function sharedBefore(deps: ChecklistDeps, member: Member, keys: KeyRing, run: OpenRun): Promise<Result<{ readonly shared: readonly Shared[]; readonly made: number }>> {
  const shared: Shared[] = [];
  const decisions = await deps.benchmark.decisions(member.organisationId);
  for (const decision of decisions) {
    const sharing = await openSharing(decision, member.organisationId, keys);
    if (!sharing.ok) return sharing;
    if (sharing.value.state !== 'shared') continue;
    const opened = await findRun(deps, member, keys, decision.assessmentId);
    if (!opened.ok) return opened;
    if (opened.value.version.checklistId === run.version.checklistId) shared.push({ run: opened.value, sharing: sharing.value, revision: decision.revision });
  }
  return ok({ shared, made: decisions.reduce((sum, { revision }) => sum + revision, 0) });
}
