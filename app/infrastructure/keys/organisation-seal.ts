import { sealTo } from '#app/domain/sealed-box/seal-to.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Random, SealedRow } from '#app/features/ports.ts';
import type { KeyRows } from '../db/key-rows.ts';
import type { Directory } from './directory.ts';
import { organisationRecordRow } from './grant-identity.ts';

type Parts = { readonly rows: KeyRows; readonly directory: Directory; readonly random: Random };

/** Seals to the newest public key of an organisation, which needs nobody of it. Any of its confirmed people opens it. */
export function createOrganisationSeal({ rows, directory, random }: Parts) {
  return async function (organisationId: string, row: SealedRow, plain: Buffer): Promise<Result<Buffer>> {
    const key = await directory.organisation(rows, organisationId);
    if (!key.ok) return key;
    const place = { purpose: 'organisation_record', generation: key.value.generation, schemaVersion: 1, row: organisationRecordRow(organisationId, row) } as const;
    return ok(sealTo(key.value, place, plain, random.bytes));
  };
}
