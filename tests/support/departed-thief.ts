import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LONG_CODE_BYTES, parseCode } from '#app/domain/sealed-box/codes.ts';
import type { KeyPair } from '#app/domain/sealed-box/curve-keys.ts';
import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';
import { deriveUserKeys } from '#app/domain/sealed-box/keys.ts';
import type { OrganisationKey, SubjectKey } from '#app/domain/sealed-box/keys.ts';
import { openFile, openFileKey } from '#app/domain/sealed-box/open-file.ts';
import { openOrganisationKey, openPreviousOrganisationKey, openSubjectKey } from '#app/domain/sealed-box/open-keys.ts';
import { openRecord } from '#app/domain/sealed-box/open-record.ts';
import { openLiftedRelease } from '#app/domain/sealed-box/open-release.ts';
import { openSlot } from '#app/domain/sealed-box/open-slots.ts';
import { recoverySlotKeys } from '#app/domain/sealed-box/slots.ts';
import { userBoxRow } from '#app/infrastructure/keys/account-identity.ts';
import { attempt } from '#app/infrastructure/keys/attempt.ts';
import { contentRow, organisationGrantRow, previousKeyRow, subjectGrantRow } from '#app/infrastructure/keys/grant-identity.ts';
import type { SealedRow, Subject } from '#app/features/ports.ts';
import type { TestPerson } from './people.ts';
import type { TestRuntime } from './runtime.ts';

/** Every row that holds a key or something sealed. */
export type Loot = Awaited<ReturnType<typeof copyDatabase>>;

export async function copyDatabase({ database }: TestRuntime) {
  return {
    slots: await database.userSlot.findMany(),
    organisationKeys: await database.organisationKey.findMany({ orderBy: { generation: 'desc' } }),
    organisationGrants: await database.organisationKeyGrant.findMany({ include: { key: true } }),
    subjectGrants: await database.subjectKeyGrant.findMany(),
    cases: await database.case.findMany({ include: { incident: true, records: true, exhibits: true } }),
    assessments: await database.assessment.findMany({ include: { answers: true } }),
  };
}

/**
 * What somebody who has left opens with the own recovery code and copies of the database of any time, by our own code and
 * without asking any rule: every text and every file, as one string each.
 */
export async function openEverything(runtime: TestRuntime, person: Pick<TestPerson, 'userId' | 'recoveryCode'>, copies: readonly Loot[]): Promise<string[]> {
  const pairs = deriveUserKeys(seedOf(person, copies));
  const organisations = organisationKeysOf(person.userId, pairs.box, copies);
  const found: string[] = [];
  for (const { cases, assessments } of copies) {
    for (const one of cases) {
      const subject = { kind: 'case', id: one.id, organisationId: one.organisationId } as const;
      const keys = subjectKeysOf(subject, person.userId, pairs.box, organisations, copies);
      const open = (row: SealedRow, blob: Uint8Array) => found.push(...opened(subject, keys, row, blob));
      if (one.incident) open({ table: 'Incident', column: 'sealedReport', rowId: one.id }, one.incident.sealedReport);
      for (const { id, sealedContent } of one.records) open({ table: 'CaseRecord', column: 'sealedContent', rowId: id }, sealedContent);
      for (const exhibit of one.exhibits) {
        open({ table: 'Exhibit', column: 'sealedMeta', rowId: exhibit.id }, exhibit.sealedMeta);
        found.push(...(await bodiesOf(runtime, subject, keys, exhibit)));
      }
    }
    for (const { id, organisationId, answers } of assessments) {
      const subject = { kind: 'assessment', id, organisationId } as const;
      const keys = subjectKeysOf(subject, person.userId, pairs.box, organisations, copies);
      for (const { requirementId, sealedAnswer } of answers) found.push(...opened(subject, keys, { table: 'Answer', column: 'sealedAnswer', rowId: `${id}:${requirementId}` }, sealedAnswer));
    }
  }
  return found;
}

