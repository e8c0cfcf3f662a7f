import type { Actor, Member } from '#app/domain/access/actor.ts';
import { EVIDENCE_BYTES_PER_RUN, EVIDENCE_MAX_BYTES, EVIDENCE_PER_REQUIREMENT, evidenceTypes, faultsOfDays } from '#app/domain/checklist/evidence.ts';
import type { Evidence } from '#app/domain/checklist/evidence.ts';
import { questionNumber } from '#app/domain/checklist/navigation.ts';
import { cleanFileName } from '#app/domain/files/file-name.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { createFileKey } from '#app/domain/sealed-box/seal-file.ts';
import { takeFileIn } from '../../file-intake.server.ts';
import type { KeyRing } from '../../ports.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';
import { evidenceBody, evidenceKeyPlace, evidenceMetaPlace } from './open-evidence.server.ts';
import { openOwnRun, subjectOf } from '../runs/open-run.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';
import { todayOf } from '../today.ts';

export type EvidenceInput = Pick<Evidence, 'requirementId' | 'description' | 'takenOn' | 'expiresOn'> & {
  readonly assessmentId: string;
  /** Name and type as the browser gave them. */
  readonly fileName: string;
  readonly claimedType: string;
  /** Made with the form. */
  readonly idempotencyKey: string;
  /** The file itself, read once. */
  readonly content: AsyncIterable<Uint8Array>;
};

export type AddedEvidence = { readonly evidenceId: string; readonly sha256: string };

/**
 * Takes a file in that proves an answer, while it streams. Its row follows when the file is whole; without it the file is
 * nobody's. `wrong_state` once the run is closed, `quota_exceeded` when the question or the run holds enough.
 */
export function addEvidence(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: EvidenceInput): Promise<Result<AddedEvidence>> {
    const own = await openOwnRun(deps, actor, 'assessment.answer', keys, input.assessmentId);
    if (!own.ok) return own;
    const { member, run } = own.value;
    if (questionNumber(run.standings, input.requirementId) === null) return err('not_found');
    if (run.assessment.state !== 'running') return err('wrong_state', { detail: run.assessment.state });
    const faults = Object.entries(faultsOfDays(input, todayOf(deps.clock)));
    if (faults.length > 0) return err('invalid_input', { fields: Object.fromEntries(faults.map(([field, fault]) => [field, [fault]])) });
    return storeEvidence(deps, member, keys, run, input);
  };
}

/** The part that both ways share: a file from outside, and one out of an earlier run. */
export async function storeEvidence(deps: ChecklistDeps, member: Member, keys: KeyRing, run: OpenRun, input: EvidenceInput): Promise<Result<AddedEvidence>> {
  const name = cleanFileName(input.fileName);
  if (name === null) return err('file_refused', { detail: 'no_name' });
  if (run.evidence.filter((one) => one.requirementId === input.requirementId).length >= EVIDENCE_PER_REQUIREMENT) return err('quota_exceeded', { detail: 'question_full' });
  const room = EVIDENCE_BYTES_PER_RUN - run.evidence.reduce((sum, one) => sum + one.size, 0);
  if (room <= 0) return err('quota_exceeded', { detail: 'run_full' });

  const id = deps.random.id();
  const storageName = deps.random.id();
  const fileKey = createFileKey(deps.random.bytes);
  try {
    // The intake wipes the key that it was given; this one is still to be wrapped.
    const taken = await takeFileIn(deps.files, storageName, { fileKey: Buffer.from(fileKey), place: evidenceBody(run.assessment, id) }, {
      name,
      taken: evidenceTypes,
      limit: Math.min(EVIDENCE_MAX_BYTES, room),
      tooLong: room < EVIDENCE_MAX_BYTES ? err('quota_exceeded', { detail: 'run_full' }) : err('file_too_large'),
      content: input.content,
    });
    if (!taken.ok) return taken;
    const { size, sha256, type } = taken.value;
    const { requirementId, takenOn, expiresOn } = input;
    const meta: Evidence = { requirementId, name, type, claimedType: input.claimedType.slice(0, 100), description: input.description.trim(), takenOn, expiresOn, sha256 };
    const stored = await storeRow(deps, member, keys, run, { id, storageName, size, meta, fileKey, idempotencyKey: input.idempotencyKey });
    // Refused, or the same form came twice: this copy belongs to nobody.
    if (!stored.ok || stored.value !== id) await deps.files.remove(storageName);
    return stored.ok ? ok({ evidenceId: stored.value, sha256 }) : stored;
  } finally {
    fileKey.fill(0);
  }
}

type StoredFile = { readonly id: string; readonly storageName: string; readonly size: number; readonly meta: Evidence; readonly fileKey: Buffer; readonly idempotencyKey: string };

async function storeRow(deps: ChecklistDeps, { userId, organisationId }: Member, keys: KeyRing, { assessment }: OpenRun, { id, storageName, size, meta, fileKey, idempotencyKey }: StoredFile): Promise<Result<string>> {
  const at = deps.clock.now();
  return transactOrRefuse(deps.transact, async (tx) => {
    const earlier = await tx.idempotency.claim(`evidence:${idempotencyKey}`, userId, id, at);
    if (earlier !== null) return ok(earlier);
    const key = await tx.keyGrants.openForWriting(keys, subjectOf(assessment));
    if (!key.ok) return key;
    const outcome = await tx.evidence.add(
      {
        id,
        organisationId,
        assessmentId: assessment.id,
        uploadedBy: userId,
        sealedMeta: key.value.seal(evidenceMetaPlace(id), Buffer.from(JSON.stringify(meta), 'utf8')),
        wrappedFileKey: key.value.wrapFileKey(evidenceKeyPlace(id), fileKey),
        fileKeyVersion: key.value.version,
        storageName,
        size,
        createdAt: at,
      },
      EVIDENCE_BYTES_PER_RUN,
    );
    if (outcome === 'not_running') return err('wrong_state', { detail: 'closed' });
    if (outcome === 'full') return err('quota_exceeded', { detail: 'run_full' });
    await tx.audit.append({ event: 'assessment.evidence_added', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'evidence', id } });
    return ok(id);
  });
}
