import type { Actor } from '#app/domain/access/actor.ts';
import { atHour, localDate } from '#app/domain/deadlines/local-time.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { requireOffice } from './office-rights.ts';
import type { OfficeDeps, OutboxCounts, OutboxRow } from './ports.ts';

const rowsShown = 100;

export type OutboxView = { readonly counts: OutboxCounts; readonly rows: readonly OutboxRow[]; readonly now: Date };

/** Mails that wait and mails that reached nobody: kind, time, attempts, code. Neither addresses nor texts. */
export function readOutbox(deps: OfficeDeps) {
  return async function (actor: Actor): Promise<Result<OutboxView>> {
    const member = requireOffice(deps, actor, 'outbox.read');
    if (!member.ok) return member;
    const now = deps.clock.now();
    const midnight = atHour(localDate(now, deps.zone), 0, deps.zone);
    const [counts, rows] = await Promise.all([deps.reads.outboxCounts(midnight), deps.reads.outbox(rowsShown)]);
    return ok({ counts, rows, now });
  };
}

/** Sends a dead letter anew, under the same Message-ID. Refused with `wrong_state` when it is none any more. */
export function requeueMail(deps: OfficeDeps) {
  return async function (actor: Actor, id: string): Promise<Result<null>> {
    const member = requireOffice(deps, actor, 'outbox.requeue');
    if (!member.ok) return member;
    const at = deps.clock.now();
    return deps.transact(async (tx) => {
      if (!(await tx.office.requeue(id, at))) return err('wrong_state');
      await tx.audit.append({ event: 'outbox.requeued', actor: { kind: 'user', userId: member.value.userId }, at, object: { kind: 'mail', id } });
      return ok(null);
    });
  };
}
