import type { Member } from '#app/domain/access/actor.ts';
import type { MemberRole } from '#app/domain/access/roles.ts';
import { completeFacts } from '#app/domain/triage/facts.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import { incidentKinds } from '#app/domain/triage/kinds.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import { createAccountVault } from '#app/infrastructure/keys/account-vault.ts';
import type { Runtime } from '#app/server/services.ts';
import type { Config } from '#app/server/config.ts';

/**
 * Organisations and cases for tests of routing, which needs many of them: written at the store, without passwords and keys. What
 * a company reports and how it registers is tested where it belongs.
 */
type Parts = Pick<Runtime, 'database' | 'clock' | 'random'> & { readonly config: Config };

export type RoutedPerson = { readonly actor: Member };

function bytes(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}

/** A confirmed person of an organisation. */
export async function addPerson(parts: Parts, organisationId: string, organisationType: Member['organisationType'], role: MemberRole): Promise<Member> {
  const { database, clock, random, config } = parts;
  const vault = createAccountVault(config.secrets, random);
  const userId = random.id();
  const createdAt = clock.now();
  await database.user.create({
    data: {
      id: userId,
      emailHash: vault.mailHash(`${userId}@test.example`),
      profileBox: bytes(vault.seal('User', userId, { name: `Person ${userId.slice(-4)}`, address: `${userId}@test.example`, email: `${userId}@test.example` })),
      state: 'active',
      createdAt,
      memberships: { create: { id: random.id(), organisationId, role, createdAt, confirmedAt: createdAt } },
    },
  });
  return { kind: 'member', userId, sessionId: random.id(), organisationId, organisationType, roles: [role], confirmed: true, factor: 'full', locked: false, steppedUpAt: createdAt };
}

export async function addOrganisation(parts: Parts, more: { name?: string; town?: string; type?: string; district?: string; sectorSection?: string; sizeClass?: string } = {}): Promise<string> {
  const { database, clock, random, config } = parts;
  const id = random.id();
  const profile = { name: more.name ?? `Planted-Betrieb-${id.slice(-4)}`, town: more.town ?? 'Planted-Ort' };
  await database.organisation.create({
    data: {
      id,
      type: more.type ?? 'company',
      companyKind: 'business',
      sectorSection: more.sectorSection ?? 'C',
      sizeClass: more.sizeClass ?? 'small',
      district: more.district ?? 'zwickau',
      profileBox: bytes(createAccountVault(config.secrets, random).seal('Organisation', id, profile)),
      createdAt: clock.now(),
    },
  });
  return id;
}

export type TestProvider = { readonly id: string; readonly actor: Member };

type ProviderMore = {
  readonly name?: string;
  readonly level?: number;
  readonly onDuty?: boolean;
  readonly districts?: readonly string[];
  readonly district?: string;
  readonly remote?: boolean;
  readonly capacityLimit?: number;
  readonly responseClass?: string;
  readonly approvedUntil?: Date;
  readonly vettingState?: string;
  /** An organisation that is there already, with people and keys. */
  readonly organisationId?: string;
};

const everywhere = ['vogtlandkreis', 'erzgebirgskreis', 'zwickau', 'chemnitz'];

/** An approved provider that passes every filter in every severity, with one responder. */
export async function addProvider(parts: Parts, more: ProviderMore = {}): Promise<TestProvider> {
  const { database, clock, random } = parts;
  const now = clock.now();
  const id = more.organisationId ?? (await addOrganisation(parts, { name: more.name ?? 'Dienstleister', sectorSection: 'J', district: more.district ?? 'zwickau' }));
  const until = more.approvedUntil ?? new Date('2028-06-30T21:59:59.999Z');
  await database.provider.create({
    data: {
      id,
      vettingState: more.vettingState ?? 'approved',
      approvedUntil: until,
      districts: JSON.stringify(more.districts ?? everywhere),
      languages: '["de","en"]',
      remote: more.remote ?? true,
      capacityLimit: more.capacityLimit ?? 1000,
      responseClass: more.responseClass ?? 'emergency',
      verifiedChannels: 2,
      hasVoiceChannel: true,
      channelTestAt: new Date(now.getTime() - 86_400_000),
      createdAt: now,
    },
  });
  const vettingId = random.id();
  await database.vetting.create({ data: { id: vettingId, providerId: id, state: 'approved', decidedAt: now, validUntil: until, createdAt: now, updatedAt: now } });
  for (const capability of incidentKinds) {
    await database.approval.create({ data: { id: random.id(), providerId: id, vettingId, capability, level: more.level ?? 3, validUntil: until, grantedAt: now } });
  }
  if (more.onDuty ?? true) {
    await database.dutyShift.create({ data: { id: random.id(), organisationId: id, startsAt: new Date(now.getTime() - 86_400_000), endsAt: new Date(now.getTime() + 90 * 86_400_000), createdAt: now } });
  }
  return { id, actor: await addPerson(parts, id, 'provider', 'provider.responder') };
}

