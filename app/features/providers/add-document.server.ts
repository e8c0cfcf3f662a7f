import type { Actor } from '#app/domain/access/actor.ts';
import { cleanFileName } from '#app/domain/files/file-name.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';
import { DOCUMENT_BYTES_PER_APPLICATION, DOCUMENTS_PER_ITEM, VETTING_DOCUMENT_MAX_BYTES, vettingDocumentTypes } from '#app/domain/vetting/documents.ts';
import type { ItemCode } from '#app/domain/vetting/items.ts';
import { takeFileIn } from '../file-intake.server.ts';
import { editableItem, editableStates, openForEditing } from './edit-rights.ts';
import type { OpenApplication } from './edit-rights.ts';
import type { ProviderDeps, StoredDocument, VettingDocument } from './ports.ts';

export type DocumentInput = {
  readonly code: ItemCode;
  /** Name and type as the browser gave them. */
  readonly fileName: string;
  readonly claimedType: string;
  /** Read once. */
  readonly content: AsyncIterable<Uint8Array>;
};

/** The place a document's body is bound to. It names no application: a renewed proof moves to the approval it renews. */
export function documentBody(document: Pick<VettingDocument, 'id' | 'providerId'>): RowIdentity {
  return { table: 'VettingDocument', column: 'body', rowId: document.id, organisationId: document.providerId, subjectId: null };
}

/**
 * Takes a file for one proof in while it streams. The same file handed in again for the same proof is there once.
 * Refused with `file_refused` (detail as `recogniseFile`, or `no_name`), `file_too_large`, `quota_exceeded` (detail `item_full` or
 * `application_full`), and `wrong_state` where the proof may not change.
 */
export function addVettingDocument(deps: ProviderDeps) {
  return async function (actor: Actor, input: DocumentInput): Promise<Result<{ readonly documentId: string }>> {
    const opened = await openForEditing(deps, actor);
    if (!opened.ok) return opened;
    const { vetting, userId } = opened.value;
    const item = editableItem(vetting, input.code);
    if (!item.ok) return item;
    const name = cleanFileName(input.fileName);
    if (name === null) return err('file_refused', { detail: 'no_name' });
    const room = roomAmong(await deps.documents.ofVetting(vetting.id), input.code);
    if (!room.ok) return room;

    const id = deps.random.id();
    const storageName = deps.random.id();
    const { fileKey, wrapped } = deps.vault.newFileKey('VettingDocument', id);
    const taken = await takeFileIn(deps.files, storageName, { fileKey, place: documentBody({ id, providerId: vetting.providerId }) }, {
      name,
      taken: vettingDocumentTypes,
      limit: Math.min(VETTING_DOCUMENT_MAX_BYTES, room.value),
      tooLong: room.value < VETTING_DOCUMENT_MAX_BYTES ? err('quota_exceeded', { detail: 'application_full' }) : err('file_too_large'),
      content: input.content,
    });
    if (!taken.ok) return taken;
    const stored = await storeRow(deps, opened.value, {
      id,
      vettingId: vetting.id,
      providerId: vetting.providerId,
      code: input.code,
      name,
      claimedType: input.claimedType.slice(0, 100),
      ...taken.value,
      uploadedBy: userId,
      createdAt: deps.clock.now(),
      storageName,
      wrappedFileKey: wrapped,
    });
    // Refused, or the same file was there already: this copy belongs to nobody.
    if (!stored.ok || stored.value !== id) await deps.files.remove(storageName);
    return stored.ok ? ok({ documentId: stored.value }) : stored;
  };
}

/** Bytes that one more document of this proof may have. */
function roomAmong(documents: readonly VettingDocument[], code: ItemCode): Result<number> {
  const current = documents.filter((one) => one.code === code && one.withdrawnAt === null);
  if (current.length >= DOCUMENTS_PER_ITEM) return err('quota_exceeded', { detail: 'item_full' });
  const left = DOCUMENT_BYTES_PER_APPLICATION - documents.filter((one) => one.erasedAt === null).reduce((sum, one) => sum + one.size, 0);
  return left > 0 ? ok(left) : err('quota_exceeded', { detail: 'application_full' });
}

async function storeRow(deps: ProviderDeps, { vetting, userId }: OpenApplication, document: Omit<StoredDocument, 'withdrawnAt' | 'erasedAt'>): Promise<Result<string>> {
  return deps.transact(async (tx) => {
    if (!(await tx.vettings.hold(vetting, editableStates))) return err('wrong_state');
    const present = await tx.documents.ofVetting(vetting.id);
    const same = present.find((one) => one.code === document.code && one.withdrawnAt === null && one.sha256 === document.sha256);
    if (same !== undefined) return ok(same.id);
    const room = roomAmong(present, document.code);
    if (!room.ok) return room;
    if (room.value < document.size) return err('quota_exceeded', { detail: 'application_full' });
    await tx.documents.add(document);
    await tx.audit.append({
      event: 'vetting.document_added',
      actor: { kind: 'user', userId },
      at: document.createdAt,
      organisationId: vetting.providerId,
      object: { kind: 'vetting_document', id: document.id },
      reason: document.code,
    });
    return ok(document.id);
  });
}
