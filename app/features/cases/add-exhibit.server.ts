import { createHash } from 'node:crypto';
import type { Actor } from '#app/domain/access/actor.ts';
import { cleanFileName, EXHIBIT_BYTES_PER_CASE, EXHIBIT_HEAD_BYTES, EXHIBIT_MAX_BYTES, EXHIBITS_PER_CASE, recogniseExhibit } from '#app/domain/case/exhibit-types.ts';
import type { ExhibitPurpose, ExhibitType } from '#app/domain/case/exhibit-types.ts';
import { isRunning } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Err, Result } from '#app/domain/result.ts';
import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';
import { sealFile } from '#app/domain/sealed-box/seal-file.ts';
import type { KeyRing, Subject } from '../ports.ts';
import { noteCase } from './advance-case.server.ts';
import { requireCase, subjectOf } from './case-rights.server.ts';
import type { OpenedCase, Side } from './case-rights.server.ts';
import type { CaseDeps } from './ports.ts';
import { exhibitKeyPlace, exhibitMetaPlace, sealJson } from './sealed-json.ts';
import { transactOrRefuse } from './transact-or-refuse.ts';

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
  readonly type: ExhibitType;
  readonly claimedType: string;
  readonly purpose: ExhibitPurpose;
  readonly origin: string;
  /** Over the original, taken while it came in; 64 hexadecimal digits. */
  readonly sha256: string;
};

/** Carries a refusal out of a stream. */
class IntakeStopped extends Error {
  readonly refusal: Err;
  constructor(refusal: Err) {
    super('intake stopped');
    this.refusal = refusal;
  }
}

/** The place a file's body is bound to; the same after its key was wrapped anew. */
export function exhibitBody(subject: Subject, exhibitId: string): RowIdentity {
  return { table: 'Exhibit', column: 'body', rowId: exhibitId, organisationId: subject.organisationId, subjectId: `case:${subject.id}` };
}

/**
 * Takes a file in while it streams: type, size and hash over the original, encrypted in 64 KiB chunks on its way to disk.
 * Nothing of it is ever written in the clear. The row follows when the file is whole; without it the file is nobody's.
 */
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
    const key = await keys.open(subject);
    if (!key.ok) return key;
    const exhibitId = deps.random.id();
    const storageName = deps.random.id();
    const { fileKey, wrapped } = key.value.newFileKey(exhibitKeyPlace(exhibitId));
    const intake = createIntake(name, input.purpose, Math.min(EXHIBIT_MAX_BYTES, room));
    try {
      await deps.files.store(storageName, sealFile(fileKey, exhibitBody(subject, exhibitId), intake.through(input.content), deps.random.bytes));
    } catch (error) {
      if (error instanceof IntakeStopped) return error.refusal;
      throw error;
    } finally {
      fileKey.fill(0);
    }
    const { size, sha256, type } = intake.result();
    const meta: ExhibitMeta = { name, type, claimedType: input.claimedType.slice(0, 100), purpose: input.purpose, origin: input.origin.trim().slice(0, 500), sha256 };
    const stored = await storeRow(deps, opened.value, input, {
      id: exhibitId,
      uploadedBy: opened.value.actor.userId,
      organisationId: opened.value.actor.organisationId,
      keyVersion: key.value.version,
      sealedMeta: sealJson(key.value, exhibitMetaPlace(exhibitId), meta),
      wrappedFileKey: wrapped,
      storageName,
      size,
    });
    // Refused, or the same form came twice: this copy belongs to nobody.
    if (!stored.ok || stored.value !== exhibitId) await deps.files.remove(storageName);
    return stored.ok ? ok({ exhibitId: stored.value, sha256 }) : stored;
  };
}

type NewRow = Omit<Parameters<Parameters<Parameters<CaseDeps['transact']>[0]>[0]['cases']['addExhibit']>[1], 'at'>;

async function storeRow(deps: CaseDeps, opened: OpenedCase, input: ExhibitInput, row: NewRow): Promise<Result<string>> {
  const at = deps.clock.now();
  return transactOrRefuse(deps.transact, async (tx) => {
    const earlier = await tx.idempotency.claim(`exhibit:${input.idempotencyKey}`, opened.actor.userId, row.id, at);
    if (earlier !== null) return ok(earlier);
    const held = await tx.cases.lock(input.caseId, at);
    if (held === null || !isRunning(held.state)) return err('wrong_state', { detail: held?.state });
    const totals = await tx.cases.exhibitTotals(input.caseId);
    if (totals.count >= EXHIBITS_PER_CASE || totals.bytes + row.size > EXHIBIT_BYTES_PER_CASE) return err('quota_exceeded', { detail: 'case_full' });
    await tx.cases.addExhibit(input.caseId, { ...row, at });
    const who = { kind: 'user', userId: opened.actor.userId } as const;
    await noteCase(tx.cases, { caseId: input.caseId, event: 'exhibit_added', actor: who, organisationId: opened.actor.organisationId, at, data: { exhibitId: row.id, size: String(row.size) } }, opened.side);
    await tx.audit.append({ event: 'case.exhibit_added', actor: who, at, organisationId: opened.actor.organisationId, object: { kind: 'exhibit', id: row.id } });
    return ok(row.id);
  });
}

/** Looks at the original as it passes: first bytes, size, hash. Holds back at most the first bytes. */
function createIntake(name: string, purpose: ExhibitPurpose, limit: number) {
  const hash = createHash('sha256');
  let size = 0;
  let type: ExhibitType | null = null;

  async function* through(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    let head: Buffer | null = Buffer.alloc(0);
    for await (const chunk of content) {
      size += chunk.length;
      if (size > limit) throw new IntakeStopped(limit < EXHIBIT_MAX_BYTES ? err('quota_exceeded', { detail: 'case_full' }) : err('file_too_large'));
      hash.update(chunk);
      if (head === null) {
        yield chunk;
        continue;
      }
      head = Buffer.concat([head, chunk]);
      if (head.length < EXHIBIT_HEAD_BYTES) continue;
      recognise(head);
      yield head;
      head = null;
    }
    if (head === null) return;
    recognise(head);
    yield head;
  }

  function recognise(head: Uint8Array): void {
    const found = recogniseExhibit(name, head.subarray(0, EXHIBIT_HEAD_BYTES), purpose);
    if (!found.ok) throw new IntakeStopped(found);
    type = found.value;
  }

  function result(): { size: number; sha256: string; type: ExhibitType } {
    if (type === null) throw new Error('The stream has not ended');
    return { size, sha256: hash.digest('hex'), type };
  }

  return { through, result };
}
