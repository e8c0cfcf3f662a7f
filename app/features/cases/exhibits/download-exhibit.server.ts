import type { Actor } from '#app/domain/access/actor.ts';
import { stillAsks } from '#app/domain/case/duty-tasks.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { deliverChecked } from '../../file-delivery.server.ts';
import type { FileDownload } from '../../file-delivery.server.ts';
import type { KeyRing } from '../../ports.ts';
import { exhibitBody } from './add-exhibit.server.ts';
import type { ExhibitMeta } from './add-exhibit.server.ts';
import { requireCase, subjectOf } from '../case-rights.server.ts';
import type { OpenedCase } from '../case-rights.server.ts';
import type { CaseDeps, ExhibitRow } from '../ports.ts';
import { exhibitKeyPlace, exhibitMetaPlace, isOfLaterVersion, openJson } from '../sealed-json.ts';
import { askOffice, noteCase } from '../life/store-step.ts';

/**
 * Opens an exhibit while it streams out. Its hash is taken again; a body that is not the one handed in breaks the stream off
 * before its last piece and alarms. Every opening is noted before the first byte.
 */
export function downloadExhibit(deps: CaseDeps) {
  return async function download(actor: Actor, keys: KeyRing, caseId: string, exhibitId: string): Promise<Result<FileDownload>> {
    const opened = await requireCase(deps, actor, caseId, 'exhibit.read');
    if (!opened.ok) return opened;
    const row = await deps.reads.exhibit(caseId, exhibitId);
    if (row === null) return err('not_found');
    const subject = subjectOf(opened.value.row);
    const key = await keys.open(subject);
    if (!key.ok) return key;
    const meta = openJson<ExhibitMeta>(key.value, exhibitMetaPlace(row.id), row.sealedMeta);
    if (isOfLaterVersion(meta)) return err('not_found');
    if (!meta.ok) return meta;
    const fileKey = key.value.openFileKey(exhibitKeyPlace(row.id), row.wrappedFileKey);
    if (!fileKey.ok) return fileKey;
    const plain = await deps.files.open(row.storageName, { fileKey: fileKey.value, place: exhibitBody(subject, row.id) });
    if (plain === null) {
      await damaged(deps, opened.value, row);
      return err('sealed_box_refused');
    }
    const { actor: member, side } = opened.value;
    const who = { kind: 'user', userId: member.userId } as const;
    const at = deps.clock.now();
    await deps.transact(async (tx) => {
      await tx.cases.lock(caseId, null);
      await noteCase(tx.cases, { caseId, event: 'exhibit_opened', actor: who, organisationId: member.organisationId, at, data: { exhibitId } }, side);
      await tx.audit.append({ event: 'case.exhibit_read', actor: who, at, organisationId: member.organisationId, object: { kind: 'exhibit', id: exhibitId } });
    });
    return ok({ name: meta.value.name, size: row.size, content: deliverChecked(plain, meta.value.sha256, fileKey.value, () => damaged(deps, opened.value, row)) });
  };
}

/** Operators are alarmed, and while the case runs the office is asked to look. */
async function damaged(deps: CaseDeps, opened: OpenedCase, row: ExhibitRow): Promise<void> {
  deps.alarm('exhibit.damaged', opened.row.id);
  const at = deps.clock.now();
  await deps.transact(async (tx) => {
    const actor = { kind: 'system' } as const;
    await tx.cases.lock(opened.row.id, null);
    if (stillAsks('exhibit_damaged', opened.row.state)) await askOffice(tx, { caseId: opened.row.id, kind: 'exhibit_damaged', dueAt: at, data: { exhibitId: row.id }, actor, at });
    await tx.audit.append({ event: 'case.exhibit_read', actor, at, organisationId: opened.row.organisationId, object: { kind: 'exhibit', id: row.id }, reason: 'damaged' });
  });
}
