import type { Actor } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationToOrganisation } from '#app/domain/access/relations.ts';
import type { AuditActor } from '#app/domain/audit/events.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { tieBetween } from '#app/domain/vetting/conflicts.ts';
import { deliverChecked } from '../file-delivery.server.ts';
import type { FileDownload } from '../file-delivery.server.ts';
import { documentBody } from './add-document.server.ts';
import type { ProviderDeps, StoredDocument } from './ports.ts';
import { applicantAmong, reviewerOf } from './vetting-rights.ts';

/**
 * Opens a document while it streams out, for the provider's own leads and for reviewers who are not tied to it. Every reading is
 * noted before the first byte. Refused with `not_found` for a foreign, absent or erased one, `not_allowed` (detail `untied`) for a
 * reviewer with a tie, and `sealed_box_refused`, with an alarm, where the body is gone.
 */
export function readVettingDocument(deps: ProviderDeps) {
  return async function (actor: Actor, providerId: string, documentId: string): Promise<Result<FileDownload>> {
    const relation = relationToOrganisation(actor, providerId);
    const right = requireRight(actor, 'vetting.read_documents', relation, deps.clock.now());
    if (!right.ok) return right;
    if (actor.kind !== 'member') return err('not_signed_in');
    const document = await deps.documents.stored(providerId, documentId);
    if (document === null) return err('not_found');
    if (relation === 'office') {
      const applicant = applicantAmong(providerId, await deps.vettings.ofProvider(providerId));
      if (tieBetween(await reviewerOf(deps, actor.userId), applicant) !== null) return err('not_allowed', { detail: 'untied' });
    }
    const fileKey = deps.vault.openFileKey('VettingDocument', document.id, document.wrappedFileKey);
    const plain = await deps.files.open(document.storageName, { fileKey, place: documentBody(document) });
    if (plain === null) {
      fileKey.fill(0);
      await damaged(deps, document);
      return err('sealed_box_refused');
    }
    await noteReading(deps, document, { kind: 'user', userId: actor.userId }, document.code);
    return ok({ name: document.name, size: document.size, content: deliverChecked(plain, document.sha256, fileKey, () => damaged(deps, document)) });
  };
}

async function damaged(deps: ProviderDeps, document: StoredDocument): Promise<void> {
  deps.alarm('vetting_document.damaged', document.id);
  await noteReading(deps, document, { kind: 'system' }, 'damaged');
}

/** In the log of the provider, whoever read it. */
async function noteReading(deps: ProviderDeps, document: StoredDocument, actor: AuditActor, reason: string): Promise<void> {
  await deps.transact(async (tx) => {
    await tx.vettings.hold({ id: document.vettingId, providerId: document.providerId }, 'any');
    await tx.audit.append({ event: 'vetting.document_read', actor, at: deps.clock.now(), organisationId: document.providerId, object: { kind: 'vetting_document', id: document.id }, reason });
  });
}
