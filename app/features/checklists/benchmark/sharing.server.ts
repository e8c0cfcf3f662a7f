import { createHash } from 'node:crypto';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing, Random, SealedRow } from '../../ports.ts';
import { subjectOf } from '../runs/open-run.server.ts';
import type { SealedDecision } from '../ports.ts';

/** Version of the text that a company agrees to (`exchange.benchmark.consent`); a changed text gets a higher one. */
export const consentTextVersion = 1;

/**
 * What the company has decided about one run, sealed under the run's key. The secret is the only way from the company to its
 * anonymous rows; it is made anew with every decision and also where nothing is shared, so that all of them look alike.
 */
export type Sharing = { readonly state: 'shared' | 'declined'; readonly textVersion: number; readonly by: string; readonly at: string; readonly secret: string };

/** Longer than any decision: the sealed ones do not differ in length. */
const paddedLength = 400;

export function sharingRow(assessmentId: string): SealedRow {
  return { table: 'BenchmarkDecision', column: 'sealedDecision', rowId: assessmentId };
}

export function newSecret(random: Random): string {
  return random.bytes(32).toString('base64url');
}

export function plainSharing(sharing: Sharing): Buffer {
  return Buffer.from(JSON.stringify(sharing).padEnd(paddedLength), 'utf8');
}

/** Opens a decision with the key of its run. */
export async function openSharing(decision: SealedDecision, organisationId: string, keys: KeyRing): Promise<Result<Sharing>> {
  const key = await keys.open(subjectOf({ id: decision.assessmentId, organisationId }));
  if (!key.ok) return key;
  const opened = key.value.open(sharingRow(decision.assessmentId), decision.sealedDecision);
  return opened.ok ? ok(JSON.parse(opened.value.toString('utf8')) as Sharing) : opened;
}

/** Under which a row can be found again by whoever has the secret, and by nobody else. */
export function withdrawalHash(secret: string, topicId: string): string {
  return createHash('sha256').update(`${secret}\0${topicId}`, 'utf8').digest('hex');
}
