import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { findRun, requireOwn, subjectOf } from '../runs/open-run.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps, HandOverRow } from '../ports.ts';
import { handOverPlace, replyPlace, sentPlace } from './topic-content.ts';
import type { HandOverContent, SentAnswers } from './topic-content.ts';

/** A hand-over with what it says. */
export type HandOver = HandOverContent & {
  readonly row: HandOverRow;
  /** What the colleague said when handing back; empty when nothing. */
  readonly reply: string;
};

export type OpenHandOvers = {
  readonly run: OpenRun;
  readonly handOvers: readonly HandOver[];
  /** User id -> name, of the confirmed people of the organisation and of everybody in the hand-overs. */
  readonly names: ReadonlyMap<string, string>;
  readonly members: readonly { readonly userId: string; readonly name: string }[];
};

/** Who has which topic of a run, oldest first. */
export function openHandOvers(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, assessmentId: string): Promise<Result<OpenHandOvers>> {
    const member = requireOwn(actor, 'assessment.read', deps.clock.now());
    if (!member.ok) return member;
    const run = await findRun(deps, member.value, keys, assessmentId);
    if (!run.ok) return run;
    const { organisationId } = member.value;
    const handOvers = await openRows(keys, await deps.handOvers.ofRun(organisationId, assessmentId));
    if (!handOvers.ok) return handOvers;
    const members = await deps.directory.membersOf(organisationId);
    const people = await deps.directory.peopleOf(organisationId, handOvers.value.flatMap(({ row }) => [row.assignedBy, row.assignedTo ?? '']));
    const names = new Map([...members.map(({ userId, name }) => [userId, name] as const), ...[...people].map(([id, { name }]) => [id, name] as const)]);
    return ok({ run: run.value, handOvers: handOvers.value, names, members });
  };
}

/** A topic that waits for the person who asks. */
export type WaitingTopic = { readonly handOver: HandOver; readonly run: OpenRun; readonly from: string | null };

/** Topics that colleagues have handed to this person, the ones due first before the others. */
export function topicsWaitingForMe(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing): Promise<Result<WaitingTopic[]>> {
    const member = requireOwn(actor, 'assessment.read', deps.clock.now());
    if (!member.ok) return member;
    const { organisationId, userId } = member.value;
    const waiting: WaitingTopic[] = [];
    for (const row of await deps.handOvers.openOf(organisationId, userId)) {
      const run = await findRun(deps, member.value, keys, row.assessmentId);
      if (!run.ok || run.value.assessment.state !== 'running') continue;
      const opened = await openRows(keys, [row]);
      const handOver = opened.ok ? opened.value[0] : undefined;
      const people = await deps.directory.peopleOf(organisationId, [row.assignedBy]);
      if (handOver) waiting.push({ handOver, run: run.value, from: people.get(row.assignedBy)?.name ?? null });
    }
    return ok(waiting);
  };
}

/** What an outsider has sent; null before. */
export async function sentAnswersOf(keys: KeyRing, { row }: HandOver): Promise<Result<SentAnswers | null>> {
  if (row.sent === null) return ok(null);
  const opened = await keys.openForOrganisation(row.organisationId, sentPlace(row.id), row.sent.sealedAnswers);
  return opened.ok ? ok(JSON.parse(opened.value.toString('utf8')) as SentAnswers) : opened;
}

async function openRows(keys: KeyRing, rows: readonly HandOverRow[]): Promise<Result<HandOver[]>> {
  const opened: HandOver[] = [];
  for (const row of rows) {
    const key = await keys.open(subjectOf({ id: row.assessmentId, organisationId: row.organisationId }));
    if (!key.ok) return key;
    const content = key.value.open(handOverPlace(row.id), row.sealedContent);
    if (!content.ok) return content;
    const reply = row.sealedReply === null ? ok(Buffer.alloc(0)) : key.value.open(replyPlace(row.id), row.sealedReply);
    if (!reply.ok) return reply;
    opened.push({ ...(JSON.parse(content.value.toString('utf8')) as HandOverContent), row, reply: reply.value.toString('utf8') });
  }
  return ok(opened);
}

/** The hand-over of this id among those of its run. */
export function handOverIn(open: OpenHandOvers, handOverId: string): Result<HandOver> {
  const found = open.handOvers.find(({ row }) => row.id === handOverId);
  return found ? ok(found) : err('not_found');
}

/** Who has a topic now: handed over and not settled, or answered from outside and not looked at. */
export function holderOf(handOvers: readonly HandOver[], topicId: string): HandOver | null {
  return handOvers.find((one) => one.topicId === topicId && (one.row.state === 'open' || one.row.state === 'answered')) ?? null;
}
