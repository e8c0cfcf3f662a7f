import type { Member } from '#app/domain/access/actor.ts';
import type { DossierEnvelope } from '#app/domain/dossier/checklist-dossier-input.ts';
import { toLocal } from '#app/domain/deadlines/local-time.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Limit, Locale } from '../ports.ts';
import { composeDocument, fileNameOf } from './compose-document.ts';
import type { DossierContent } from './compose-document.ts';
import type { DossierDeps, DossierRow, DossierTx } from './ports.ts';

/** A finished document, in memory only. */
export type IssuedDossier = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Buffer;
};

export type Order = {
  readonly subjectId: string;
  readonly locale: Locale;
  /** For whom it is made; null: for no particular reader. Printed only. */
  readonly recipient: string | null;
  /** Posts with the same key get the same document, as long as it says the same. */
  readonly key: string | null;
};

/** What is fixed before the document is set: printed in it, and the same for repeated posts. */
type Reservation = Pick<DossierRow, 'id' | 'number' | 'checkpoint'> & { readonly createdAt: string };

/** What else happens in the transaction that stores the document, and only then. */
type Beside = (tx: DossierTx, issued: IssuedDossier) => Promise<void>;

const perHour = 20;

function issueLimit(userId: string): Limit {
  return { key: `dossier/${userId}`, free: perHour, windowMinutes: 60, then: { pauseMinutes: 60 } };
}

/**
 * Sets, numbers and records a document. `quota_exceeded` after twenty in an hour. The audit entry holds the SHA-256 of the
 * bytes and is written together with the row, before anybody gets the bytes.
 */
export async function issueDossier(deps: DossierDeps, member: Member, order: Order, source: DossierContent, beside?: Beside): Promise<Result<IssuedDossier>> {
  const wait = await deps.attempts.take([issueLimit(member.userId)], deps.clock.now());
  if (wait !== null) return err('quota_exceeded', { retryAfterSeconds: wait });
  const first = await setAndStore(deps, member, order, source, beside);
  if (first !== 'says something else now') return ok(first);
  const fresh = await setAndStore(deps, member, { ...order, key: null }, source, beside);
  if (fresh === 'says something else now') throw new Error('A fresh document met a stored one.');
  return ok(fresh);
}

async function setAndStore(deps: DossierDeps, member: Member, order: Order, source: DossierContent, beside: Beside | undefined): Promise<IssuedDossier | 'says something else now'> {
  const reservation = await reserve(deps, member, order.key);
  const document = composeDocument(source, envelopeOf(deps, order, reservation));
  const { bytes, sha256 } = await deps.render(document);
  const { title } = document.metadata;
  const { id, number } = reservation;
  const issued: IssuedDossier = { id, number, title, fileName: fileNameOf(title, source.content.company.name, number), sha256, bytes };
  const stored = await deps.transact(async (tx) => {
    const added = await tx.dossiers.add({
      ...reservation,
      organisationId: member.organisationId,
      subject: { kind: source.kind, id: order.subjectId },
      locale: order.locale,
      sha256,
      createdBy: member.userId,
      createdAt: new Date(reservation.createdAt),
    });
    if (added.outcome === 'known') return added.sha256;
    await tx.audit.append({
      event: 'dossier.issued',
      actor: { kind: 'user', userId: member.userId },
      at: deps.clock.now(),
      organisationId: member.organisationId,
      object: { kind: 'dossier', id },
      reason: `sha256:${sha256}`,
    });
    await beside?.(tx, issued);
    return sha256;
  });
  return stored === sha256 ? issued : 'says something else now';
}

/** Number, moment and state of the log for a new document, or those of the first post with the same key. */
async function reserve(deps: DossierDeps, member: Member, key: string | null): Promise<Reservation> {
  const now = deps.clock.now();
  const checkpoint = await deps.checkpoint();
  const id = deps.random.id();
  const { year } = toLocal(now, deps.zone);
  return deps.transact(async (tx) => {
    const next = await tx.dossiers.nextNumber(year);
    const reservation: Reservation = { id, number: `GD-${year}-${String(next).padStart(6, '0')}`, checkpoint, createdAt: now.toISOString() };
    const earlier = key === null ? null : await tx.idempotency.claim(`dossier/${key}`, member.userId, JSON.stringify(reservation), now);
    if (earlier !== null) return JSON.parse(earlier) as Reservation;
    await tx.dossiers.takeNumber(year, next);
    return reservation;
  });
}

function envelopeOf(deps: DossierDeps, order: Order, { number, checkpoint, createdAt }: Reservation): DossierEnvelope {
  return {
    language: order.locale,
    timeZone: deps.zone,
    documentId: number,
    checkCode: checkCodeOf(deps, number, createdAt),
    checkAddress: deps.checkAddress(order.locale),
    createdAt,
    issuer: deps.issuer,
    recipient: order.recipient,
    checkpoint,
    signer: null,
  };
}

/** The code that goes with a number, `XXXX-XXXX-XXXX`. `createdAt` ISO 8601 in UTC. */
export function checkCodeOf(deps: Pick<DossierDeps, 'checkCode'>, number: string, createdAt: string): string {
  return deps.checkCode(`${number} ${createdAt}`);
}
