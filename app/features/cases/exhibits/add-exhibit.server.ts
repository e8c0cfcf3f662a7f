import type { Actor } from '#app/domain/access/actor.ts';
import { EXHIBIT_BYTES_PER_CASE, EXHIBIT_MAX_BYTES, EXHIBITS_PER_CASE, exhibitTypes } from '#app/domain/case/exhibit-types.ts';
import type { ExhibitPurpose } from '#app/domain/case/exhibit-types.ts';
import { isRunning } from '#app/domain/case/statuses.ts';
import { cleanFileName } from '#app/domain/files/file-name.ts';
import type { FileType } from '#app/domain/files/file-types.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';
import { createFileKey } from '#app/domain/sealed-box/seal-file.ts';
import { takeFileIn } from '../../file-intake.server.ts';
import type { KeyRing, Subject } from '../../ports.ts';
import { noteCase } from '../life/store-step.ts';
import { requireCase, subjectOf } from '../case-rights.server.ts';
import type { OpenedCase, Side } from '../case-rights.server.ts';
import type { CaseDeps } from '../ports.ts';
import { exhibitKeyPlace, exhibitMetaPlace, sealJson } from '../sealed-json.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';

export type ExhibitInput = {
  readonly caseId: string;
  readonly purpose: ExhibitPurpose;
  /** Where the file comes from, in the uploader's words; may be empty. */
  readonly origin: string;
  /** Name and type as the browser gave them. */
  readonly fileName: string;
  readonly claimedType: string;
  /** Made with the form; several files of one form differ by a number behind it. */
  readonly idempotencyKey: string;
  /** The file itself, read once. */
  readonly content: AsyncIterable<Uint8Array>;
};

/** What is kept of an exhibit beside its body, sealed. */
export type ExhibitMeta = {
  readonly name: string;
  readonly type: FileType;
  readonly claimedType: string;
  readonly purpose: ExhibitPurpose;
  readonly origin: string;
  /** Over the original, taken while it came in; 64 hexadecimal digits. */
  readonly sha256: string;
};

/** The place a file's body is bound to; the same after its key was wrapped anew. */
export function exhibitBody(subject: Subject, exhibitId: string): RowIdentity {
  return { table: 'Exhibit', column: 'body', rowId: exhibitId, organisationId: subject.organisationId, subjectId: `case:${subject.id}` };
}

/** Takes a file of a case in while it streams. Its row follows when the file is whole; without it the file is nobody's. */
export function addExhibit(deps: CaseDeps) {
  return async function add(actor: Actor, keys: KeyRing, side: Side, input: ExhibitInput): Promise<Result<{ readonly exhibitId: string; readonly sha256: string }>> {
    const opened = await requireCase(deps, actor, input.caseId, 'exhibit.upload', side);
    if (!opened.ok) return opened;
    if (!isRunning(opened.value.row.state)) return err('wrong_state', { detail: opened.value.row.state });
    const name = cleanFileName(input.fileName);
    if (name === null) return err('file_refused', { detail: 'no_name' });
    const present = (await deps.reads.exhibits(input.caseId)).filter((one) => one.removedAt === null);
    const room = EXHIBIT_BYTES_PER_CASE - present.reduce((sum, one) => sum + one.size, 0);
    if (present.length >= EXHIBITS_PER_CASE || room <= 0) return err('quota_exceeded', { detail: 'case_full' });

    const subject = subjectOf(opened.value.row);
    // Before megabytes come in: who cannot open the case cannot add to it.
    const readable = await keys.open(subject);
    if (!readable.ok) return readable;
    const exhibitId = deps.random.id();
    const storageName = deps.random.id();
    const fileKey = createFileKey(deps.random.bytes);
    try {
      // The intake wipes the key that it was given; this one is still to be wrapped.
      const taken = await takeFileIn(deps.files, storageName, { fileKey: Buffer.from(fileKey), place: exhibitBody(subject, exhibitId) }, {
        name,
        taken: exhibitTypes[input.purpose],
        limit: Math.min(EXHIBIT_MAX_BYTES, room),
        tooLong: room < EXHIBIT_MAX_BYTES ? err('quota_exceeded', { detail: 'case_full' }) : err('file_too_large'),
        content: input.content,
      });
      if (!taken.ok) return taken;
      const { size, sha256, type } = taken.value;
      const meta: ExhibitMeta = { name, type, claimedType: input.claimedType.slice(0, 100), purpose: input.purpose, origin: input.origin.trim().slice(0, 500), sha256 };
      const stored = await storeRow(deps, keys, opened.value, input, { id: exhibitId, storageName, size, meta, fileKey });
      // Refused, or the same form came twice: this copy belongs to nobody.
      if (!stored.ok || stored.value !== exhibitId) await deps.files.remove(storageName);
      return stored.ok ? ok({ exhibitId: stored.value, sha256 }) : stored;
    } finally {
      fileKey.fill(0);
    }
  };
}

type StoredFile = { readonly id: string; readonly storageName: string; readonly size: number; readonly meta: ExhibitMeta; readonly fileKey: Buffer };

async function storeRow(deps: CaseDeps, keys: KeyRing, opened: OpenedCase, input: ExhibitInput, { id, storageName, size, meta, fileKey }: StoredFile): Promise<Result<string>> {
  const at = deps.clock.now();
  return transactOrRefuse(deps.transact, async (tx) => {
    const earlier = await tx.idempotency.claim(`exhibit:${input.idempotencyKey}`, opened.actor.userId, id, at);
    if (earlier !== null) return ok(earlier);
    const held = await tx.cases.lock(input.caseId, at);
    if (held === null || !isRunning(held.state)) return err('wrong_state', { detail: held?.state });
    const totals = await tx.cases.exhibitTotals(input.caseId);
    if (totals.count >= EXHIBITS_PER_CASE || totals.bytes + size > EXHIBIT_BYTES_PER_CASE) return err('quota_exceeded', { detail: 'case_full' });
    const key = await tx.keyGrants.openForWriting(keys, subjectOf(opened.row));
    if (!key.ok) return key;
    await tx.cases.addExhibit(input.caseId, {
      id,
      uploadedBy: opened.actor.userId,
      organisationId: opened.actor.organisationId,
      keyVersion: key.value.version,
      sealedMeta: sealJson(key.value, exhibitMetaPlace(id), meta),
      wrappedFileKey: key.value.wrapFileKey(exhibitKeyPlace(id), fileKey),
      fileKeyVersion: key.value.version,
      storageName,
      size,
      at,
    });
    const who = { kind: 'user', userId: opened.actor.userId } as const;
    await noteCase(tx.cases, { caseId: input.caseId, event: 'exhibit_added', actor: who, organisationId: opened.actor.organisationId, at, data: { exhibitId: id, size: String(size) } }, opened.side);
    await tx.audit.append({ event: 'case.exhibit_added', actor: who, at, organisationId: opened.actor.organisationId, object: { kind: 'exhibit', id } });
    return ok(id);
  });
}
