import type { Actor, Member } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { openRun, requireOwn } from './open-run.server.ts';
import type { OpenRun } from './open-run.server.ts';
import type { AssessmentHead, ChecklistDeps } from '../ports.ts';

export type ListedAssessments = {
  /** Newest first. */
  readonly runs: readonly OpenRun[];
  /** How many closed ones were left out. */
  readonly older: number;
};

/** What goes on and the `mostClosed` runs that were closed last; of the others only how many there are: to open one costs as much as its answers. */
export function listAssessments(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, mostClosed: number): Promise<Result<ListedAssessments>> {
    const member = requireOwn(actor, 'assessment.list', deps.clock.now());
    if (!member.ok) return member;
    const heads = await deps.assessments.heads(member.value.organisationId);
    const older = new Set(heads.filter((head) => head.state === 'closed').sort((a, b) => Number(b.closedAt) - Number(a.closedAt)).slice(mostClosed));
    const runs = await openThem(deps, keys, member.value, heads.filter((head) => !older.has(head)));
    return runs.ok ? ok({ runs: runs.value, older: older.size }) : runs;
  };
}

const onFirstPage = 4;

/**
 * The runs that a first page speaks of, newest first: the four newest, and whatever their age the newest one that goes on, the newest
 * closed one and the newest that is due again. However many runs there are, no more than these are opened.
 */
export function listRecentAssessments(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing): Promise<Result<OpenRun[]>> {
    const now = deps.clock.now();
    const member = requireOwn(actor, 'assessment.list', now);
    if (!member.ok) return member;
    return openThem(deps, keys, member.value, recent(await deps.assessments.heads(member.value.organisationId), now));
  };
}

function recent(heads: readonly AssessmentHead[], now: Date): AssessmentHead[] {
  const wanted = new Set<AssessmentHead | undefined>([
    ...heads.slice(0, onFirstPage),
    heads.find((head) => head.state === 'running'),
    heads.find((head) => head.state === 'closed'),
    heads.find((head) => head.state === 'closed' && head.remindAt !== null && head.remindAt <= now),
  ]);
  return heads.filter((head) => wanted.has(head));
}

/** Those whose key this person does not hold are left out. */
async function openThem(deps: ChecklistDeps, keys: KeyRing, { organisationId }: Member, heads: readonly AssessmentHead[]): Promise<Result<OpenRun[]>> {
  const facts = await deps.assessments.factsOf(organisationId);
  const runs: OpenRun[] = [];
  for (const { id } of heads) {
    const assessment = await deps.assessments.find(organisationId, id);
    if (assessment === null) continue;
    const run = await openRun(assessment, keys, assessment.factsAtClose ?? facts);
    if (run.ok) runs.push(run.value);
    else if (run.refusal.code !== 'key_missing') return err(run.refusal.code);
  }
  return ok(runs);
}
