import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/may.ts';
import { isRunning } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { deliverChecked } from '../file-delivery.server.ts';
import type { FileDownload } from '../file-delivery.server.ts';
import { sweepFiles } from '../file-sweep.server.ts';
import type { KeyRing } from '../ports.ts';
import { exhibitBody } from './add-exhibit.server.ts';
import type { ExhibitMeta } from './add-exhibit.server.ts';
import { noteCase } from './store-step.ts';
import { headOf } from './case-head.server.ts';
import { caseKeys, requireCase, subjectOf } from './case-rights.server.ts';
import type { OpenedCase, Side } from './case-rights.server.ts';
import type { CaseDeps, ExhibitRow } from './ports.ts';
import { exhibitKeyPlace, exhibitMetaPlace, openJson } from './sealed-json.ts';
import { transactOrRefuse } from '../transact-or-refuse.ts';
import type { ExhibitView, ExhibitsView } from './view.ts';

/** Every exhibit of a case, removed ones with their hash too: what was there stays known. */
export function listExhibits(deps: CaseDeps) {
  return async function list(actor: Actor, keys: KeyRing, side: Side, caseId: string): Promise<Result<ExhibitsView>> {
    const opened = await requireCase(deps, actor, caseId, 'exhibit.list', side);
    if (!opened.ok) return opened;
    const exhibits = await readExhibits(deps, keys, opened.value);
    if (!exhibits.ok) return exhibits;
    const mayAdd = isRunning(opened.value.row.state) && may(actor, 'exhibit.upload', opened.value.relations);
    return ok({ head: await headOf(deps, keys, opened.value), exhibits: exhibits.value, mayAdd });
  };
}

export async function readExhibits(deps: CaseDeps, keys: KeyRing, opened: OpenedCase): Promise<Result<ExhibitView[]>> {
  const rows = await deps.reads.exhibits(opened.row.id);
  const people = await deps.directory.people(rows.map((one) => one.uploadedBy));
  const names = await deps.directory.organisations(rows.map((one) => one.organisationId));
  const keyOf = caseKeys(keys, subjectOf(opened.row));
  const views: ExhibitView[] = [];
  for (const [index, row] of rows.entries()) {
    const key = await keyOf(row.keyVersion);
    if (!key.ok) return key;
    const meta = openJson<ExhibitMeta>(key.value, exhibitMetaPlace(row.id), row.sealedMeta);
    if (!meta.ok) return meta;
    const { name, type, purpose, origin, sha256 } = meta.value;
    views.push({
      id: row.id,
      number: index + 1,
      name,
      type,
      purpose,
      origin,
      sha256,
      size: row.size,
      by: people.get(row.uploadedBy) ?? '',
      organisation: names.get(row.organisationId)?.name ?? '',
      at: row.createdAt.toISOString(),
      removedAt: row.removedAt?.toISOString() ?? null,
      mayRemove: mayRemove(opened, row),
    });
  }
  return ok(views);
}

function mayRemove(opened: OpenedCase, row: ExhibitRow): boolean {
  return opened.side === 'company' && row.removedAt === null && row.uploadedBy === opened.actor.userId && isRunning(opened.row.state);
}

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
    const key = await keys.open(subject, row.keyVersion);
    if (!key.ok) return key;
    const meta = openJson<ExhibitMeta>(key.value, exhibitMetaPlace(row.id), row.sealedMeta);
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

async function damaged(deps: CaseDeps, opened: OpenedCase, row: ExhibitRow): Promise<void> {
  deps.alarm('exhibit.damaged', opened.row.id);
  const at = deps.clock.now();
  await deps.transact(async (tx) => {
    await tx.cases.addDutyTask({ caseId: opened.row.id, kind: 'exhibit_damaged', dueAt: at, data: { exhibitId: row.id }, at });
    await tx.audit.append({ event: 'case.exhibit_read', actor: { kind: 'system' }, at, organisationId: opened.row.organisationId, object: { kind: 'exhibit', id: row.id }, reason: 'damaged' });
  });
}

/** The uploader takes a file out while the case runs: its body is erased, name and hash stay in the list. */
export function removeExhibit(deps: CaseDeps) {
  return async function remove(actor: Actor, caseId: string, exhibitId: string): Promise<Result<null>> {
    const opened = await requireCase(deps, actor, caseId, 'exhibit.remove', 'company');
    if (!opened.ok) return opened;
    const row = await deps.reads.exhibit(caseId, exhibitId);
    if (row === null) return err('not_found');
    if (row.uploadedBy !== opened.value.actor.userId) return err('not_allowed');
    const at = deps.clock.now();
    const { actor: member } = opened.value;
    const removed = await transactOrRefuse(deps.transact, async (tx) => {
      const held = await tx.cases.lock(caseId, at);
      if (held === null || !isRunning(held.state)) return err('wrong_state', { detail: held?.state });
      if (!(await tx.cases.removeExhibit(caseId, exhibitId, at))) return err('not_found');
      const who = { kind: 'user', userId: member.userId } as const;
      await noteCase(tx.cases, { caseId, event: 'exhibit_removed', actor: who, organisationId: member.organisationId, at, data: { exhibitId } }, 'company');
      await tx.audit.append({ event: 'case.exhibit_removed', actor: who, at, organisationId: member.organisationId, object: { kind: 'exhibit', id: exhibitId } });
      return ok(null);
    });
    if (removed.ok) await deps.files.remove(row.storageName);
    return removed;
  };
}

/** Removes bodies of exhibits that no row names. */
export function sweepExhibits(deps: CaseDeps) {
  return () => sweepFiles(deps.files, deps.clock, (names) => deps.reads.storageNames(names));
}
