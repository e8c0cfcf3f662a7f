import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { enqueueCaseNotice } from '../../case-notices.ts';
import type { AccountVault, KeyRing } from '../../ports.ts';
import { fieldFault } from '../life/act-on-case.server.ts';
import { requireCase } from '../case-rights.server.ts';
import type { OpenedCase, Side } from '../case-rights.server.ts';
import type { CaseDeps, CaseTx } from '../ports.ts';
import { recordPlace } from '../sealed-json.ts';
import { logRecord } from './add-record.server.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';
import type { MessageView, OfficeNoteView } from '../view.ts';

export type NoteInput = { readonly caseId: string; readonly text: string; readonly idempotencyKey: string };

export const NOTE_LENGTH = 4000;

/** The words of a note, without the blanks around them; refused when there are none, or too many. */
export function noteText(written: string): Result<string> {
  const text = written.trim();
  if (text === '') return fieldFault('text', 'required');
  return text.length > NOTE_LENGTH ? fieldFault('text', 'tooLong') : ok(text);
}

/** A note of the provider for its own people, under its own key: neither the company nor the office can open it. */
export function writeInternalNote(deps: CaseDeps) {
  return async function write(actor: Actor, keys: KeyRing, input: NoteInput): Promise<Result<null>> {
    const opened = await requireCase(deps, actor, input.caseId, 'internal_note.write', 'provider');
    if (!opened.ok) return opened;
    const text = noteText(input.text);
    if (!text.ok) return text;
    const { actor: member } = opened.value;
    const id = deps.random.id();
    const sealed = await keys.sealForOrganisation(member.organisationId, recordPlace(id), Buffer.from(JSON.stringify({ text: text.value }), 'utf8'));
    if (!sealed.ok) return sealed;
    const at = deps.clock.now();
    return transactOrRefuse(deps.transact, async (tx) => {
      if ((await tx.idempotency.claim(input.idempotencyKey, member.userId, id, at)) !== null) return ok(null);
      if ((await tx.cases.lock(input.caseId, null)) === null) return err('not_found');
      await tx.cases.addRecord(input.caseId, { id, kind: 'internal_note', authorUserId: member.userId, organisationId: member.organisationId, keyVersion: 0, sealedContent: sealed.value, at });
      await logRecord(tx, opened.value, 'internal_note', at);
      return ok(null);
    });
  };
}

/** The provider's own notes, newest first; empty for everybody else. */
export async function readInternalNotes(deps: CaseDeps, keys: KeyRing, opened: OpenedCase): Promise<MessageView[]> {
  if (opened.side !== 'provider') return [];
  const rows = (await deps.reads.records(opened.row.id, ['internal_note'])).filter((one) => one.organisationId === opened.actor.organisationId);
  const people = await deps.directory.people(rows.map((one) => one.authorUserId));
  const notes: MessageView[] = [];
  for (const row of rows.reverse()) {
    const content = await keys.openForOrganisation(row.organisationId, recordPlace(row.id), row.sealedContent);
    if (!content.ok) continue;
    const { text } = JSON.parse(content.value.toString('utf8')) as { text: string };
    notes.push({ id: row.id, author: people.get(row.authorUserId) ?? '', organisation: '', own: row.authorUserId === opened.actor.userId, ownSide: true, at: row.createdAt.toISOString(), text });
  }
  return notes;
}

/** A word to the office; the page says that it reads along. Never sealed content. */
export function writeOfficeNote(deps: CaseDeps) {
  return async function write(actor: Actor, side: Side, input: NoteInput): Promise<Result<null>> {
    const opened = await requireCase(deps, actor, input.caseId, 'office_note.write', side);
    if (!opened.ok) return opened;
    const text = noteText(input.text);
    if (!text.ok) return text;
    const { actor: member } = opened.value;
    const id = deps.random.id();
    const at = deps.clock.now();
    return transactOrRefuse(deps.transact, async (tx) => {
      if ((await tx.idempotency.claim(input.idempotencyKey, member.userId, id, at)) !== null) return ok(null);
      if ((await tx.cases.lock(input.caseId, null)) === null) return err('not_found');
      await storeOfficeNote(deps, tx, opened.value, { id, text: text.value, at });
      const coordinators = await tx.people.withOfficeRole('office.coordinator');
      await enqueueCaseNotice(tx.outbox, coordinators, { kind: 'office_case_changed', caseId: input.caseId, reference: opened.value.row.reference, path: deps.links.office(input.caseId), turn: `office_note:${id}` });
      return ok(null);
    });
  };
}

/** Stores a word to the office with its entry in the log; the case is locked already. */
export async function storeOfficeNote(deps: Pick<CaseDeps, 'vault'>, tx: Pick<CaseTx, 'cases' | 'audit'>, { actor, row }: OpenedCase, note: { readonly id: string; readonly text: string; readonly at: Date }): Promise<void> {
  const { id, text, at } = note;
  const { userId, organisationId } = actor;
  await tx.cases.addOfficeNote(row.id, { id, authorUserId: userId, organisationId, box: deps.vault.seal('OfficeNote', id, { text }), at });
  await tx.audit.append({ event: 'case.office_note_added', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'case', id: row.id } });
}

/** What was said to and by the office, newest first. Each side sees its own words and the office's, not the other side's. */
export async function readOfficeNotes(deps: CaseDeps & { readonly vault: AccountVault }, opened: OpenedCase): Promise<OfficeNoteView[]> {
  const other = opened.side === 'company' ? new Set(opened.row.assignments.map((one) => one.providerId)) : new Set([opened.row.organisationId]);
  other.delete(opened.actor.organisationId);
  const rows = (await deps.reads.officeNotes(opened.row.id)).filter((one) => !other.has(one.organisationId));
  const people = await deps.directory.people(rows.map((one) => one.authorUserId));
  const names = await deps.directory.organisations(rows.map((one) => one.organisationId));
  const sides = new Set([opened.row.organisationId, ...opened.row.assignments.map((one) => one.providerId)]);
  return rows.reverse().map((row) => ({
    id: row.id,
    fromOffice: !sides.has(row.organisationId),
    author: people.get(row.authorUserId) ?? '',
    organisation: names.get(row.organisationId)?.name ?? '',
    own: row.authorUserId === opened.actor.userId,
    at: row.createdAt.toISOString(),
    text: deps.vault.open<{ text: string }>('OfficeNote', row.id, row.box).text,
  }));
}