let number = 0;

/** Facts under which every severity is served by the providers above, wherever they are. */
function factsFor(parts: Parts, more: Partial<ReportFacts>): ReportFacts {
  const noticedAt = new Date(parts.clock.now().getTime() - 3_600_000).toISOString();
  return completeFacts({ kind: 'phishing_click', noticedAt, district: 'zwickau', sectorSection: 'C', sizeClass: 'small', remotePossible: 'yes', onsiteWanted: 'unknown', insurer: 'free', routingWanted: true, ...more });
}

/** A submitted case, ready for routing. Its severity is given: how it comes about is the business of triage. */
export async function addReadyCase(parts: Parts, severity: Severity, more: { organisationId?: string; facts?: Partial<ReportFacts> } = {}): Promise<{ caseId: string; organisationId: string }> {
  const { database, clock, random } = parts;
  const organisationId = more.organisationId ?? (await addOrganisation(parts));
  const facts = factsFor(parts, more.facts ?? {});
  const caseId = random.id();
  const now = clock.now();
  number += 1;
  await database.case.create({
    data: {
      id: caseId,
      reference: `GL-2026-${String(number).padStart(4, '0')}-${caseId.slice(-3)}`,
      organisationId,
      state: 'ready',
      severity,
      kind: facts.kind,
      facts: JSON.stringify(facts),
      district: facts.district,
      sectorSection: facts.sectorSection,
      sizeClass: facts.sizeClass,
      nextActionAt: now,
      createdBy: 'test',
      createdAt: now,
      updatedAt: now,
      reportedAt: now,
    },
  });
  await database.subjectKeyGrant.create({
    data: { id: random.id(), subjectKind: 'case', subjectId: caseId, version: 1, recipientKind: 'organisation', recipientId: organisationId, sealedKey: bytes(random.bytes(8)), createdAt: now },
  });
  return { caseId, organisationId };
}

/** An office with people of the given roles. */
export async function addOffice(parts: Parts, roles: readonly MemberRole[] = ['office.coordinator', 'office.duty', 'office.duty']): Promise<Member[]> {
  const id = await addOrganisation(parts, { name: 'Geschäftsstelle', type: 'office' });
  return Promise.all(roles.map((role) => addPerson(parts, id, 'office', role)));
}

/** A case whose offers are out to all given providers, as after some waves; for tests of acceptance that need hundreds. */
export async function addOfferedCase(parts: Parts, severity: Severity, organisationId: string, providers: readonly TestProvider[]): Promise<{ caseId: string; offerIds: readonly string[] }> {
  const { database, clock, random } = parts;
  const { caseId } = await addReadyCase(parts, severity, { organisationId });
  const now = clock.now();
  const endsAt = new Date(now.getTime() + 600_000);
  const waveId = random.id();
  await database.case.updateMany({ where: { id: caseId, organisationId }, data: { state: 'matching', currentWave: 1, nextActionAt: endsAt } });
  await database.wave.create({ data: { id: waveId, caseId, number: 1, step: 1, startedAt: now, endsAt } });
  const offers = providers.map(({ id }, at) => ({
    id: random.id(), caseId, waveId, providerId: id, state: 'sent', rank: at + 1, brief: JSON.stringify({ reference: caseId, severity, kind: 'phishing_click' }), explanation: 'null', createdAt: now, sentAt: now, expiresAt: endsAt,
  }));
  await database.offer.createMany({ data: offers });
  return { caseId, offerIds: offers.map((offer) => offer.id) };
}
