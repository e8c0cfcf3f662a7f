import { isRunning } from '#app/domain/case/statuses.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import type { ExhibitMeta } from './add-exhibit.server.ts';
import { subjectOf } from '../case-rights.server.ts';
import type { OpenedCase } from '../case-rights.server.ts';
import type { CaseDeps, ExhibitRow } from '../ports.ts';
import { exhibitMetaPlace, isOfLaterVersion, openJson } from '../sealed-json.ts';
import type { ExhibitView } from '../view.ts';

/** The exhibits of an opened case with their sealed names, oldest first; removed ones among them. */
export async function readExhibits(deps: CaseDeps, keys: KeyRing, opened: OpenedCase): Promise<Result<ExhibitView[]>> {
  const rows = await deps.reads.exhibits(opened.row.id);
  if (rows.length === 0) return ok([]);
  const people = await deps.directory.people(rows.map((one) => one.uploadedBy));
  const names = await deps.directory.organisations(rows.map((one) => one.organisationId));
  const key = await keys.open(subjectOf(opened.row));
  if (!key.ok) return key;
  const views: ExhibitView[] = [];
  for (const [index, row] of rows.entries()) {
    const meta = openJson<ExhibitMeta>(key.value, exhibitMetaPlace(row.id), row.sealedMeta);
    if (isOfLaterVersion(meta)) continue;
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
