import type { KeyPair } from '#app/domain/sealed-box/curve-keys.ts';
import type { SubjectKey as RawSubjectKey } from '#app/domain/sealed-box/keys.ts';
import { openSubjectKey } from '#app/domain/sealed-box/open-keys.ts';
import { openLiftedRelease } from '#app/domain/sealed-box/open-release.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Subject } from '#app/features/ports.ts';
import type { KeyRows, SubjectGrantRow } from '../db/key-rows.ts';
import { attempt } from './attempt.ts';
import { subjectGrantRow } from './grant-identity.ts';
import type { OrganisationChain } from './organisation-chain.ts';

/** The versions of one subject's key that a person holds, newest first; each is opened when it is first needed. */
export type HeldVersions = {
  readonly versions: readonly number[];
  /** Refused with `key_missing` for a version that this person does not hold. */
  open(version: number): Result<RawSubjectKey>;
};

export type KeyHolder = { readonly userId: string; readonly box: KeyPair; readonly organisations: OrganisationChain };

/** Copies sealed to the person and to its organisations. `keep` takes every opened key, to be wiped after the request. */
export async function readHeldVersions(holder: KeyHolder, rows: KeyRows, subject: Subject, keep: (key: RawSubjectKey) => void): Promise<HeldVersions> {
  const organisationIds = await rows.confirmedOrganisations(holder.userId);
  const recipients = [{ kind: 'user', id: holder.userId }, ...organisationIds.map((id) => ({ kind: 'organisation', id }))];
  const grants = await rows.subjectGrants(subject, recipients);
  const openers: (Opener & { readonly version: number })[] = [];
  for (const grant of grants) openers.push({ version: grant.version, open: await openerOf(holder, rows, subject, grant) });
  const opened = new Map<number, Result<RawSubjectKey>>();

  return {
    versions: [...new Set(grants.map((grant) => grant.version))],
    open(version) {
      const before = opened.get(version);
      if (before) return before;
      const result = openFirst(openers.filter((each) => each.version === version), version);
      if (result.ok) keep(result.value);
      opened.set(version, result);
      return result;
    },
  };
}

type Opener = { readonly open: () => Result<RawSubjectKey> };

/** A person may hold a version twice, for itself and through its organisation: one copy that opens is enough. */
function openFirst(openers: readonly Opener[], version: number): Result<RawSubjectKey> {
  let result: Result<RawSubjectKey> = err('key_missing');
  for (const { open } of openers) {
    result = open();
    // The version is bound to the sealed copy; the column beside it only helps to find it.
    if (result.ok && result.value.version !== version) result = err('sealed_box_refused');
    if (result.ok) return result;
  }
  return result;
}

async function openerOf(holder: KeyHolder, rows: KeyRows, subject: Subject, grant: SubjectGrantRow): Promise<() => Result<RawSubjectKey>> {
  const row = subjectGrantRow(subject, grant.recipientKind, grant.recipientId);
  if (grant.recipientKind === 'user') return () => attempt(() => openSubjectKey(holder.box, row, grant.sealedKey));
  const organisation = await holder.organisations.key(rows, grant.recipientId, grant.recipientGeneration);
  if (!organisation.ok) return () => organisation;
  const open = grant.liftedAt ? openLiftedRelease : openSubjectKey;
  return () => attempt(() => open(organisation.value.pair, row, grant.sealedKey));
}
