import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { hasLeadingProvider, isRunning } from '#app/domain/case/statuses.ts';
import { enqueueCaseNotice } from '../../case-notices.ts';
import type { KeyRing } from '../../ports.ts';
import { newRecord, storeRecord } from '../history/add-record.server.ts';
import { requireCase } from '../case-rights.server.ts';
import type { Side } from '../case-rights.server.ts';
import type { CaseDeps } from '../ports.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';

export type MessageInput = { readonly caseId: string; readonly text: string; readonly idempotencyKey: string };

export const MESSAGE_LENGTH = 8000;

/** A message between company and provider, sealed. The other side is told that one is waiting. */
export function postMessage(deps: CaseDeps) {
  return async function post(actor: Actor, keys: KeyRing, side: Side, input: MessageInput): Promise<Result<{ recordId: string }>> {
    const opened = await requireCase(deps, actor, input.caseId, 'message.write', side);
    if (!opened.ok) return opened;
    const text = input.text.trim();
    if (text === '' || text.length > MESSAGE_LENGTH) return err('invalid_input', { fields: { text: [text === '' ? 'required' : 'tooLong'] } });
    if (!isRunning(opened.value.row.state)) return err('wrong_state', { detail: opened.value.row.state });
    const record = newRecord(deps.random, 'message', { text });
    const { row, actor: member } = opened.value;
    const at = deps.clock.now();
    return transactOrRefuse(deps.transact, async (tx) => {
      const earlier = await tx.idempotency.claim(input.idempotencyKey, member.userId, record.id, at);
      if (earlier !== null) return ok({ recordId: earlier });
      const held = await tx.cases.lock(input.caseId, at);
      if (held === null || !isRunning(held.state)) return err('wrong_state', { detail: held?.state });
      const stored = await storeRecord(tx, keys, opened.value, record, at);
      if (!stored.ok) return stored;
      const toProvider = side === 'company';
      const leading = held.assignments.find((one) => one.role === 'leading' && one.endedAt === null);
      const people = toProvider
        ? leading && hasLeadingProvider(held.state) ? await tx.people.ofProvider(leading.providerId, false) : []
        : await tx.people.ofCompany(input.caseId, row.organisationId);
      await enqueueCaseNotice(tx.outbox, people.filter((one) => one !== member.userId), {
        kind: toProvider ? 'assignment_message' : 'case_message',
        caseId: input.caseId,
        reference: row.reference,
        path: toProvider ? deps.links.providerMessages(input.caseId) : deps.links.companyMessages(input.caseId),
        turn: `message:${record.id}`,
      });
      return ok({ recordId: record.id });
    });
  };
}
