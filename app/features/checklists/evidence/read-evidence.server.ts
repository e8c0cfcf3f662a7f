import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { deliverChecked } from '../../file-delivery.server.ts';
import type { FileDownload } from '../../file-delivery.server.ts';
import type { KeyRing } from '../../ports.ts';
import { evidenceBody, evidenceKeyPlace } from './open-evidence.server.ts';
import type { EvidenceRecord } from './open-evidence.server.ts';
import { findRun, requireOwn, subjectOf } from '../runs/open-run.server.ts';
import type { ChecklistDeps, RunEvidence } from '../ports.ts';

/**
 * Opens a file while it streams out. Its hash is taken again; a body that is not the one handed in breaks the stream off before
 * its last piece and alarms.
 */
export function downloadEvidence(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, { assessmentId, evidenceId }: { readonly assessmentId: string; readonly evidenceId: string }): Promise<Result<FileDownload>> {
    const member = requireOwn(actor, 'assessment.read', deps.clock.now());
    if (!member.ok) return member;
    const run = await findRun(deps, member.value, keys, assessmentId);
    if (!run.ok) return run;
    const evidence = run.value.evidence.find((one) => one.id === evidenceId);
    if (evidence === undefined) return err('not_found');
    const content = await contentOf(deps, keys, run.value, evidence);
    return content.ok ? ok({ name: evidence.name, size: evidence.size, content: content.value }) : content;
  };
}

/** The body of a piece of evidence, checked against its hash. */
export async function contentOf(deps: ChecklistDeps, keys: KeyRing, { assessment }: { readonly assessment: RunEvidence }, evidence: EvidenceRecord): Promise<Result<AsyncIterable<Uint8Array>>> {
  const row = assessment.evidence.find((one) => one.id === evidence.id);
  if (row === undefined) return err('not_found');
  const key = await keys.open(subjectOf(assessment));
  if (!key.ok) return key;
  const fileKey = key.value.openFileKey(evidenceKeyPlace(row.id), row.wrappedFileKey);
  if (!fileKey.ok) return fileKey;
  const alarm = async () => deps.alarm('evidence_damaged', row.id);
  const plain = await deps.files.open(row.storageName, { fileKey: fileKey.value, place: evidenceBody(assessment, row.id) });
  if (plain === null) {
    await alarm();
    return err('sealed_box_refused');
  }
  return ok(deliverChecked(plain, evidence.sha256, fileKey.value, alarm));
}
