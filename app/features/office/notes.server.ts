import type { Actor, Member } from '#app/domain/access/actor.ts';
import { isActiveAssignment } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { enqueueCaseNotice } from '../case-notices.ts';
import { requireOffice } from './office-rights.ts';
import type { OfficeDeps, OfficeTx } from './ports.ts';

export const longestNote = 4000;

/** Writes into the channel that is marked „Geschäftsstelle liest mit“; company and assigned provider are told that something waits. */
export function writeNote(deps: OfficeDeps) {
  return async function (actor: Actor, input: { readonly caseId: string; readonly text: string; readonly formKey: string }): Promise<Result<null>> {
    const member = requireOffice(deps, actor, 'office_note.write');
    if (!member.ok) return member;
    const text = input.text.trim();
    if (text === '') return err('invalid_input', { fields: { text: ['required'] } });
    if (text.length > longestNote) return err('invalid_input', { fields: { text: ['tooLong'] } });
    const found = await deps.reads.findCase(input.caseId);
    if (found === null) return err('not_found');
    const at = deps.clock.now();
    const providers = found.assignments.filter((one) => isActiveAssignment(one.state)).map((one) => one.providerId);
    return deps.transact(async (tx) => {
      const id = deps.random.id();
      if ((await tx.idempotency.claim(input.formKey, member.value.userId, id, at)) !== null) return ok(null);
      await storeNote(deps, tx, { caseId: found.caseId, member: member.value, text, at, id });
      const notice = { caseId: found.caseId, reference: found.reference, turn: `office_note:${id}` };
      await enqueueCaseNotice(tx.outbox, await tx.people.ofCompany(found.caseId, found.organisationId), { ...notice, kind: 'case_message', path: deps.links.companyCase(found.caseId) });
      for (const providerId of providers) {
        await enqueueCaseNotice(tx.outbox, await tx.people.ofProvider(providerId, false), { ...notice, kind: 'assignment_message', path: deps.links.providerCase(found.caseId) });
      }
      return ok(null);
    });
  };
}

type NewNote = { readonly caseId: string; readonly member: Member; readonly text: string; readonly at: Date; readonly id?: string };

/** The note itself and its entry in the log. */
export async function storeNote(deps: OfficeDeps, tx: OfficeTx, { caseId, member, text, at, id }: NewNote): Promise<void> {
  await tx.office.addNote({ id: id ?? deps.random.id(), caseId, authorUserId: member.userId, organisationId: member.organisationId, text, at });
  await tx.audit.append({ event: 'case.office_note_added', actor: { kind: 'user', userId: member.userId }, at, organisationId: member.organisationId, object: { kind: 'case', id: caseId } });
}