function seedOf({ userId, recoveryCode }: Pick<TestPerson, 'userId' | 'recoveryCode'>, copies: readonly Loot[]): Buffer {
  const code = parseCode(recoveryCode, LONG_CODE_BYTES);
  const slot = copies.flatMap((copy) => copy.slots).find((one) => one.userId === userId && one.kind === 'recovery');
  if (!code.ok || !slot) throw new Error('No recovery slot');
  return openSlot('recovery', recoverySlotKeys(code.value), userBoxRow(userId, 'recovery'), slot.wrappedSeed);
}

/** Every generation of every organisation that was ever sealed to this person, and all that hang behind them. */
function organisationKeysOf(userId: string, box: KeyPair, copies: readonly Loot[]): (OrganisationKey & { organisationId: string })[] {
  const grants = copies.flatMap((copy) => copy.organisationGrants).filter((grant) => grant.recipientId === userId);
  const rows = copies.flatMap((copy) => copy.organisationKeys);
  return grants.flatMap(({ key: { organisationId, generation }, sealedPrivateKey }) => {
    const chain: (OrganisationKey & { organisationId: string })[] = [];
    let next = attempt(() => openOrganisationKey(box, organisationGrantRow(organisationId, generation, 'user', userId), sealedPrivateKey));
    while (next.ok) {
      const current = next.value;
      chain.push({ ...current, organisationId });
      const wrapped = rows.find((row) => row.organisationId === organisationId && row.generation === current.generation)?.previousWrapped;
      if (!wrapped) break;
      next = attempt(() => openPreviousOrganisationKey(current, previousKeyRow(organisationId, current.generation), wrapped));
    }
    return chain;
  });
}

function subjectKeysOf(subject: Subject, userId: string, box: KeyPair, organisations: readonly (OrganisationKey & { organisationId: string })[], copies: readonly Loot[]): SubjectKey[] {
  const grants = copies.flatMap((copy) => copy.subjectGrants).filter((grant) => grant.subjectId === subject.id);
  return grants.flatMap((grant) => {
    const row = subjectGrantRow(subject, grant.recipientKind, grant.recipientId);
    const holders = grant.recipientKind === 'user' ? (grant.recipientId === userId ? [box] : []) : organisations.filter((one) => one.organisationId === grant.recipientId).map((one) => one.pair);
    return holders.flatMap((pair) => [openSubjectKey, openLiftedRelease].flatMap((open) => valuesOf(attempt(() => open(pair, row, grant.sealedKey)))));
  });
}

function opened(subject: Subject, keys: readonly SubjectKey[], row: SealedRow, blob: Uint8Array): string[] {
  return keys.flatMap((key) => valuesOf(attempt(() => openRecord(key, contentRow(subject, row), blob).plaintext.toString('utf8'))));
}

async function bodiesOf(runtime: TestRuntime, subject: Subject, keys: readonly SubjectKey[], exhibit: { id: string; wrappedFileKey: Uint8Array; storageName: string }): Promise<string[]> {
  const wrap = contentRow(subject, { table: 'Exhibit', column: 'wrappedFileKey', rowId: exhibit.id });
  const body: RowIdentity = contentRow(subject, { table: 'Exhibit', column: 'body', rowId: exhibit.id });
  const sealed = readFileSync(path.join(runtime.config.filesDir, 'exhibits', exhibit.storageName));
  const texts: string[] = [];
  for (const fileKey of keys.flatMap((key) => valuesOf(attempt(() => openFileKey(key, wrap, exhibit.wrappedFileKey))))) {
    const parts: Buffer[] = [];
    for await (const part of openFile(fileKey, body, once(sealed))) parts.push(part);
    texts.push(Buffer.concat(parts).toString('utf8'));
  }
  return texts;
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function valuesOf<T>(result: { ok: true; value: T } | { ok: false }): T[] {
  return result.ok ? [result.value] : [];
}
